"""How many independent mouths stand behind some claims: reprints, and chains that end in one source, count once."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from vedette.model import Claim, Link

NAMELESS = frozenset({"witness", "unnamed", "imagery", "social-media", "document", "expert"})
REPRINT = 90.0


def origins(claims: Iterable[Claim]) -> int:
    """The number of distinct origins; a nameless one is only as distinct as the outlet that quotes it."""
    mouths: list[tuple[str, str]] = []
    for claim in claims:
        mouth = _mouth(claim)
        if not any(name == mouth or _reprint(words, claim.evidence.text) for name, words in mouths):
            mouths.append((mouth, claim.evidence.text))
    return len(mouths)


def _mouth(claim: Claim) -> str:
    origin = claim.origin
    if origin is None:
        return claim.document.outlet or claim.document.id
    if len(claim.chain) > 1 and origin.source_type in NAMELESS:
        return "/".join((_name(claim.chain[-2]), _name(origin)))
    return _name(origin)


def _name(link: Link) -> str:
    return (link.name or link.text).casefold()


def _reprint(words: str, others: str) -> bool:
    """The same sentence in two documents is one telling."""
    return fuzz.ratio(words, others) >= REPRINT
