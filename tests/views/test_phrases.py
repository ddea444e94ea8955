"""Every kind and type has words, and the words come from the claim."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.claims.events import entries
from vedette.lexicon import load
from vedette.lexicon.shapes import NounEntry, phrases
from vedette.model import Link, Party
from vedette.views.phrases import chain, manner, sentence, standing, voice
from vedette.views.words import clipped, plain, when

TYPES = [(phrase.kind, name) for phrase in phrases().values() for name in phrase.words]


@pytest.mark.parametrize(("kind", "name"), TYPES)
def test_every_type_is_told_with_and_without_its_slots(kind: str, name: str) -> None:
    for made in (claim(f"{kind}/{name}"), claim(f"{kind}/{name}", agent=None, place=None)):
        words = sentence(made)
        assert words and "{" not in words and "[" not in words and not words.startswith((" ", "—", ","))


def test_every_type_that_the_lexicon_gives_has_words() -> None:
    given_types = {(entry.kind, entry.type) for entry in entries()} | {
        ("asset", one.name) for one in load("assets", NounEntry)
    }
    assert given_types <= set(TYPES)


def test_a_line_names_the_place_and_the_doer() -> None:
    assert sentence(claim()) == "Homs — entered by rebels"


def test_the_end_of_a_siege_and_where_an_advance_began_are_told_as_such() -> None:
    over = replace(claim("control/besiege"), phase="ends")
    assert (sentence(over), manner(over)) == ("Homs — siege ended by rebels", "")
    left = replace(claim("control/advance"), places=(replace(claim().places[0], role="from"),))
    assert sentence(left) == "Advance by rebels from Homs"


@pytest.mark.parametrize(
    ("role", "people", "line"),
    [
        ("target", "12 villagers", "Homs — 12 villagers injured"),
        ("target", "most seriously injured", "Homs — most seriously injured"),
        ("target", "40 wounded", "Homs — 40 wounded"),
        ("agent", "militants", "Homs — injured by militants"),
    ],
)
def test_who_was_hurt_is_told_once_and_is_not_who_did_it(role: str, people: str, line: str) -> None:
    assert sentence(replace(claim("casualties/injured"), parties=(Party(role, people, 0, 6, name=people),))) == line


def test_what_is_not_plainly_asserted_is_said() -> None:
    assert standing(claim(standing="unverified")) == "unverified" and standing(claim()) == ""


def test_a_chain_is_a_line_of_arrows() -> None:
    assert chain(claim(origin="Reuters").chain) == "Example Times ← Reuters"


def test_who_is_not_named_is_told_by_the_word_for_it() -> None:
    nameless = Link("reportedly", 0, 10, None, "unnamed", "reportedly", 0, 10)
    assert chain((*claim().chain, nameless)).endswith(" ← “reportedly”")
    assert voice(replace(claim(), chain=(*claim().chain, nameless))) == voice(claim())


def test_a_day_is_told_once_and_a_window_by_its_ends() -> None:
    assert when(claim().time) == "7 Dec 2024" and when(claim(day=None).time) == ""


@given(st.text())
def test_plain_words_hold_no_control_characters_and_one_line(text: str) -> None:
    shown = plain(text)
    assert "\n" not in shown and "\x1b" not in shown and "\u202e" not in shown


@given(st.text(), st.integers(10, 60))
def test_a_clipped_text_is_no_longer_than_asked_but_for_the_ellipsis(text: str, length: int) -> None:
    assert len(clipped(text, length)) <= length + 2


def test_hostile_names_stay_words() -> None:
    evil = claim(agent="[bold]rebels[/bold]\x1b[31m", of=document("[red]x[/red] y"))
    assert sentence(evil) == "Homs — entered by [bold]rebels[/bold] [31m"
