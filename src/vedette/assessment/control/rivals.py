"""Who holds a place: another side said to hold it at the same time, an attack beaten back, what came later."""

from vedette.assessment.likeness import comes_after, focus, sides, times_fit
from vedette.model import Claim, Relation

TAKES = frozenset({"enter", "capture", "hold"})
LOSES = frozenset({"withdraw", "lose"})
FIRM = frozenset({"asserted", "confirmed", "admitted"})


def bears_on_control(lead: Claim, other: Claim) -> Relation | None:
    """How another claim about a place bears on one: it contests it, or comes later and changes it."""
    if lead.type not in TAKES | LOSES or focus(lead).isdisjoint(focus(other)):
        return None
    if comes_after(other, lead):
        return "later" if other.standing in FIRM and _changes(lead, other) else None
    return "contested" if times_fit(lead, other) and not comes_after(lead, other) and _contests(lead, other) else None


def _changes(lead: Claim, other: Claim) -> bool:
    """The same side goes on or gives up, or another side takes the place."""
    ours, theirs = sides(lead), sides(other)
    same = bool(ours & theirs)
    return (same and other.type in TAKES | LOSES) or (bool(theirs) and not same and other.type in TAKES)


def _contests(lead: Claim, other: Claim) -> bool:
    ours, theirs = sides(lead), sides(other)
    if ours & theirs:
        return (lead.type == "hold" and other.type in LOSES) or (other.type == "hold" and lead.type in LOSES)
    if lead.type in LOSES:
        return False
    return other.type == "repel" or (other.type in TAKES and bool(ours) and bool(theirs))
