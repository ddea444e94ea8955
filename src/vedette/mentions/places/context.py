"""Decides which place each name of a document means: the reading in which its places and countries fit together.

For a bare name it also tells in words why the first meaning comes first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log10

import numpy as np
from numpy.typing import NDArray

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import EARTH_KM, Entry, fold
from vedette.mentions.places.evidence import ENOUGH, fame
from vedette.mentions.places.kinds import Within
from vedette.model import VedetteError

AT_MOST = 40
TOGETHER = 1_200
NEAR_KM = 60.0
ROUNDS = 3
TOLD = 12.0  # more than fame: the by-name of a hamlet is some 11 behind a large country
HOLDING = 3.0
COUNTRY = 4.0
NEARBY = 4.5
SHARE_OF_SEAT = 0.1
FOCUS_LEAST = 2
FOCUS_SHARE = 0.6
COMPANY = 3
STRAY = 0.5
LONELY = 0.2
OBSCURE = 20_000
FAMOUS = 100_000  # needs no other place of its land
OBSCURE_OTHER = 200_000
PART_MOST = 400_000  # people of a far place that no quarter or site here is named after
CAPITAL = 0.5
OTHER_NAME = 2.0
PRIOR = {"country": 2.2, "region": 0.0, "province": -1.0, "district": 0.0, "point": 1.0, "settlement": 0.0}

LEAST = 0.05
BESIDE = "it lies nearer to the other place or in one division with it"
NATIONAL = "it lies in one country with the other place"

type Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name may mean, how often it is named, the countries and divisions that the text says it lies in, and
    those that hold what the text says lies in it; `part` where it is a quarter or a site, named in no foreign land."""

    entries: tuple[Entry, ...]
    count: int = 1
    within: frozenset[Within] = frozenset()
    holds: frozenset[Within] = frozenset()
    part: bool = False


def choose(
    readings: Sequence[Reading], countries: Mapping[str, int], home: frozenset[str] = frozenset()
) -> list[Entry | None]:
    """For each reading the entry that it means; `countries` counts how often the text speaks of each otherwise.

    In the countries of `home` obscure places need no neighbours; elsewhere they need another that is known.
    """
    if home:
        readings = _without_strangers(readings, home)
    return [chosen for block in _blocks(readings) for chosen in _choose(block, countries, home)]


def _without_strangers(readings: Sequence[Reading], home: frozenset[str]) -> list[Reading]:
    """Without the obscure meanings, and the by-names of any town but capitals, in countries of which nothing else
    speaks."""
    tops = [one for reading in readings for one in likely(reading)[:1] if not _is_obscure(one)]
    named = Counter(one.country for one in tops)
    known = {one.country for one in tops if named[one.country] > 1 or one.population >= FAMOUS or one.capital} | home
    votes = Counter(code for one in readings for code in {entry.country for entry in one.entries if entry.main})
    known.update(code for code, count in votes.items() if count > COMPANY)
    return [replace(one, entries=tuple(e for e in one.entries if e.country in known or not _is_strange(e)))
            for one in readings]  # fmt: skip


def _is_strange(entry: Entry) -> bool:
    alone = entry.precision == "settlement" and (entry.population < FAMOUS or not entry.main) and not entry.capital
    return alone or _is_obscure(entry)


def _blocks(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    """Neighbouring readings, as many as can be weighed against each other at once."""
    block: list[Reading] = []
    size = 0
    for one in readings:
        size += min(len(one.entries), AT_MOST)
        if size > TOGETHER:
            yield block
            block, size = [], min(len(one.entries), AT_MOST)
        block.append(one)
    yield block


def _choose(readings: Sequence[Reading], countries: Mapping[str, int], home: frozenset[str]) -> list[Entry | None]:
    kept = [likely(one) for one in readings]
    flat = [entry for entries in kept for entry in entries]
    if not flat:
        return [None] * len(kept)
    found = score(kept, readings, countries)
    alone = sum(map(bool, kept)) + len(countries) < COMPANY
    parts = [one.part for one, entries in zip(readings, kept, strict=True) for _ in entries]
    stray = [_is_obscure(one) or (part and one.population < PART_MOST) for one, part in zip(flat, parts, strict=True)]
    strayed = np.array(stray) & (not alone)
    strayed &= found.total - found.fame < STRAY
    lonely = np.array([one.precision == "settlement" and _is_obscure(one) and one.country not in home for one in flat])
    strayed |= lonely & (found.told + found.nearby < LONELY) & (sum(map(_is_local, kept)) > COMPANY)
    return _best(flat, found.owner, found.total, strayed, len(kept))


@dataclass(frozen=True, slots=True)
class Scores:
    """What speaks for each meaning of some names, one after the other; `owner` tells whose meaning each one is."""

    owner: NDArray[np.int64]
    fame: Floats
    told: Floats
    nearby: Floats
    national: Floats

    @property
    def total(self) -> Floats:
        """All of it together."""
        return self.fame + self.told + (self.nearby + self.national)


def score(kept: Sequence[Sequence[Entry]], readings: Sequence[Reading], countries: Mapping[str, int]) -> Scores:
    """Weighs the meanings kept of each reading; at least one name must have some."""
    flat = [entry for entries in kept for entry in entries]
    owner = np.repeat(np.arange(len(kept)), [len(entries) for entries in kept])
    fame = np.array([_prior(entry) for entry in flat])
    pairs = zip(kept, readings, strict=True)
    told = np.array([_told(entry, one) for entries, one in pairs for entry in entries])
    scene = _Scene(flat, owner, np.array([1.0 + np.log(one.count) for one in readings]), countries)
    found = Scores(owner, fame, told, np.zeros(len(flat)), np.zeros(len(flat)))
    for _ in range(ROUNDS):
        found = Scores(owner, fame, told, *scene.support(_chances(found.total, owner, len(kept))))
    return found


def _is_local(entries: Sequence[Entry]) -> bool:
    return bool(entries) and entries[0].precision in {"settlement", "district"}


def _is_obscure(entry: Entry) -> bool:
    if entry.precision == "district":
        return not entry.main
    return entry.precision == "settlement" and entry.population < (OBSCURE if entry.main else OBSCURE_OTHER)


def focus(chosen: Iterable[Entry | None], countries: Mapping[str, int]) -> str | None:
    """The country that nearly all of the document speaks of, if there is one."""
    votes = Counter(countries)
    votes.update(one.country for one in chosen if one is not None and one.country)
    code, count = votes.most_common(1)[0] if votes else (None, 0)
    return code if count >= FOCUS_LEAST and count >= FOCUS_SHARE * votes.total() else None


def likely(reading: Reading) -> list[Entry]:
    """The likeliest meanings, those first that lie where the text says."""
    kept = [one for one in reading.entries if not _named_after_town(one, reading.entries)]
    return sorted(kept, key=lambda one: -_prior(one) - _told(one, reading))[:AT_MOST]


def _named_after_town(area: Entry, entries: Sequence[Entry]) -> bool:
    """ "Homs" alone is the city, not its province."""
    if area.precision not in {"province", "district"}:
        return False
    least = SHARE_OF_SEAT * area.population
    return any(
        fold(one.name) == fold(area.name) and one.population >= least
        for one in entries
        if one.precision == "settlement" and (one.country, one.admin1) == (area.country, area.admin1)
    )


def _people(entry: Entry) -> float:
    """more people live there"""
    return log10(entry.population + 300)


def _sort(entry: Entry) -> float:
    """its sort of place is meant more often"""
    return PRIOR[entry.precision]


def _seat(entry: Entry) -> float:
    """it is a capital"""
    return CAPITAL * entry.capital


def _name(entry: Entry) -> float:
    """it is its main name, no by-name"""
    return 0.0 if entry.main else -OTHER_NAME


FAME = (_people, _sort, _seat, _name)  # their docstrings are what a user is told


def _prior(entry: Entry) -> float:
    return _people(entry) + _sort(entry) + _seat(entry) + _name(entry)


def _told(entry: Entry, reading: Reading) -> float:
    """What the words beside the name say."""
    inside = any((entry.country, code) in reading.within for code in (None, entry.admin1))
    wide = entry.precision in {"country", "province", "district"}
    holding = wide and (entry.country or "", entry.admin1) in reading.holds
    return TOLD * inside + HOLDING * holding


class _Scene:
    """How much the other names of the document speak for each meaning."""

    def __init__(
        self, flat: Sequence[Entry], owner: NDArray[np.int64], weights: Floats, countries: Mapping[str, int]
    ) -> None:
        self._starts = np.flatnonzero(np.diff(owner, prepend=-1))
        self._weights = weights[owner[self._starts]]
        other = owner[:, None] != owner[None, :]
        self._near = _nearness(flat) * other
        self._compatriots = _same(_codes([one.country or "" for one in flat])) * other
        self._spoken = np.array([countries.get(one.country or "", 0) for one in flat], dtype=np.float64)
        self._total = sum(countries.values()) + float(self._weights.sum()) + 1.0

    def support(self, chance: Floats) -> tuple[Floats, Floats]:
        """More for meanings near what others likely mean; more for those in countries that the document speaks of."""
        near = np.maximum.reduceat(self._near * chance[None, :], self._starts, axis=1) @ self._weights
        country = np.add.reduceat(self._compatriots * chance[None, :], self._starts, axis=1) @ self._weights
        share = (country + self._spoken) / self._total
        return np.asarray(NEARBY * np.tanh(near / 2.0) + 0.2 * near), np.asarray(COUNTRY * share)


def _nearness(flat: Sequence[Entry]) -> Floats:
    """1 for places side by side, less with distance; some for one division, and between divisions or countries."""
    lat, lon = (np.radians([getattr(one, key) or 0.0 for one in flat]) for key in ("lat", "lon"))
    points = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    apart = EARTH_KM * np.arccos(np.clip(points @ points.T, -1.0, 1.0))
    division = _codes([f"{one.country}/{one.admin1}" if one.admin1 else "" for one in flat])
    siblings = _codes([(one.country or "") if one.precision == "province" else "" for one in flat])
    country = np.array([one.precision == "country" for one in flat])
    near = np.maximum(np.exp(-apart / NEAR_KM), 0.5 * _same(division))
    near[country] = near[:, country] = 0.0
    near[np.ix_(country, country)] = 0.2
    return np.asarray(np.maximum(near, 0.4 * _same(siblings)))


def _codes(words: Sequence[str]) -> NDArray[np.int64]:
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words)) if word}
    return np.array([numbers.get(word, -1) for word in words])


def _same(codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray((codes[:, None] == codes[None, :]) & (codes[:, None] >= 0))


def _chances(total: Floats, owner: NDArray[np.int64], names: int) -> Floats:
    """Scores as shares of one for each name."""
    top = np.full(names, -np.inf)
    np.maximum.at(top, owner, total)
    raw = np.exp((total - top[owner]) * 1.5)
    return np.asarray(raw / np.bincount(owner, weights=raw, minlength=names)[owner])


def _best(
    flat: Sequence[Entry], owner: NDArray[np.int64], total: Floats, strayed: NDArray[np.bool_], names: int
) -> list[Entry | None]:
    """The meaning with the highest score for each name; none where that is an obscure place that nothing speaks for."""
    chosen: list[Entry | None] = [None] * names
    for at in np.argsort(total, kind="stable").tolist():
        chosen[int(owner[at])] = None if strayed[at] else flat[at]
    return chosen


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
        scene = [(BESIDE, float(scores.nearby[at])), (NATIONAL, float(scores.national[at]))]
        ranked[int(scores.owner[at])].append(Candidate(flat[at], (*fame_of, *scene)))
    return ranked


def _why(ranked: Sequence[Candidate], gazetteer: Gazetteer) -> list[str]:
    if len(ranked) < 2:
        return ["It is the only one that the bare name can mean."]
    first, second = ranked[:2]
    apart = [(one[0], one[1] - two[1]) for one, two in zip(first.reasons, second.reasons, strict=True)]
    gains = sorted((one for one in apart if one[1] >= LEAST), key=lambda one: -one[1])
    losses = sorted(((words, -weight) for words, weight in apart if weight <= -LEAST), key=lambda one: -one[1])
    why = [f"It comes before {described(second.entry, gazetteer)}: {_in_words(gains) or 'nothing tells them apart'}."]
    return [*why, f"For the other speaks: {_in_words(losses)}."] if losses else why


def _in_words(reasons: Sequence[tuple[str, float]]) -> str:
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
