"""Opens a list of places that a user has, plain or in a zip, and tells what sort of list it is."""

import io
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile, is_zipfile

from vedette.mentions.gazetteer.dump import dump_rows, is_dump
from vedette.mentions.gazetteer.index import Listed
from vedette.mentions.gazetteer.ptable import columns_of, table_rows
from vedette.mentions.gazetteer.rows import RowError
from vedette.mentions.gazetteer.tables import country_codes
from vedette.model import VedetteError

LONGEST_LINE = 1 << 20
LOOKED_AT = 20
ENDINGS = (".txt", ".csv", ".tsv")
SHOWN = 300

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
