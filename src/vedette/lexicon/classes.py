"""Named classes of words: one set for each name of a table."""

from functools import cache

from vedette.lexicon.loader import load
from vedette.lexicon.shapes import NounEntry, WeightEntry


@cache
def word_class(table: str, *names: str) -> frozenset[str]:
    """The words of one class of a table, or of several; empty where the table has no class of that name."""
    return frozenset(word for entry in load(table, NounEntry) if entry.name in names for word in entry.words)


@cache
def points(table: str) -> dict[str, float]:
    """What each trait of a fitted table adds to the log-odds; "" what holds of everything."""
    return {entry.name: entry.points for entry in load(table, WeightEntry)}


@cache
def noun_classes(table: str = "nouns") -> dict[str, frozenset[str]]:
    """Each word of a table with the classes that it belongs to."""
    classes: dict[str, set[str]] = {}
    for entry in load(table, NounEntry):
        for word in entry.words:
            classes.setdefault(word, set()).add(entry.name)
    return {word: frozenset(names) for word, names in classes.items()}


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.words) for entry in load("families", NounEntry))


@cache
def akin(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether two pairs of kind and type may be tellings of one thing: the same, or of one family of families.toml."""
    both = {"/".join(left), "/".join(right)}
    return left == right or any(both <= family for family in _families())


@cache
def tellings(name: str) -> frozenset[str]:
    """The groups of tellings.toml that a type ("violence/attack") stands in."""
    return frozenset(entry.name for entry in load("tellings", NounEntry) if name in entry.words)


@cache
def narrower(name: str, broad: str) -> bool:
    """Whether a type ("violence/shelling") says more exactly what a broader one says."""
    return any(entry.name == broad and name in entry.words for entry in load("narrowing", NounEntry))


def is_ordinal(word: str) -> bool:
    """Whether a word, in small letters, numbers what comes after it: "22nd", "fifth"."""
    return word[:1].isdigit() or word in word_class("party_words", "ordinal")
