"""Names and descriptions become parties with type, actor, name and side; places and things do not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mentions.party_reading import parties, party
from vedette.lexicon import load
from vedette.mentions.parties.nouns import PartyNoun

WORDS = "the rebels of Sudan's army (RSF) said it their Gen. Roe, - \" Kyiv he troops hundreds of women\n"


@pytest.mark.parametrize("entry", load("party_nouns", PartyNoun), ids=lambda one: f"{one.type}-{one.words[0]}")
def test_every_example_of_a_party_noun_is_read_with_its_type(entry: PartyNoun) -> None:
    for sentence in entry.yes:
        assert entry.type in {one.type for one in parties(sentence)}, sentence
    for sentence in entry.no:
        assert entry.type not in {one.type for one in parties(sentence)}, sentence


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=25))
def test_every_mention_is_a_quote_of_the_document_around_its_root(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[one.start : one.end] == one.text for one in parties(text))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    roots = [one.root for one in parties(text)]
    assert len(roots) == len(set(roots))


def test_the_words_of_a_mention_come_from_the_document_itself() -> None:
    assert party("Tshisekedi’s forces held the bridge.", "Tshisekedi’s forces").type == "armed"


@pytest.mark.parametrize(
    ("text", "words", "actor", "side"),
    [
        ("M23 rebels took the airfield.", "M23 rebels", "m23", "M23"),
        ("The RSF burned the market.", "The RSF", "rapid-support-forces", "RSF"),
        ("Sudan's army bombed the town.", "Sudan's army", "sudanese-armed-forces", "Sudanese government"),
        ("Russian troops took the village.", "Russian troops", "russia", "Russia"),
        ("South Korean officials left.", "South Korean officials", None, "South Korea"),
        ("The Kremlin kept silent.", "The Kremlin", "russia", "Russia"),
        ("A fighter of the Arakan Army fell.", "the Arakan Army", "arakan-army", "Arakan Army"),
        ("Israeli warplanes hit the port.", "Israeli warplanes", "israel", "Israel"),
        ("The ELN guerrilla group freed a nurse.", "The ELN guerrilla group", "national-liberation-army", "ELN"),
    ],
)
def test_a_party_is_linked_to_its_actor_and_side(text: str, words: str, actor: str | None, side: str) -> None:
    found = party(text, words)
    assert (found.actor, found.side) == (actor, side)


def test_rebels_are_those_of_the_country_the_text_is_about() -> None:
    assert party("Syrian soldiers left Syria's largest city. Rebels moved in.", "Rebels").side == "Syrian rebels"


def test_rebels_are_those_that_the_text_names_so() -> None:
    assert party("M23 rebels entered Goma in Congo. The rebels set up posts.", "The rebels").side == "M23"


def test_government_forces_are_of_the_country_the_text_is_about() -> None:
    found = party("In Burkina Faso, Burkinabe jets struck. Government forces lost a post.", "Government forces")
    assert found.side == "Burkinabe government"


def test_a_sponsor_is_not_the_side_of_whom_it_backs() -> None:
    assert party("Turkish-backed fighters shelled the village.", "Turkish-backed fighters").side is None


def test_allies_are_of_the_side_named_before_them() -> None:
    text = "Government forces and their Russian allies withdrew."
    assert party(text, "their Russian allies").side == "Russia"


def test_a_count_of_people_takes_over_what_they_are() -> None:
    found = party("Hundreds of Ukrainian soldiers crossed the river.", "Hundreds of Ukrainian soldiers")
    assert (found.type, found.side, found.plural) == ("armed", "Ukraine", True)


def test_an_unknown_person_is_found_by_a_title() -> None:
    found = party("Colonel Aung Kyaw Htoo refused the order.", "Colonel Aung Kyaw Htoo")
    assert (found.type, found.name) == ("person", "Aung Kyaw Htoo")


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Mireille Kabongo, a nurse, hid patients. Kabongo said soldiers came at night."
    assert party(text, "Kabongo").name == "Mireille Kabongo"


def test_a_bearer_of_the_same_surname_is_not_the_leader() -> None:
    assert party("Rosa Maduro sold bread.", "Rosa Maduro").actor is None


def test_an_acronym_defined_in_the_text_stands_for_its_full_name_there() -> None:
    text = "The Valley Relief Council (VRC) sent blankets. The VRC said more would come."
    assert party(text, "The VRC").name == "Valley Relief Council"


def test_a_word_before_a_deed_is_its_doer() -> None:
    assert party("Ethiopian airstrikes hit Mekelle.", "Ethiopian").actor == "ethiopia"


def test_a_country_inside_a_place_name_is_no_party() -> None:
    assert parties("The ship left Port Sudan.") == []


def test_a_singular_noun_without_an_article_is_no_party() -> None:
    assert parties("There was talk of officer training.") == []


def test_several_owners_give_no_single_side() -> None:
    found = party("The presidents of Kenya and Uganda spoke.", "The presidents")
    assert found.side is None


def test_those_against_the_government_are_not_on_its_side() -> None:
    text = "Syrian jets flew over Syria. Anti-government protesters marched as security forces fired."
    assert party(text, "Anti-government protesters").side is None
    assert party(text, "security forces").side == "Syrian government"
