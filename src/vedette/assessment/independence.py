"""How many independent mouths stand behind some claims: reprints, and chains that end in one source, count once."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from vedette.model import Claim, Link

NAMELESS = frozenset({"witness", "unnamed", "imagery", "social-media", "document", "expert"})
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
    first, second = _mouth(left), _mouth(right)
    if left.document.id != right.document.id:
        return first == second
    return first.endswith(second) or second.endswith(first)


def _mouth(claim: Claim) -> str:
    origin = claim.origin
    if origin is None:
        return claim.document.outlet or claim.document.id
    if len(claim.chain) > 1 and origin.source_type in NAMELESS:
        return "/".join((_name(claim.chain[-2]), _name(origin)))
    return _name(origin)


def _name(link: Link) -> str:
    return (link.name or link.text).casefold()


def _reprint(left: Claim, right: Claim) -> bool:
    """The same sentence in two documents is one telling."""
    return fuzz.ratio(left.evidence.text, right.evidence.text) >= REPRINT
