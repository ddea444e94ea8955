"""When something began, no surer than the words."""

from dataclasses import replace

import pytest

from tests.made import claim, document
from vedette.assessment.begun import begun, narrowest
from vedette.model import Link, Since, Time, TimePrecision


def told(words: str | None, first: str, last: str, precision: TimePrecision, lasting: bool = False) -> Since:
    """What a claim with a time tells of a beginning."""
    return begun(replace(claim(), time=Time(words, None, None, first, last, precision)), lasting)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("15 April 2023", "2023-04-15", "2023-04-15", "since"),
        ("Wednesday", "2024-11-27", "2024-11-27", "since"),
        ("May 2024", "2024-05-01", "2024-05-31", "month"),
        ("2014", "2014-01-01", "2014-12-31", "year"),
        ("the start of the offensive", "2024-05-01", "2024-05-01", "since"),
    ],
)
def test_since_a_month_is_since_some_day_of_it(words: str, first: str, last: str, precision: TimePrecision) -> None:
    assert told(words, first, "2025-03-21", "since") == Since(first, last, precision)


def test_a_report_that_dates_nothing_only_tells_by_when() -> None:
    assert told(None, "2024-12-07", "2024-12-07", "published") == Since(None, "2024-12-07", "published")
    assert told("Saturday", "2024-12-07", "2024-12-07", "day", lasting=True) == Since(None, "2024-12-07", "day")
    assert begun(replace(claim(), time=None), lasting=False) == Since(None, "2024-12-07", "published")


def test_the_day_on_which_it_was_said_is_not_the_day_on_which_it_happened() -> None:
    text = "The army said on Monday that the town had fallen on Saturday."
    about = document(text)
    link = Link("the army", 0, 8, "army", "military", "said", 9, 13)
    said = replace(claim(of=about), chain=(link,), time=Time("Monday", 17, 23, "2024-12-02", "2024-12-02", "day"))
    fell = replace(said, time=Time("Saturday", 52, 60, "2024-11-30", "2024-11-30", "day"))
    assert begun(said, lasting=False) == Since(None, "2024-12-02", "published")
    assert begun(fell, lasting=False) == Since("2024-11-30", "2024-11-30", "day")


def test_what_is_dated_narrows_what_is_not() -> None:
    by, day = Since(None, "2024-12-07", "published"), Since("2024-12-05", "2024-12-05", "day")
    week = Since("2024-12-02", "2024-12-08", "week")
    assert narrowest([by, day]) == narrowest([day, week, by]) == day
    assert narrowest([by, Since("2024-12-09", "2024-12-09", "day")]) == by


def test_two_dates_leave_it_open_between_them() -> None:
    days = [Since(f"2024-12-0{n}", f"2024-12-0{n}", "day") for n in (5, 6)]
    assert narrowest(days) == Since("2024-12-05", "2024-12-06", "day")
    assert narrowest([days[0], Since("2024-12-20", "2024-12-20", "day")]) == days[0]


def test_a_report_tells_by_which_day_of_a_week_it_was() -> None:
    told = [Since("2024-12-02", "2024-12-08", "week"), Since(None, "2024-12-04", "published")]
    assert narrowest(told) == Since("2024-12-02", "2024-12-04", "week")
