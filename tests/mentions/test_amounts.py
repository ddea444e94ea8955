"""Counts: bounds, what is counted, and what is no count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.mentions.amounts import mark_amounts
from vedette.mentions.numbers import number_value
from vedette.mentions.parser import parse
from vedette.mentions.times.marking import mark_times
from vedette.model import AmountMention


def marked(text: str) -> tuple[AmountMention, ...]:
    """The counts of a text."""
    tokens = parse(text)
    return mark_amounts(tokens, mark_times(tokens, "2024-12-07"))


@pytest.mark.parametrize(
    ("text", "quantifier", "bounds"),
    [
        ("12 people died.", "exact", (12, 12, 12)),
        ("Twelve people died.", "exact", (12, 12, 12)),
        ("At least 12 people died.", "at-least", (12, None, None)),
        ("More than 1,200 people died.", "more-than", (1200, None, None)),
        ("Up to 1.5 million people fled.", "up-to", (None, None, 1_500_000)),
        ("Almost 300,000 people fled.", "less-than", (None, 300_000, 300_000)),
        ("About 40 people died.", "approximately", (None, 40, None)),
        ("Between 20 and 30 people died.", "range", (20, None, 30)),
        ("Hundreds of people fled.", "vague", (200, None, 999)),
        ("Tens of thousands of people fled.", "vague", (20_000, None, 99_999)),
        ("Dozens of families fled.", "vague", (24, None, 99)),
        ("Several people died.", "vague", (3, None, 9)),
        ("Half a million people fled.", "exact", (500_000, 500_000, 500_000)),
        ("A quarter of a million people fled.", "exact", (250_000, 250_000, 250_000)),
        ("In May 2021 three people died.", "exact", (3, 3, 3)),
        ("Two dozen people died.", "exact", (24, 24, 24)),
        ("At least 14 000 people fled.", "at-least", (14_000, None, None)),
        ("Between eight and more than 30 people died.", "range", (8, None, 30)),
        ("From 10 to 15 people died.", "range", (10, None, 15)),
        ("12 or more people died.", "at-least", (12, None, None)),
        ("More than 40-odd people died.", "more-than", (40, None, None)),
        ("A 12 or so people died.", "approximately", (None, 12, None)),
    ],
)
def test_the_words_before_a_number_bound_it(text: str, quantifier: str, bounds: tuple[float | None, ...]) -> None:
    (found,) = marked(text)
    assert (found.quantifier, (found.low, found.best, found.high)) == (quantifier, bounds)


@pytest.mark.parametrize(
    ("text", "noun", "unit", "population"),
    [
        ("They counted 30 civilians.", "civilian", "person", "civilian"),
        ("They counted 30 soldiers.", "soldier", "person", "military"),
        ("They counted 30 families.", "family", "household", None),
        ("They counted 30 children.", "child", "person", "child"),
        ("They counted 30 displaced people.", "people", "person", "idp"),
        ("They counted 30 drones.", "drone", "weapon", None),
        ("They counted 30 houses.", "house", "building", None),
        ("They paid $50 million.", "", "money", None),
        ("They counted 30 km.", "km", "distance", None),
    ],
)
def test_what_is_counted_gives_unit_and_population(text: str, noun: str, unit: str, population: str | None) -> None:
    (found,) = marked(text)
    assert (found.noun, found.unit, found.population) == (noun, unit, population)


@pytest.mark.parametrize(
    "text", ["It is Resolution 2254.", "She is aged 14.", "It was on 7 December 2024.", "He took Highway 4."]
)
def test_names_ages_and_dates_are_no_counts(text: str) -> None:
    assert marked(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The toll rose from 12 to 40.", [12, 40]),
        ("Rations fell from 3 to 1 a day.", [3, 1]),
        ("He was five and 2,172 women came.", [5, 2172]),
    ],
)
def test_numbers_between_which_something_changed_are_no_range(text: str, values: list[float]) -> None:
    assert [found.best for found in marked(text)] == values


def test_a_range_of_shares_is_a_share() -> None:
    (found,) = marked("Between 60 and 79 per cent of the houses burned.")
    assert (found.unit, found.low, found.high, found.noun) == ("share", 60, 79, "house")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Of the refugees, 40 were hurt.", "refugees"),
        ("There was a 15 per cent rise in the number of attacks.", "attacks"),
        ("Patients left at a recovery rate of 44 per cent.", "recovery rate"),
        ("Some 24 per cent of respondents fled.", "respondents"),
        ("Of the dead, twelve were children.", "children"),
        ("Of the dead, twelve were females.", "females"),
        ("Some 40 per cent (up from a third) of clinics work.", "clinics"),
        ("Unemployment is worse: 40 per cent for women.", "women"),
        ("Prices went up by 15 percent m-o-m.", "m-o-m"),
        ("It takes in 40 non-combatants.", "non-combatants"),
        ("The fine is 500 US$.", "US$"),
        ("Flour sold at 900 SYP per kilo.", "SYP per kilo"),
        ("In June food inflation reached 40 percent.", "food inflation"),
    ],
)
def test_what_a_number_counts_may_stand_elsewhere_in_its_sentence(text: str, counted: str) -> None:
    (found,) = marked(text)
    assert found.counted and found.counted.text == counted


def test_who_kills_is_not_who_is_counted() -> None:
    assert [found.counted for found in marked("Bandits killed four and kidnapped fifteen.")] == [None, None]


def test_a_share_in_brackets_counts_those_asked_not_those_they_lack() -> None:
    named = [found.counted and found.counted.text for found in marked("They named a lack of doctors (70%).")]
    assert named == [None]


def test_a_least_and_a_most_number_are_one_range() -> None:
    (found,) = marked("The raid killed at least 11 and up to 15 villagers.")
    assert (found.quantifier, found.low, found.high, found.noun) == ("range", 11, 15, "villager")


def test_two_counts_in_one_phrase_stay_two() -> None:
    assert [found.low for found in marked("At least 12 civilians, including three children, died.")] == [12, 3]


@given(st.integers(0, 10**12))
def test_figures_keep_their_value_with_and_without_commas(number: int) -> None:
    assert number_value(str(number)) == number_value(f"{number:,}") == number


@given(st.text(max_size=80))
def test_no_words_trip_the_numbers(text: str) -> None:
    value = number_value(text)
    assert value is None or value >= 0


@given(st.text(alphabet="0123456789,.- andtomillionhundreds$%", max_size=60))
def test_a_count_quotes_its_text(text: str) -> None:
    for found in marked(text):
        assert text[found.number.start : found.number.end] == found.number.text


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Some 15 per cent of the houses burned.", 15, "share"),
        ("A third of the city lies in ruins.", 33.3, "share"),
        ("Three out of five families fled.", 60, "share"),
        ("Twelve out of 30 wells work.", 12, None),
        ("They need SYP 175,000.", 175_000, "money"),
        ("About 2.4 lakh people fled.", 240_000, "person"),
        ("Thirty-seven people died.", 37, "person"),
        ("Three (3) people died.", 3, "person"),
        ("Both pilots died.", 2, "person"),
        ("A woman died.", 1, "person"),
    ],
)
def test_shares_sums_and_numbers_in_other_shapes(text: str, value: float, unit: str | None) -> None:
    assert [(found.best, found.unit) for found in marked(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "They live in camp 24.",
        "It is in phase 3.",
        "Phase 3 of the plan began.",
        "Staff of Alpha 3 Clinic fled.",
        "The camps (8E, 8W and 9) burned.",
        "The children (of Bria),54 who fled, are safe.",
        "Hunger is one of the main reasons.",
        "One could hear it.",
        "2. Water is short.",
        "A 122 mm gun fired.",
        "The fire reached camps 8E, 9, and 10.",
        "The children,54 who fled, are safe.",
        "Children under the age of five died.",
        "Girls aged between 15 and 17 fled.",
        "On the one hand, they hate one another.",
        "It rained on March 28 and 29.",
    ],
)
def test_numbers_of_camps_phases_lists_and_calibres_are_no_counts(text: str) -> None:
    assert marked(text) == ()


def test_what_is_left_out_is_what_was_counted_before() -> None:
    assert [found.counted and found.counted.text for found in marked("Twelve civilians died and 40 were hurt.")] == [
        "civilians",
        "civilians",
    ]


def test_an_age_after_the_first_word_of_a_text_is_read_without_a_word_before_it() -> None:
    assert all(one.best != 85 for one in marked("Aziz, 85, and two neighbours died."))
