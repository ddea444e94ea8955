"""Values of the assessment in the shapes that the page is told them in, as JSON."""

import gzip
import json
from typing import Any

import numpy as np
import orjson

from vedette.assessment.control import state_at
from vedette.model import Timeline
from vedette.views import opened

COMPRESSED_FROM, QUICKLY = 2048, 3
_OPTIONS = orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS


def packed(value: object) -> bytes:
    """JSON without spaces, of values of the model too; halves of surrogate pairs are escaped: they have no encoding."""
    try:
        return orjson.dumps(value, default=opened, option=_OPTIONS)
    except TypeError:
        return json.dumps(value, default=_loose, separators=(",", ":")).encode()


def encoded(text: str) -> bytes:
    """JSON as the ledger tells it, where halves of surrogate pairs may stand bare."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return packed(json.loads(text))


def _loose(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    return value.tolist() if isinstance(value, np.ndarray) else opened(value)


def zipped(body: bytes) -> bytes:
    """A body of an answer as gzip."""
    return gzip.compress(body, QUICKLY, mtime=0)


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
