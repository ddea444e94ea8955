"""What stands behind some claims and against them, counted before it is graded."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from vedette.assessment.stakes import Stakes
from vedette.lexicon import load
from vedette.lexicon.shapes import EvidenceEntry
from vedette.model import Claim, SourceType, Standing, Voice

type Fact = Literal[
    "told", "admitted", "gaining", "seen", "own count", "hearsay", "unverified",
    "denied by who loses", "disputed", "outnumbered",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weight:
    """How many independent voices tell it, how many of them from outside (they do not gain by it), and what holds.

    told, gaining: somebody tells it, and all who do gain by it; admitted: one who is named loses by it. seen, own
    count, hearsay, unverified: as evidence.toml has it. denied by who loses, disputed, outnumbered: what others say.
    `claims`: the ids that each fact rests on.
    """

    voices: int
    outside: int
    claims: dict[Fact, tuple[str, ...]]


def weigh(claims: Sequence[Claim], voices: Sequence[Voice], against: Sequence[Voice]) -> Weight:
    """Weigh the voices behind some claims that say one thing, and those that say otherwise."""
    stakes = Stakes(claims)
    staked = [(voice, stake) for voice in voices if (stake := stakes.of(voice)) != "gains"]
    by_id = {claim.id: claim for claim in claims}
    outside = [voice for voice, _ in staked]
    held: dict[Fact, tuple[str, ...]] = {
        "told": tuple(by_id),
        "admitted": tuple(
            id_
            for one, stake in staked
            if one.mouth == "source"
            for id_ in one.claims
            if stake == "loses" or by_id[id_].standing == "admitted"
        ),
        "gaining": () if outside else tuple(by_id),
        **_evidence(claims, {id_ for one in outside for id_ in one.claims}),
        **_otherwise(voices, against, stakes),
    }
    told = {fact: ids for fact, ids in held.items() if ids}
    return Weight(_independent(voices, stakes), _independent(outside, stakes), told)


def _independent(voices: Sequence[Voice], stakes: Stakes) -> int:
    """Voices of one interest count once; who only speaks beside another bears nobody out."""
    if len(voices) < 2:
        return len(voices)
    told = [set(one.claims) for one in voices]
    alone = [one for at, one in enumerate(voices) if not any(told[at] <= other for other in told[:at])]
    return len(set(map(stakes.interest, alone))) if len(alone) > 1 else len(alone)


def _evidence(claims: Sequence[Claim], outside: set[str]) -> dict[Fact, tuple[str, ...]]:
    """Pictures and counts are evidence wherever they are; hearsay is a fault only where there is nothing else."""
    kinds = {claim.id: evidence_of(claim) for claim in claims}
    loose = {id_: bool(found & {"hearsay", "unverified"}) for id_, found in kinds.items()}
    every = all(loose.values())
    return {
        "seen": tuple(id_ for id_, found in kinds.items() if "seen" in found),
        "own count": tuple(id_ for id_, found in kinds.items() if "own count" in found and id_ in outside),
        "hearsay": tuple(id_ for id_, found in kinds.items() if every and "hearsay" in found),
        "unverified": tuple(id_ for id_, found in kinds.items() if every and "unverified" in found),
    }


def _otherwise(told: Sequence[Voice], against: Sequence[Voice], stakes: Stakes) -> dict[Fact, tuple[str, ...]]:
    if not against:
        return {}
    others = [voice for voice in against if stakes.of(voice) != "loses" and not stakes.blamed(voice)]
    disputing = tuple(id_ for voice in others for id_ in voice.claims)
    more = _independent(others, stakes) > _independent(told, stakes)
    return {
        "denied by who loses": tuple(id_ for voice in against if voice not in others for id_ in voice.claims),
        "disputed": disputing,
        "outnumbered": disputing if more else (),
    }


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
    return frozenset([gloss for words, gloss in _phrases() if words in folded])


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple((f" {word} ", entry.gloss) for entry in load("evidence", EvidenceEntry) for word in entry.words)
