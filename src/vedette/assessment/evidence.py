"""What a claim rests on beside the word of whoever tells it: pictures, a count of one's own, or nothing at all."""

from functools import cache, lru_cache

from vedette.lexicon import load
from vedette.lexicon.shapes import EvidenceEntry
from vedette.model import Claim, SourceType, Standing


def evidence_of(claim: Claim) -> frozenset[str]:
    """The kinds of evidence of evidence.toml that a claim has."""
    origin = claim.origin.source_type if claim.origin else "outlet"
    return _kinds(_words_in(claim.evidence.text), origin, claim.standing)


@cache
def _kinds(words: frozenset[str], origin: SourceType, standing: Standing) -> frozenset[str]:
    return frozenset(
        entry.name
        for entry in load("evidence", EvidenceEntry)
        if (not entry.words or entry.gloss in words)
        and (not entry.source_types or origin in entry.source_types)
        and (not entry.standings or standing in entry.standings)
    )


@lru_cache(maxsize=1 << 14)
def _words_in(text: str) -> frozenset[str]:
    """The kinds of evidence whose words stand in a sentence."""
    folded = f" {' '.join(text.casefold().replace(',', ' ').split())} "
    return frozenset(
        entry.gloss for entry in load("evidence", EvidenceEntry) if any(f" {word} " in folded for word in entry.words)
    )
