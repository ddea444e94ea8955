"""Claims and situations as JSON: the public contract, one object a line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from vedette.model import Claim, Judgements, Line, Moment, Situation
from vedette.views.judged import judgement_as_dict
from vedette.views.phrases import note, sentence

_RAW = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def as_json(value: object) -> str:
    """A value as one line of JSON; what could steer a terminal or break a line is escaped."""
    return _RAW.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))


def claims_as_jsonl(
    claims: Iterable[Claim], codes: Mapping[str, Mapping[str, Any]], judgements: Judgements
) -> Iterator[str]:
    """One line of JSON for each claim as read, with its codes, by claim id, and with what people judged of it."""
    for claim in claims:
        judged = [judgement_as_dict(one) for one in judgements.on(claim.id)]
        yield as_json({**claim.as_dict(), "codes": codes[claim.id], "judgements": judged})


def moment_as_dict(moment: Moment) -> dict[str, str | None]:
    """What was asked of."""
    return {
        "as_of": moment.as_of.isoformat() if moment.as_of else None,
        "known_at": moment.known_at.isoformat() if moment.known_at else None,
        "known_by": moment.known_by,
    }


def situation_as_dict(situation: Situation) -> dict[str, Any]:
    """The brief for a script: sections with lines, each with its words, origins, notes and claim ids."""
    return {
        **moment_as_dict(situation.moment),
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
