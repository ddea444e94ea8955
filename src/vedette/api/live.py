"""What comes anew: judgements that people post, appended and never written over; and word of every new snapshot."""

import asyncio
import os
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool

from vedette.api.desk import Desk, desk_of
from vedette.corrections import corrected_fields
from vedette.settings import actors_path, places_path
from vedette.views import judgement_as_dict

EVERY_SECONDS = 0.5
HEARTBEAT_TURNS = 30

router = APIRouter(prefix="/api", tags=["judgements"])


type Right = Literal["kind", "type", "standing", "phase", "place", "party", "figure", "day"]


class Posted(BaseModel):
    """A judgement as posted: on a claim, on two claims, on a source by its name, or to undo a judgement.

    Of a correction `value` has fields as exported, or `right` says in a few words what is right, as the command line.
    """

    kind: Literal["accept", "reject", "correct", "same", "apart", "grade", "undo"]
    targets: Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(min_length=1, max_length=2)]
    by: Annotated[str, Field(min_length=1, max_length=80)]
    reason: Annotated[str, Field(min_length=1, max_length=500)]
    value: str | dict[str, Any] = ""
    right: dict[Right, Annotated[str, Field(min_length=1, max_length=200)]] = Field(default_factory=dict)


@router.post("/judgements", status_code=201)
async def judge(request: Request, posted: Posted) -> dict[str, Any]:
    """Append a judgement; 422 where it is about nothing that the ledger holds.

    The answer comes when the present obeys it, so that whatever is asked next shows it. Who has a token of their own
    judges under its name, whatever `by` says.
    """
    desk = desk_of(request)
    made = await run_in_threadpool(_judged, desk, posted, request.state.user or posted.by)
    await desk.caught_up()
    return made


def _judged(desk: Desk, posted: Posted, by: str) -> dict[str, Any]:
    value = posted.value
    if posted.kind == "correct" and posted.right:
        claim = desk.ledger.claim(posted.targets[0])
        value = corrected_fields(claim, posted.right, places_path(os.environ), actors_path(os.environ))
    made = desk.ledger.judge(posted.kind, posted.targets, posted.reason, desk.clock(), by, value)
    return judgement_as_dict(made)


@router.get("/stream", response_class=StreamingResponse)
async def stream(request: Request) -> StreamingResponse:
    """An event `ledger` with the new version whenever there is a new snapshot, whichever process wrote."""
    events = _events(desk_of(request), request)
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _events(desk: Desk, request: Request) -> AsyncIterator[str]:
    version, turn = desk.version, 0
    yield "retry: 2000\n\n"
    while not await request.is_disconnected():
        await asyncio.sleep(EVERY_SECONDS)
        turn += 1
        if desk.version != version:
            version = desk.version
            yield f"event: ledger\ndata: {version}\n\n"
        elif turn % HEARTBEAT_TURNS == 0:
            yield ": still here\n\n"
