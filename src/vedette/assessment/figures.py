"""Figures of one series: the same people counted at one place, revised by one mouth or given otherwise."""

from vedette.assessment.likeness import dated, figure, may_be_one, spots, times_fit, voice
from vedette.model import Claim, Quantity, Relation

COUNTED = frozenset({"casualties", "displacement"})


def bears_on_figure(lead: Claim, other: Claim) -> Relation | None:
    """How another figure bears on one: a revision where one mouth gives both, else a different count."""
    if lead.quantity is None or other.quantity is None or not _one_series(lead, other):
        return None
    if figure(lead) == figure(other) or not may_be_one(lead, other) or _other_days(lead, other):
        return None
    if voice(lead) == voice(other):
        return _revision(lead, other)
    together = bool(lead.places) or lead.document.id == other.document.id or bool(lead.quantity.scope)
    return "differs" if together and times_fit(lead, other) else None


def _one_series(lead: Claim, other: Claim) -> bool:
    if lead.kind not in COUNTED or (lead.kind, lead.type, spots(lead)) != (other.kind, other.type, spots(other)):
        return False
    return lead.quantity is not None and other.quantity is not None and _same_count(lead.quantity, other.quantity)


def _same_count(left: Quantity, right: Quantity) -> bool:
    """Incompatible scopes are never set side by side."""
    same_scope = left.scope is None or right.scope is None or left.scope == right.scope
    return same_scope and (left.population, left.unit, left.measure) == (right.population, right.unit, right.measure)


def _other_days(lead: Claim, other: Claim) -> bool:
    """Deaths of one day and deaths of another are two figures, unless one of them is a running total."""
    running = any(claim.time is not None and claim.time.precision == "since" for claim in (lead, other))
    return not running and dated(lead) and dated(other) and not times_fit(lead, other)


def _revision(lead: Claim, other: Claim) -> Relation:
    if "superseded" in {lead.standing, other.standing} and lead.standing != other.standing:
        return "later" if lead.standing == "superseded" else "earlier"
    days = [claim.document.published or "" for claim in (lead, other)]
    if days[0] == days[1]:
        return "differs"
    return "earlier" if days[1] < days[0] else "later"
