"""The choice between namesakes, with made-up places: fame, neighbours, countries, and what the text says."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.context import TOGETHER, Reading, choose, focus

BIG = Entry("Aral", "FR", "settlement", 48.0, 2.0, 900_000, 1, "11")
SMALL = Entry("Aral", "SY", "settlement", 35.0, 37.0, 30_000, 2, "09")
NEAR_SMALL = Entry("Bort", "SY", "settlement", 35.1, 37.1, 20_000, 3, "09")
NEARER = Entry("Cadiz", "SY", "settlement", 35.05, 37.05, 15_000, 4, "09")
DIVISION = Entry("Aral", "SY", "province", 35.5, 37.5, 200_000, None, "09")
COUNTRY = Entry("Syria", "SY", "country", 35.0, 38.0, 17_000_000, 5)
HAMLET = Entry("Dun", "NO", "settlement", 60.0, 9.0, 700, 6, "02")


def chosen(*readings: Reading, countries: dict[str, int] | None = None) -> list[int | None]:
    """The numbers of the chosen entries."""
    return [one.geonames_id if one else None for one in choose(readings, countries or {})]


def test_alone_the_larger_place_is_meant() -> None:
    assert chosen(Reading((SMALL, BIG))) == [1]


def test_neighbours_outweigh_fame() -> None:
    assert chosen(Reading((BIG, SMALL)), Reading((NEAR_SMALL,), 3), Reading((NEARER,), 3)) == [2, 3, 4]


def test_the_country_that_the_text_speaks_of_outweighs_fame() -> None:
    assert chosen(Reading((BIG, SMALL)), Reading((COUNTRY,), 4), countries={"SY": 9}) == [2, 5]


def test_what_the_text_says_outweighs_everything() -> None:
    told = Reading((BIG, SMALL), within=frozenset({("SY", None)}))
    assert chosen(told, countries={"FR": 50}) == [2]


def test_a_division_is_meant_where_it_holds_the_town_before_it() -> None:
    held = Reading((BIG, DIVISION), holds=frozenset({("SY", "09")}))
    assert choose([held, Reading((NEAR_SMALL,))], {})[0] == DIVISION


def test_a_bare_name_is_the_town_and_not_the_division_named_after_it() -> None:
    assert chosen(Reading((DIVISION, SMALL))) == [2]


def test_a_division_whose_town_is_tiny_keeps_its_name() -> None:
    assert choose([Reading((DIVISION, replace(SMALL, population=600)))], {}) == [DIVISION]


def test_another_name_of_a_place_counts_for_less() -> None:
    assert chosen(Reading((replace(BIG, main=False), replace(SMALL, population=100_000)))) == [2]


def test_a_capital_counts_for_more() -> None:
    seat = replace(SMALL, population=850_000, capital=True)
    assert chosen(Reading((BIG, seat))) == [2]


def test_an_obscure_place_far_from_all_others_is_not_believed() -> None:
    others = [Reading((one,), 2) for one in (COUNTRY, NEAR_SMALL, NEARER)]
    assert chosen(Reading((HAMLET,)), *others) == [None, 5, 3, 4]
    assert chosen(Reading((HAMLET,))) == [6]


def test_names_without_entries_mean_nothing() -> None:
    assert chosen(Reading(()), Reading((BIG,)), Reading(())) == [None, 1, None]
    assert choose([], {}) == []
    assert choose([Reading(())], {}) == [None]


def test_more_names_than_fit_together_are_all_answered() -> None:
    readings = [Reading((BIG, SMALL))] * TOGETHER
    assert len(choose(readings, {})) == TOGETHER


ENTRIES = st.builds(
    Entry,
    st.just("X"),
    st.sampled_from(["SY", "FR", None]),
    st.sampled_from(["settlement", "province", "country", "region", "district", "point"]),
    st.one_of(st.none(), st.floats(-90, 90)),
    st.one_of(st.none(), st.floats(-180, 180)),
    st.integers(0, 40_000_000),
    st.one_of(st.none(), st.integers(1, 9)),
    st.sampled_from(["01", "02", None]),
    st.booleans(),
)


@given(st.lists(st.lists(ENTRIES, max_size=4), max_size=6))
def test_what_is_chosen_was_to_be_chosen_from(lists: list[list[Entry]]) -> None:
    readings = [Reading(tuple(entries)) for entries in lists]
    found = choose(readings, {"SY": 2})
    assert len(found) == len(lists)
    assert all(one is None or one in entries for one, entries in zip(found, lists, strict=True))


@given(st.lists(ENTRIES, min_size=1, max_size=6))
def test_a_name_said_to_lie_in_a_country_lies_there_if_it_can(entries: list[Entry]) -> None:
    found = choose([Reading(tuple(entries), within=frozenset({("SY", None)}))], {})[0]
    could = [one for one in entries if one.country == "SY" and one.precision == "settlement"]
    assert not could or (found is not None and found.country == "SY")


@pytest.mark.parametrize(
    ("entries", "spoken", "country"),
    [([SMALL, NEARER, COUNTRY], {}, "SY"), ([SMALL, BIG], {}, None), ([SMALL], {"SY": 4}, "SY"), ([], {}, None)],
)
def test_a_report_plays_in_the_country_that_nearly_all_of_it_speaks_of(
    entries: list[Entry | None], spoken: dict[str, int], country: str | None
) -> None:
    assert focus(entries, spoken) == country
