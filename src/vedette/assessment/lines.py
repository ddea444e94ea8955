"""One happening as it stands: whose word it is, how credible, what contradicts it, and so how sure it is."""

from collections.abc import Sequence

from vedette.assessment.grades import grade
from vedette.assessment.series.scopes import fit
from vedette.assessment.voices import voices
from vedette.model import (
    AGAINST,
    OPEN,
    Claim,
    Contradiction,
    Event,
    Families,
    Grade,
    Judgements,
    Line,
    Reason,
    Status,
    Voice,
)

SURE = 2
FIGURES = frozenset({"casualties", "displacement"})


def line(event: Event, against: tuple[Contradiction, ...], families: Families, judgements: Judgements) -> Line:
    """The line of a happening; `against` are the contradictions that its claims are part of."""
    told = _told(event)
    heard = voices(told, families)
    lead = max(told, key=_fullness)
    same = _saying_the_same(told, lead, against)
    found = _graded(same, heard if len(same) == len(told) else voices(same, families), heard, against)
    judged = tuple(dict.fromkeys(one for claim in event.claims for one in judgements.on(claim.id)))
    return Line(event, lead, _status(event, told, found, against, judgements), heard, found, against, judged)


def _graded(
    same: Sequence[Claim], alike: Sequence[Voice], heard: Sequence[Voice], against: Sequence[Contradiction]
) -> Grade:
    """The grade of what some voices say alike; those who were heard to tell it otherwise are named beside it."""
    ids = {claim.id for claim in same}
    found = grade(same, alike, _others(same, against))
    rest = [one for one in heard if ids.isdisjoint(one.claims)]
    if not rest:
        return found
    words = f"others tell of it otherwise, or without that figure: {', '.join(one.name for one in rest)}"
    return Grade(found.credibility, (*found.reasons, Reason(words, tuple(id_ for one in rest for id_ in one.claims))))


def _told(event: Event) -> tuple[Claim, ...]:
    """The claims that say it is so; where there are none those that leave it open; else those that deny it."""
    firm = tuple(one for one in event.claims if one.standing not in AGAINST | OPEN)
    return firm or tuple(one for one in event.claims if one.standing not in AGAINST) or event.claims


def _saying_the_same(told: Sequence[Claim], lead: Claim, against: Sequence[Contradiction]) -> tuple[Claim, ...]:
    """The claims that bear out the one that leads: those that give a figure which fits, where it gives one."""
    apart = {one.id for pair in against if lead.id in {pair.left.id, pair.right.id} for one in (pair.left, pair.right)}
    kept = [one for one in told if one.id not in apart or one is lead]
    if lead.quantity is None or lead.kind not in FIGURES:
        return tuple(kept)
    figure = lead.quantity
    return tuple(one for one in kept if one.quantity is not None and fit(one.quantity, figure))


def _others(told: Sequence[Claim], against: Sequence[Contradiction]) -> tuple[Claim, ...]:
    """The claims that those which tell it are contradicted by."""
    own = {claim.id for claim in told}
    sides = ((one.left, one.right) for one in against if one.kind != "figure")
    pairs = ((left, right) if left.id in own else (right, left) for left, right in sides)
    return tuple({other.id: other for one, other in pairs if one.id in own and other.id not in own}.values())


def _status(
    event: Event, told: Sequence[Claim], found: Grade, against: Sequence[Contradiction], judgements: Judgements
) -> Status:
    if told[0].standing in AGAINST:
        return "denied"
    if told[0].standing in OPEN or event.kind == "assessment":
        return "open"
    if any(claim.id in judgements.accepted for claim in told):
        return "confirmed"
    if against:
        return "disputed"
    return "confirmed" if found.credibility <= SURE else "claimed"


def _fullness(claim: Claim) -> tuple[int, int, int, str]:
    filled = len(claim.parties) + len(claim.places) + bool(claim.time and claim.time.text) + bool(claim.quantity)
    return filled, len(claim.chain), -claim.evidence.start, claim.id
