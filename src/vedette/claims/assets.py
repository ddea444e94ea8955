"""Which sort of site a noun phrase names, by assets.toml and, for what is hit or closed, facilities.toml."""

from functools import cache

from vedette.lexicon import load
from vedette.lexicon.shapes import NounEntry


@cache
def _words(table: str) -> tuple[tuple[str, ...], ...]:
    pairs = [(word, entry.name) for entry in load(table, NounEntry) for word in entry.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def asset_type(phrase: str) -> str | None:
    """The type of asset a phrase names, or None."""
    lowered = phrase.lower()
    return next((name for word, name in _words("assets") if word in lowered), None)


@cache
def facility_kind(phrase: str) -> str | None:
    """The sort of building or site that a phrase names by its last words, or None."""
    words = f" {phrase.lower()}"
    return next((name for table in ("assets", "facilities") for word, name in _words(table)
                 if words.endswith((f" {word}", f" {word}s"))), None)  # fmt: skip
