"""Moments in UTC and the bounds of dates."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.ledger.words import earliest, from_text, latest, to_text

_moments = st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1)).map(  # noqa: DTZ001
    lambda naive: naive.replace(tzinfo=timezone(timedelta(hours=3)))
)


@given(_moments)
def test_a_moment_comes_back_as_it_was(moment: datetime) -> None:
    assert from_text(to_text(moment)) == moment


@given(_moments, _moments)
def test_moments_sort_as_text(one: datetime, other: datetime) -> None:
    assert (to_text(one) < to_text(other)) == (one < other)


def test_a_moment_is_written_in_utc() -> None:
    assert to_text(datetime(2024, 12, 7, 21, tzinfo=timezone(timedelta(hours=3)))) == "2024-12-07T18:00:00.000000+00:00"
    assert from_text(to_text(datetime(2024, 12, 7, tzinfo=UTC))).tzinfo == UTC


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", "2024-01-01T00:00:00", "2024-12-31T23:59:59"),
        ("2024-02", "2024-02-01T00:00:00", "2024-02-29T23:59:59"),
        ("2024-12-07", "2024-12-07T00:00:00", "2024-12-07T23:59:59"),
        ("2024-12-07T18:30", "2024-12-07T18:30:00", "2024-12-07T18:30:00"),
        ("2024-12-07T01:00:00+03:00", "2024-12-06T22:00:00", "2024-12-06T22:00:00"),
        ("2024-12-07T18:30:00Z", "2024-12-07T18:30:00", "2024-12-07T18:30:00"),
    ],
)
def test_a_date_has_a_first_and_a_last_second(iso: str, first: str, last: str) -> None:
    assert (earliest(iso), latest(iso)) == (first, last)


@pytest.mark.parametrize("iso", [None, "", "0000", "2024-13", "2024-02-30", "yesterday", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_date_has_no_bounds(iso: str | None) -> None:
    assert (earliest(iso), latest(iso)) == (None, None)


@given(st.text())
def test_any_text_may_be_asked_for_its_bounds(text: str) -> None:
    assert (earliest(text) is None) == (latest(text) is None)
