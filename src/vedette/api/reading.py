"""The nouns of what was read: overview, claims, documents, and the export."""

import base64
import binascii
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from vedette.api.asking import AskedDesk, AskedFilter, AskedMoment, AskedSnapshot, tagged
from vedette.api.desk import Desk, Snapshot, in_order
from vedette.api.shapes import packed
from vedette.assessment.spots import key_of
from vedette.ledger import EVERYTHING, ClaimFilter
from vedette.model import Claim, Document, VedetteError
from vedette.run import coded
from vedette.views import claims_as_jsonl, judgement_as_dict

MOST_IDS, PAGE, MOST_A_PAGE = 200, 50, 500

router = APIRouter(prefix="/api", tags=["reading"])


@router.get("/overview")
def overview(desk: AskedDesk) -> dict[str, Any]:
    """How much the ledger holds, and from when to when its documents were published."""
    ledger, counts = desk.ledger, desk.ledger.counts()
    first, last = ledger.published()
    held = {"documents": counts.documents, "claims": counts.claims, "withdrawn": counts.withdrawn}
    known = {"first_known": first, "last_known": last}
    return {
        "version": desk.version(),
        "ledger": desk.path.name,
        "issues": counts.issues,
        **held,
        **known,
        "tiles": desk.tiles,
    }


@router.get("/columns")
def columns(request: Request, snapshot: AskedSnapshot) -> Response:
    """All claims known at a moment, as columns of numbers with tables of words."""
    return tagged(request, snapshot, snapshot.columns)


@router.get("/claims")
def claims(
    desk: AskedDesk, moment: AskedMoment, where: AskedFilter,
    ids: Annotated[str | None, Query(max_length=MOST_IDS * 33)] = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_A_PAGE)] = PAGE,
) -> dict[str, Any]:  # fmt: skip
    """A page of the claims that pass a filter, by publication; or those with given ids, parted by commas.

    `next` is the cursor of the following page, null on the last one.
    """
    snapshot = desk.snapshot(moment)
    if ids is not None:
        found = [snapshot.by_id[one] for one in ids.split(",") if one in snapshot.by_id]
        return {"items": [claim.as_dict() for claim in found], "next": None}
    every = _passing(desk, snapshot, where)
    start = bisect_right(every, _after(cursor), key=in_order) if cursor else 0
    page = every[start : start + limit]
    more = start + limit < len(every)
    return {"items": [claim.as_dict() for claim in page], "next": _cursor(page[-1]) if more else None}


@router.get("/matches")
def matches(desk: AskedDesk, moment: AskedMoment, where: AskedFilter) -> dict[str, Any]:
    """The ids of all claims that pass a filter."""
    return {"ids": desk.ledger.matching(moment, where)}


@router.get("/claims/{claim_id}")
def claim(desk: AskedDesk, snapshot: AskedSnapshot, claim_id: str) -> dict[str, Any]:
    """One claim with all that bears on it: voices, grade, event, contradictions, judgements, history."""
    found = desk.ledger.claim(claim_id)
    history = [
        {"operation": one.operation, "recorded_at": one.recorded_at.isoformat(), "by": one.by, "reason": one.reason}
        for one in desk.ledger.history(found.id)
    ]
    judged = [judgement_as_dict(one) for one in desk.ledger.judgements().history if found.id in one.claims]
    shown = snapshot.by_id.get(found.id, found)
    keys = [str(key_of(place)) for place in shown.places]
    return {
        "claim": shown.as_dict(),
        "place_keys": keys,
        **snapshot.bearing(found.id),
        "judgements": judged,
        "history": history,
    }


@router.get("/documents")
def documents(
    desk: AskedDesk, cursor: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_A_PAGE)] = PAGE,
) -> dict[str, Any]:  # fmt: skip
    """A page of the documents without their texts, as they were recorded; `next` is the cursor of the following one."""
    found = list(desk.ledger.documents(cursor, limit + 1))
    more = cursor + limit if len(found) > limit else None
    return {"items": [_about(one) for one in found[:limit]], "next": more}


@router.get("/documents/{document_id}")
def document(desk: AskedDesk, document_id: str) -> dict[str, Any]:
    """One document with its text and the claims read from it."""
    found = desk.ledger.document(document_id)
    read = desk.ledger.claims(where=ClaimFilter(document=found.id))
    return {"document": _about(found), "text": found.text, "claims": [one.as_dict() for one in read]}


@router.get("/export/claims.jsonl", response_class=StreamingResponse)
def export(desk: AskedDesk, moment: AskedMoment, where: AskedFilter) -> StreamingResponse:
    """The claims that pass a filter for other programs, one JSON object a line."""
    lines = claims_as_jsonl(*coded(desk.ledger, moment, where), desk.ledger.judgements(moment))
    headers = {"Content-Disposition": 'attachment; filename="claims.jsonl"'}
    return StreamingResponse(_ended(lines), media_type="application/x-ndjson", headers=headers)


def _ended(lines: Iterator[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in lines)


def _about(found: Document) -> dict[str, Any]:
    return {"id": found.id, **{name: value for name, value in asdict(found).items() if name != "text"}}


def _passing(desk: Desk, snapshot: Snapshot, where: ClaimFilter) -> Sequence[Claim]:
    if where == EVERYTHING:
        return snapshot.ordered
    found = desk.ledger.matching(snapshot.found.moment, where)
    return sorted((snapshot.by_id[one] for one in found if one in snapshot.by_id), key=in_order)


def _cursor(claim: Claim) -> str:
    return base64.urlsafe_b64encode(packed(in_order(claim))).decode()


def _after(cursor: str) -> tuple[str, str]:
    try:
        published, claim_id = json.loads(base64.urlsafe_b64decode(cursor))
    except (ValueError, TypeError, binascii.Error):
        raise VedetteError("that is no cursor of ours") from None
    return str(published), str(claim_id)
