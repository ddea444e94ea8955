"""Claims and situations as JSON: the public contract, one object a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from vedette.model import Claim, Line, Situation
from vedette.views.phrases import sentence


def claims_as_jsonl(claims: Iterable[Claim]) -> Iterator[str]:
    """One line of JSON for each claim, as docs/reference.md describes it."""
    for claim in claims:
        yield json.dumps(claim.as_dict(), ensure_ascii=False)


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
        "notes": list(line.notes),
        "claims": [claim.id for claim in line.claims],
        "beside": [claim.id for claim in line.beside],
    }
