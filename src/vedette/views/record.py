"""What the ledger holds and the assessment gives, as JSON: fields under their own names, claims by their ids.

Judgements also in words.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import datetime
from typing import Any

from vedette.model import Change, Claim, Document, Judgement, Judgements, Line, Moment, Situation, field_names
from vedette.views.phrases import headline
from vedette.views.words import plain

_RAW = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
TABLES = ("control", "states", "areas", "series", "ties", "utterances", "assets")
DONE = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "same": "held for the same", "apart":
    "held apart", "grade": "graded", "undo": "undone",
}  # fmt: skip


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


def as_record(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A value of the model for a script."""
    one = opened(value)
    if isinstance(one, dict):
        return {key: as_record(held) for key, held in one.items()}
    return [as_record(held) for held in one] if isinstance(one, list) else one


def opened(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A value of the model as JSON, of what it holds only the names."""
    if isinstance(value, Claim | Document):
        return value.id
    if isinstance(value, Judgement):
        return judgement_as_dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: getattr(value, name) for name in field_names(type(value))}
    if isinstance(value, Mapping):
        return {str(key): held for key, held in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return list(value)
    return value.isoformat() if isinstance(value, datetime) else value


def situation_as_dict(situation: Situation) -> dict[str, Any]:
    """The situation for a script."""
    return {
        **moment_as_dict(situation.moment),
        "day": situation.day,
        "claims": situation.claims,
        "documents": len(situation.documents),
        "since": moment_as_dict(situation.since) if situation.since else None,
        "changes": [change_as_dict(one) for one in situation.changes],
        "lines": [line_as_dict(one) for one in situation.lines],
        **{name: as_record(getattr(situation, name)) for name in TABLES},
        "families": as_record(situation.families.families),
        "reliability": as_record(situation.reliability),
        "judgements": [judgement_as_dict(one) for one in situation.judgements.history],
    }


def moment_as_dict(moment: Moment) -> dict[str, str | None]:
    """What was asked of."""
    return {
        "as_of": moment.as_of.isoformat() if moment.as_of else None,
        "known_at": moment.known_at.isoformat() if moment.known_at else None,
        "known_by": moment.known_by,
    }


def line_as_dict(line: Line) -> dict[str, Any]:
    """A happening for a script: its words, how it stands and why, its claims by their ids."""
    record = as_record(line)
    event = record.pop("event")
    return {
        "text": headline(line.lead), "event": event["id"], "kind": event["kind"], "type": event["type"], **record,
        "claims": event["claims"], "joined": event["reasons"],
    }  # fmt: skip


def change_as_dict(change: Change) -> dict[str, Any]:
    """A change for a script."""
    words = judgement_in_words(change.judgement) if change.judgement else change.reason.text
    return {
        "kind": change.kind, "text": headline(change.lead) if change.lead else words, "why": words,
        "lead": change.lead.id if change.lead else None, "claims": list(change.reason.claims),
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
