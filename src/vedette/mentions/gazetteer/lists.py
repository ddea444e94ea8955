"""Reads a list of places that a user has, plain or in a zip: a country dump of GeoNames (nineteen columns with tabs
between them, no header) or a table with p-codes as OCHA publishes them (columns are found by the names in its header).
"""

import csv
import io
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, is_zipfile

from vedette.lexicon.classes import word_class
from vedette.mentions.gazetteer.index import Listed
from vedette.mentions.gazetteer.tables import country_codes, fold
from vedette.model import PlacePrecision, VedetteError

LONGEST_LINE = 1 << 20
LOOKED_AT = 20
ENDINGS = (".txt", ".csv", ".tsv")
SHOWN = 300
LONGEST = 200
UNREADABLE = "\ufffd"
MOST = 2**32 - 1
COLUMNS = 19
PAST = frozenset({"PPLH", "PPLCH"})
DIVISIONS: dict[str, PlacePrecision] = {
    "ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district",
}  # fmt: skip
# The sites that reports name; the many others would only be namesakes of villages.
SITES = frozenset(
    {
        *("S.AIRB", "S.AIRF", "S.AIRP", "S.BDG", "S.CMP", "S.CMPRF", "S.DAM", "S.FT", "S.HSP", "S.INSM", "S.OILR"),
        *("S.PRN", "S.PS", "S.PSH", "S.PSN", "S.PSTB", "S.PSTC", "S.STDM", "S.UNIV", "L.GASF", "L.MILB", "L.NVB"),
        *("L.OILF", "L.PRT", "H.HBR", "H.RSV", "T.ISL", "T.PASS"),
    }
)
LEADING = frozenset({"muhafazat", "mintaqat", "nahiyat", "mudiriyat", "wilayat", "baladiyat", "liwa", "qada"})
KEPT = frozenset({"county", "parish", "borough"})
DELIMITERS = ",;\t|"
LANGUAGES = ("name", "nameen", "en", "ref", "refname", "namefr", "fr", "namees", "es", "namept", "pt")
OTHERS = ("ar", "am", "fa", "ht", "ku", "my", "ne", "ps", "ru", "so", "sw", "th", "ti", "uk", "ur", "vi")
LEVEL = re.compile(rf"adm(?:in)?(\d)({'|'.join(LANGUAGES)}|(?:name)?(?:{'|'.join(OTHERS)}))")
PLAIN = ("name", "nameen", "placename", "featurename", "villagename", "village", "settlement", "locality", "asciiname")
HEADERS = {
    "pcode": ("pcode", "placepcode", "placecode"),
    "lat": ("lat", "latitude", "y", "centerlat", "latitudey", "pointy", "ycoord", "latdd"),
    "lon": ("lon", "long", "lng", "longitude", "x", "centerlon", "longitudex", "pointx", "xcoord", "londd"),
    "country": ("iso2", "adm0pcode", "admin0pcode", "iso3", "adm0iso2", "countrycode", "iso"),
    "population": ("population", "pop"),
}
AREAS: dict[int, PlacePrecision] = {0: "country", 1: "province", 2: "district", 3: "district"}

type Row = tuple[int, Listed | RowError | None, str]


def rows_of(path: Path, country: str | None) -> Iterator[Row]:
    """Each row with its line: the place, why it was refused or None where it is left out; the name of its division."""
    codes = country_codes()
    with _opened(path) as lines:
        first = list(islice(lines, LOOKED_AT))
        everything = chain(first, lines)
        if any(map(is_dump, first)):
            yield from ((number, found, "") for number, found in dump_rows(everything, codes, country))
            return
        header = first[0] if first else ""
        columns, delimiter = columns_of(header)
        if columns is None:
            raise VedetteError(
                f"{path} is neither a country dump of GeoNames (19 columns with tabs) nor a table whose header names"
                f" a place, its latitude and its longitude: it begins {header.strip()[:SHOWN]!r}"
            )
        for number, found in table_rows(everything, columns, delimiter, codes, country):
            yield (number, found, "") if isinstance(found, RowError) else (number, *found)


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[str]]:
    try:
        with ExitStack() as stack:
            file: IO[bytes] = stack.enter_context(path.open("rb"))
            if is_zipfile(file):
                pack = stack.enter_context(ZipFile(file))
                file = stack.enter_context(pack.open(_member(path, pack)))
            else:
                file.seek(0)
            text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
            yield iter(lambda: text.readline(LONGEST_LINE), "")
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise VedetteError(f"{path} is a damaged or locked zip: {error}") from error
    except OSError as error:
        raise VedetteError(f"{path} cannot be read: {error.strerror}") from error


def _member(path: Path, pack: ZipFile) -> str:
    """The list in a zip; GeoNames packs its readme with it."""
    names = [name for name in pack.namelist() if name.lower().endswith(ENDINGS) and "readme" not in name.lower()]
    if len(names) != 1:
        raise VedetteError(f"{path} must hold one list ({', '.join(ENDINGS)}); it holds {len(names)}")
    return names[0]


class RowError(Exception):
    """Why a row cannot be taken."""


def name_of(text: str) -> str:
    """The name in a cell."""
    name = " ".join(text.split())
    if not name:
        raise RowError("it has no name")
    if UNREADABLE in name:
        raise RowError("its name is not UTF-8")
    if len(name) > LONGEST or not any(char.isalpha() for char in name):
        raise RowError(f"{name[:40]!r} is no name")
    return name


def degrees(lat: str, lon: str) -> tuple[float, float]:
    """Coordinates in degrees; a comma may stand for the point."""
    try:
        north, east = (float(text.strip().replace(",", ".")) for text in (lat, lon))
    except ValueError:
        raise RowError(f"its coordinates {lat[:20]!r}, {lon[:20]!r} are no numbers") from None
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise RowError(f"its coordinates {lat[:20]}, {lon[:20]} are not on the globe: latitude first, in degrees")
    if north == east == 0:
        raise RowError("its coordinates are 0, 0, which stand for none")
    return north, east


def country_in(text: str, codes: Mapping[str, str], default: str | None) -> str:
    """The two letters of a country from a cell that holds them or its three letters."""
    word = text.strip().upper()
    if not word and default:
        return default
    if word not in codes:
        raise RowError(f"{text[:20]!r} is no country code" if word else "it has no country: give it with --country")
    return codes[word]


def people_of(text: str) -> int:
    """A population; 0 where it is unknown."""
    text = text.strip()
    if text and not text.isdecimal():
        raise RowError(f"its population {text[:20]!r} is no number")
    return min(int(text[:12] or 0), MOST)


def is_dump(line: str) -> bool:
    """Whether a line is a row of a dump."""
    return line.count("\t") == COLUMNS - 1 and line.partition("\t")[0].isdecimal()


def dump_rows(
    lines: Iterable[str], codes: Mapping[str, str], country: str | None
) -> Iterator[tuple[int, Listed | RowError | None]]:
    """Each row with its number: the place, why it was refused, or None where it is no place that reports name."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield number, _dumped(line.rstrip("\r\n").split("\t"), codes, country)
        except RowError as refused:
            yield number, refused


def _dumped(cells: list[str], codes: Mapping[str, str], country: str | None) -> Listed | None:
    if len(cells) != COLUMNS:
        raise RowError(f"{len(cells)} columns where GeoNames has {COLUMNS}")
    precision = _precision(cells[6], cells[7])
    if precision is None:
        return None
    number = int(cells[0]) if cells[0].isdecimal() and len(cells[0]) <= len(str(MOST)) else 0
    if not 0 < number <= MOST:
        raise RowError(f"{cells[0][:20]!r} is no GeoNames id")
    name, others = name_of(cells[1]), [cells[2], *cells[3].split(",")]
    if precision == "point" and _is_common(name):
        return None
    if precision in {"province", "district"}:
        name, others = _bare(name), [name, *others, *map(_bare, others)]
    lat, lon = degrees(cells[4], cells[5])
    people = people_of(cells[14])
    where = country_in(cells[8], codes, country)
    return Listed(number, name, others, lat, lon, where, _code(cells[10]), people, precision)


def _precision(feature_class: str, code: str) -> PlacePrecision | None:
    if feature_class == "P":
        return None if code in PAST else "settlement"
    if feature_class == "A":
        return DIVISIONS.get(code)
    return "point" if f"{feature_class}.{code}" in SITES else None


def _code(text: str) -> str:
    """Code of a division; GeoNames writes 00 where there is none."""
    return "" if text == "00" or not text.isascii() else text


def _is_common(name: str) -> bool:
    """ "Hospital", "Military Airport"."""
    words = word_class("place_words", "site", "site-modifier")
    return words.issuperset(fold(name).split())


def _bare(name: str) -> str:
    """ "Ar Rastan" of "Ar Rastan District": the press says the name with its own word for the division."""
    words = name.split()
    if len(words) > 1 and fold(words[0]) in LEADING:
        words = words[1:]
    sorts = word_class("place_words", "district", "province") - KEPT
    if len(words) > 1 and words[-1].lower() in sorts:
        words = words[:-1]
    return " ".join(words)


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
                yield reader.line_num, _tabled(cells, columns, codes, country)
        except StopIteration:
            return
        except (RowError, csv.Error) as error:
            yield reader.line_num, RowError(str(error))


def columns_of(header: str) -> tuple[Columns | None, str]:
    """Where the table has what it needs, None when it lacks some of it; and what stands between its columns."""
    delimiter = max(DELIMITERS, key=header.count)
    words = [re.sub(r"[^a-z0-9]", "", cell.lower()) for cell in next(csv.reader([header], delimiter=delimiter), [])]
    found = {name: _first(words, accepted) for name, accepted in HEADERS.items()}
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


def _tabled(
    cells: Sequence[str], columns: Columns, codes: Mapping[str, str], country: str | None
) -> tuple[Listed, str]:
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
