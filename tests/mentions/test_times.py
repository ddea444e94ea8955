"""Time expressions: TIMEX3 values and the days they may mean, seen from Saturday 7 December 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.mentions import calendar
from vedette.mentions.parser import parse
from vedette.mentions.times import mark_times
from vedette.model import TimeMention

SEEN_FROM = "2024-12-07"


def one(text: str, published: str | None = SEEN_FROM) -> TimeMention:
    """The only time expression of a text."""
    (found,) = mark_times(parse(text), published)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They left on December 6.", "December 6", "2024-12-06"),
        ("They left on 6 December 2023.", "6 December 2023", "2023-12-06"),
        ("They left on Monday.", "Monday", "2024-12-02"),
        ("They will leave on Monday.", "Monday", "2024-12-09"),
        ("They left yesterday.", "yesterday", "2024-12-06"),
        ("They left a week ago.", "a week ago", "2024-11-30"),
        ("They left three days ago.", "three days ago", "2024-12-04"),
        ("They left last week.", "last week", "2024-W48"),
        ("They left last month.", "last month", "2024-11"),
        ("They left in late November.", "late November", "2024-11"),
        ("They left in March 2011.", "March 2011", "2011-03"),
        ("They left in 2011.", "2011", "2011"),
        ("They left in the 1990s.", "the 1990s", "199"),
        ("They fought for three days.", "three days", "P3D"),
        ("They patrol every night.", "every night", "P1D"),
        ("They left on Friday night.", "Friday night", "2024-12-06TNI"),
        ("They left at 5 p.m. local time.", "5 p.m.", "2024-12-07T17:00"),
        ("It was dated 2024-11-30.", "2024-11-30", "2024-11-30"),
        ("They will leave soon.", "soon", "FUTURE_REF"),
    ],
)
def test_words_have_their_value(text: str, words: str, value: str) -> None:
    found = one(text)
    assert (found.text, found.value) == (words, value)


def test_since_runs_until_the_publication() -> None:
    found = one("Since late November thousands fled.")
    assert (found.first, found.last, found.precision) == ("2024-11-21", "2024-12-07", "since")


def test_a_week_ago_is_known_to_a_day_either_way() -> None:
    found = one("They left a week ago.")
    assert (found.first, found.last) == ("2024-11-29", "2024-12-01")


def test_without_a_publication_nothing_is_guessed() -> None:
    found = one("They left on Monday.", None)
    assert (found.value, found.first, found.last) == ("XXXX-WXX-1", None, None)


@pytest.mark.parametrize("text", ["Some 2,000 people left.", "Resolution 2254 was adopted.", "A 36-year-old man left."])
def test_counts_resolutions_and_ages_are_no_dates(text: str) -> None:
    assert [found for found in mark_times(parse(text), SEEN_FROM) if found.timex == "DATE"] == []


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_nearest_one_in_its_direction(when: date, number: int) -> None:
    before, after = calendar.weekday(when, number, -1), calendar.weekday(when, number, 1)
    assert before.weekday() == after.weekday() == number
    assert 0 <= (when - before).days <= 6 and 1 <= (after - when).days <= 7


@given(
    st.dates(date(1990, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["day", "week", "month", "quarter", "year"]),
    st.integers(-40, 40),
)
def test_a_shifted_window_has_its_ends_in_order(when: date, unit: str, count: int) -> None:
    window = calendar.shifted(when, unit, count)
    assert window.first is not None and window.last is not None and window.first <= window.last


@given(st.text(alphabet="0123456789 -/:,.amp daysgoMonJn", max_size=60))
def test_odd_figures_never_trip_the_rules(text: str) -> None:
    for found in mark_times(parse(text), SEEN_FROM):
        assert text[found.start : found.end] == found.text
