"""Decides which place each name of a document means: the reading in which its places and countries fit together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.mentions.gazetteer_tables import Entry

AT_MOST = 40
NEAR_KM = 60.0
EARTH_KM = 6371.0
ROUNDS = 3
PRIOR = {"country": 1.6, "region": 0.0, "province": -1.4, "district": 0.0, "point": 1.0, "settlement": 0.0}

type Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name may mean, how often it is named, and the divisions or countries that the text says it lies in."""

    entries: tuple[Entry, ...]
    count: int = 1
    within: frozenset[tuple[str, str | None]] = frozenset()


def choose(readings: Sequence[Reading], countries: Mapping[str, int]) -> list[Entry | None]:
    """For each reading the entry that it means; `countries` counts how often the text speaks of each otherwise."""
    kept = [_likely(one) for one in readings]
    if not any(kept):
        return [None] * len(kept)
    flat = [entry for entries in kept for entry in entries]
    owner = np.repeat(np.arange(len(kept)), [len(entries) for entries in kept])
    prior = np.array([_prior(entry) for entry in flat]) + _said(kept, readings)
    support = _support(flat, owner, countries)
    weights = np.array([1.0 + np.log(one.count) for one in readings])
    score = prior
    for _ in range(ROUNDS):
        chance = _chances(score, owner, len(kept))
        score = prior + support(chance, weights)
    return _best(flat, owner, score, len(kept))


def _likely(reading: Reading) -> list[Entry]:
    """The readings with most people first; those that lie where the text says, before all others."""
    order = sorted(reading.entries, key=lambda one: (not _lies_within(one, reading), -_prior(one)))
    return order[:AT_MOST]


def _lies_within(entry: Entry, reading: Reading) -> bool:
    return any((entry.country, code) in reading.within for code in (None, entry.admin1))


def _prior(entry: Entry) -> float:
    fame = np.log10(entry.population + 300) + PRIOR[entry.precision]
    return float(fame - (0.0 if entry.main else 1.2))


def _said(kept: Sequence[Sequence[Entry]], readings: Sequence[Reading]) -> Floats:
    found = [8.0 * _lies_within(entry, one) for entries, one in zip(kept, readings, strict=True) for entry in entries]
    return np.array(found)


class _support:  # noqa: N801 - a closure with its tables
    """How much the other names of the document speak for each entry."""

    def __init__(self, flat: Sequence[Entry], owner: NDArray[np.int64], countries: Mapping[str, int]) -> None:
        self._owner = owner
        self._starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
        total = sum(countries.values())
        self._country = np.array([3.0 * countries.get(one.country or "", 0) / (total + 2) for one in flat])
        self._kernel = _closeness(flat)
        self._kernel[owner[:, None] == owner[None, :]] = 0.0

    def __call__(self, chance: Floats, weights: Floats) -> Floats:
        pulls = np.maximum.reduceat(self._kernel * chance[None, :], self._starts, axis=1)
        named = weights[self._owner[self._starts]]
        return self._country + 2.2 * np.tanh((pulls @ named) / 2.0) + 0.25 * (pulls @ named)


def _closeness(flat: Sequence[Entry]) -> Floats:
    """1 for places side by side, less with distance; some for the same division, a little for the same country."""
    lat, lon = (np.radians([getattr(one, key) or 0.0 for one in flat]) for key in ("lat", "lon"))
    points = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    apart = EARTH_KM * np.arccos(np.clip(points @ points.T, -1.0, 1.0))
    country = _codes([one.country or "" for one in flat])
    division = _codes([f"{one.country}/{one.admin1}" if one.admin1 else "" for one in flat])
    wide = np.array([one.precision == "country" for one in flat])
    near = np.where(wide[:, None] | wide[None, :], 0.0, np.exp(-apart / NEAR_KM))
    return np.maximum(np.maximum(near, 0.6 * _same(division)), 0.3 * _same(country))


def _codes(words: Sequence[str]) -> NDArray[np.int64]:
    numbers = {word: number for number, word in enumerate(dict.fromkeys(words)) if word}
    return np.array([numbers.get(word, -1) for word in words])


def _same(codes: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray((codes[:, None] == codes[None, :]) & (codes[:, None] >= 0))


def _chances(score: Floats, owner: NDArray[np.int64], names: int) -> Floats:
    """Scores as shares of one for each name."""
    top = np.full(names, -np.inf)
    np.maximum.at(top, owner, score)
    raw = np.exp((score - top[owner]) * 1.5)
    return np.asarray(raw / np.bincount(owner, weights=raw, minlength=names)[owner])


def _best(flat: Sequence[Entry], owner: NDArray[np.int64], score: Floats, names: int) -> list[Entry | None]:
    chosen: list[tuple[float, Entry] | None] = [None] * names
    for entry, at, points in zip(flat, owner.tolist(), score.tolist(), strict=True):
        current = chosen[at]
        if current is None or points > current[0]:
            chosen[at] = (points, entry)
    return [one[1] if one else None for one in chosen]


def count_countries(codes: Sequence[str]) -> Counter[str]:
    """How often each country is spoken of."""
    return Counter(codes)
