"""A cue: words of the text that set how an event is put, and the lists they come from."""

from dataclasses import dataclass
from functools import cache

from vedette.lexicon import load
from vedette.lexicon.shapes import HedgeEntry
from vedette.model.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a standing or a phase ("" where they do not); `name` is their class, `term` a word of ICD 203."""

    tokens: tuple[Token, ...]
    standing: str
    phase: str = ""
    name: str = ""
    term: str = ""


def cue_of(entry: HedgeEntry, *tokens: Token) -> Cue:
    """The cue that words of a hedge give."""
    return Cue(tokens, entry.standing, entry.phase, entry.name, entry.term)


@cache
def hedges(where: str) -> dict[str, HedgeEntry]:
    """Word to entry, for the hedges that stand in one relation to the event word."""
    return {word: entry for entry in load("hedges", HedgeEntry) if entry.where == where for word in entry.words}
