"""What every page asks of a situation, ready to send.

Claims are columns of numbers with tables of words beside, so that a page can hold a hundred thousand of them.
"""

from array import array
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vedette.api.shapes import packed, states, zipped
from vedette.assessment.buckets import in_order
from vedette.assessment.spots import key_of
from vedette.model import Claim, Document, Place, Situation, Timeline
from vedette.views import judgement_as_dict

NONE = -(2**31)
EPOCH = date(1970, 1, 1)
ROLES = {"at": "a", "from": "f", "to": "t", "toward": "w"}
TABLES = ("kinds", "types", "standings", "sources", "parties", "documents", "places")
PLAIN = ("kind", "type", "standing", "source", "document", "start", "first", "last", "said", "grade")

type Told = dict[str, bytes]


class Words[K]:
    """A table of words or records, each once, by the order in which they came."""

    def __init__(self) -> None:
        self._numbers: dict[K, int] = {}
        self.values: list[Any] = []

    def number(self, key: K, value: Callable[[], Any]) -> int:
        """The number of an entry; a new one is made with `value`."""
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value())
        return self._numbers[key]


class Columns:
    """All claims in columns; days and minutes count from 1970, `NONE` where nothing is known.

    Places and parties of claim i stand in `place` and `party` from place_from[i] and party_from[i] on; `place_role` has
    a letter for each place: a(t), f(rom), t(o), (to)w(ard). Claims come and go; what is left of one that went is not
    told.
    """

    def __init__(self) -> None:
        self._tables: dict[str, Words[Any]] = {name: Words() for name in TABLES}
        self._plain = {name: array("i") for name in PLAIN}
        self._many = {name: array("i") for name in ("place", "party")}
        self._froms = {name: array("i", [0]) for name in self._many}
        self._roles = bytearray()
        self._rows: dict[str, int] = {}
        self._keys: list[tuple[str, str, int, str]] = []
        self._numbers = array("q")
        self._order: list[int] = []

    def put(self, claim: Claim, number: int = 0) -> None:
        """Put a claim in under the number that the ledger has for it; one that is there already is replaced."""
        self._rows[claim.id] = len(self._keys)
        self._order.append(len(self._keys))
        self._keys.append(in_order(claim))
        self._numbers.append(number)
        self._put_plain(claim)
        for place in claim.places:
            self._many["place"].append(self._code("places", key_of(place), lambda place=place: _place(place)))  # type: ignore[misc]
            self._roles.extend(ROLES.get(place.role, "a").encode())
        for party in claim.parties:
            self._many["party"].append(self._word("parties", party.name or party.text))
        for name, values in self._many.items():
            self._froms[name].append(len(values))

    def drop(self, claim_id: str) -> None:
        """Take a claim out."""
        del self._rows[claim_id]

    def grade(self, claim_id: str, credibility: int) -> None:
        """Set the information credibility of a claim."""
        self._plain["grade"][self._rows[claim_id]] = credibility

    def ids(self) -> NDArray[np.bytes_]:
        """The ids of all claims in their order: by publication, undated last, then as they stand in the document."""
        return np.array([self._keys[row][-1] for row in self._ordered()], dtype="S32")

    def numbers(self) -> NDArray[np.int64]:
        """The numbers of all claims, in the same order."""
        return np.array(self._numbers, np.int64)[np.array(self._ordered(), np.intp)]

    def told(self, version: str) -> dict[str, Any]:
        """The columns, ready for JSON."""
        rows = np.array(self._ordered(), dtype=np.intp)
        found: dict[str, Any] = {"version": version, **{name: table.values for name, table in self._tables.items()}}
        found["id"] = [self._keys[row][-1] for row in self._order]
        found |= {name: np.frombuffer(values, np.int32)[rows] for name, values in self._plain.items() if values}
        for name, values in self._many.items():
            froms = np.frombuffer(self._froms[name], np.int32)
            counts = np.diff(froms)[rows]
            starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
            at = np.repeat(froms[rows] - starts[:-1], counts) + np.arange(starts[-1])
            found[name] = np.array(values, np.int32)[at]
            found[f"{name}_from"] = starts
            if name == "place":
                found["place_role"] = np.frombuffer(bytes(self._roles), np.uint8)[at].tobytes().decode()
        return {**{name: [] for name in PLAIN}, **found}

    def _ordered(self) -> list[int]:
        """The rows of claims that are there; those of before are in order already, which makes it cheap."""
        alive = set(self._rows.values())
        if len(alive) < len(self._order):
            self._order = [row for row in self._order if row in alive]
        self._order.sort(key=self._keys.__getitem__)
        return self._order

    def _put_plain(self, claim: Claim) -> None:
        origin, document, time = claim.origin, claim.document, claim.time
        source = (origin.name or origin.text) if origin else (document.outlet or "")
        values = (
            self._word("kinds", claim.kind), self._word("types", claim.type), self._word("standings", claim.standing),
            self._word("sources", source or "nobody named"),
            self._code("documents", document.id, lambda: _document(document)), claim.evidence.start,
            _day(time.first if time else None), _day(time.last if time else None), _minute(document.published), 0,
        )  # fmt: skip
        for name, value in zip(PLAIN, values, strict=True):
            self._plain[name].append(value)

    def _code(self, table: str, key: object, value: Callable[[], Any]) -> int:
        return self._tables[table].number(key, value)

    def _word(self, table: str, word: str) -> int:
        return self._tables[table].number(word, lambda: word)


class Telling:
    """Puts what all want of a situation in words under names, one after another, each only where it is otherwise.

    `columns`, `control` and both as gzip (`.gz`), `judgements`; `corrected:ID`: a claim where people corrected it;
    `rejected:ID`: one that people rejected.
    """

    def __init__(self, numbers: Callable[[list[str]], list[int]]) -> None:
        """`numbers`: of claims by their ids."""
        self._numbers = numbers
        self.columns = Columns()
        self.gone: tuple[str, ...] = ()
        self._claims: dict[str, Claim] = {}
        self._judged: dict[str, bytes] = {}
        self._states: dict[str, tuple[Timeline, dict[str, object]]] = {}

    def of(self, found: Situation, version: str) -> Told:
        """What is to be told of a situation; `gone` is what is no longer."""
        self._sort(found)
        for line in found.lines:
            for claim in line.claims:
                self.columns.grade(claim.id, line.grade.credibility)
        before, self._judged = self._judged, dict(_judged(found))
        self.gone = tuple(before.keys() - self._judged.keys())
        told = {name: body for name, body in self._judged.items() if before.get(name) != body}
        told["columns"] = _piecewise(self.columns.told(version))
        told["control"] = packed({"items": [self._stated(one) for one in found.control]})
        told["judgements"] = packed({"items": [judgement_as_dict(one) for one in found.judgements.history]})
        return told | {f"{name}.gz": zipped(told[name]) for name in ("columns", "control")}  # once for all who take it

    def _sort(self, found: Situation) -> None:
        """Have the columns hold the claims there are."""
        for id_ in self._claims.keys() - found.claim.keys():
            self.columns.drop(id_)
        new = [id_ for id_, claim in found.claim.items() if self._claims.get(id_) is not claim]
        for id_, number in zip(new, self._numbers(new), strict=True):
            self.columns.put(found.claim[id_], number)
        self._claims = found.claim

    def _stated(self, timeline: Timeline) -> dict[str, object]:
        key = str(timeline.spot.key)
        known = self._states.get(key)
        if known is None or known[0] is not timeline:
            known = self._states[key] = timeline, states(timeline)
        return known[1]


def _piecewise(columns: Mapping[str, Any]) -> bytes:
    """The same as packed at once, which would keep other threads waiting for as long as it takes."""
    return b"{%b}" % b",".join(b"%b:%b" % (packed(name), packed(values)) for name, values in columns.items())


def _judged(found: Situation) -> Iterator[tuple[str, bytes]]:
    yield from ((f"rejected:{id_}", b"") for id_ in found.judgements.rejected)
    corrected = (found.claim[id_] for id_ in found.judgements.corrected if id_ in found.claim)
    yield from ((f"corrected:{claim.id}", packed(claim.as_dict())) for claim in corrected)


def _place(place: Place) -> dict[str, Any]:
    return {
        "key": str(key_of(place)), "name": place.written, "lat": place.lat, "lon": place.lon,
        "country": place.country, "admin1": place.admin1, "precision": place.precision, "radius": place.radius_km,
    }  # fmt: skip


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id, "outlet": document.outlet, "title": document.title, "published": document.published,
    }  # fmt: skip


@lru_cache(maxsize=1 << 14)
def _day(iso: str | None) -> int:
    try:
        return (date.fromisoformat(iso[:10]) - EPOCH).days if iso else NONE
    except ValueError:
        return NONE


@lru_cache(maxsize=1 << 14)
def _minute(iso: str | None) -> int:
    try:
        moment = datetime.fromisoformat(iso) if iso else None
    except ValueError:
        return NONE
    if moment is None:
        return NONE
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()) // 60
