"""The places of the world by name: settlements of GeoNames, divisions, regions and sites of our own, users' places.

GeoNames data are CC BY 4.0 (geonames.org).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vedette.mentions.gazetteer.index import LOOSE, Added, added_files, load_added, load_index, spelling
from vedette.mentions.gazetteer.tables import (
    Entry,
    Named,
    Site,
    abbreviations,
    capitals,
    countries,
    divisions,
    fold,
    loose,
    regions,
    sites,
)
from vedette.model import PlaceMention

SITE_POPULATION = 100_000
INITIALS = 3
SHORTEST, ALIKE = 6, 0.84
GENERIC = frozenset({"county", "parish", "borough"})
AREAS = frozenset({"province", "district"})


class Gazetteer:
    """Looks places up by name, in whatever spelling the press uses."""

    longest = 6

    def __init__(self, added: Sequence[Added] = ()) -> None:
        self._index = load_index()
        self._added: Sequence[Added] = ()
        self._capitals = capitals()
        self._fixed: dict[str, list[Entry]] = {}
        self._loose: dict[str, list[Entry]] = {}
        self._bare: dict[str, list[Entry]] = {}
        self._divisions: dict[tuple[str, str], Entry] = {}
        self._countries: dict[str, Entry] = {}
        self._add(countries())
        self._add(divisions(self._people()))
        self._add(regions())
        self._add(pair for names, site in sites() for pair in self._site(names, site))
        self._short = dict(abbreviations())
        self._added = added  # last, so that no site of ours is taken for a user's village
        for entry in (entry for one in added for entry in one.provinces()):
            self._divisions.setdefault((entry.country or "", entry.admin1 or ""), entry)
        self.lookup = lru_cache(maxsize=8192)(self._lookup)

    def _add(self, named: Named) -> None:
        for name, entry in named:
            key = fold(name)
            _add_once(self._fixed.setdefault(key, []), entry)
            if bare := loose(key):
                _add_once(self._loose.setdefault(bare, []), entry)
            words = key.split()
            if entry.precision == "district" and words[-1] in GENERIC:
                self._bare.setdefault(" ".join(words[:-1]), []).append(replace(entry, main=False))
            if entry.precision == "country" and entry.country:
                self._countries.setdefault(entry.country, entry)
            if entry.precision == "province" and entry.country and entry.admin1:
                self._divisions.setdefault((entry.country, entry.admin1), entry)

    def _people(self) -> dict[tuple[str, str], int]:
        rows = self._index.rows
        keys, inverse = np.unique(rows[["country", "admin1"]], return_inverse=True)
        people = np.bincount(inverse, weights=rows["population"])
        return {
            (country.decode(), code.decode()): int(n)
            for (country, code), n in zip(keys.tolist(), people.tolist(), strict=True)
        }

    def _site(self, names: tuple[str, ...], site: Site) -> Named:
        if site.town is None:
            entry = Entry(site.name, site.country, site.precision, site.lat, site.lon, SITE_POPULATION)
        else:
            towns = [one for one in self._settlements(fold(site.town)) if one.country == site.country and one.main]
            entry = replace(max(towns, key=lambda one: one.population), name=site.name)
        yield from ((name, entry) for name in names)

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place that may be called so, in no order."""
        key = fold(name.removeprefix("the ").removeprefix("The "))
        short = self.short(name) if name.endswith(".") else None
        if short is not None:
            return (short,)
        fixed = self._fixed.get(key) or self._loose.get(loose(key) or key.replace(" ", ""), [])
        ids = {entry.geonames_id for entry in fixed} - {None}
        initials = len(key) <= INITIALS and name.isupper()
        towns = [] if initials else self._settlements(key)
        own = {(entry.country, entry.admin1) for entry in fixed if entry.precision == "province"} if towns else ()
        return (*fixed, *(_seat(entry, key, own) for entry in towns if entry.geonames_id not in ids))

    def _settlements(self, key: str) -> list[Entry]:
        """Settlements of that name; those that it names only without its article, where there are no others."""
        return self._borne(key) or self._borne(LOOSE + (loose(key) or key.replace(" ", "")))

    def _borne(self, key: str) -> list[Entry]:
        own = [self._settlement(row, main) for row, main in self._index.find(key)]
        return [*own, *(entry for added in self._added for entry in added.find(key))]

    def _settlement(self, row: int, main: bool) -> Entry:
        entry = self._index.entry(row, main)
        return replace(entry, capital=True) if (entry.country, entry.name) in self._capitals else entry

    def spelt(self, name: str, country: str) -> tuple[Entry, ...]:
        """The settlements of a country whose name is written nearly so: "Weldiya" for "Woldiya"."""
        key = fold(name)
        near = self._borne(spelling(country, key)) if len(key) >= SHORTEST else ()
        return tuple(one for one in near if SequenceMatcher(None, key, fold(one.name)).ratio() >= ALIKE)

    def knows(self, number: int) -> bool:
        """Whether a settlement or a user's place has this GeoNames id."""
        return number in self._numbers

    def unnumbered(self, name: str) -> list[Entry]:
        """The places called so that have no GeoNames id; quicker than all of them."""
        key = fold(name)
        added = (entry for one in self._added if one.unnumbered for entry in one.find(key))
        return [entry for entry in (*self._fixed.get(key, ()), *added) if entry.geonames_id is None]

    @cached_property
    def _numbers(self) -> frozenset[int]:
        fixed = {entry.geonames_id for entries in self._fixed.values() for entry in entries}
        rows = (rows["id"].tolist() for rows in (self._index.rows, *(one.index.rows for one in self._added)))
        return frozenset(chain(fixed - {None}, *rows))

    def areas(self, name: str) -> tuple[Entry, ...]:
        """The provinces and districts of that name, also by the spellings of the town that gave them theirs."""
        found = self.lookup(name)
        direct = [entry for entry in found if entry.precision in AREAS]
        towns = [self.division(entry) for entry in found if entry.precision == "settlement" and entry.main]
        named = {fold(name), *(fold(entry.name) for entry in found if entry.precision == "settlement")}
        return tuple(dict.fromkeys([*direct, *(one for one in towns if one is not None and fold(one.name) in named)]))

    def counties(self, name: str) -> tuple[Entry, ...]:
        """The counties of that name, when the word for it is left out."""
        return tuple(self._bare.get(fold(name), ()))

    def settlements_in(self, country: str, admin1: str | None = None) -> NDArray[np.float64]:
        """Latitude and longitude of every settlement of a country or of one of its first-level divisions."""
        rows = self._index.rows
        there = rows["country"] == country.encode()
        if admin1 is not None:
            there &= rows["admin1"] == admin1.encode()
        return np.column_stack([rows["lat"][there], rows["lon"][there]])

    def area(self, place: PlaceMention) -> Entry | None:
        """The country or first-level division that a mention names."""
        country = self._countries.get(place.country or "")
        if place.precision == "country":
            return country
        return next((one for one in self.areas(place.name or "") if one.country == place.country
                     and one.precision == place.precision), None)  # fmt: skip

    def country(self, code: str) -> Entry | None:
        """The country of an ISO code."""
        return self._countries.get(code)

    def division(self, entry: Entry) -> Entry | None:
        """The first-level division that an entry lies in."""
        return self.division_of(entry.country or "", entry.admin1 or "")

    def division_of(self, country: str, code: str) -> Entry | None:
        """The first-level division that a country gives this code."""
        return self._divisions.get((country, code))

    def short(self, name: str) -> Entry | None:
        """The division that an abbreviation after a place name means: "Ky.", "TX"."""
        key = self._short.get(name) or self._short.get(f"{name}.")
        return self._divisions.get(key) if key else None


def _seat(entry: Entry, key: str, provinces: Collection[tuple[str | None, str | None]]) -> Entry:
    """A town that its province is named after, under the province's spelling: Basrah is meant by Basra first."""
    alike = (entry.country, entry.admin1) in provinces and SequenceMatcher(None, key, fold(entry.name)).ratio() >= ALIKE
    return replace(entry, main=True) if alike and not entry.main else entry


def _add_once(entries: list[Entry], entry: Entry) -> None:
    if not any(replace(entry, main=one.main) == one for one in entries):
        entries.append(entry)


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """The gazetteer with the places that a user added to a folder; loaded once."""
    return _load(added_files(folder))


@lru_cache(maxsize=2)
def _load(files: tuple[Path, ...]) -> Gazetteer:
    return Gazetteer([load_added(file) for file in files])


__all__ = ["Entry", "Gazetteer", "load_gazetteer"]
