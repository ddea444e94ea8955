"""One happening as it stands: whose word it is, how credible, what contradicts it, and so how sure it is."""

from collections.abc import Sequence

from vedette.assessment.grades import grade
from vedette.assessment.voices import voices
from vedette.model import AGAINST, OPEN, Claim, Contradiction, Event, Families, Grade, Judgements, Line, Status

SURE = 2


def line(event: Event, against: tuple[Contradiction, ...], families: Families, judgements: Judgements) -> Line:
    """The line of a happening; `against` are the contradictions that its claims are part of."""
    told = _told(event)
    heard = voices(told, families)
    found = grade(told, heard, _others(told, against))
    judged = tuple(dict.fromkeys(one for claim in event.claims for one in judgements.on(claim.id)))
    status = _status(event, told, found, against, judgements)
    return Line(event, lead_of(event), status, heard, found, against, judged)


def lead_of(event: Event) -> Claim:
    """The claim that tells most of a happening."""
    return max(_told(event), key=_fullness)


def _told(event: Event) -> tuple[Claim, ...]:
    """The claims that say it is so; where there are none those that leave it open; else those that deny it."""
    firm = tuple(one for one in event.claims if one.standing not in AGAINST | OPEN)
    return firm or tuple(one for one in event.claims if one.standing not in AGAINST) or event.claims


def _others(told: Sequence[Claim], against: Sequence[Contradiction]) -> tuple[Claim, ...]:
    """The claims that those which tell it are contradicted by."""
    own = {claim.id for claim in told}
    sides = ((one.left, one.right) for one in against)
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
