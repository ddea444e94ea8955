"""What people decide, posted: appended to the ledger, never written over."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from vedette.api.desk import desk_of
from vedette.views import judgement_as_dict

router = APIRouter(prefix="/api", tags=["judgements"])


class Posted(BaseModel):
    """A judgement as posted: on a claim, on two claims, on a source by its name, or to undo a judgement."""

    kind: Literal["accept", "reject", "correct", "same", "apart", "grade", "undo"]
    targets: Annotated[list[Annotated[str, Field(min_length=1, max_length=200)]], Field(min_length=1, max_length=2)]
    by: Annotated[str, Field(min_length=1, max_length=80)]
    reason: Annotated[str, Field(min_length=1, max_length=500)]
    value: str | dict[str, Any] = ""


@router.post("/judgements", status_code=201)
def judge(request: Request, posted: Posted) -> dict[str, Any]:
    """Append a judgement; 422 where it is about nothing that the ledger holds."""
    desk = desk_of(request)
    made = desk.ledger.judge(posted.kind, posted.targets, posted.reason, desk.clock(), posted.by, posted.value)
    return judgement_as_dict(made)


@router.get("/judgements")
def judgements(request: Request) -> dict[str, Any]:
    """Every judgement ever recorded, oldest first, those undone among them."""
    return {"items": [judgement_as_dict(one) for one in desk_of(request).ledger.judgements().history]}
