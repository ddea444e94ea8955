"""Judgements in words and as JSON: what was decided, by whom, when and why."""

from typing import Any

from vedette.model import Judgement
from vedette.views.words import plain

DONE = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "same": "held for the same", "apart":
    "held apart", "grade": "graded", "undo": "undone",
}  # fmt: skip


def judgement_in_words(one: Judgement) -> str:
    """ "rejected 3f9a12c4 by anna, 7 Dec 2024 18:00 UTC: a film of last year"."""
    about = one.targets if one.kind == "grade" else tuple(target[:8] for target in one.targets)
    value = f" {one.value}" if one.kind == "grade" else f" ({', '.join(one.fields)})" if one.fields else ""
    what = f"{DONE[one.kind]} {plain(' and '.join(about))}{value}{_moved(one)}"
    return f"{what} by {plain(one.by)}, {one.recorded_at[:16].replace('T', ' ')} UTC: {plain(one.reason)}"


def _moved(one: Judgement) -> str:
    if one.lost:
        return ", which no newer reading has"
    return f", now {' and '.join(claim[:8] for claim in one.claims)}" if one.claims != one.targets else ""


def judgement_as_dict(one: Judgement) -> dict[str, Any]:
    """A judgement for a script; `claims` are those that stand for its targets today, null for one that is lost."""
    claims = [claim or None for claim in one.claims] if one.kind not in {"grade", "undo"} else []
    return {
        "id": one.id, "kind": one.kind, "targets": list(one.targets), "claims": claims,
        "value": dict(one.fields) if one.kind == "correct" else one.value or None,
        "by": one.by, "reason": one.reason, "recorded_at": one.recorded_at,
    }  # fmt: skip
