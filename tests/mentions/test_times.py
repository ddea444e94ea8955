"""Time expressions: TIMEX3 values and the days they may mean, seen from Saturday 7 December 2024."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.lexicon import load
from vedette.mentions.parser import parse
from vedette.mentions.times import calendar
from vedette.mentions.times.marking import mark_times
from vedette.mentions.times.words import TimeEntry
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
        ("They left about two weeks ago.", "about two weeks ago", "2024-11-23"),
        ("They left years ago.", "years ago", "PAST_REF"),
        ("They left early on Monday.", "early on Monday", "2024-12-02"),
        ("They left the day before yesterday.", "the day before yesterday", "2024-12-05"),
        ("Shells fell overnight.", "overnight", "2024-12-07TNI"),
        ("They left on Monday morning.", "Monday morning", "2024-12-02TMO"),
        ("They left on Tuesday afternoon.", "Tuesday afternoon", "2024-12-03TAF"),
        ("They must leave by Thursday afternoon local time.", "Thursday afternoon", "2024-12-12TAF"),
        ("It fell at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2024-12-04T22:00"),
        ("It fell at 0830 GMT.", "0830 GMT", "2024-12-07T08:30Z"),
        ("It fell at noon Monday.", "noon Monday", "2024-12-02T12:00"),
        ("They left in March.", "March", "2024-03"),
        ("They left in March last year.", "March last year", "2023-03"),
        ("They left last year.", "last year", "2023"),
        ("They left at the end of 2012.", "the end of 2012", "2012"),
        ("They left in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("They left in the 19th century.", "the 19th century", "18"),
        ("They left last summer.", "last summer", "2024-SU"),
        ("They left in the first quarter.", "the first quarter", "2024-Q1"),
        ("They left in the third quarter of 2012.", "the third quarter of 2012", "2012-Q3"),
        ("It lasted 36 hours.", "36 hours", "PT36H"),
        ("It lasted at least two weeks.", "at least two weeks", "P2W"),
        ("A 10-day siege ended.", "10-day", "P10D"),
        ("It lasted a year and a half.", "a year and a half", "P1Y6M"),
        ("It lasted for weeks.", "weeks", "PXW"),
        ("They patrol every day.", "every day", "P1D"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("Five flights a week land there.", "a week", "P1W"),
        ("They fasted through Ramadan.", "Ramadan", "XXXX-XX"),
        ("They were hit on 10 Muharram.", "10 Muharram", "XXXX-XX-XX"),
        ("They were hit in Ramadan 2014.", "Ramadan 2014", "2014-XX"),
        ("They left on the eve of Friday's vote.", "the eve of Friday", "2024-12-05"),
    ],
)
def test_words_have_their_value(text: str, words: str, value: str) -> None:
    found = one(text)
    assert (found.text, found.value) == (words, value)


def test_since_runs_until_the_publication() -> None:
    found = one("Since late November thousands fled.")
    assert (found.first, found.last, found.precision) == ("2024-11-21", "2024-12-07", "since")


def test_since_the_weekend_begins_on_saturday() -> None:
    found = one("Since the weekend thousands fled.", "2024-12-05")
    assert (found.first, found.last, found.precision) == ("2024-11-30", "2024-12-05", "since")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They left on Sunday.", "2024-12-01"),
        ("He could not be reached on Sunday.", "2024-12-01"),
        ("They will leave on Sunday.", "2024-12-08"),
        ("Sunday's summit is due.", "2024-12-08"),
        ("He vowed to attack on Sunday.", "2024-12-08"),
        ("They may leave as soon as Sunday.", "2024-12-08"),
        ("They are leaving on January 14.", "2025-01-14"),
        ("They left on January 14.", "2024-01-14"),
    ],
)
def test_tense_and_words_that_look_ahead_choose_the_side(text: str, value: str) -> None:
    assert one(text).value == value


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("They fled between 3 and 5 December.", ["3", "5 December"], ("2024-12-03", "2024-12-05")),
        ("They fled from Monday to Wednesday.", ["Monday", "Wednesday"], ("2024-12-02", "2024-12-04")),
        ("The raid of December 3-5 failed.", ["December 3", "5"], ("2024-12-03", "2024-12-05")),
    ],
)
def test_both_ends_of_a_range_have_its_days(text: str, words: list[str], days: tuple[str, str]) -> None:
    found = mark_times(parse(text), SEEN_FROM)
    assert [time.text for time in found] == words
    assert {(time.first, time.last) for time in found} == {days}


def test_relative_words_of_the_story_go_by_the_last_date() -> None:
    text = "It fell on 1 December. The next day they left. Two days later they were back. That day a truce began."
    assert [found.value[-2:] for found in mark_times(parse(text), SEEN_FROM)] == ["01", "02", "04", "04"]


def test_that_year_is_the_year_named_last() -> None:
    found = mark_times(parse("They fled in June 2013. Later that year they came home."), SEEN_FROM)
    assert found[1].value == "2013"


def test_recent_days_are_the_last_week() -> None:
    found = one("In recent days thousands fled.")
    assert (found.value, found.first, found.last) == ("PAST_REF", "2024-11-30", "2024-12-07")


def test_an_hour_before_on_friday_is_on_friday() -> None:
    clock, friday = mark_times(parse("It fell at 4 a.m. GMT on Friday."), SEEN_FROM)
    assert (clock.value, friday.value) == ("2024-12-06T04:00Z", "2024-12-06")


@pytest.mark.parametrize(
    ("value", "sentence"), [(one.value, yes) for one in load("times", TimeEntry) for yes in one.yes]
)
def test_the_words_of_the_table_have_their_value(value: str, sentence: str) -> None:
    assert [found for found in mark_times(parse(sentence), SEEN_FROM) if value in found.value]


@pytest.mark.parametrize(("value", "sentence"), [(one.value, no) for one in load("times", TimeEntry) for no in one.no])
def test_other_words_have_not(value: str, sentence: str) -> None:
    assert not [found for found in mark_times(parse(sentence), SEEN_FROM) if value in found.value]


@pytest.mark.parametrize(
    "text", ["It may rain.", "The March of the mothers began.", "A second group left.", "She is 40 years old."]
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert mark_times(parse(text), SEEN_FROM) == ()


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
