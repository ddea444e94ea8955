"""Values of the assessment in the shapes that the page is told them in."""

import json
from dataclasses import asdict
from typing import Any

from vedette.assessment.control import state_at
from vedette.model import Contradiction, Line, Series, Timeline


def packed(value: object) -> bytes:
    """JSON without spaces; halves of surrogate pairs are escaped, as they cannot be encoded."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


def controlled(timeline: Timeline) -> dict[str, Any]:
    """A timeline, and beside it from which day on its place was in which state."""
    days = {spell.since.last for spell in timeline.spells} | {one.until.last for one in timeline.spells if one.until}
    states: list[dict[str, Any]] = []
    for day in sorted(filter(None, days)):
        found = state_at(timeline, day)
        state = {"state": found.state, "side": found.side, "certainty": found.certainty}
        if not states or {**states[-1], "from": day} != {**state, "from": day}:
            states.append({"from": day, **state})
    return {**plain(timeline), "states": states}


def plain(value: Timeline | Series) -> dict[str, Any]:
    """A value of the assessment as a record; the key of a spot is text, whether it is a GeoNames id or a name."""
    record = asdict(value)
    if record["spot"]:
        record["spot"]["key"] = str(record["spot"]["key"])
    return record


def bearing(claim_id: str, line: Line | None) -> dict[str, Any]:
    """What bears on a claim by the line it stands on; nothing where a person rejected it."""
    if line is None:
        return {"status": None, "grade": None, "voices": [], "same": [], "contradictions": []}
    return {
        "status": line.status, "grade": asdict(line.grade), "voices": [asdict(one) for one in line.voices],
        "same": [one.id for one in line.claims], "contradictions": [against(one, claim_id) for one in line.against],
    }  # fmt: skip


def against(one: Contradiction, claim_id: str) -> dict[str, Any]:
    """A contradiction as seen from one of its claims, or from its event."""
    other = one.left if one.right.id == claim_id else one.right
    return {"kind": one.kind, "other": other.id, "reason": one.reason.text}
