"""Dates are read as they are written; what is not written is not filled in."""

from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading_room import NOW
from vedette.documents.dates import is_future, parse_date

_days = st.dates(date(1900, 1, 1), date(2199, 1, 1))


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-12-07", "2024-12-07"),
        ("2024/12/07", "2024-12-07"),
        ("20241207", "2024-12-07"),
        ("7 December 2024", "2024-12-07"),
        ("December 7, 2024", "2024-12-07"),
        ("Saturday, 7th December 2024", "2024-12-07"),
        ("27/01/2025", "2025-01-27"),
        ("2024-12-07 00:00:00", "2024-12-07"),
        ("2024-12-07 18:30:00", "2024-12-07T18:30:00"),
        ("2024-12-07T18:30:00Z", "2024-12-07T18:30:00+00:00"),
        ("20241207T183000Z", "2024-12-07T18:30:00+00:00"),
        ("20241207183000", "2024-12-07T18:30:00"),
        ("Sat, 07 Dec 2024 18:30:00 +0200", "2024-12-07T18:30:00+02:00"),
        ("Dec. 7, 2024 6:30 PM EST", "2024-12-07T18:30:00-05:00"),
        ("07 Dec 2024 | 10:30 GMT", "2024-12-07T10:30:00+00:00"),
        ("1733567400", "2024-12-07T10:30:00+00:00"),
        (1733567400, "2024-12-07T10:30:00+00:00"),
        (1733567400000, "2024-12-07T10:30:00+00:00"),
        (date(2024, 12, 7), "2024-12-07"),
        (datetime(2024, 12, 7, 9, 5, tzinfo=UTC), "2024-12-07T09:05:00+00:00"),
    ],
)
def test_dates_are_read_in_many_forms(written: object, iso: str) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    "written",
    ["7 December", "December 2024", "2024", "2024-12", "Saturday", "yesterday", "10:30", "soon", "", "x" * 100,
     "10 killed on 7 December 2024", "30 February 2024", "7 December 0024", "2024 or 2025, 7 December",
     True, None, float("nan"), float("inf"), 10**400, -5, 12, ["2024-12-07"], {"date": "2024-12-07"}],
)  # fmt: skip
def test_what_is_no_whole_date_gives_none(written: object) -> None:
    assert parse_date(written) is None


@pytest.mark.parametrize("written", ["07/12/2024", "12.07.2024", "7-12-2024"])
def test_a_date_that_reads_two_ways_gives_none(written: str) -> None:
    assert parse_date(written) is None


def test_a_zone_nobody_can_place_is_left_out() -> None:
    assert parse_date("7 December 2024 10:00 XYZ") == "2024-12-07T10:00:00"


@given(_days, st.times(timezones=st.just(UTC)))
def test_a_moment_comes_back_to_the_second(day: date, hour: clock) -> None:
    whole = datetime.combine(day, hour.replace(microsecond=0))
    assert datetime.fromisoformat(parse_date(whole.isoformat()) or "") == whole


@given(_days, st.sampled_from(["%d %B %Y", "%B %d, %Y", "%a, %d %b %Y"]))
def test_a_date_in_words_is_the_date(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.one_of(st.text(), st.text("0123456789 -/:.TZ+DecJan,"), st.integers(), st.floats(), st.binary()))
def test_whatever_comes_is_a_date_or_none(value: object) -> None:
    read = parse_date(value)
    assert read is None or parse_date(read) == read


def test_tomorrow_is_not_yet_the_future_for_a_paper_east_of_here() -> None:
    assert not is_future((NOW + timedelta(hours=20)).isoformat(), NOW)
    assert is_future((NOW + timedelta(hours=30)).isoformat(), NOW)


def test_a_bare_date_can_lie_in_the_future() -> None:
    assert is_future("2025-02-04", NOW)
    assert not is_future("2025-02-02", NOW)
