"""Titles, appositions and "is" tell who holds which office where."""

import pytest

from tests.mentions.party_reading import offices

HELD = [
    ("Russian Foreign Minister Sergei Lavrov flew home.", ("Lavrov", "holds-office", "Foreign Minister", "Russian")),
    ("RSF leader Mohamed Hamdan Dagalo spoke.", ("Dagalo", "leads", "leader", "RSF")),
    ("Willy Ngoma, a spokesman for M23, called.", ("Ngoma", "speaks-for", "spokesman", "M23")),
    ("Jean Mukendi, commander of the Fano militia, fled.", ("Mukendi", "leads", "commander", "militia")),
    ("Maria Lopez is the governor of Cauca.", ("Lopez", "holds-office", "governor", "Cauca")),
    ("Ali Omar, a member of Al-Shabaab, gave up.", ("Omar", "member-of", "member", "Shabaab")),
    ("U.S. President-elect Donald Trump wrote.", ("Trump", "holds-office", "President-elect", "U.S.")),
]


@pytest.mark.parametrize(("text", "office"), HELD)
def test_an_office_is_read_with_its_body(text: str, office: tuple[str, str, str, str]) -> None:
    assert office in offices(text)


@pytest.mark.parametrize("text", ["Omar's brother, Ali Hassan, wept.", "Gen. Roe left.", "Residents met the governor."])
def test_kinship_ranks_and_unnamed_people_are_no_office(text: str) -> None:
    assert offices(text) == []
