"""Claims and situations as JSON: the public contract, one object a line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.model import Claim, Line, Situation
from vedette.views.phrases import note, sentence

_RAW = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def as_json(value: object) -> str:
    """A value as one line of JSON; what could steer a terminal or break a line is escaped."""
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def claims_as_jsonl(claims: Iterable[Claim], codes: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """One line of JSON for each claim with its codes, by claim id, as docs/reference.md describes it."""
    return (as_json({**claim.as_dict(), "codes": codes[claim.id]}) for claim in claims)


def situation_as_dict(situation: Situation) -> dict[str, Any]:
    """The brief for a script: sections with lines, each with its words, origins, notes and claim ids."""
    return {
        "as_of": situation.as_of,
        "claims": situation.claims,
        "documents": len(situation.documents),
        "sections": [
            {"key": section.key, "title": section.title, "lines": [_line(line) for line in section.lines]}
            for section in situation.sections
        ],
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "text": sentence(line.lead),
        "standing": line.lead.standing,
        "origins": line.origins,
        "notes": [{"relation": one.relation, "text": note(one), "claim": one.claim.id} for one in line.notes],
        "claims": [claim.id for claim in line.claims],
        "beside": [claim.id for claim in line.beside],
    }
