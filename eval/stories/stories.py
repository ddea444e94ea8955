"""The stories, read from TOML; the words of an answer become stretches of a report."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from eval.gold.passages import Split, Stretch, among, stretch_of
from vedette.model import Certainty, ContradictionKind, ControlState, Document, VedetteError

FOLDER = Path(__file__).with_name("told")
KINDS, STATES, CERTAINTIES = (frozenset(get_args(one)) for one in (ContradictionKind, ControlState, Certainty))

type Mention = tuple[str, Stretch]
type Group = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One happening: the words that tell it, and the independent voices that do."""

    mentions: Group
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldContradiction:
    """Whatever is told on the left cannot be true together with what is told on the right."""

    kind: str
    left: Group
    right: Group


@dataclass(frozen=True, slots=True)
class GoldRevision:
    """What a voice said first, and what it said later instead; no contradiction."""

    old: Group
    new: Group


@dataclass(frozen=True, slots=True)
class GoldControl:
    """Who has a place on some days, as known at the end; `sides` are names for one, none while it is fought for."""

    place: str
    first: date
    last: date
    sides: tuple[str, ...]
    state: str
    certainty: str


@dataclass(frozen=True, slots=True)
class GoldPoint:
    """One figure of a series; `best` where one is told, `low` or `high` where only a bound is."""

    at: Mention
    who: str
    low: float | None = None
    best: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class GoldSeries:
    """Figures of one thing counted at one place over one time; `best` is where the figure stands that holds now."""

    measure: str
    population: str
    place: str
    scope: str
    points: tuple[GoldPoint, ...]
    best: Mention


@dataclass(frozen=True, slots=True)
class Story:
    """Some reports and what they add up to."""

    id: str
    split: Split
    war: str
    reports: Mapping[str, Document]
    events: tuple[GoldEvent, ...]
    contradictions: tuple[GoldContradiction, ...]
    revisions: tuple[GoldRevision, ...]
    control: tuple[GoldControl, ...]
    series: tuple[GoldSeries, ...]


def read_stories(folder: Path = FOLDER, split: str | None = None) -> tuple[Story, ...]:
    """Every story of a folder, or of one split; VedetteError names the story whose answers do not fit it."""
    found = tuple(_stories(folder))
    if twice := [name for name, times in Counter(one.id for one in found).items() if times > 1]:
        raise VedetteError(f"{folder}: more than one story {', '.join(twice)}")
    return tuple(one for one in found if split in {None, one.split})


def _stories(folder: Path) -> Iterator[Story]:
    for path in sorted(folder.glob("*.toml")):
        for raw in tomllib.loads(path.read_text("utf-8"))["story"]:
            try:
                yield _story(raw)
            except (KeyError, ValueError, TypeError) as error:
                raise VedetteError(f"{path.name}, {raw.get('id', 'a story without id')}: {error}") from None


def _story(raw: Mapping[str, Any]) -> Story:
    reports = {
        one["id"]: Document(one["text"], outlet=one["outlet"], published=one["published"], language="en")
        for one in raw["report"]
    }
    events = tuple(GoldEvent(_group(reports, one["mentions"]), tuple(one["voices"])) for one in raw["event"])
    if len({mention for one in events for mention in one.mentions}) < sum(len(one.mentions) for one in events):
        raise ValueError("a mention stands in two events")
    return Story(
        raw["id"],
        raw["split"],
        raw["war"],
        reports,
        events,
        tuple(_contradiction(reports, one) for one in raw.get("contradiction", ())),
        tuple(
            GoldRevision(_group(reports, one["old"]), _group(reports, one["new"])) for one in raw.get("revision", ())
        ),
        tuple(_control(one) for one in raw.get("control", ())),
        tuple(_series(reports, one) for one in raw.get("series", ())),
    )


def _contradiction(reports: Mapping[str, Document], raw: Mapping[str, Any]) -> GoldContradiction:
    among(raw["kind"], KINDS)
    return GoldContradiction(raw["kind"], _group(reports, raw["left"]), _group(reports, raw["right"]))


def _control(raw: Mapping[str, Any]) -> GoldControl:
    among(raw["state"], STATES)
    among(raw["certainty"], CERTAINTIES)
    first, last = (date.fromisoformat(raw[name]) for name in ("first", "last"))
    return GoldControl(raw["place"], first, last, tuple(raw["sides"]), raw["state"], raw["certainty"])


def _series(reports: Mapping[str, Document], raw: Mapping[str, Any]) -> GoldSeries:
    points = tuple(GoldPoint(**{**one, "at": _mention(reports, one["at"])}) for one in raw["points"])
    best = _mention(reports, raw["best"])
    if best not in {one.at for one in points}:
        raise ValueError("the best figure of a series is none of its points")
    return GoldSeries(raw["measure"], raw["population"], raw["place"], raw["scope"], points, best)


def _group(reports: Mapping[str, Document], words: Iterable[str]) -> Group:
    return tuple(_mention(reports, one) for one in words)


def _mention(reports: Mapping[str, Document], words: str) -> Mention:
    """ "b shelling#2" is the second "shelling" of report b."""
    report, _, event = words.partition(" ")
    stretch = stretch_of(reports[report].text, event)
    if stretch is None:
        raise ValueError(f"{words!r} names no event")
    return report, stretch
