"""What a document is about, and the names it defines, decide how its words are read."""

from tests.mentions.party_reading import party
from vedette.lexicon.actors import load_registry
from vedette.mentions.parser import parse
from vedette.mentions.parties.marking import mark_parties
from vedette.mentions.parties.scene import Scene, set_scene
from vedette.model import Document, PlaceMention


def place(text: str, words: str, country: str) -> PlaceMention:
    start = text.index(words)
    return PlaceMention(start, start + len(words), words, 0, "settlement", country=country)


def scene(text: str, *places: PlaceMention) -> Scene:
    return set_scene(parse(text), Document(text), places, load_registry())


def focus(text: str, *places: PlaceMention) -> str | None:
    countries = {country.code for country in scene(text, *places).focus.values()}
    return ", ".join(sorted(countries)) or None


def test_a_text_without_countries_is_about_none() -> None:
    assert focus("Shells fell on the market.") is None


def test_a_text_is_about_the_country_it_names_most() -> None:
    assert focus("Sudanese troops left. Sudan is at war. Egypt watches.") == "SD"


def test_places_tell_the_country_too() -> None:
    text = "Shells fell on Bor and Malakal."
    assert focus(text, place(text, "Bor", "SS"), place(text, "Malakal", "SS")) == "SS"


def test_each_item_of_a_survey_is_about_its_own_country() -> None:
    survey = "Kenya voted.\nMali waits.\nIn Peru, police fired.\nIn Chad, troops left."
    assert focus(survey) == "KE, ML, PE, TD"


def test_a_country_inside_the_name_of_a_place_is_not_named() -> None:
    text = "The Sudan Gate of Harar was shut."
    named = scene(text, place(text, "Sudan Gate", "ET")).names
    assert not named


def test_a_known_place_is_no_party() -> None:
    text = "Saraqeb fell. Rebels met in Saraqeb."
    marked = mark_parties(parse(text), Document(text), [place(text, "Saraqeb", "SY")], load_registry())
    assert marked[0].text == "Rebels"


def test_the_government_of_each_item_is_its_own() -> None:
    text = "Kenya voted.\nMali waits.\nIn Peru, the government fell.\nIn Chad, troops left."
    assert party(text, "the government").name == "Peruvian government"


def test_a_bracketed_acronym_of_the_registry_is_the_same_actor() -> None:
    text = "The Syrian Observatory for Human Rights (SOHR) counted raids. SOHR named the towns."
    assert party(text, "SOHR").actor == "syrian-observatory-for-human-rights"


def test_an_acronym_defined_here_wins_over_the_registry() -> None:
    text = "Reporters Without Borders (RSF) wrote to the army. RSF wants answers."
    assert party(text, "RSF").actor == "reporters-without-borders"


def test_an_agency_in_a_dateline_is_not_the_country_before_it() -> None:
    assert party("KASSALA, Sudan (AP) - AP saw smoke.", "AP").actor == "associated-press"
