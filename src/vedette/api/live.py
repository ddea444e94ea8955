"""Tells a page as soon as the ledger has grown, whichever process wrote to it (server-sent events)."""

import asyncio
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from vedette.api.desk import Desk, desk_of

EVERY_SECONDS = 1.0
HEARTBEAT_TURNS = 15

router = APIRouter()


@router.get("/api/stream", response_class=StreamingResponse)
async def stream(request: Request) -> StreamingResponse:
    """An event `ledger` with the new version whenever claims, documents or judgements were added."""
    events = _events(desk_of(request), request)
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


async def _events(desk: Desk, request: Request) -> AsyncIterator[str]:
    version, turn = await asyncio.to_thread(desk.version), 0
    yield "retry: 2000\n\n"
    while not await request.is_disconnected():
        await asyncio.sleep(EVERY_SECONDS)
        newer, turn = await asyncio.to_thread(desk.version), turn + 1
        if newer != version:
            version = newer
            yield f"event: ledger\ndata: {version}\n\n"
        elif turn % HEARTBEAT_TURNS == 0:
            yield ": still here\n\n"
