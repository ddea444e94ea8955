"""The places that a user added: one file of arrays for each list, looked up like the built-in ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from vedette.mentions.gazetteer.index import Index, Listed, Strings, indexed, joined, keep, packed, unpacked
from vedette.mentions.gazetteer.tables import Entry
from vedette.model import PlacePrecision, VedetteError

PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
ENDING = ".npz"
DIGITS = 8


@dataclass(frozen=True)
class Added:
    """The places of one list: an index of them, and what only added places have."""

    source: str
    index: Index
    precisions: NDArray[np.uint8]
    pcodes: Strings

    def find(self, key: str) -> Iterator[Entry]:
        """The places whose folded name is this."""
        yield from (self._entry(row, main) for row, main in self.index.find(key))

    def provinces(self) -> Iterator[Entry]:
        """The first-level divisions among them."""
        yield from (self._entry(row, True) for row in np.flatnonzero(self.precisions == _number("province")).tolist())

    def codes(self) -> Iterator[str]:
        """The p-codes among them."""
        yield from (code for code in self.pcodes if code)

    @cached_property
    def unnumbered(self) -> bool:
        """Whether some of them have no GeoNames id."""
        return bool((self.index.rows["id"] == 0).any())

    def _entry(self, row: int, main: bool) -> Entry:
        precision, code = PRECISIONS[self.precisions[row]], self.pcodes[row]
        entry = self.index.entry(row, main)
        return replace(entry, precision=precision, pcode=code or None, source=self.source)


def added_files(folder: Path | None) -> tuple[Path, ...]:
    """The files of added places in a folder."""
    return tuple(sorted(folder.glob(f"*{ENDING}"))) if folder is not None else ()


def fingerprint(folder: Path | None) -> str:
    """A word that changes with the added places, "" when there are none; their files are named by their content."""
    names = [file.name for file in added_files(folder)]
    return sha256("\n".join(names).encode()).hexdigest()[:DIGITS] if names else ""


def load_added(file: Path) -> Added:
    """The places of one file; VedetteError when it is damaged."""
    try:
        arrays = unpacked(file)
        pcodes = Strings(arrays["pcodes"].tobytes(), arrays["pcode_ends"])
        return Added(arrays["source"].tobytes().decode("utf-8"), indexed(arrays), arrays["precisions"], pcodes)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise VedetteError(f"{file} is damaged: delete it and add its list of places again") from error


def keep_added(folder: Path, source: str, places: Iterable[Listed]) -> Path | None:
    """Keep the places of one list; the file they are in, None when there are none."""
    arrays = _arrays(source, places)
    if not len(arrays["rows"]):
        return None
    content = sha256(b"".join(arrays[name].tobytes() for name in ("rows", "names", "keys", "pcodes")))
    file = folder / f"{Path(source).stem}-{content.hexdigest()[:DIGITS]}{ENDING}"
    try:
        keep(file, arrays)
    except OSError as error:
        raise VedetteError(f"{file} cannot be written: {error.strerror}") from error
    return file


def _arrays(source: str, places: Iterable[Listed]) -> dict[str, NDArray[Any]]:
    precisions, codes = bytearray(), list[bytes]()

    def noted() -> Iterator[Listed]:
        for place in places:
            precisions.append(_number(place.precision))
            codes.append(place.pcode.encode())
            yield place

    arrays = packed(noted())
    pcodes, pcode_ends = joined(codes)
    return arrays | {
        "precisions": np.frombuffer(bytes(precisions), dtype=np.uint8), "pcodes": pcodes, "pcode_ends": pcode_ends,
        "source": np.frombuffer(source.encode("utf-8", "replace"), dtype=np.uint8),
    }  # fmt: skip


def _number(precision: PlacePrecision) -> int:
    return PRECISIONS.index(precision)
