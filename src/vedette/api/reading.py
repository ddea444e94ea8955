"""The nouns that are read: what was recorded, and what it adds up to. All of one answer is of one snapshot."""

import base64
import binascii
import json
import re
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, replace
from typing import Annotated, Any

import numpy as np
import orjson
from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import StreamingResponse
from starlette.concurrency import run_in_threadpool

from vedette.api.clerk import Question
from vedette.api.desk import Desk, Snapshot, desk_of
from vedette.api.dossiers import DOSSIERS, claim_dossier
from vedette.api.shapes import encoded, packed, zipped
from vedette.ledger import EVERYTHING, ClaimFilter
from vedette.model import Document, Moment, VedetteError, moment_at
from vedette.run import coded
from vedette.views import BRIEF_ROWS, claims_as_jsonl

MOST_IDS, PAGE, MOST_A_PAGE = 200, 50, 500
JSON = "application/json"
_ID = re.compile(r"[0-9a-f]{32}")

router = APIRouter(tags=["reading"])

type Words = Annotated[str | None, Query(max_length=200)]


async def asked_moment(known_at: Words = None, as_of: Words = None) -> Moment:
    """The moment of a question; VedetteError for what is no date."""
    return Moment(as_of=moment_at(as_of), known_at=moment_at(known_at))


async def asked_filter(
    place: Words = None, party: Words = None, source: Words = None, kind: Words = None, type: Words = None,
    standing: Words = None, document: Words = None, happened_from: Words = None, happened_to: Words = None,
    text: Words = None,
) -> ClaimFilter:  # fmt: skip
    """The filter of a question: the same as on the command line."""
    return ClaimFilter(
        place=place, party=party, source=source, kind=kind, type=type, standing=standing, document=document,
        happened_from=happened_from, happened_to=happened_to, text=text,
    )  # fmt: skip


async def asked_desk(request: Request) -> Desk:
    """The desk of the server that was asked."""
    return desk_of(request)


AskedMoment = Annotated[Moment, Depends(asked_moment)]
AskedFilter = Annotated[ClaimFilter, Depends(asked_filter)]
AskedDesk = Annotated[Desk, Depends(asked_desk)]


async def asked_snapshot(desk: AskedDesk, moment: AskedMoment) -> Snapshot:
    """What the ledger adds up to at the moment of a question."""
    return await desk.snapshot(moment)


AskedSnapshot = Annotated[Snapshot, Depends(asked_snapshot)]


async def looked_up(request: Request, snapshot: Snapshot, work: Callable[[], bytes]) -> Response:
    """What one of a few threads looks up in the ledger, so that others need not wait for it, or was asked before."""
    if (known := _known(request, snapshot)) is not None:
        return known
    pressed = _takes_gzip(request)
    body = await run_in_threadpool(lambda: zipped(work()) if pressed else work())
    return _sent(snapshot, snapshot.answers.keep(_asked(request), body), pressed)


async def relayed(request: Request, desk: Desk, snapshot: Snapshot, question: Question, media: str = JSON) -> Response:
    """What a clerk answers, or answered before."""
    if (known := _known(request, snapshot, media)) is not None:
        return known
    answer, pressed = await desk.answer(question), _takes_gzip(request)
    body = await run_in_threadpool(zipped, answer.body) if pressed else answer.body
    if answer.version == snapshot.version:
        snapshot.answers.keep(_asked(request), body)
    return _sent(replace(snapshot, version=answer.version), body, pressed, media)


async def told(request: Request, snapshot: Snapshot, name: str) -> Response:
    """What the clerk told under a name; pressed together where it did that and the browser takes it so."""
    if (same := _unchanged(request, snapshot)) is not None:
        return same
    pressed = snapshot.told.get(f"{name}.gz") if _takes_gzip(request) else None
    return _sent(snapshot, pressed or snapshot.told[name], pressed is not None)


def _takes_gzip(request: Request) -> bool:
    return "gzip" in request.headers.get("accept-encoding", "")


def _sent(snapshot: Snapshot, body: bytes, pressed: bool, media: str = JSON) -> Response:
    encoding = {"Content-Encoding": "gzip"} if pressed else {}
    return Response(body, media_type=media, headers={**_headers(snapshot), **encoding})


def _known(request: Request, snapshot: Snapshot, media: str = JSON) -> Response | None:
    """304 where the browser has the answer already, or the answer that was given before."""
    body = snapshot.answers.get(_asked(request))
    return _unchanged(request, snapshot) or (_sent(snapshot, body, _takes_gzip(request), media) if body else None)


def _asked(request: Request) -> str:
    return f"{_takes_gzip(request)} {request.url.path}?{request.url.query}"


def _unchanged(request: Request, snapshot: Snapshot) -> Response | None:
    tag = request.headers.get("if-none-match", "").removeprefix("W/")
    return Response(status_code=304, headers=_headers(snapshot)) if tag == f'"{snapshot.tag}"' else None


def _headers(snapshot: Snapshot) -> dict[str, str]:
    return {"ETag": f'"{snapshot.tag}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}


@router.get("/api/overview")
async def overview(request: Request, desk: AskedDesk) -> dict[str, Any]:
    """How much the ledger holds, from when to when its documents were published, and the name that a token has."""
    about = {"ledger": desk.path.name, "tiles": desk.tiles, "user": request.state.user or None}
    return {**_counted(await desk.snapshot()), **about}


@router.get("/api/columns")
async def columns(request: Request, snapshot: AskedSnapshot) -> Response:
    """All claims known at a moment, as columns of numbers with tables of words."""
    return await told(request, snapshot, "columns")


@router.get("/api/control")
async def control(request: Request, snapshot: AskedSnapshot) -> Response:
    """Who has each place: its state from each day on on which it changed."""
    return await told(request, snapshot, "control")


def _dossier(noun: str) -> Callable[..., Awaitable[Response]]:
    async def route(request: Request, desk: AskedDesk, snapshot: AskedSnapshot, key: str) -> Response:
        return await relayed(request, desk, snapshot, Question(noun, snapshot.moment, key))

    return route


for noun, made in {"claims": claim_dossier, **DOSSIERS}.items():
    router.add_api_route(
        f"/api/{noun}/{{key:path}}", _dossier(noun), description=made.__doc__, name=f"dossiers of {noun}"
    )


@router.get("/api/judgements")
async def judgements(request: Request, snapshot: AskedSnapshot) -> Response:
    """Every judgement ever recorded, oldest first, those undone among them."""
    return await told(request, snapshot, "judgements")


@router.get("/api/claims")
async def claims(
    request: Request, desk: AskedDesk, snapshot: AskedSnapshot, where: AskedFilter,
    ids: Annotated[str | None, Query(max_length=MOST_IDS * 33)] = None,
    cursor: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_A_PAGE)] = PAGE,
) -> Response:  # fmt: skip
    """A page of the claims that pass a filter, by publication; or those with given ids, parted by commas.

    `next` is the cursor of the following page, null on the last one.
    """
    if ids is not None:
        return await looked_up(request, snapshot, lambda: _listed(desk, snapshot, ids.split(",")))
    start = _after(cursor, snapshot) if cursor else 0
    return await looked_up(request, snapshot, lambda: _page(desk, snapshot, where, start, limit))


@router.get("/api/matches")
async def matches(request: Request, desk: AskedDesk, snapshot: AskedSnapshot, where: AskedFilter) -> Response:
    """The ids of all claims that pass a filter."""
    return await looked_up(request, snapshot, lambda: _matches(desk, snapshot, where))


@router.get("/api/documents")
async def documents(
    request: Request, desk: AskedDesk, snapshot: AskedSnapshot,
    cursor: Annotated[int, Query(ge=0, le=2**53)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_A_PAGE)] = PAGE,
) -> Response:  # fmt: skip
    """A page of the documents without their texts, as they were recorded; `next` is the cursor of the following one."""
    left = max(_counted(snapshot)["documents"] - cursor, 0)
    more = cursor + limit if left > limit else None
    work = lambda: _items(encoded(desk.ledger.catalogue(cursor, min(limit, left))), more)  # noqa: E731
    return await looked_up(request, snapshot, work)


@router.get("/api/documents/{document_id}")
async def document(request: Request, desk: AskedDesk, snapshot: AskedSnapshot, document_id: str) -> Response:
    """One document with its text and the claims read from it."""
    return await looked_up(request, snapshot, lambda: _document(desk, snapshot, document_id))


@router.get("/api/situation")
async def whole(request: Request, desk: AskedDesk, snapshot: AskedSnapshot) -> Response:
    """The brief for a script."""
    return await relayed(request, desk, snapshot, Question("whole", snapshot.moment))


@router.get("/api/changes")
async def changes(
    request: Request, desk: AskedDesk, since: Annotated[str, Query(max_length=40)],
    until: Annotated[str | None, Query(max_length=40)] = None,
) -> Response:  # fmt: skip
    """What is otherwise than at a moment, by when the ledger recorded it, and why."""
    before, now = (Moment(known_at=moment_at(one), known_by="recorded") for one in (since, until))
    return await relayed(request, desk, await desk.snapshot(), Question("changes", now, since=before))


@router.get("/brief", response_class=Response)
async def brief(request: Request, desk: AskedDesk, snapshot: AskedSnapshot, every: bool = False) -> Response:
    """The brief as one page that carries all it needs; `every`: with every line of every section."""
    asked = Question("brief", snapshot.moment, limit=None if every else BRIEF_ROWS, every=_every(request))
    return await relayed(request, desk, snapshot, asked, "text/html; charset=utf-8")


@router.get("/api/export/claims.jsonl", response_class=StreamingResponse)
def export(desk: AskedDesk, moment: AskedMoment, where: AskedFilter) -> StreamingResponse:
    """The claims that pass a filter for other programs, one JSON object a line."""
    lines = claims_as_jsonl(*coded(desk.ledger, moment, where), desk.ledger.judgements(moment))
    headers = {"Content-Disposition": 'attachment; filename="claims.jsonl"'}
    return StreamingResponse(_ended(lines), media_type="application/x-ndjson", headers=headers)


def _every(request: Request) -> str:
    return f"?{request.url.include_query_params(every='true').query}"


def _ended(lines: Iterator[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in lines)


def _counted(snapshot: Snapshot) -> dict[str, Any]:
    counted: dict[str, Any] = orjson.loads(snapshot.told["overview"])
    return counted


def _items(body: bytes, following: str | int | None) -> bytes:
    return b'{"items":%b,"next":%b}' % (body, packed(following))


def _listed(desk: Desk, snapshot: Snapshot, asked: list[str]) -> bytes:
    known = set(_among(desk, snapshot, asked))
    return _items(_exported(desk, snapshot, [one for one in asked if one in known]), None)


def _among(desk: Desk, snapshot: Snapshot, ids: list[str]) -> list[str]:
    """Those of some ids that are of claims in a snapshot."""
    return _ids(snapshot, snapshot.rows(desk.ledger.numbers(ids)))


def _page(desk: Desk, snapshot: Snapshot, where: ClaimFilter, start: int, limit: int) -> bytes:
    rows = _passing(desk, snapshot, where)
    first = int(np.searchsorted(rows, start))
    shown = rows[first : first + limit]
    ids = _ids(snapshot, shown)
    more = first + limit < len(rows)
    following = base64.urlsafe_b64encode(packed([int(shown[-1]), ids[-1]])).decode() if more else None
    return _items(_exported(desk, snapshot, ids), following)


def _passing(desk: Desk, snapshot: Snapshot, where: ClaimFilter) -> "np.typing.NDArray[np.intp]":
    if where == EVERYTHING:
        return np.arange(len(snapshot.ids))
    return snapshot.rows(desk.ledger.matching(where))


def _matches(desk: Desk, snapshot: Snapshot, where: ClaimFilter) -> bytes:
    ids = snapshot.ids[_passing(desk, snapshot, where)].tolist()
    return b'{"ids":["%b"]}' % b'","'.join(ids) if ids else b'{"ids":[]}'


def _ids(snapshot: Snapshot, rows: "np.typing.NDArray[np.intp]") -> list[str]:
    found: list[str] = snapshot.ids[rows].astype(str).tolist()
    return found


def _after(cursor: str, snapshot: Snapshot) -> int:
    """The row that follows the one that a cursor names, by its id or, where that claim is gone, by where it stood."""
    try:
        row, id_ = json.loads(base64.urlsafe_b64decode(cursor))
        if isinstance(row, int) and 0 <= row < 2**53 and _ID.fullmatch(id_):
            found = np.flatnonzero(snapshot.ids == id_.encode())
            return int(found[0]) + 1 if len(found) else row
    except (ValueError, TypeError, binascii.Error):
        pass
    raise VedetteError("that is no cursor of ours")


def _exported(desk: Desk, snapshot: Snapshot, ids: list[str]) -> bytes:
    """Claims as exported, corrected ones as people corrected them."""
    body = encoded(desk.ledger.exported(ids))
    right = {id_: snapshot.told[name] for id_ in ids if (name := f"corrected:{id_}") in snapshot.told}
    if not right:
        return body
    return packed([json.loads(right[one["id"]]) if one["id"] in right else one for one in json.loads(body)])


def _document(desk: Desk, snapshot: Snapshot, given: str) -> bytes:
    found = desk.ledger.document(given)
    read = list(desk.ledger.claims(where=ClaimFilter(document=found.id)))
    known = set(_among(desk, snapshot, [one.id for one in read]))
    shown = [one.as_dict() for one in read if one.id in known or f"rejected:{one.id}" in snapshot.told]
    return packed({"document": _about(found), "text": found.text, "claims": shown})


def _about(found: Document) -> dict[str, Any]:
    return {"id": found.id, **{name: value for name, value in asdict(found).items() if name != "text"}}
