"""Which claim of a newer reading stands for one that is no longer read, so that judgements find it again."""

from collections.abc import Iterable

from vedette.model import Claim


def heir(claim: Claim, candidates: Iterable[Claim]) -> str:
    """The id of the claim of the same document that the same words report, "" where there is none.

    The same trigger counts most, then the same kind and type on overlapping evidence; of several the one that shares
    most of parties, places, figure and standing.
    """
    ranked = [(rank, one) for one in candidates if (rank := _rank(claim, one))]
    best = max(ranked, key=lambda pair: (pair[0], _shared(claim, pair[1]), pair[1].id), default=None)
    return best[1].id if best else ""


def _rank(claim: Claim, other: Claim) -> int:
    alike = (claim.kind, claim.type) == (other.kind, other.type)
    if claim.trigger and other.trigger:
        same = (claim.trigger.start, claim.trigger.end) == (other.trigger.start, other.trigger.end)
        return same * (2 + alike)
    overlaps = claim.evidence.start < other.evidence.end and other.evidence.start < claim.evidence.end
    return int(alike and overlaps)


def _shared(claim: Claim, other: Claim) -> int:
    return len(_slots(claim) & _slots(other)) - len(_slots(claim) ^ _slots(other))


def _slots(claim: Claim) -> set[tuple[object, ...]]:
    spans = {(one.role, one.start, one.end) for one in claim.parties}
    spans |= {(one.role, one.start, one.end) for one in claim.places}
    figure = {("figure", claim.quantity.start, claim.quantity.end)} if claim.quantity else set()
    return {*spans, *figure, ("standing", claim.standing)}
