"""What a claim rests on beside the word of whoever tells it: pictures, a count of one's own, or nothing at all."""

from functools import lru_cache

from vedette.lexicon import load
from vedette.lexicon.shapes import EvidenceEntry
from vedette.model import Claim


def evidence_of(claim: Claim) -> frozenset[str]:
    """The kinds of evidence of evidence.toml that a claim has."""
    words = _words_in(claim.evidence.text)
    origin = claim.origin.source_type if claim.origin else "outlet"
    return frozenset(
        entry.name
        for entry in load("evidence", EvidenceEntry)
        if (not entry.words or entry.gloss in words)
        and (not entry.source_types or origin in entry.source_types)
        and (not entry.standings or claim.standing in entry.standings)
    )


@lru_cache(maxsize=1 << 14)
def _words_in(text: str) -> frozenset[str]:
    """The kinds of evidence whose words stand in a sentence."""
    folded = f" {' '.join(text.casefold().replace(',', ' ').split())} "
    return frozenset(
        entry.gloss for entry in load("evidence", EvidenceEntry) if any(f" {word} " in folded for word in entry.words)
    )
