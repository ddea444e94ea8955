"""Common nouns that name parties, honorifics, and the words that tell a state from the place of the same name."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from vedette.lexicon import load
from vedette.lexicon.shapes import NounEntry, SpeechEntry
from vedette.model import PartyType

Stance = Literal["", "state", "rebel", "against"]


@dataclass(frozen=True, slots=True)
class PartyNoun:
    """Nouns of one type of party; see party_nouns.toml for what each field means."""

    type: PartyType
    words: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    owned: bool = False
    stance: Stance = ""
    anaphor: Literal["", "group", "person", "state"] = ""


@cache
def _by_word() -> dict[str, tuple[PartyNoun, ...]]:
    table: dict[str, list[PartyNoun]] = {}
    for entry in load("party_nouns", PartyNoun):
        for word in entry.words:
            table.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


def party_noun(head: Token, before: Iterable[Token]) -> PartyNoun | None:
    """What a noun names, given the words before it in its phrase; None when it is no word for a party."""
    words = {form for token in before for form in (token.lower_, token.lemma_.lower())}
    entries = _by_word().get(head.lemma_.lower()) or _by_word().get(head.lower_) or _by_word().get(_singular(head))
    return next((one for one in entries or () if not one.modifiers or words.intersection(one.modifiers)), None)


def _singular(token: Token) -> str:
    return token.lower_.removesuffix("s")


HONORIFICS = frozenset({"mr", "mrs", "ms", "dr", "sir", "lord", "lady", "sheik", "mullah", "hajji", "st"})
RANKS = frozenset(
    {
        "gen",
        "lt",
        "col",
        "maj",
        "brig",
        "capt",
        "sgt",
        "cpl",
        "adm",
        "cmdr",
        "gov",
        "sen",
        "rep",
        "rev",
        "prof",
        "field",
    }
)
QUALIFIERS = frozenset(
    {"foreign", "prime", "defense", "defence", "vice", "deputy", "acting", "interim", "former", "major"}
)


def is_title(token: Token) -> bool:
    """Whether a word can stand before a name as a title: "Gen.", "Foreign", "Minister", "spokesman"."""
    word = token.lower_.rstrip(".")
    if word in HONORIFICS or word in RANKS or word in QUALIFIERS:
        return True
    entries = _by_word().get(word, ())
    return any(one.type in {"official", "person"} and not one.modifiers for one in entries)


@cache
def speech_lemmas() -> frozenset[str]:
    """First words of all verbs by which sources speak."""
    return frozenset(verb.split()[0] for entry in load("speech", SpeechEntry) for verb in entry.verbs)


@cache
def place_lemmas() -> frozenset[str]:
    """Common nouns for places and facilities."""
    sides = {"north", "south", "east", "west", "northwest", "northeast", "southwest", "southeast", "airspace", "border"}
    return (
        frozenset(word for one in load("nouns", NounEntry) if one.name in {"place", "facility"} for word in one.words)
        | sides
    )
