"""Reports with the claims expected of them, read from TOML; words of the annotation become stretches of the text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.model import VedetteError

FOLDER = Path(__file__).with_name("texts")
SPLITS = frozenset({"working", "checking"})
WORDS = ("agent", "target", "at", "from", "to", "weapon", "facility", "direction", "duration")
FIELDS = frozenset({"event", "is", "time", "figure", *WORDS})

type Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim that is expected: all words that report it, the types it may have, and the words of its fields."""

    events: tuple[Stretch, ...]
    types: frozenset[str]
    words: Mapping[str, tuple[str, ...]]
    time: str | None = None
    figure: str | None = None


@dataclass(frozen=True, slots=True)
class Allowed:
    """What may be claimed or left out: words, and the one type that they may be given ("" for any)."""

    events: tuple[Stretch, ...]
    type: str


@dataclass(frozen=True, slots=True)
class Report:
    """A text with every claim on an event that a careful analyst would expect."""

    id: str
    outlet: str
    published: str
    split: str
    text: str
    expected: tuple[Expected, ...]
    allowed: tuple[Allowed, ...]


def read_reports(folder: Path = FOLDER, split: str | None = None) -> tuple[Report, ...]:
    """Every report of a folder, or of one half; VedetteError names the report whose annotation does not fit it."""
    found = tuple(_read(folder))
    if len({one.id for one in found}) < len(found):
        raise VedetteError(f"{folder}: two reports with one id")
    return tuple(one for one in found if split in {None, one.split})


def _read(folder: Path) -> Iterator[Report]:
    for path in sorted(folder.glob("*.toml")):
        for raw in tomllib.loads(path.read_text("utf-8"))["report"]:
            try:
                yield _report(raw)
            except (KeyError, ValueError, TypeError) as error:
                raise VedetteError(f"{path.name}, {raw.get('id', 'a report without id')}: {error}") from None


def _report(raw: Mapping[str, Any]) -> Report:
    text = raw["text"].strip()
    if raw["split"] not in SPLITS:
        raise ValueError(f"{raw['split']!r} is none of {', '.join(sorted(SPLITS))}")
    expected = tuple(_expected(text, one) for one in raw["claims"])
    allowed = tuple(_allowed(text, one) for one in raw.get("may", ()))
    return Report(raw["id"], raw["outlet"], str(raw["published"]), raw["split"], text, expected, allowed)


def _expected(text: str, raw: Mapping[str, Any]) -> Expected:
    if wrong := sorted(set(raw) - FIELDS):
        raise ValueError(f"unknown field {wrong[0]!r}")
    events = tuple(stretch for words in _several(raw["event"]) for stretch in _stretches(text, words)[:1])
    told = {name: _several(raw[name]) for name in WORDS if raw.get(name)}
    words = {name: () if one == ("any",) else one for name, one in told.items()}
    time, figure = raw.get("time") or None, raw.get("figure")
    types = frozenset(raw["is"].split("|"))
    return Expected(events, types, words, time, None if figure is None else str(figure))


def _allowed(text: str, raw: str) -> Allowed:
    words, _, name = raw.partition(": ")
    return Allowed(_stretches(text, words), name)


def _several(raw: str | list[str]) -> tuple[str, ...]:
    return (raw,) if isinstance(raw, str) else tuple(raw)


def _stretches(text: str, words: str) -> tuple[Stretch, ...]:
    """Where words stand in a text as whole words, all places; "shelled#2" is their second occurrence alone."""
    plain, _, number = words.partition("#")
    places = tuple(one.span() for one in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text))
    if not places or (number and int(number) > len(places)):
        raise ValueError(f"{words!r} does not stand in the text")
    return places[int(number) - 1 :][:1] if number else places
