"""What the assessment gives, as JSON: every field under its own name, claims and documents by their ids."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from vedette.model import Change, Claim, Document, Judgement, Line, Moment, Situation
from vedette.views.judged import judgement_as_dict, judgement_in_words
from vedette.views.phrases import headline

TABLES = ("control", "states", "areas", "series", "ties", "utterances", "assets")


def as_record(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    """A value of the model for a script."""
    if isinstance(value, Claim | Document):
        return value.id
    if isinstance(value, Judgement):
        return judgement_as_dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: as_record(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_record(held) for key, held in value.items()}
    if isinstance(value, tuple | list | frozenset | set):
        return [as_record(one) for one in value]
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
