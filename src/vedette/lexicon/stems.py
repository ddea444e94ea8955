"""Words cut to their stems, and the stems that any report on a war may have: those of the lexicon."""

import re
from functools import cache

from vedette.lexicon.classes import word_class
from vedette.lexicon.loader import load
from vedette.lexicon.shapes import EventEntry, NounEntry

ENDING = re.compile(r"(?<=\w{4})(?:ations?|itions?|ments?|ings?|[eo]rs?|ions?|als?|[ae]nces?|ed|i?es|[esy])$")
KINDS = (
    "control", "violence", "casualties", "displacement", "movement", "diplomacy", "aid", "authority", "statement",
    "hardship", "unrest",
)  # fmt: skip


@cache
def stem(word: str) -> str:
    """A word in small letters without its ending: "attackers" and "attacking" are "attack"."""
    return ENDING.sub("", word)


@cache
def meaning(word: str) -> str:
    """What stands for a word in small letters: the first of its synonyms, else its stem."""
    return _synonyms().get(stem(word)) or stem(word)


@cache
def _synonyms() -> dict[str, str]:
    entries = load("synonyms", NounEntry)
    return {stem(word): entry.name for entry in reversed(entries) for word in entry.words}


@cache
def known_words() -> frozenset[str]:
    """What stands for the words that tell of events and of the people, sites and weapons in them."""
    told = (word for kind in KINDS for entry in load(kind, EventEntry) for word in (*entry.verbs, *entry.nouns))
    named = (word for entry in load("nouns", NounEntry) for word in entry.words)
    return frozenset(meaning(part) for words in (told, named) for word in words for part in word.split())


@cache
def stems_of(table: str, name: str) -> frozenset[str]:
    """The stems of the words of one class of a table."""
    return frozenset(map(stem, word_class(table, name)))
