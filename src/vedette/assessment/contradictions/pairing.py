"""Pairs of claims by two voices, and the contradiction that they are."""

from collections.abc import Callable, Hashable, Iterable, Iterator

from vedette.assessment.buckets import in_order
from vedette.assessment.control.extent import extent
from vedette.assessment.events.traits import Traits
from vedette.assessment.spots import finest
from vedette.assessment.voices import named_alike, same_mouth
from vedette.model import Contradiction, ContradictionKind, Reason

type Pair = tuple[Traits, Traits]


def of_two(pairs: Iterable[Pair], about: Callable[[Traits], Hashable] = lambda _: None) -> Iterator[Pair]:
    """The pairs of claims that are two voices', each two voices once for what they are about.

    What one voice says instead of what it said before is a revision.
    """
    seen: set[Hashable] = set()
    for one, other in pairs:
        heard = frozenset(((one.mouths, about(one)), (other.mouths, about(other))))
        if heard not in seen:
            seen.add(heard)
            if not one_voice(one, other):
                yield one, other


def one_voice(one: Traits, other: Traits) -> bool:
    """Within a report what it tells itself is another voice than whom it quotes, "the ministry" is the one in full."""
    if one.claim.document.id != other.claim.document.id:
        return same_mouth(one.claim, other.claim)
    words = [[frozenset(mouth.split()) for mouth in traits.mouths] for traits in (one, other)]
    return any(left <= right or right <= left for left in words[0] for right in words[1]) or named_alike(
        one.claim, other.claim
    )


def against(kind: ContradictionKind, one: Traits, other: Traits, words: str) -> Contradiction:
    """The contradiction of two claims, with what was said first on the left."""
    left, right = sorted((one.claim, other.claim), key=in_order)
    return Contradiction(kind, left, right, Reason(words, (left.id, right.id)))


def part_of(one: Traits) -> str | None:
    """The part of a place that a claim speaks of; None where it is the whole."""
    return next(filter(None, (extent(one.claim, place) for place in finest(one.claim.places))), None)


def said(one: Traits) -> str:
    """The moment of publication, which sorts as text."""
    return one.claim.document.published or ""


def told_by(one: Traits) -> str:
    """Who says it, as a reader is told."""
    origin = one.claim.origin
    return (origin.name or origin.text) if origin else one.claim.document.outlet or "somebody"
