"""Adds a user's list of places to the gazetteer: what is known already is left out, bad rows are told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from math import cos, hypot, radians
from pathlib import Path

from vedette.mentions.gazetteer.index import Listed, added_files, keep_added, load_added
from vedette.mentions.gazetteer.lists import Row, RowError, rows_of
from vedette.mentions.gazetteer.lookup import Gazetteer, load_gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.model import Issue, PlacePrecision

# How far apart two lists may put one place: the middle of an area is a matter of opinion.
APART_KM: dict[PlacePrecision, float] = {
    "point": 3.0, "settlement": 5.0, "district": 40.0, "province": 200.0, "country": 2000.0, "region": 0.0,
}  # fmt: skip
DEGREE_KM = 111.2
ISSUES_KEPT = 1000


@dataclass(slots=True)
class Outcome:
    """What came of a list: its rows, places added by precision, known before, left out as no places that reports
    name, and refused; of the refused the first so many are told."""

    rows: int = 0
    added: Counter[str] = field(default_factory=Counter)
    known: int = 0
    left_out: int = 0
    refused: int = 0
    issues: list[Issue] = field(default_factory=list)
    file: Path | None = None


def add_places(path: Path, folder: Path, country: str | None = None) -> Outcome:
    """Add the places of a list to a folder; VedetteError when it cannot be read or is no list of places."""
    outcome = Outcome()
    known = _Known(load_gazetteer(folder), folder)
    outcome.file = keep_added(folder, path.name, _new(rows_of(path, country), known, outcome, path.name))
    return outcome


def _new(rows: Iterable[Row], known: "_Known", outcome: Outcome, source: str) -> Iterator[Listed]:
    for line, found, division in rows:
        outcome.rows += 1
        if found is None:
            outcome.left_out += 1
        elif isinstance(found, RowError):
            outcome.refused += 1
            if len(outcome.issues) < ISSUES_KEPT:
                outcome.issues.append(Issue(source, str(found), line))
        elif known.before(found):
            outcome.known += 1
        else:
            outcome.added[found.precision] += 1
            yield found._replace(admin1=known.code(found.country, division)) if division else found


class _Known:
    """What the gazetteer knows, and what the list itself has given so far."""

    def __init__(self, gazetteer: Gazetteer, folder: Path) -> None:
        self._gazetteer = gazetteer
        self._seen: set[object] = set(chain.from_iterable(load_added(file).codes() for file in added_files(folder)))
        self.code = cache(self._code)

    def before(self, place: Listed) -> bool:
        """Whether the place is known: by its GeoNames id, its p-code, or its name where it lies."""
        mark = place.number or place.pcode or place[1:]
        mark = mark if isinstance(mark, int | str) else repr(mark)
        if mark in self._seen:
            return True
        self._seen.add(mark)
        if place.number:
            return self._gazetteer.knows(place.number) or any(
                _same(place, one) for one in self._gazetteer.unnumbered(place.name)
            )
        return any(_same(place, one) for one in self._gazetteer.lookup(place.name))

    def _code(self, country: str, division: str) -> str:
        """The code of a division by its name."""
        areas = self._gazetteer.areas(division)
        found = (one.admin1 for one in areas if one.precision == "province" and one.country == country)
        return next(found, None) or ""


def _same(place: Listed, entry: Entry) -> bool:
    """Whether both are one place, as far as sort, country, division and distance tell."""
    if (entry.precision, entry.country) != (place.precision, place.country) or entry.lat is None or entry.lon is None:
        return False
    if place.precision == "province" and entry.admin1 and entry.admin1 == place.admin1:
        return True
    across = (abs(place.lon - entry.lon + 180) % 360 - 180) * cos(radians(place.lat))
    return hypot(place.lat - entry.lat, across) * DEGREE_KM <= APART_KM[place.precision]
