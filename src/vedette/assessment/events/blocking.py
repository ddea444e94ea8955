"""Which claims are compared at all: those that share a key, so that the work grows with what is close, not with all."""

from collections.abc import Iterator
from sys import intern
from zlib import crc32

from vedette.assessment.events.traits import Traits
from vedette.model import Place

AREA, WORDS = "{", "~"  # they stand behind all letters, so that a pair meets under another key if it can
AT_MOST, ALIKE_AT_MOST = 100, 5
CELL = 0.25
EDGE = 0.06
SLOT_DAYS = 7
BEFORE = 6
TELLING_NUMBER = 3

type Keyed = tuple[bool, frozenset[str]]  # of a claim under a key: whether any other may meet it, and its keys before


def keys(one: Traits) -> tuple[str, ...]:
    """The keys of a claim in order: what sort of event, with each what it may be known by at about which time."""
    sorts = [f"ahead {sort}" if one.ahead else sort for sort in one.tellings or {one.name}]
    ends = [f"|{sort}" for sort in sorts]
    words = crc32(one.claim.evidence.text.casefold().encode("utf-8", "surrogatepass"))
    told = (one.claim.document.id, f"{WORDS}{words:x}")
    names = {*_spots(one), *_who(one)} if one.lasting else {*_known_by(one)}
    about = ends if one.lasting else [f"{end}|{slot}" for end in ends for slot in _slots(one)]
    found = {name + end for name in names for end in about}.union(name + end for name in told for end in ends)
    return tuple(sorted(map(intern, found)))


def under(key: str, one: Traits, of: tuple[str, ...]) -> Keyed:
    """A claim, with all its keys, as it is looked at under one of them: two towns of an area do not meet there."""
    return one.coarse or not key.startswith(AREA), frozenset(of[: of.index(key)])


def meet(left: Keyed, right: Keyed) -> bool:
    """Whether two claims are compared under a key: the first that they share."""
    return (left[0] or right[0]) and left[1].isdisjoint(right[1])


def reach(key: str) -> int:
    """With how many claims that come next by day a claim is compared; the same words far apart are rarely news."""
    return ALIKE_AT_MOST if key.startswith(WORDS) else AT_MOST


def _known_by(one: Traits) -> Iterator[str]:
    yield from _spots(one)
    yield from one.names
    amount = one.claim.quantity
    if amount is not None and amount.best is not None and amount.best >= TELLING_NUMBER:
        yield f"{one.claim.type}:{amount.best:g}"
    if not one.places or one.kind in {"statement", "assessment", "diplomacy", "authority", "aid"}:
        yield from _who(one)


def _who(one: Traits) -> Iterator[str]:
    for who in (one.doers, one.targets):
        yield from sorted(who.ids or who.sides)


def _spots(one: Traits) -> Iterator[str]:
    for place in one.places:
        if place.precision == "country" or (place.admin1 is None and place.lat is None):
            yield f"{place.geonames_id or (place.name or place.text).casefold()}"
            continue
        yield from _cells(place)
        if place.admin1 is not None:
            yield f"{AREA}{place.country} {place.admin1}"


def _cells(place: Place) -> Iterator[str]:
    """The cell of a grid that a place is in, and those whose edge it is near."""
    if place.lat is None or place.lon is None:
        return
    rows = {int((place.lat + shift) // CELL) for shift in (-EDGE, EDGE)}
    columns = {int((place.lon + shift) // CELL) for shift in (-EDGE, EDGE)}
    yield from (f"{row}:{column}" for row in sorted(rows) for column in sorted(columns))


def _slots(one: Traits) -> tuple[int, ...]:
    """The weeks that its window touches; a telling without a date may be of the days before."""
    if one.days is None:
        return (0,)
    if one.wide:
        return (-(one.days[0] // SLOT_DAYS), -((one.days[0] + 1) // SLOT_DAYS))
    first, last = one.days
    first -= 1 if one.dated else BEFORE
    return tuple(range(first // SLOT_DAYS, (last + 1) // SLOT_DAYS + 1))
