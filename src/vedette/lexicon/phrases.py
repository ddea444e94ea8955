"""The kinds of claims with their types, and the words in which each is told."""

from dataclasses import dataclass
from functools import cache

from vedette.lexicon.loader import load


@dataclass(frozen=True, slots=True)
class Phrase:
    """How the claims of one kind are told: a frame and the word for each type."""

    kind: str
    frame: str
    words: dict[str, str]


@cache
def phrases() -> dict[str, Phrase]:
    """Kind to phrase."""
    return {entry.kind: entry for entry in load("phrases", Phrase)}
