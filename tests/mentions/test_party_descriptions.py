"""Descriptions stand for whom the text last called so."""

import pytest

from tests.mentions.party_reading import party
from vedette.lexicon.actors import load_registry
from vedette.mentions.parser import parse
from vedette.mentions.parties.marking import mark_parties
from vedette.model import Document


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Syria's foreign minister, Bassam Sabbagh, met his counterpart. The foreign minister said talks went well.",
         "The foreign minister", "Bassam Sabbagh"),
        ("The junta's spokesman, Maj. Gen. Zaw Min Tun, denied it. The spokesman said troops were elsewhere.",
         "The spokesman", "Zaw Min Tun"),
        ("The paramilitary Rapid Support Forces shelled a camp. The paramilitary denied it.", "The paramilitary",
         "Rapid Support Forces"),
        ("An Islamist alliance advanced on Hama. The alliance took it.", "The alliance", "Islamist alliance"),
        ("The Rapid Support Forces shelled a camp. The army said it had repelled them.", "them",
         "Rapid Support Forces"),
        ("Ahmed al-Sharaa spoke on Monday. Sharaa said little.", "Sharaa", "Abu Mohammad al-Golani"),
        ("Fighters entered Aleppo, two officers said, days after they left Idlib.", "they", "Fighters"),
    ],
)  # fmt: skip
def test_a_description_stands_for_whom_the_text_called_so(text: str, words: str, name: str) -> None:
    assert party(text, words).name == name


def test_another_office_is_another_person() -> None:
    text = "Syria's foreign minister, Bassam Sabbagh, met reporters. The defence minister said nothing."
    assert party(text, "The defence minister").name != "Bassam Sabbagh"


@pytest.mark.parametrize(
    ("published", "name"),
    [("2024-12-01", "Bashar al-Assad"), ("2025-03-01", "Abu Mohammad al-Golani"), (None, "Syrian president")],
)
def test_an_office_is_its_holder_on_the_day_of_publication(published: str | None, name: str) -> None:
    text = "The Syrian president spoke on television."
    found = mark_parties(parse(text), Document(text, published=published), (), load_registry())
    assert [one.name for one in found if one.text == "The Syrian president"] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Fighters from the Allied Democratic Forces raided the village.",
        "Fighters loyal to the Allied Democratic Forces raided the village.",
        "Fighters belonging to the Allied Democratic Forces raided the village.",
    ],
)
def test_fighters_are_of_the_group_named_after_them(text: str) -> None:
    found = party(text, "Fighters")
    assert (found.side, found.name) == ("ADF", "Allied Democratic Forces fighters")


def test_fighters_from_a_country_are_not_its_own() -> None:
    assert party("Fighters from Sudan raided the village.", "Fighters").side is None


def test_a_general_staff_is_no_general() -> None:
    text = 'The General Staff in Kyiv rejected the claim of Moscow. "We hold the city," it wrote.'
    assert (party(text, "The General Staff").type, party(text, "it").name) == ("armed", "General Staff")
