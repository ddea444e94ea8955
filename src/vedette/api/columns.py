"""Claims as columns of numbers with tables of words beside, so that a page can hold a hundred thousand of them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from vedette.assessment.spots import key_of
from vedette.model import Claim, Document, Place

NONE = -(2**31)
EPOCH = date(1970, 1, 1)
ROLES = {"at": "a", "from": "f", "to": "t", "toward": "w"}


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


def columns_of(claims: Iterable[Claim], grades: Mapping[str, int], version: str) -> dict[str, Any]:
    """All claims in columns; days and minutes count from 1970, `NONE` where nothing is known.

    `grades`: information credibility by claim id. Places and parties of claim i stand in `place` and `party` from
    place_from[i] and party_from[i] on; `place_role` has a letter for each place: a(t), f(rom), t(o), (to)w(ard).
    """
    tables: dict[str, Words[Any]] = {
        name: Words() for name in ("kinds", "types", "standings", "sources", "parties", "documents", "places")
    }
    out: dict[str, list[Any]] = {name: [] for name in (
        "id", "kind", "type", "standing", "source", "document", "start", "first", "last", "said", "grade", "place",
        "party", "roles",
    )}  # fmt: skip
    froms: dict[str, list[int]] = {"place_from": [0], "party_from": [0]}
    for claim in claims:
        _plain_columns(claim, tables, out, grades)
        for place in claim.places:
            out["place"].append(tables["places"].number(key_of(place), lambda place=place: _place(place)))  # type: ignore[misc]
            out["roles"].append(ROLES.get(place.role, "a"))
        for party in claim.parties:
            out["party"].append(_word(tables["parties"], party.name or party.text))
        froms["place_from"].append(len(out["place"]))
        froms["party_from"].append(len(out["party"]))
    roles = "".join(out.pop("roles"))
    words = {name: table.values for name, table in tables.items()}
    return {"version": version, **words, **out, **froms, "place_role": roles}


def _plain_columns(
    claim: Claim, tables: dict[str, Words[Any]], out: dict[str, list[Any]], grades: Mapping[str, int]
) -> None:
    origin, document = claim.origin, claim.document
    source = (origin.name or origin.text) if origin else (document.outlet or "")
    time = claim.time
    out["id"].append(claim.id)
    out["kind"].append(_word(tables["kinds"], claim.kind))
    out["type"].append(_word(tables["types"], claim.type))
    out["standing"].append(_word(tables["standings"], claim.standing))
    out["source"].append(_word(tables["sources"], source or "nobody named"))
    out["document"].append(tables["documents"].number(document.id, lambda: _document(document)))
    out["start"].append(claim.evidence.start)
    out["first"].append(_day(time.first if time else None))
    out["last"].append(_day(time.last if time else None))
    out["said"].append(_minute(document.published))
    out["grade"].append(grades.get(claim.id, 0))


def _word(table: Words[Any], word: str) -> int:
    return table.number(word, lambda: word)


def _place(place: Place) -> dict[str, Any]:
    return {
        "key": str(key_of(place)), "name": place.name or place.text, "lat": place.lat, "lon": place.lon,
        "country": place.country, "admin1": place.admin1, "precision": place.precision, "radius": place.radius_km,
    }  # fmt: skip


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id, "outlet": document.outlet, "title": document.title, "published": document.published,
    }  # fmt: skip


def _day(iso: str | None) -> int:
    try:
        return (date.fromisoformat(iso[:10]) - EPOCH).days if iso else NONE
    except ValueError:
        return NONE


def _minute(iso: str | None) -> int:
    try:
        moment = datetime.fromisoformat(iso) if iso else None
    except ValueError:
        return NONE
    if moment is None:
        return NONE
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()) // 60
