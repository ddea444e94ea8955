"""How many independent mouths stand behind some claims: reprints, and chains that end in one source, count once."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from vedette.model import Claim, Link

NAMELESS = frozenset({"witness", "anonymous", "unnamed", "social-media", "document", "expert"})
REPRINT = 90.0


def origins(claims: Iterable[Claim]) -> int:
    """The number of distinct origins; a nameless one is only as distinct as the outlet that quotes it."""
    first: list[Claim] = []
    for claim in claims:
        if not any(same_mouth(one, claim) or _reprint(one, claim) for one in first):
            first.append(claim)
    return len(first)


def same_mouth(left: Claim, right: Claim) -> bool:
    """One origin; within a document also "the ministry" for the ministry that is named in full."""
    first, second = _mouths(left), _mouths(right)
    if left.document.id != right.document.id:
        return not first.isdisjoint(second)
    return any(one.endswith(two) or two.endswith(one) for one in first for two in second)


def _mouths(claim: Claim) -> frozenset[str]:
    """Whoever may have said it first. An outlet may have it from an agency that it credits."""
    origin = claim.origin
    if origin is None:
        return frozenset({claim.document.outlet or claim.document.id})
    agencies = [name.casefold() for name in claim.document.agencies]
    if len(claim.chain) == 1:
        return frozenset([_name(origin), *agencies])
    if origin.source_type not in NAMELESS:
        return frozenset({_name(origin)})
    tellers = [_name(claim.chain[-2]), *(agencies if len(claim.chain) == 2 else ())]
    return frozenset(f"{teller}/{_name(origin)}" for teller in tellers)


def _name(link: Link) -> str:
    return (link.name or link.text).casefold()


def _reprint(left: Claim, right: Claim) -> bool:
    """The same sentence in two documents is one telling."""
    return fuzz.ratio(left.evidence.text, right.evidence.text) >= REPRINT
