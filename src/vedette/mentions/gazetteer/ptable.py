"""Reads a table of places with p-codes, as OCHA publishes them: columns are found by the names in its header."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vedette.mentions.gazetteer.index import Listed
from vedette.mentions.gazetteer.rows import RowError, country_in, degrees, name_of, people_of
from vedette.model import PlacePrecision

DELIMITERS = ",;\t|"
LANGUAGES = ("name", "nameen", "en", "ref", "refname", "namefr", "fr", "namees", "es", "namept", "pt")
OTHERS = ("ar", "am", "fa", "ht", "ku", "my", "ne", "ps", "ru", "so", "sw", "th", "ti", "uk", "ur", "vi")
LEVEL = re.compile(rf"adm(?:in)?(\d)({'|'.join(LANGUAGES)}|(?:name)?(?:{'|'.join(OTHERS)}))")
CODE = re.compile(r"adm(?:in)?(\d)pcode")
PLAIN = ("name", "nameen", "placename", "featurename", "villagename", "village", "settlement", "locality", "asciiname")
COLUMNS = {
    "pcode": ("pcode", "placepcode", "placecode"),
    "lat": ("lat", "latitude", "y", "centerlat", "latitudey", "pointy", "ycoord", "latdd"),
    "lon": ("lon", "long", "lng", "longitude", "x", "centerlon", "longitudex", "pointx", "xcoord", "londd"),
    "country": ("iso2", "adm0pcode", "admin0pcode", "iso3", "adm0iso2", "countrycode", "iso"),
    "population": ("population", "pop"),
}
AREAS: dict[int, PlacePrecision] = {0: "country", 1: "province", 2: "district", 3: "district"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has what; `names` with the main one first, `division` is the name of the first-level division."""

    names: tuple[int, ...]
    lat: int
    lon: int
    pcode: int | None
    country: int | None
    population: int | None
    division: int | None
    precision: PlacePrecision


def table_rows(
    lines: Iterable[str], columns: Columns, delimiter: str, codes: Mapping[str, str], country: str | None
) -> Iterator[tuple[int, tuple[Listed, str] | RowError]]:
    """Each row with its line: the place and the name of its division, or why it was refused."""
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        try:
            cells = next(reader)
            if reader.line_num > 1 and any(cells) and not _is_tags(cells):
                yield reader.line_num, _place(cells, columns, codes, country)
        except StopIteration:
            return
        except (RowError, csv.Error) as error:
            yield reader.line_num, RowError(str(error))


def columns_of(header: str) -> tuple[Columns | None, str]:
    """Where the table has what it needs, None when it lacks some of it; and what stands between its columns."""
    delimiter = max(DELIMITERS, key=header.count)
    words = [re.sub(r"[^a-z0-9]", "", cell.lower()) for cell in next(csv.reader([header], delimiter=delimiter), [])]
    found = {name: _first(words, accepted) for name, accepted in COLUMNS.items()}
    level, names = _names(words)
    lat, lon = found["lat"], found["lon"]
    if not names or lat is None or lon is None or "\0" in header:  # UTF-16
        return None, delimiter
    plain = level is None
    own = None if plain else _first(words, (f"adm{level}pcode", f"admin{level}pcode"))
    pcode = found["pcode"] if plain or own is None else own
    divisions = _names(words, 1)[1] if plain or level != 1 else ()
    precision: PlacePrecision = AREAS.get(level, "settlement") if level is not None else "settlement"
    division = divisions[0] if divisions else None
    return Columns(names, lat, lon, pcode, found["country"], found["population"], division, precision), delimiter


def _names(words: Sequence[str], level: int | None = None) -> tuple[int | None, tuple[int, ...]]:
    """The columns that name the place of the row, or its division of a level; the deepest level names the place."""
    if level is None and (plain := _first(words, PLAIN)) is not None:
        return None, (plain,)
    found = [(int(match[1]), match[2], at) for at, word in enumerate(words) if (match := LEVEL.fullmatch(word))]
    deepest = max((one[0] for one in found), default=None) if level is None else level
    order = (*LANGUAGES, *OTHERS)
    named = [(order.index(word) if word in order else len(order), at) for depth, word, at in found if depth == deepest]
    return deepest, tuple(at for _, at in sorted(named))


def _first(words: Sequence[str], accepted: Sequence[str]) -> int | None:
    return next((words.index(one) for one in accepted if one in words), None)


def _is_tags(cells: Sequence[str]) -> bool:
    """The line of HXL tags below a header: "#adm3+name"."""
    return all(cell.startswith("#") for cell in cells if cell)


def _place(cells: Sequence[str], columns: Columns, codes: Mapping[str, str], country: str | None) -> tuple[Listed, str]:
    def cell(at: int | None) -> str:
        return cells[at].strip() if at is not None and at < len(cells) else ""

    names = [text for at in columns.names if (text := cell(at))]
    name, pcode = name_of(names[0] if names else ""), cell(columns.pcode)
    lat, lon = degrees(cell(columns.lat), cell(columns.lon))
    # A p-code begins with the two letters of its country.
    stated = cell(columns.country) or (pcode[:2].upper() if not country and pcode[:2].upper() in codes else "")
    where = country_in(stated, codes, country)
    people = people_of(re.sub(r"[, ]|\.0+$", "", cell(columns.population)))
    place = Listed(0, name, names[1:], lat, lon, where, "", people, columns.precision, pcode)
    return place, cell(columns.division)
