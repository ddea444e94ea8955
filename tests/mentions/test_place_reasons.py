"""What a name may mean, in the order of the reader, and why."""

import pytest

from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.places.context import Reading, choose, find_places
from vedette.model import VedetteError

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize("name", ["Homs", "Tripoli", "Goma", "Paris", "Georgia", "Springfield", "Idlib", "Deir Zor"])
def test_the_first_candidate_is_the_one_that_the_reader_takes(name: str) -> None:
    found = find_places(GAZETTEER, name)
    assert found.candidates[0].entry == choose([Reading(GAZETTEER.lookup(name))], {})[0]
    scores = [one.score for one in found.candidates if one.score is not None]
    assert scores == sorted(scores, reverse=True)


def test_the_place_named_beside_it_decides_and_is_the_reason() -> None:
    alone, near = find_places(GAZETTEER, "Tripoli"), find_places(GAZETTEER, "Tripoli", near="Beirut")
    assert (alone.candidates[0].entry.country, near.candidates[0].entry.country) == ("LY", "LB")
    assert near.near is not None and near.near.name == "Beirut"
    assert "more people live there" in alone.why[0] and "the other place" in near.why[0]
    assert near.why[1].startswith("For the other speaks: more people live there")


def test_a_country_leaves_only_its_places() -> None:
    found = find_places(GAZETTEER, "Tripoli", country="GR")
    assert {one.entry.country for one in found.candidates} == {"GR"}


def test_an_area_named_after_its_town_comes_last_and_is_explained() -> None:
    found = find_places(GAZETTEER, "Homs", country="SY")
    assert found.candidates[-1].entry.precision == "province" and found.candidates[-1].score is None
    assert any("named after its town" in words for words in found.why)


def test_it_is_told_when_the_name_alone_is_no_place_yet() -> None:
    assert any("The name alone weighs" in words for words in find_places(GAZETTEER, "Saraqib").why)
    assert not any("The name alone weighs" in words for words in find_places(GAZETTEER, "Syria").why)


def test_unknown_names_have_no_candidates_and_nothing_is_near_them() -> None:
    assert find_places(GAZETTEER, "Blorvik-upon-Nought").candidates == ()
    with pytest.raises(VedetteError, match="Blorvik"):
        find_places(GAZETTEER, "Homs", near="Blorvik-upon-Nought")
