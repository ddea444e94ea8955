"""Reads a country dump of GeoNames: nineteen columns with tabs between them, no header."""

from collections.abc import Iterable, Iterator, Mapping

from vedette.lexicon.classes import word_class
from vedette.mentions.gazetteer.index import Listed
from vedette.mentions.gazetteer.names import fold
from vedette.mentions.gazetteer.rows import MOST, RowError, country_in, degrees, name_of, people_of
from vedette.model import PlacePrecision

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
            yield number, _place(line.rstrip("\r\n").split("\t"), codes, country)
        except RowError as refused:
            yield number, refused


def _place(cells: list[str], codes: Mapping[str, str], country: str | None) -> Listed | None:
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
    words = word_class("place_words", "site") | word_class("place_words", "site-modifier")
    return words.issuperset(fold(name).split())


def _bare(name: str) -> str:
    """ "Ar Rastan" of "Ar Rastan District": the press says the name with its own word for the division."""
    words = name.split()
    if len(words) > 1 and fold(words[0]) in LEADING:
        words = words[1:]
    sorts = (word_class("place_words", "district") | word_class("place_words", "province")) - KEPT
    if len(words) > 1 and words[-1].lower() in sorts:
        words = words[:-1]
    return " ".join(words)
