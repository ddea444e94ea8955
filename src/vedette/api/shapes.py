"""Values of the assessment in the shapes that the page is told them in."""

import gzip
import json
from functools import cached_property
from typing import Any

from vedette.api.dossiers import contradiction_as_dict
from vedette.assessment.control import state_at
from vedette.model import Line, Timeline
from vedette.views import as_record

COMPRESSED_FROM, QUICKLY = 2048, 3


def packed(value: object) -> bytes:
    """JSON without spaces; halves of surrogate pairs are escaped, as they cannot be encoded."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode()


class Packed:
    """A body of JSON, pressed together once for all who take it so."""

    def __init__(self, value: object) -> None:
        self.plain = packed(value)

    @cached_property
    def zipped(self) -> bytes:
        """The body as gzip."""
        return gzip.compress(self.plain, QUICKLY)


def states(timeline: Timeline) -> dict[str, Any]:
    """A place, and from which day on it was in which state."""
    days = {spell.since.last for spell in timeline.spells} | {one.until.last for one in timeline.spells if one.until}
    found: list[dict[str, Any]] = []
    for day in sorted(filter(None, days)):
        now = state_at(timeline, day)
        state = {
            "from": day, "state": now.state, "side": now.side, "others": now.others, "certainty": now.certainty,
            "part": now.part,
        }  # fmt: skip
        if not found or {**found[-1], "from": day} != state:
            found.append(state)
    return {"key": str(timeline.spot.key), "name": timeline.spot.name, "states": found}


def bearing(claim_id: str, line: Line | None) -> dict[str, Any]:
    """What bears on a claim by the line it stands on; nothing where a person rejected it."""
    if line is None:
        return {"status": None, "grade": None, "voices": [], "same": [], "contradictions": []}
    return {
        "status": line.status, "grade": as_record(line.grade), "voices": as_record(line.voices),
        "same": [one.id for one in line.claims],
        "contradictions": [contradiction_as_dict(one, claim_id) for one in line.against],
    }  # fmt: skip
