"""The codebooks of the field as data: which code a claim has in ACLED, PLOVER and CAMEO, and by what it is decided."""

from dataclasses import dataclass
from functools import cache

from vedette.lexicon.loader import load


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """One row of codebooks.toml, whose head explains the fields."""

    kind: str
    types: tuple[str, ...]
    doer: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    manner: str = ""
    acled: str = ""
    plover: tuple[str, ...] = ()
    cameo: str = ""
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AcledType:
    """One row of acled_types.toml: an event type, its disorder type and the sub-event types under both."""

    event: str
    disorder: str
    sub_events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SortEntry:
    """One row of party_sorts.toml: words of an unlisted party and the interaction code they stand for."""

    inter: int
    words: tuple[str, ...]


@cache
def code_entries() -> dict[tuple[str, str], tuple[CodeEntry, ...]]:
    """Kind and type to the rows for it, in the order in which they are tried."""
    table: dict[tuple[str, str], list[CodeEntry]] = {}
    for entry in load("codebooks", CodeEntry):
        for name in entry.types:
            table.setdefault((entry.kind, name), []).append(entry)
    return {key: tuple(entries) for key, entries in table.items()}


@cache
def acled_types() -> dict[str, AcledType]:
    """Sub-event type to its row."""
    return {name: entry for entry in load("acled_types", AcledType) for name in entry.sub_events}


@cache
def party_sorts() -> tuple[tuple[str, int], ...]:
    """(word, interaction code), in the order in which they decide."""
    return tuple((word, entry.inter) for entry in load("party_sorts", SortEntry) for word in entry.words)
