"""What bears on a line: denials, rivals for a place, other figures for the same thing, later changes."""

from collections.abc import Collection

from vedette.assessment.control.rivals import bears_on_control
from vedette.assessment.denials import denied_by
from vedette.assessment.figures import bears_on_figure
from vedette.assessment.likeness import figure, voice, window
from vedette.assessment.voices import same_mouth
from vedette.model import AGAINST, OPEN, Claim, Note, Relation


def notes(lead: Claim, group: Collection[Claim], near: Collection[Claim]) -> tuple[Note, ...]:
    """What the claims near a line hold against it or add to it, each voice once; of later changes only the last."""
    if lead.standing in AGAINST | OPEN:
        return ()
    own = {claim.id for claim in group}
    found = [Note(relation, other) for other in near if (relation := _relation(lead, other)) and other.id not in own]
    first = {_what(note): note for note in reversed(found)}
    return tuple(sorted(_last_change(_each_denier_once(list(first.values()))), key=found.index))


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


def _last_change(found: list[Note]) -> list[Note]:
    changes = [note for note in found if note.relation == "later" and note.claim.kind == "control"]
    if not changes:
        return found
    last = max(changes, key=lambda note: window(note.claim) or ())
    return [note for note in found if note not in changes or note is last]
