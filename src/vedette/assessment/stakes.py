"""Who gains and who loses by what a claim says, so that an admission weighs more than a boast."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from typing import Literal

from vedette.assessment.codes import camp_of
from vedette.assessment.control.sides import Sides
from vedette.assessment.sources import hidden, office, source_of
from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import LossEntry
from vedette.model import AGAINST, Claim, Party, Voice

type Effect = Literal["gains", "loses"]
type Stake = Literal["gains", "loses", "none"]

ARMED = frozenset({"armed", "state"})
SIDES = frozenset({"armed", "state", "official", "person", None})
INTERESTED = frozenset({"military", "belligerent", "official", "state-media"})
HARM = frozenset({"violence", "casualties"})
FIGHTERS = frozenset({"armed", "serving"})
TURNED: dict[Effect, Effect] = {"gains": "loses", "loses": "gains"}


class Stakes:
    """What some claims that say one thing mean to the voices that speak for a side."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._effects = [(claim.id, *found) for claim in claims for found in _effects(claim)]
        self._by_id = {claim.id: claim for claim in claims}
        self._named = {party.side for claim in claims for party in claim.parties if party.side}
        self._doers = [one for claim in claims if claim.kind in HARM for one in claim.parties if one.role == "agent"]

    @cached_property
    def _sides(self) -> Sides:
        claims = self._by_id.values()
        return Sides(claims, next((one.country for claim in claims for one in claim.places if one.country), None))

    def of(self, voice: Voice) -> Stake:
        """Whether a voice gains or loses by what the claims say, as far as its side is known.

        Who denies what its own side, or nobody by name, is said to have done gains by that. Nobody admits what only
        others say.
        """
        voice = self._behind(voice)
        told = [self._by_id[id_] for id_ in voice.claims if id_ in self._by_id]
        if voice.source_type in INTERESTED and told and all(one.standing == "denied" for one in told):
            return "gains" if not self._doers or self.blamed(voice) else "none"
        for id_, effect, party, turns in self._effects:
            stake = self._stake(voice, party)
            found = effect if stake == "own" else TURNED[effect] if stake == "rival" and turns else "none"
            if found == "gains" or (found == "loses" and (id_ in voice.claims or not told)):
                return found
        return "none"

    def blamed(self, voice: Voice) -> bool:
        """Whether the claims say that the side of a voice did the harm."""
        return any(self._stake(voice, party) == "own" for party in self._doers)

    def interest(self, voice: Voice) -> str | Voice:
        """Whose interest a voice serves; its own where nobody else's is known."""
        return self._sides.speaks_for(self._behind(voice)) or voice

    def _stake(self, voice: Voice, party: Party) -> Literal["own", "rival", "outside"]:
        """Whether a party is of the voice's side, or one that it fights, by its side or by what it is called."""
        if _is_own(voice, party):
            return "own"
        if voice.source_type in INTERESTED and "enemy" in party.text.casefold().split():
            return "rival"
        camp, called = self._camp(voice), camp_of(party)
        apart = camp is not None and called is not None and camp != called
        unknown = party.side is None or (apart and self._sides.speaks_for(voice) is None)
        if unknown and (apart or (camp == called == "rebels" and party.role == "agent")):
            return "rival" if apart else "own"
        stake = self._sides.stake(voice, self._sides.of(party))
        known = stake != "rival" or apart or party.role == "agent" or voice.interest in self._named
        return stake if known else "outside"

    def _camp(self, voice: Voice) -> str | None:
        """Whether a voice speaks for a state or for those who fight one."""
        if voice.source_type == "belligerent":
            return "rebels"
        side = self._sides.speaks_for(voice)
        of_state = side in load_registry().governments if side else voice.source_type in INTERESTED
        return "state" if of_state else None

    def _behind(self, voice: Voice) -> Voice:
        """Of an outlet that only quotes "rebel commanders" they have the stake, though no voice of their own."""
        links = [hidden(self._by_id[id_]) for id_ in voice.claims if id_ in self._by_id]
        quoted = [link for link in links if link is not None and office(link.text, link.source_type) in INTERESTED]
        if voice.mouth != "nameless" or not quoted or len(quoted) < len(links):
            return voice
        kind = office(quoted[0].text, quoted[0].source_type)
        return replace(voice, name=source_of(quoted[0]).name, source_type=kind)


def _is_own(voice: Voice, party: Party) -> bool:
    """Whether the party is the voice itself, or people of his: "Amina Diallo's fighters"."""
    return voice.mouth == "source" and _stands_in(voice.name, party.name or party.text)


@lru_cache(maxsize=1 << 14)
def _stands_in(name: str, words: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE))


def _effects(claim: Claim) -> Iterator[tuple[Effect, Party, bool]]:
    """What the claim means to the side of which party, and whether it means the opposite to who fights that side."""
    for effect, entry in _entries().get((claim.kind, claim.type), ()):
        party = next((one for one in claim.parties if one.role == entry.role and one.type in SIDES), None)
        if party is None or not _hits(claim, party, entry):
            continue
        against = claim.standing in AGAINST
        hurts = effect == "gains" and bool(entry.harmed)
        yield TURNED[effect] if against else effect, party, not hurts
        if hurts:  # who else kills the same men gives nobody a stake: it is theirs who lost them
            victims = (one for one in claim.parties if one.role != "agent" and one.type in ARMED)
            yield from (("gains" if against else "loses", one, True) for one in victims)


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
    tables: tuple[tuple[Effect, str], ...] = (("gains", "gains"), ("loses", "losses"))
    for effect, table in tables:
        for entry in load(table, LossEntry):
            for type_ in entry.types:
                key = entry.kind, type_
                found[key] = (*found.get(key, ()), (effect, entry))
    return found
