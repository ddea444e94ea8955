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
        ("Gunmen burst into the studio on Monday.", "Monday", "2024-12-02"),
        ("Cars were set alight on Monday.", "Monday", "2024-12-02"),
        ("They left a week ago.", "a week ago", "2024-11-30"),
        ("They left six weeks ago.", "six weeks ago", "2024-W43"),
        ("They left on Monday, Dec. 2: the day of the talks.", "Monday, Dec. 2", "2024-12-02"),
        ("They were found on Thanksgiving Day.", "Thanksgiving Day", "2024-11-28"),
        ("A dam is to be rebuilt by February.", "February", "2025-02"),
        ("A court Thursday refused to order their return.", "Thursday", "2024-12-05"),
        ("An article on Friday says so.", "Friday", "2024-12-06"),
        ("In the years that followed, guerrillas took the hills.", "the years", "PXY"),
        ("Fighting lasted into the summer.", "the summer", "2024-SU"),
        ("Talks are off in the near term.", "the near term", "FUTURE_REF"),
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
        ("They were hit on 10 Muharram 1446.", "10 Muharram 1446", "2024-07-16"),
        ("They were hit on 10 Muharram 1446 AH.", "10 Muharram 1446 AH", "2024-07-16"),
        ("They fled on the eve of Eid al-Adha 2023.", "the eve of Eid al-Adha 2023", "2023-06-27"),
        ("They fled last Thanksgiving.", "last Thanksgiving", "2024-11-28"),
        ("They fled on Good Friday.", "Good Friday", "2024-03-29"),
        ("They fled on the eve of the 5 December vote.", "the eve of the 5 December", "2024-12-04"),
        ("Talks resume on Sunday.", "Sunday", "2024-12-08"),
        ("They planned a march on Sunday.", "Sunday", "2024-12-08"),
        ("The truce had been due to end on Sunday.", "Sunday", "2024-12-01"),
        ("The army gave them until 9 a.m. Tuesday.", "9 a.m. Tuesday", "2024-12-10T09:00"),
        ("By mid-afternoon they were gone.", "mid-afternoon", "2024-12-07TAF"),
        ("The 20-month-old war went on.", "20-month-old", "P20M"),
        ("The decade-long siege ended.", "decade-long", "P10Y"),
        ("A months-long siege ended.", "A months-long", "PXM"),
        ("It lasted almost a hundred years.", "almost a hundred years", "P100Y"),
        ("They fled in the first hours of the raid.", "the first hours", "PTXH"),
        ("It began on 24/02/2022.", "24/02/2022", "2022-02-24"),
        ("The town was retaken four months later.", "four months later", "PAST_REF"),
        ("The dam burst on the night of June 5.", "June 5", "2024-06-05"),
        ("They were hit in Ramadan 2014.", "Ramadan 2014", "2014-XX"),
        ("They were hit in late Shaaban 1445.", "late Shaaban 1445", "2024-XX"),
        ("They left on the eve of Friday's vote.", "the eve of Friday", "2024-12-05"),
        ("They remember Hama 1982.", "1982", "1982"),
        ("After several quarters of losses they closed it.", "several quarters", "PXQ"),
        ("They fled after a six year siege.", "six year", "P6Y"),
        ("Over the years the wells dried up.", "the years", "PXY"),
        ("They will one day return home.", "one day", "FUTURE_REF"),
        ("It is the third day of the siege.", "the third day", "2024-12-07"),
        ("They shelled it on the second night of fighting.", "the second night", "2024-12-07TNI"),
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
        ("Between 12 and 15 January they fled.", ["12", "15 January"], ("2024-01-12", "2024-01-15")),
        ("They fled from March to June 2023.", ["March", "June 2023"], ("2023-03-01", "2023-06-30")),
        ("They fled from 24 February to 3 March 2022.", ["24 February", "3 March 2022"], ("2022-02-24", "2022-03-03")),
        ("It was shelled in 2014-2015.", ["2014", "2015"], ("2014-01-01", "2015-12-31")),
        ("The raid of December 3-5 failed.", ["December 3", "5"], ("2024-12-03", "2024-12-05")),
    ],
)
def test_both_ends_of_a_range_have_its_days(text: str, words: list[str], days: tuple[str, str]) -> None:
    found = mark_times(parse(text), SEEN_FROM)
    assert [time.text for time in found] == words
    assert {(time.first, time.last) for time in found} == {days}


def test_hours_of_a_range_have_its_hours() -> None:
    early, late, day = mark_times(parse("They fled from 3 to 7 a.m. on Tuesday."), SEEN_FROM)
    assert (early.first, early.last) == (late.first, late.last) == ("2024-12-03T03:00", "2024-12-03T07:00")
    assert (day.first, day.last) == ("2024-12-03", "2024-12-03")


def test_relative_words_of_the_story_go_by_the_last_date() -> None:
    text = "It fell on 1 December. The next day they left. Two days later they were back. That day a truce began."
    assert [found.value[-2:] for found in mark_times(parse(text), SEEN_FROM)] == ["01", "02", "04", "04"]


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They fasted through Ramadan.", "2024-03-10", "2024-04-10", "month"),
        ("They will fast in Ramadan.", "2025-02-28", "2025-03-30", "month"),
        ("It was hit in the first days of Ramadan.", "2024-03-10", "2024-03-18", "week"),
        ("It was hit in the last ten days of Ramadan.", "2024-03-30", "2024-04-10", "week"),
        ("It was hit on 10 Muharram.", "2024-07-15", "2024-07-17", "day"),
        ("It fell in the first week of March.", "2024-03-01", "2024-03-07", "week"),
        ("It began on 03/04/2022.", "2022-03-04", "2022-04-03", "year"),
        ("They fear the weeks ahead.", "2024-12-07", "2025-01-06", "week"),
        ("They left at dawn.", "2024-12-07", "2024-12-07", "hour"),
        ("Later in the day they left.", "2024-12-07", "2024-12-07", "day"),
    ],
)
def test_words_have_their_window(text: str, first: str | None, last: str | None, precision: str) -> None:
    found = one(text)
    assert (found.first, found.last, found.precision) == (first, last, precision)


def test_that_year_is_the_year_named_last() -> None:
    found = mark_times(parse("They fled in June 2013. Later that year they came home."), SEEN_FROM)
    assert found[1].value == "2013"


def test_recent_days_are_the_last_week() -> None:
    found = one("In recent days thousands fled.")
    assert (found.value, found.first, found.last) == ("PXD", "2024-11-30", "2024-12-07")


def test_earlier_this_week_is_this_week() -> None:
    assert (found := one("They left earlier this week.")).value == "2024-W49" and found.text == "this week"


def test_what_was_set_on_fire_on_a_day_lies_behind() -> None:
    assert one("On Sept 14 forty lorries were set on fire near the ford.").value == "2024-09-14"


def test_the_past_week_runs_up_to_today() -> None:
    found = one("Over the past week thousands fled.")
    assert (found.value, found.first, found.last) == ("2024-W48", "2024-11-30", "2024-12-07")


def test_a_year_earlier_goes_by_the_quarter_that_a_report_is_about() -> None:
    text = "Exports rose in the third quarter after a weak second quarter. They were lower a year earlier."
    assert mark_times(parse(text), SEEN_FROM)[-1].value == "2023-Q3"


def test_an_hour_before_on_friday_is_on_friday() -> None:
    clock, friday = mark_times(parse("It fell at 4 a.m. GMT on Friday."), SEEN_FROM)
    assert (clock.value, clock.first, friday.value) == ("2024-12-06T04:00", "2024-12-06T04:00Z", "2024-12-06")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("It fell at 0830 GMT.", "2024-12-07T08:30Z"),
        ("They left at 6 p.m.", "2024-12-07T18:00"),
        ("They left at 6 p.m. Kyiv time.", "2024-12-07T18:00+02:00"),
        ("They left at 6 p.m. Kyiv time, 3 July 2023.", "2023-07-03T18:00+03:00"),
        ("They left at midnight.", "2024-12-07"),
    ],
)
def test_an_hour_is_a_moment_with_its_zone_where_the_words_tell_it(text: str, moment: str) -> None:
    found = one(text)
    assert (found.first, found.last) == (moment, moment)


def marked(entry: TimeEntry, sentence: str) -> list[TimeMention]:
    """The time expressions of a sentence that have words of an entry, and its value where that stands in TIMEX3."""
    found = mark_times(parse(sentence), SEEN_FROM)
    computed = entry.name in {"month", "holiday", "zone"}
    return [
        time for time in found
        if any(word in time.text.lower() for word in entry.words) and (computed or entry.value in time.value)
    ]  # fmt: skip


@pytest.mark.parametrize(("entry", "sentence"), [(one, yes) for one in load("times", TimeEntry) for yes in one.yes])
def test_the_words_of_the_table_have_their_value(entry: TimeEntry, sentence: str) -> None:
    assert marked(entry, sentence)


@pytest.mark.parametrize(("entry", "sentence"), [(one, no) for one in load("times", TimeEntry) for no in one.no])
def test_other_words_have_not(entry: TimeEntry, sentence: str) -> None:
    assert not marked(entry, sentence)


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.",
        "Five flights a week land there.",
        "The March of the mothers began.",
        "A second group left.",
        "She is 40 years old.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert mark_times(parse(text), SEEN_FROM) == ()


def test_a_week_ago_is_known_to_a_day_either_way() -> None:
    found = one("They left a week ago.")
    assert (found.first, found.last) == ("2024-11-29", "2024-12-01")


def test_without_a_publication_nothing_is_guessed() -> None:
    found = one("They left on Monday.", None)
    assert (found.value, found.first, found.last) == ("XXXX-WXX-1", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 people left.",
        "Resolution 2254 was adopted.",
        "Resolution 1701 was adopted.",
        "A 36-year-old man left.",
    ],
)
def test_counts_resolutions_and_ages_are_no_dates(text: str) -> None:
    assert [found for found in mark_times(parse(text), SEEN_FROM) if found.timex == "DATE"] == []


@pytest.mark.parametrize(
    "text", ["Prices rose by 20% annually.", "Three quarters of them fled.", "The show Africa Today reported it."]
)
def test_rates_and_names_are_no_times(text: str) -> None:
    assert mark_times(parse(text), SEEN_FROM) == ()


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


def test_the_account_does_not_go_on_from_the_day_of_what_came_before_it() -> None:
    text = "The town was empty on Tuesday after rebels seized it on Sunday.\n\nJets bombed the base at dawn."
    [dawn] = [one for one in mark_times(parse(text), "2025-12-02") if one.text == "dawn"]
    assert dawn.first is not None and dawn.first.startswith("2025-12-02")
