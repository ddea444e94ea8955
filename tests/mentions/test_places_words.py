"""The words around a name: its sort, sites, features, parties, longer names, datelines, and what lies in what."""

import pytest

from tests.mentions.place_reading import names, place, places, toponyms
from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.lexicon.shapes import NounEntry
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.parser import parse
from vedette.mentions.places.datelines import datelines
from vedette.mentions.places.kinds import holding, kind_before, place_words, within
from vedette.mentions.places.names import find_names

KIND_BEFORE = [
    ("the village of Tora", "Tora", "settlement"),
    ("the town Tora", "Tora", "settlement"),
    ("the provinces of Ibb, Taiz and Tora", "Tora", "province"),
    ("the district of Tora", "Tora", "district"),
    ("the mayor of Tora", "Tora", ""),
    ("the village of Ibb; men from Tora", "Tora", ""),
]
WITHIN = [
    ("Paris, Texas, was calm.", "Paris", ("US", "TX")),
    ("Paris, Ky., was calm.", "Paris", ("US", "KY")),
    ("Tripoli in Libya was calm.", "Tripoli", ("LY", None)),
    ("Tripoli (Lebanon) was calm.", "Tripoli", ("LB", None)),
]
SITES = [
    ("Drones struck Khartoum airport.", "Khartoum airport"),
    ("They shelled the Handarat Refugee Camp.", "Handarat Refugee Camp"),
    ("Water poured from the Merowe dam.", "Merowe dam"),
    ("He died at Goma Military Hospital.", "Goma Military Hospital"),
    ("They crossed at the Torkham border crossing.", "Torkham border crossing"),
]
NO_SITES = [
    ("Jets left the Tartus and Latakia bases.", "Tartus"),
    ("They passed the Odesa port city.", "Odesa"),
]
LONGER = [
    ("The Aleppo Media Centre said so.", "Aleppo"),
    ("Students of the University of Goma marched.", "University"),
    ("The Institute for Sudan Studies said so.", "Studies"),
    ("The Khartoum Declaration was signed.", "Khartoum"),
]
OF_A_STATE = [
    ("Iraq's northern skies were watched.", "Iraq", True),
    ("Russia's envoy left.", "Russia", False),
    ("Turkey's consent was needed.", "Turkey", False),
    ("Jets bombed Yemen.", "Yemen", True),
    ("Chad was invaded at dawn.", "Chad", True),
    ("The Kyiv government resigned.", "Kyiv", False),
    ("Kyiv residents hid.", "Kyiv", True),
]


@pytest.mark.parametrize(("text", "words", "kind"), KIND_BEFORE)
def test_the_words_before_a_name_tell_its_sort(text: str, words: str, kind: str) -> None:
    tokens = parse(text)
    at = next(token.i for token in tokens if token.text == words)
    assert kind_before(tokens.span(at, at + 1)) == kind


@pytest.mark.parametrize(("text", "words", "area"), WITHIN)
def test_the_words_after_a_name_tell_where_it_lies(text: str, words: str, area: tuple[str, str | None]) -> None:
    name = next(one for one in find_names(parse(text), load_gazetteer()) if one.text == words)
    assert area in within(name, load_gazetteer(), load_registry())[0]


def test_a_list_of_countries_holds_nothing() -> None:
    found = list(find_names(parse("They met in Chad, Niger and Mali."), load_gazetteer()))
    assert [within(one, load_gazetteer(), load_registry())[0] for one in found] == [frozenset()] * len(found)


def test_a_division_after_a_comma_may_hold_the_town_before_it() -> None:
    found = list(find_names(parse("Fire broke out in Atlanta, Georgia."), load_gazetteer()))
    held = holding(found)
    assert held[0] == frozenset()
    assert ("US", "GA") in held[1]
    assert holding([]) == []


@pytest.mark.parametrize(("text", "words"), SITES)
def test_sites_are_points_with_their_whole_names(text: str, words: str) -> None:
    assert place(text, words).precision == "point"


@pytest.mark.parametrize(("text", "words"), NO_SITES)
def test_several_sites_and_modifiers_leave_the_town(text: str, words: str) -> None:
    assert words in names(text)


@pytest.mark.parametrize(("text", "words"), LONGER)
def test_a_name_inside_a_longer_name_is_no_place(text: str, words: str) -> None:
    assert words not in names(text)


@pytest.mark.parametrize(("text", "words", "expected"), OF_A_STATE)
def test_what_belongs_to_a_state_tells_land_from_government(text: str, words: str, expected: bool) -> None:
    assert (words in names(text)) is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("They swam in the Euphrates River.", "Euphrates River"), ("Shots rang out on Lake Kivu.", "Lake Kivu")],
)
def test_rivers_and_lakes_keep_the_word_for_what_they_are(text: str, words: str) -> None:
    assert place(text, words).precision == "region"


def test_counties_in_a_list_share_their_noun() -> None:
    found = {one.text: one.name for one in places("Storms hit Lamar and Fannin counties in Texas.")}
    assert found == {"Lamar": "Lamar County", "Fannin": "Fannin County", "Texas": "Texas"}


def test_provinces_of_a_country_are_the_country() -> None:
    assert place("Snow fell in nine provinces of Afghanistan.", "Afghanistan").precision == "country"


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("TRIPOLI (Agency) - Calm.", None),
        ("TRIPOLI, Lebanon (Agency) - Calm.", "LB"),
        ("PARIS, Texas -- Calm.", "US"),
        ("Kampala - Calm returned.", "UG"),
        ("(Kampala) – Calm returned.", "UG"),
        ("From our correspondent in Bunia\n\nCalm returned.", "CD"),
    ],
)
def test_a_dateline_may_say_where_its_town_lies(text: str, country: str | None) -> None:
    name = next(iter(datelines(parse(text), text, load_gazetteer())))
    countries = {one.country for one in name.entries}
    assert countries == {country} if country else len(countries) > 1
    assert text[name.start : name.end] == name.text


def test_a_text_without_dateline_has_none() -> None:
    text = "   \n\n  Calm returned to Tripoli."
    assert list(datelines(parse(text), text, load_gazetteer())) == []


def test_toponyms_hold_every_place_but_sites() -> None:
    text = "Moscow denied that shells fell on Kharkiv and its suburbs. Kupiansk was calm."
    assert names(text) <= toponyms(text)


def test_word_classes_are_in_lower_case_and_named_once() -> None:
    entries = load("place_words", NounEntry)
    assert len({one.name for one in entries}) == len(entries)
    written = [word for one in entries if one.name != "road-name" for word in one.words]
    assert all(word == word.lower() for word in written)
    assert place_words("nothing") == frozenset()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels attacked Goma on Monday.", "Goma"),
        ("The army recaptured all of Kosti on Thursday.", "Kosti"),
        ("The RSF withdrew from Ed Dueim on Friday.", "Ed Dueim"),
        ("Army troops entered Ed Dueim from the south on Tuesday.", "Ed Dueim"),
        ("M23 rebels seized most of Goma.", "Goma"),
    ],
)
def test_what_fighters_attack_take_or_give_up_is_a_place_if_one_is_called_so(text: str, name: str) -> None:
    assert name in names(text)


def test_a_person_whom_fighters_attack_stays_one() -> None:
    assert not names("Gunmen attacked Martin Kobler on Monday.")


def test_the_title_above_a_dateline_tells_no_sort_of_the_name_below_it() -> None:
    text = "Army concedes loss of key town\n\nPORT SUDAN (AFP) - Sudan's army acknowledged that it had left Babanusa."
    assert "Sudan" not in names(text)
