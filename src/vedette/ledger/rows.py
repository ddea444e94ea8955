"""Values to rows and back: what is kept of a document and a claim, and under which words a claim is found."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson

from vedette.ledger.words import earliest, label, latest
from vedette.model import Claim, Document

BEGINNING, END = "0000", "9999"  # sort before and after every date
DOCUMENT_COLUMNS = "text, outlet, title, url, published, language, agencies"


def exact(text: str | None) -> bytes | None:
    """Text for `cast(? as text)`: kept to the letter, even where it holds half of a surrogate pair."""
    return None if text is None else text.encode("utf-8", "surrogatepass")


def plain(text: str) -> str:
    """Text that is read by people only: what cannot be encoded is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode()


def to_json(value: object) -> str:
    """JSON in readable letters where they can be encoded."""
    readable = json.dumps(value, ensure_ascii=False)
    try:
        readable.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return readable


def loaded(text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What JSON says, also of halves of surrogate pairs."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return json.loads(text)


def document_row(document: Document) -> tuple[bytes | None, ...]:
    """The values of DOCUMENT_COLUMNS."""
    of, agencies = document, to_json(document.agencies)
    return tuple(map(exact, (of.text, of.outlet, of.title, of.url, of.published, of.language, agencies)))


def document_of(row: tuple[Any, ...]) -> Document:
    """The document of a row of DOCUMENT_COLUMNS."""
    agencies = tuple(json.loads(row[-1] or "[]"))
    return replace(Document(*row[:-1]), agencies=agencies)


def claim_row(claim: Claim) -> dict[str, Any]:
    """The values of the columns of `claim`."""
    first, last = happened(claim)
    return {
        "id": claim.id, "document": claim.document.id, "start": claim.evidence.start,
        "kind": claim.kind, "type": claim.type, "standing": claim.standing,
        "said": earliest(claim.document.published), "happened_first": first, "happened_last": last,
        "record": to_json({key: value for key, value in claim.as_dict().items() if key != "document"}),
    }  # fmt: skip


def happened(claim: Claim) -> tuple[str | None, str | None]:
    """The window of a claim, open where one end is unknown; twice None when both are."""
    first = earliest(claim.time.first) if claim.time else None
    last = latest(claim.time.last) if claim.time else None
    if first is None and last is None:
        return None, None
    return first or BEGINNING, last or END


def labels(claim: Claim) -> set[tuple[str, str]]:
    """Every (field, folded words) that a party, place or source filter may find the claim by."""
    named = ((field, label(str(name))) for field, name in _names(claim) if name is not None)
    return {(field, words) for field, words in named if words.strip()}


def _names(claim: Claim) -> Iterator[tuple[str, str | int | None]]:
    for party in claim.parties:
        yield from (("party", name) for name in (party.text, party.name, party.actor, party.side))
    for place in claim.places:
        names = (place.text, place.name, place.geonames_id, place.country, place.admin1)
        yield from (("place", name) for name in names)
    for link in claim.chain:
        yield from (("source", name) for name in (link.text, link.name))
    yield "source", claim.document.outlet
