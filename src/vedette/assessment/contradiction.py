"""What bears on a line: denials, rivals for a place, other figures for the same thing, later changes."""

from collections.abc import Collection
from typing import NamedTuple

from vedette.assessment.buckets import in_order
from vedette.assessment.control.rivals import bears_on_control
from vedette.assessment.denials import denied_by
from vedette.assessment.figures import bears_on_figure
from vedette.assessment.likeness import figure, voice
from vedette.assessment.voices import same_mouth
from vedette.model import AGAINST, OPEN, Claim, Contradiction, ContradictionKind, Reason, Relation

KINDS: dict[Relation, ContradictionKind] = {"denied": "standing", "contested": "control", "differs": "figure"}
WORDS = {"denied": "it is denied", "contested": "another side has it", "differs": "it is counted otherwise"}


class Note(NamedTuple):
    """A claim that bears on another."""

    relation: Relation
    claim: Claim


def contradictions(lead: Claim, near: Collection[Claim]) -> tuple[Contradiction, ...]:
    """What the claims near one hold against it, each voice once; what only comes later is no contradiction."""
    if lead.standing in AGAINST | OPEN:
        return ()
    found = [Note(relation, other) for other in near if other is not lead and (relation := _relation(lead, other))]
    first = {_what(note): note for note in reversed(found)}
    kept = sorted(_each_denier_once(list(first.values())), key=found.index)
    return tuple(_contradiction(lead, note) for note in kept if note.relation in KINDS)


def _contradiction(lead: Claim, note: Note) -> Contradiction:
    left, right = sorted((lead, note.claim), key=in_order)
    return Contradiction(KINDS[note.relation], left, right, Reason(WORDS[note.relation], (left.id, right.id)))


def _relation(lead: Claim, other: Claim) -> Relation | None:
    if other.standing in OPEN:
        return None
    if other.kind == "statement":
        return "denied" if lead.id in other.denies else None
    if other.standing in AGAINST:
        return "denied" if denied_by(other, [lead]) else None
    return bears_on_control(lead, other) if lead.kind == "control" else bears_on_figure(lead, other)


def _what(note: Note) -> tuple[object, ...]:
    told = (note.claim.type, figure(note.claim)) if note.relation != "denied" else ()
    return note.relation, voice(note.claim).casefold(), *told


def _each_denier_once(found: list[Note]) -> list[Note]:
    """By the fullest name: "the ministry" in a headline is the ministry of the text."""
    denials = sorted((one for one in found if one.relation == "denied"), key=lambda one: -len(voice(one.claim)))
    again = [one for i, one in enumerate(denials) if any(_same_denier(one, first) for first in denials[:i])]
    return [one for one in found if one not in again]


def _same_denier(left: Note, right: Note) -> bool:
    if "statement" in {left.claim.kind, right.claim.kind}:
        return _denier(left.claim) == _denier(right.claim)
    return same_mouth(left.claim, right.claim)


def _denier(claim: Claim) -> str:
    name = next((one.name or one.text for one in claim.parties if one.role == "speaker"), None)
    return (name or (claim.origin.name if claim.origin else None) or "").casefold()
