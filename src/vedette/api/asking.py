"""What every question has in common: its moment, its filters, and an answer that a browser need not fetch twice."""

from typing import Annotated

from fastapi import Depends, Query, Request, Response

from vedette.api.desk import Desk, Snapshot, desk_of
from vedette.api.shapes import COMPRESSED_FROM, Packed
from vedette.ledger import ClaimFilter
from vedette.model import Moment, moment_at

type Words = Annotated[str | None, Query(max_length=200)]


def asked_moment(known_at: Words = None, as_of: Words = None) -> Moment:
    """The moment of a question; VedetteError for what is no date."""
    return Moment(as_of=moment_at(as_of), known_at=moment_at(known_at))


def asked_filter(
    place: Words = None, party: Words = None, source: Words = None, kind: Words = None, type: Words = None,
    standing: Words = None, document: Words = None, happened_from: Words = None, happened_to: Words = None,
    text: Words = None,
) -> ClaimFilter:  # fmt: skip
    """The filter of a question: the same as on the command line."""
    return ClaimFilter(
        place=place, party=party, source=source, kind=kind, type=type, standing=standing, document=document,
        happened_from=happened_from, happened_to=happened_to, text=text,
    )  # fmt: skip


AskedMoment = Annotated[Moment, Depends(asked_moment)]
AskedFilter = Annotated[ClaimFilter, Depends(asked_filter)]
AskedDesk = Annotated[Desk, Depends(desk_of)]


def asked_snapshot(desk: AskedDesk, moment: AskedMoment) -> Snapshot:
    """What the ledger adds up to at the moment of a question."""
    return desk.snapshot(moment)


AskedSnapshot = Annotated[Snapshot, Depends(asked_snapshot)]


def tagged(request: Request, snapshot: Snapshot, body: Packed) -> Response:
    """A body of JSON with its entity tag; 304 where the browser has it already."""
    tag = f'"{snapshot.tag}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match", "").removeprefix("W/") == tag:
        return Response(status_code=304, headers=headers)
    if len(body.plain) > COMPRESSED_FROM and "gzip" in request.headers.get("accept-encoding", ""):
        zipped = {**headers, "Content-Encoding": "gzip"}
        return Response(body.zipped, media_type="application/json", headers=zipped)
    return Response(body.plain, media_type="application/json", headers=headers)
