"""Who cannot both have a place: two sides that took or hold it at one time, or one that lost it and holds it still."""

from collections.abc import Iterable, Iterator

from vedette.assessment.contradictions.pairing import Pair, against, of_two, told_by
from vedette.assessment.control.extent import extent
from vedette.assessment.events.features import doers
from vedette.assessment.events.traits import Traits
from vedette.assessment.spots import finest, key_of
from vedette.model import TOLD, Contradiction

HAS = frozenset({"capture", "hold", "repel"})
LOST = frozenset({"lose", "withdraw"})
STILL_DAYS = 2
AT_MOST = 30

type Held = int | str


def places_held(one: Traits) -> tuple[Held, ...]:
    """The places that a claim says somebody has or lost."""
    if one.kind != "control" or one.claim.type not in HAS | LOST or one.claim.standing not in TOLD or one.days is None:
        return ()
    return tuple(dict.fromkeys(key_of(place) for place in finest(one.places)))


def rivals(members: Iterable[Traits]) -> Iterator[Contradiction]:
    """The contradictions among claims about who has one place; each two voices once for what they say."""
    ordered = sorted(members, key=lambda one: (one.days or (0, 0), one.claim.id))
    near = ((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 : at + 1 + AT_MOST])
    for one, other in of_two(filter(_both_cannot_be, near), lambda one: one.doers):
        words = f"{told_by(one)} says that {_what(one)}, {told_by(other)} that {_what(other)}"
        yield against("control", one, other, words)


def _both_cannot_be(pair: Pair) -> bool:
    one, other = pair
    if not _at_one_time(one, other) or _other_part(one, other):
        return False
    if one.claim.type in HAS and other.claim.type in HAS:
        return doers(one, other) == "other-side" and {one.claim.type, other.claim.type} != {"repel"}
    lost, held = (one, other) if one.claim.type in LOST else (other, one)
    return _same(lost, held) and lost.claim.type in LOST and held.claim.type in {"hold", "repel"}


def _same(lost: Traits, held: Traits) -> bool:
    return not lost.doers.sides.isdisjoint(held.doers.sides)


def _at_one_time(one: Traits, other: Traits) -> bool:
    """What is held or beaten back is so until it is said; what is taken or lost changes hands on its day."""
    first, second = one.days, other.days
    if first is None or second is None:
        return False
    if max(second[0] - first[1], first[0] - second[1]) <= 0:
        return True
    later = one if first[0] > second[1] else other
    gap = max(second[0] - first[1], first[0] - second[1])
    return gap <= STILL_DAYS and later.claim.type in {"hold", "repel"}


def _other_part(one: Traits, other: Traits) -> bool:
    """Where a report has just been leaves open which part of the place is meant."""
    return not one.scene and not other.scene and _part(one) != _part(other)


def _part(one: Traits) -> str | None:
    return next((words for place in one.claim.places if (words := extent(one.claim, place)) is not None), None)


def _what(one: Traits) -> str:
    who = " and ".join(sorted(one.doers.sides)) or next((party.text for party in one.claim.parties), "somebody")
    return {"capture": f"{who} took it", "hold": f"{who} has it", "repel": f"{who} beat an attack back"}.get(
        one.claim.type, f"{who} lost it"
    )
