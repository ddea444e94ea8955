"""Who cannot both have a place: two sides that took or hold it at one time, or one that lost it and holds it still."""

from collections.abc import Iterable, Iterator, Mapping

from vedette.assessment.contradictions.pairing import Pair, against, of_two, part_of, said, told_by
from vedette.assessment.control.extent import same_part
from vedette.assessment.control.groups import Groups, sides_at
from vedette.assessment.control.sides import Sides
from vedette.assessment.control.tellings import ACTS, begins, is_side
from vedette.assessment.events.traits import Traits
from vedette.assessment.spots import finest, key_of
from vedette.model import TOLD, Contradiction

HAS = frozenset({"capture", "hold", "repel"})
WAYS = ("road", "highway")
LOST = frozenset({"lose", "withdraw"})
FIGHTS = frozenset({"control/contest", "violence/clash"})
STILL_DAYS = 2
AT_MOST = 30

type Held = int | str
type Whose = Mapping[str, frozenset[str]]


def places_held(one: Traits) -> tuple[Held, ...]:
    """The places that a claim says somebody has or lost, or that somebody fights on in."""
    about = one.kind == "control" and one.claim.type in HAS | LOST
    fought = one.name in FIGHTS and one.claim.phase == "continues"
    if not (about or fought) or one.claim.standing not in TOLD or one.days is None:
        return ()
    return tuple(dict.fromkeys(key_of(place) for place in finest(one.places)))


def rivals(members: Iterable[Traits], groups: Groups | None = None) -> Iterator[Contradiction]:
    """The contradictions among claims about who has one place; each two voices once for what they say."""
    ordered = sorted(members, key=lambda one: (one.days or (0, 0), one.claim.id))
    claims = [one.claim for one in ordered]
    country = next((place.country for claim in claims for place in claim.places if place.country), None)
    sides = sides_at(claims, country, groups)
    whose = {one.claim.id: _whose(one, sides) for one in ordered}
    near = ((one, other) for at, one in enumerate(ordered) for other in ordered[at + 1 : at + 1 + AT_MOST])
    apart = (pair for pair in near if _both_cannot_be(pair, whose, sides))
    for one, other in of_two(apart, lambda one: (whose[one.claim.id], one.claim.type in LOST)):
        words = f"{told_by(one)} says that {_what(one, whose)}, {told_by(other)} that {_what(other, whose)}"
        yield against("control", one, other, words)


def _whose(one: Traits, sides: Sides) -> frozenset[str]:
    """The sides that have, lost or go on fighting for a place: who does it, else who speaks."""
    claim = one.claim
    acting = {sides.of(party, claim) for party in claim.parties if party.role == "agent" and is_side(party)}
    if not acting and (act := ACTS.get((claim.kind, claim.type))) is not None:
        acting = {sides.implied(claim, act) if one.name not in FIGHTS else sides.said_by(claim)}
    return frozenset(side for side in acting if side is not None)


def _both_cannot_be(pair: Pair, whose: Whose, sides: Sides) -> bool:
    return _at_one_time(*pair) and _are_rivals(*pair, whose, sides) and not _other_part(*pair)


def _are_rivals(one: Traits, other: Traits, whose: Whose, sides: Sides) -> bool:
    first, second = whose[one.claim.id], whose[other.claim.id]
    alike = any(sides.same(left, right) for left in first for right in second)
    if one.claim.type in HAS and other.claim.type in HAS:
        rival = bool(first and second) and not alike
        return rival and {one.claim.type, other.claim.type} != {"repel"} and not _turns(one, other)
    if FIGHTS & {one.name, other.name}:
        return bool(first and second) and not alike and "capture" in {one.claim.type, other.claim.type}
    lost, held = (one, other) if one.claim.type in LOST else (other, one)
    still = lost.claim.type in LOST and held.claim.type in {"hold", "repel"}
    return still and alike and said(held) >= said(lost) and not _until_it_left(held, lost)


def _until_it_left(held: Traits, lost: Traits) -> bool:
    """ "Held it for most of Sunday": until it left on Sunday, for all that is told."""
    dated = held.dated and held.claim.time is not None and not held.claim.time.carried
    return held.claim.type == "hold" and dated and (held.days or (0, 0))[1] <= (lost.days or (0, 0))[1]


def _turns(one: Traits, other: Traits) -> bool:
    """Whether one of two reports tells that the place changed hands since: "retook it", or what was said before."""
    if one.claim.type == other.claim.type == "capture":
        return any(begins(told.claim.trigger, "taking back") for told in (one, other))
    taken, held = (one, other) if one.claim.type == "capture" else (other, one)
    return taken.claim.type == "capture" and said(held) < said(taken)


def _at_one_time(one: Traits, other: Traits) -> bool:
    """What is held or beaten back is so until it is said; what is taken or lost changes hands on its day."""
    first, second = one.days, other.days
    if first is None or second is None:
        return False
    if max(second[0] - first[1], first[0] - second[1]) <= 0:
        return True
    later = one if first[0] > second[1] else other
    gap = max(second[0] - first[1], first[0] - second[1])
    return gap <= STILL_DAYS and (later.claim.type in {"hold", "repel"} or later.name in FIGHTS)


def _other_part(one: Traits, other: Traits) -> bool:
    """Where a report has just been leaves open which part is meant; who has all of it leaves nobody a part."""
    if one.scene or other.scene:
        return False
    first, second = part_of(one), part_of(other)
    if same_part(first, second) or (first and second):
        return not same_part(first, second)
    part = one if first is not None else other
    return (first or second or "").casefold().endswith(WAYS) or part.claim.type != "hold"


def _what(one: Traits, whose: Whose) -> str:
    who = " and ".join(sorted(whose[one.claim.id])) or next((party.text for party in one.claim.parties), "somebody")
    done = {"capture": "took it", "hold": "has it", "repel": "beat an attack back"}
    return f"{who} {'fights on' if one.name in FIGHTS else done.get(one.claim.type, 'lost it')}"
