"""The nouns of what it adds up to: control, figures, contradictions, changes, and the brief as a page."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from vedette.api.asking import AskedDesk, AskedSnapshot, tagged
from vedette.api.dossiers import DOSSIERS
from vedette.api.shapes import Packed
from vedette.model import Moment, Situation, moment_at
from vedette.run import situation
from vedette.views import brief_page, change_as_dict, situation_as_dict

router = APIRouter(tags=["adding up"])


@router.get("/api/control")
def control(request: Request, snapshot: AskedSnapshot) -> Response:
    """Who has each place: its state from each day on on which it changed."""
    return tagged(request, snapshot, snapshot.control)


def _dossier(made: Callable[[str, Situation], dict[str, Any]]) -> Callable[..., Response]:
    def route(request: Request, snapshot: AskedSnapshot, key: str) -> Response:
        return tagged(request, snapshot, Packed(made(key, snapshot.found)))

    return route


for noun, made in DOSSIERS.items():
    router.add_api_route(
        f"/api/{noun}/{{key:path}}", _dossier(made), description=made.__doc__, name=f"dossiers of {noun}"
    )


@router.get("/api/situation")
def whole(request: Request, snapshot: AskedSnapshot) -> Response:
    """The brief for a script."""
    return tagged(request, snapshot, Packed(situation_as_dict(snapshot.found)))


@router.get("/api/changes")
def changes(
    desk: AskedDesk, since: Annotated[str, Query(max_length=40)],
    until: Annotated[str | None, Query(max_length=40)] = None,
) -> dict[str, Any]:  # fmt: skip
    """What is otherwise than at a moment, by when the ledger recorded it, and why."""
    before, now = (Moment(known_at=moment_at(one), known_by="recorded") for one in (since, until))
    return {"items": [change_as_dict(one) for one in situation(desk.ledger, now, before).changes]}


@router.get("/brief", response_class=HTMLResponse)
def brief(snapshot: AskedSnapshot) -> HTMLResponse:
    """The brief as one page that carries all it needs; its lines lead into the workbench."""
    return HTMLResponse(brief_page(snapshot.found, "./"))
