"""One source under any of its names, and whose interest it serves."""

import pytest

from vedette.assessment.sources import medium_of, source_of
from vedette.model import Link, SourceType


def told_by(name: str, kind: SourceType, text: str | None = None) -> Link:
    return Link(text or name, 0, 4, name, kind)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the Syrian Observatory", "SOHR"),
        ("army's spokesman", "the army"),
        ("a spokesman for the rebel front", "rebel front"),
        ("spokeswoman of the Harbour Council", "the Harbour Council"),
        ("Graustark’s defence ministry", "Graustark defence ministry"),
    ],
)
def test_a_source_is_itself_under_other_words(left: str, right: str) -> None:
    assert source_of(told_by(left, "official")).key == source_of(told_by(right, "official")).key


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("residents", "witness"),
        ("Aleppo residents", "witness"),
        ("its spokesman", "official"),
        ("two army officers", "military"),
        ("local officials", "official"),
        ("a rebel commander", "belligerent"),
        ("video", "document"),
        ("two rebel commanders and a resident", "belligerent"),
        ("officials, doctors and witnesses", "official"),
        ("media outlets", "outlet"),
    ],
)
def test_who_has_no_name_is_nameless(name: str, kind: SourceType) -> None:
    assert source_of(told_by(name, kind)).nameless


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Amina Diallo", "witness"),
        ("Omar al-Hadi", "expert"),
        ("police", "official"),
        ("rebels", "belligerent"),
        ("the army", "military"),
        ("the mayor of Rufaa", "official"),
        ("a human rights group", "ngo"),
        ("army spokesman", "military"),
        ("Amina Diallo, an official", "official"),
    ],
)
def test_bodies_offices_and_people_with_a_name_are_not(name: str, kind: SourceType) -> None:
    assert not source_of(told_by(name, kind)).nameless


def test_a_medium_serves_whoever_controls_it_else_its_owner() -> None:
    state = source_of(told_by("Russian defence ministry", "military")).interest
    assert medium_of("TASS").interest == medium_of("RT").interest == state == "Russia"
    assert medium_of("Tasnim").interest == "Iran"
    assert medium_of("Al-Manar").interest == "Hezbollah"
    assert medium_of("RFI").interest == medium_of("France 24").interest == "France Médias Monde"
    assert medium_of("Reuters").interest is None


@pytest.mark.parametrize(
    ("name", "kind", "side"),
    [
        ("Hamas official", "official", "Hamas"),
        ("Sri Lankan navy", "military", "Sri Lanka"),
        ("Ukrainian villagers", "witness", None),
        ("a hospital", "witness", None),
    ],
)
def test_a_side_is_known_from_the_words_for_a_source(name: str, kind: SourceType, side: str | None) -> None:
    assert source_of(told_by(name, kind)).interest == side


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("A Nigerian army officer", "Nigerian government"),
        ("Two Hamas officials", "Hamas"),
        ("A Western security source", None),
    ],
)
def test_who_withholds_the_name_has_the_interest_of_the_side_he_speaks_for(name: str, side: str | None) -> None:
    source = source_of(told_by(name, "anonymous"))
    assert (source.interest, source.nameless) == (side, True)


def test_a_name_with_an_s_of_its_own_is_the_registrys() -> None:
    assert source_of(told_by("Sudan People's Liberation Movement-North", "belligerent")).interest == "SPLM-N"
