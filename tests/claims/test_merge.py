"""Repetition inside one document is claimed once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.claims.conftest import Read
from vedette.claims.merge import merge
from vedette.model import Claim, Document, Link, Party, Place

DOCUMENT = Document("Rebels took Sake. " * 20, outlet="Example Times")


def claim(at: int, parties: tuple[str, ...] = ("rebels",), origin: str = "Example Times", place: str = "Sake") -> Claim:
    """A capture told at an offset."""
    return Claim(
        "control", "capture", DOCUMENT, DOCUMENT.quote(at * 18, at * 18 + 17),
        parties=tuple(Party("agent", name, 0, 6, name=name) for name in parties),
        places=(Place("at", place, 12, 16, name=place),), chain=(Link(origin, None, None, origin, "outlet"),),
    )  # fmt: skip


def test_a_second_telling_goes_into_also() -> None:
    merged = merge([claim(0), claim(1)])
    assert [one.also for one in merged] == [((18, 35),)]


def test_the_fuller_telling_stays() -> None:
    (merged,) = merge([claim(0, parties=()), claim(1)])
    assert merged.parties and merged.also == ((0, 17),)


def test_another_origin_is_another_claim() -> None:
    assert len(merge([claim(0), claim(1, origin="Reuters")])) == 2


def test_another_standing_is_another_claim() -> None:
    assert len(merge([claim(0), replace(claim(1), standing="denied")])) == 2


@given(st.lists(st.tuples(st.integers(0, 15), st.sampled_from(["Sake", "Goma"]), st.sampled_from(["A", "B"]))))
def test_merging_twice_changes_nothing_and_no_place_is_lost(rows: list[tuple[int, str, str]]) -> None:
    claims = [claim(at, origin=origin, place=place) for at, place, origin in rows]
    merged = merge(claims)
    assert merge(merged) == merged
    assert {(one.places[0].name, one.chain[0].name) for one in merged} == {(place, origin) for _, place, origin in rows}


def test_what_has_lasted_keeps_since_when_it_has(read: Read) -> None:
    text = "Jets bomb Goma, held by M23, on Tuesday.\n\nGoma has been held by M23 since January 2025."
    held = [one for one in read(text) if one.type == "hold"]
    assert [one.time.first for one in held if one.time is not None] == ["2025-01-01"]
