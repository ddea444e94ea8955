"""The kind of event that a whole report is about, in the event types of ACLED and a few of their neighbours."""

import re
from dataclasses import dataclass
from functools import cache

from vedette.lexicon import load
from vedette.lexicon.shapes import NounEntry

SURE, STRONG, WEAK, AGAINST = 6.0, 3.0, 1.0, -3.0
READ_AT_MOST = 20_000
FIRST = 160
EARLY = 1.25
GAP = r"(?:\W+\w+){0,6}?\W+"


@dataclass(frozen=True, slots=True)
class AcledEntry:
    """One label, its name in ACLED's codebook, the words that tell for it, by their weight, and those against it.

    A pattern is a row of words: `*` ends a stem, `..` leaves out up to six words, `{name}` stands for any word of a
    class of acled_words.toml.
    """

    label: str
    name: str
    gloss: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def acled_type(text: str) -> str | None:
    """The label with the most weight of words, or None when no word tells for any."""
    text = text[:READ_AT_MOST]
    scores = [(_score(patterns, text), label) for label, patterns in _patterns()]
    best, label = max(scores, key=lambda scored: scored[0])
    return label if best > 0 else None


def subject_of(text: str) -> str | None:
    """What a report is about, as ACLED calls the sub-event type or in plain words; None when no word tells."""
    label = acled_type(text)
    return next((entry.name for entry in load("acled", AcledEntry) if entry.label == label), None)


def _score(patterns: tuple[tuple[re.Pattern[str], float], ...], text: str) -> float:
    """The sum of the weights of the patterns that are found; what stands early counts for more."""
    total = 0.0
    for pattern, weight in patterns:
        if (found := pattern.search(text)) is not None:
            total += weight * (EARLY if found.start() < FIRST else 1.0)
    return total


@cache
def _patterns() -> tuple[tuple[str, tuple[tuple[re.Pattern[str], float], ...]], ...]:
    return tuple((entry.label, tuple(_compiled(entry))) for entry in load("acled", AcledEntry))


def _compiled(entry: AcledEntry) -> list[tuple[re.Pattern[str], float]]:
    weights = ((entry.sure, SURE), (entry.strong, STRONG), (entry.weak, WEAK), (entry.against, AGAINST))
    return [(compiled(pattern), weight) for patterns, weight in weights for pattern in patterns]


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern."""
    parts: list[str] = []
    for word in pattern.split():
        parts.append(GAP if word == ".." else (r"\W+" if parts and parts[-1] != GAP else "") + _word(word))
    return re.compile(rf"(?<!\w){''.join(parts)}(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    if word.startswith("{"):
        return f"(?:{'|'.join(map(_stem, _class(word.strip('{}'))))})"
    return _stem(word)


def _stem(words: str) -> str:
    return r"\W+".join(
        re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words.split()
    )


@cache
def _class(name: str) -> tuple[str, ...]:
    return next(entry.words for entry in load("acled_words", NounEntry) if entry.name == name)
