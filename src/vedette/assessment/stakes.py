"""Who gains and who loses by what a claim says, so that an admission weighs more than a boast."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from vedette.assessment.control.sides import Sides
from vedette.assessment.mouths import hidden
from vedette.assessment.sources import source_of
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import LossEntry
from vedette.model import AGAINST, Claim, Party, Voice

type Effect = Literal["gains", "loses"]
type Stake = Literal["gains", "loses", "none"]

ARMED = frozenset({"armed", "state"})
SIDES = frozenset({"armed", "state", "official", "person", None})
INTERESTED = frozenset({"military", "belligerent", "official", "state-media"})
FIGHTERS = frozenset({"armed", "serving"})
TURNED: dict[Effect, Effect] = {"gains": "loses", "loses": "gains"}


class Stakes:
    """What some claims that say one thing mean to the voices that speak for a side."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._effects = [found for claim in claims if (found := _effect(claim)) is not None]
        country = next((place.country for claim in claims for place in claim.places if place.country), None)
        self._sides = Sides(claims, country) if self._effects else None
        self._by_id = {claim.id: claim for claim in claims}
        self._named = {party.side for claim in claims for party in claim.parties if party.side}

    def of(self, voice: Voice) -> Stake:
        """Whether a voice gains or loses by what the claims say, as far as its side is known."""
        if self._sides is None:
            return "none"
        voice = self._behind(voice)
        for effect, party in self._effects:
            if _is_own(voice, party):
                return effect
            stake = self._sides.stake(voice, self._sides.of(party))
            if stake == "own":
                return effect
            if stake == "rival" and (party.role == "agent" or voice.interest in self._named):
                return TURNED[effect]
        return "none"

    def _behind(self, voice: Voice) -> Voice:
        """Of an outlet that only quotes "rebel commanders" they have the stake, though no voice of their own."""
        links = [hidden(self._by_id[id_]) for id_ in voice.claims if id_ in self._by_id]
        quoted = [link for link in links if link is not None and link.source_type in INTERESTED]
        if voice.mouth != "nameless" or not quoted or len(quoted) < len(links):
            return voice
        return replace(voice, name=source_of(quoted[0]).name, source_type=quoted[0].source_type)


def _is_own(voice: Voice, party: Party) -> bool:
    """Whether the party is the voice itself, or people of his: "Amina Diallo's fighters"."""
    return voice.mouth == "source" and bool(re.search(rf"\b{re.escape(voice.name)}\b", party.name or party.text, re.I))


def _effect(claim: Claim) -> tuple[Effect, Party] | None:
    """What the claim means to the side of which party."""
    for effect, entry in _entries().get((claim.kind, claim.type), ()):
        party = next((one for one in claim.parties if one.role == entry.role and one.type in SIDES), None)
        if party is not None and _hits(claim, party, entry):
            return TURNED[effect] if claim.standing in AGAINST else effect, party
    return None


def _hits(claim: Claim, party: Party, entry: LossEntry) -> bool:
    """Whether those who are harmed are of the sort that the entry asks for: fighters, or whom no force may harm."""
    if not entry.harmed:
        return True
    hit = [party] if party.role != "agent" else [one for one in claim.parties if one.role in {"target", "object"}]
    if FIGHTERS & set(entry.harmed):
        return any(one.type in ARMED for one in hit)
    return any(one.type == "civilian" or _is_spared(one) for one in hit)


def _is_spared(party: Party) -> bool:
    words = {form for word in party.text.casefold().split() for form in (word, word.removesuffix("s"))}
    return not words.isdisjoint(word_class("nouns", "hurtless"))


@cache
def _entries() -> dict[tuple[str, str], tuple[tuple[Effect, LossEntry], ...]]:
    found: dict[tuple[str, str], tuple[tuple[Effect, LossEntry], ...]] = {}
    tables: tuple[tuple[Effect, str], ...] = (("loses", "losses"), ("gains", "gains"))
    for effect, table in tables:
        for entry in load(table, LossEntry):
            for type_ in entry.types:
                key = entry.kind, type_
                found[key] = (*found.get(key, ()), (effect, entry))
    return found
