"""What a bare name may mean, in the order in which the reader would choose, and in words why the first comes first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.context import FAME, Reading, likely, score
from vedette.mentions.places.fame import ENOUGH, fame
from vedette.model import VedetteError

LEAST = 0.05
NEARBY = "it lies nearer to the other place or in one division with it"
NATIONAL = "it lies in one country with the other place"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A meaning and what speaks for it, reason by reason; no reasons where the reader never takes the bare name so."""

    entry: Entry
    reasons: tuple[tuple[str, float], ...] = ()

    @property
    def score(self) -> float | None:
        """All reasons together."""
        return sum(weight for _, weight in self.reasons) if self.reasons else None


@dataclass(frozen=True, slots=True)
class Found:
    """What a name may mean, likeliest first, why so, and what the place that it was to be near was taken for."""

    candidates: tuple[Candidate, ...]
    why: tuple[str, ...]
    near: Entry | None = None


def find_places(gazetteer: Gazetteer, name: str, near: str | None = None, country: str | None = None) -> Found:
    """What the reader would take a bare name for: alone, in one country, or in a text that also names another place."""
    entries = [one for one in meanings(gazetteer, name) if country is None or one.country == country]
    beside = meanings(gazetteer, near) if near is not None else ()
    if near is not None and not beside:
        raise VedetteError(f"no place is called {near!r}")
    if not entries:
        return Found((), ())
    readings = [Reading(tuple(entries)), *([Reading(beside)] if beside else [])]
    ranked = _ranked(readings)
    kept = [one.entry for one in ranked[0]]
    others = [Candidate(one) for one in entries if one not in kept]
    reasons = (*_why(ranked[0], gazetteer), *_left_out(others), *_needed(entries, name))
    return Found((*ranked[0], *others), reasons, ranked[1][0].entry if beside else None)


def meanings(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """The places that may be called so."""
    return gazetteer.lookup(name) or gazetteer.counties(name)


def _ranked(readings: Sequence[Reading]) -> list[list[Candidate]]:
    kept = [likely(one) for one in readings]
    scores = score(kept, readings, {})
    flat = [entry for entries in kept for entry in entries]
    ranked: list[list[Candidate]] = [[] for _ in readings]
    for at in np.argsort(scores.total, kind="stable").tolist()[::-1]:
        fame_of = [(feature.__doc__ or "", feature(flat[at])) for feature in FAME]
        scene = [(NEARBY, float(scores.nearby[at])), (NATIONAL, float(scores.national[at]))]
        ranked[int(scores.owner[at])].append(Candidate(flat[at], (*fame_of, *scene)))
    return ranked


def _why(ranked: Sequence[Candidate], gazetteer: Gazetteer) -> list[str]:
    if len(ranked) < 2:
        return ["It is the only one that the bare name can mean."]
    first, second = ranked[:2]
    apart = [(one[0], one[1] - two[1]) for one, two in zip(first.reasons, second.reasons, strict=True)]
    gains = sorted((one for one in apart if one[1] >= LEAST), key=lambda one: -one[1])
    losses = sorted(((words, -weight) for words, weight in apart if weight <= -LEAST), key=lambda one: -one[1])
    why = [f"It comes before {described(second.entry, gazetteer)}: {_told(gains) or 'nothing tells them apart'}."]
    return [*why, f"For the other speaks: {_told(losses)}."] if losses else why


def _told(reasons: Sequence[tuple[str, float]]) -> str:
    return "; ".join(f"{words} (+{weight:.1f})" for words, weight in reasons)


def _left_out(others: Sequence[Candidate]) -> list[str]:
    if not any(one.entry.precision in {"province", "district"} for one in others):
        return []
    return ['An area named after its town is meant only where the text says so, as in "province" or "district".']


def _needed(entries: Sequence[Entry], name: str) -> list[str]:
    weight = fame(entries, len(re.split(r"[\s-]+", name.strip())))
    if weight >= ENOUGH:
        return []
    return [
        f"The name alone weighs {weight:.1f} of the {ENOUGH:.1f} that a place needs: the sentence must say the rest,"
        ' as with "in" or "the village of" before it.'
    ]


def described(entry: Entry, gazetteer: Gazetteer) -> str:
    """ "Homs (settlement, Homs, SY)"."""
    division = gazetteer.division(entry)
    within = division.name if division is not None and division != entry else None
    return f"{entry.name} ({', '.join(word for word in (entry.precision, within, entry.country) if word)})"
