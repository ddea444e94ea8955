"""Named classes of words: one set for each name of a table."""

from functools import cache

from vedette.lexicon.loader import load
from vedette.lexicon.shapes import NounEntry


@cache
def word_class(table: str, name: str) -> frozenset[str]:
    """The words of one class of a table; empty where the table has no class of that name."""
    return frozenset(word for entry in load(table, NounEntry) if entry.name == name for word in entry.words)
