"""How sure a spell is, in the order in which it was said: claimed, reported, confirmed, disputed; each with its reason.

Claimed: only who gains. Reported: one voice from outside. Confirmed: a second beside it, who loses by it, or imagery.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from vedette.assessment.buckets import in_order
from vedette.assessment.control.sides import Sides, Stake
from vedette.assessment.control.spells import GONE, Draft
from vedette.assessment.control.tellings import Telling
from vedette.assessment.voices import by_claim, voices
from vedette.lexicon.actors import fold
from vedette.lexicon.classes import word_class
from vedette.model import Certainty, Claim, Families, Reason, Step, Voice

HEARSAY = frozenset({"unverified", "possible"})
SEEN = frozenset({"document", "social-media"})
ENOUGH = 2


@dataclass(slots=True)
class Denial:
    """Who says otherwise, and which voices from outside were heard on the matter after that."""

    telling: Telling
    voice: Voice
    stake: Stake
    after: set[str] = field(default_factory=set)

    @property
    def answered(self) -> bool:
        """A denial by who loses stands until one voice from outside is heard later, another one until two are."""
        return len(self.after) >= (1 if self.stake == "rival" else ENOUGH)


def _order(one: Telling) -> tuple[tuple[str, str, int, str], str, str, bool]:
    """As the claims come; a claim may be told twice, as who denies to have left a place says that he holds it."""
    return in_order(one.claim), one.act, one.side or "", one.against


class Ladder:
    """Hears what is said for and against one spell, one telling after the other."""

    def __init__(self, draft: Draft, leavings: Sequence[Telling], sides: Sides, families: Families) -> None:
        self.steps: list[Step] = []
        self.denials: list[Denial] = []
        self._draft, self._sides, self._families = draft, sides, families
        claims = [one.claim for one in draft.tellings]
        self.voices = voices(claims, families)
        self._by_claim = by_claim(self.voices)
        self._against = by_claim(voices([one.claim for one in draft.against], families))
        self._sourced = {claim.document.id for claim in claims if len(claim.chain) > 1}
        self._own: dict[str, list[str]] = {}
        self._outside: dict[str, list[str]] = {}
        self._admitted: dict[str, list[str]] = {}
        self._seen: list[str] = []
        self.interested = False
        against, told = set(draft.against), set(draft.tellings)
        for one in sorted({*told, *against, *leavings}, key=_order):
            if one in against:
                self._deny(one)
            elif one in told:
                self._hear(one)
            else:
                self._concede(one)
            self._step(one)

    @property
    def disputed_by(self) -> tuple[Denial, ...]:
        """The denials that nothing has answered."""
        return tuple(one for one in self.denials if not one.answered)

    def _hear(self, one: Telling) -> None:
        claim, voice = one.claim, self._by_claim[one.claim.id]
        says = self._sides.speaker(claim, voice)
        stake = self._sides.stake(says, self._draft.side)
        interested = "rival" if self._draft.state in GONE else "own"
        if stake not in {"outside", interested}:
            self._admit(says.name, claim)
        elif _is_imagery(claim):
            self._seen.append(claim.id)
            self._answer(voice.name, one)
        elif stake == "outside" and claim.standing not in HEARSAY:
            if not self._echoes(claim):
                self._outside.setdefault(voice.name, []).append(claim.id)
                self._answer(voice.name, one)
        else:
            self._own.setdefault(says.name, []).append(claim.id)
            self.interested |= stake != "outside"

    def _echoes(self, claim: Claim) -> bool:
        """A headline, or a summary, of what the same document tells with its source."""
        return len(claim.chain) <= 1 and claim.document.id in self._sourced

    def _concede(self, one: Telling) -> None:
        """Who left a place admits that the other side holds it, or does at least not deny any more that it came.

        Others who tell that he left bear out who claims to hold it.
        """
        voice = voices((one.claim,), self._families)[0]
        says = self._sides.speaker(one.claim, voice)
        stake, holds = self._sides.stake(says, one.side), self._draft.state == "held"
        if stake == "own" and holds:
            self._admit(says.name, one.claim)
        elif stake == "own":
            self.denials = [old for old in self.denials if old.stake == "outside"]
        elif stake == "outside" and holds and one.claim.standing not in HEARSAY:
            self._outside.setdefault(voice.name, []).append(one.claim.id)
            self._answer(voice.name, one)

    def _admit(self, name: str, claim: Claim) -> None:
        self._admitted.setdefault(name, []).append(claim.id)
        self.denials = [one for one in self.denials if one.stake == "outside"]

    def _deny(self, one: Telling) -> None:
        voice = self._sides.speaker(one.claim, self._against[one.claim.id])
        stake: Stake = "rival" if self._sides.speaks_for(voice) else "outside"  # of a siege that nobody is named for
        if self._draft.side:
            stake = self._sides.stake(voice, self._draft.side)
        if stake != "rival" or all(old.voice.name != voice.name for old in self.denials):
            self.denials.append(Denial(one, voice, stake))

    def _answer(self, name: str, one: Telling) -> None:
        for denial in self.denials:
            if _later(one.said, denial.telling.said):
                denial.after.add(name)

    def _step(self, one: Telling) -> None:
        if not (self._own or self._outside or self._admitted or self._seen):
            return
        certainty, reason = self._level()
        if not self.steps or self.steps[-1].certainty != certainty:
            self.steps.append(Step(certainty, one.said[:10] if one.said else None, reason))
        else:
            self.steps[-1] = Step(certainty, self.steps[-1].said, reason)

    def _level(self) -> tuple[Certainty, Reason]:
        if open_ := self.disputed_by:
            words = "; ".join(dict.fromkeys(_denied(one) for one in open_))
            return "disputed", Reason(words, tuple(one.telling.claim.id for one in open_))
        if self._admitted:
            return "confirmed", _reason("told by the side that loses by it: {}", self._admitted)
        if self._seen:
            return "confirmed", Reason("seen on imagery", tuple(self._seen))
        if len(self._outside) >= ENOUGH:
            return "confirmed", _reason(f"{len(self._outside)} independent voices: {{}}", self._outside)
        if self._outside and self.interested:
            return "confirmed", _reason("borne out from outside: {}", {**self._outside, **self._own})
        if self._outside:
            return "reported", _reason("one voice from outside: {}", self._outside)
        if self.interested:
            return "claimed", _reason("only those who gain by it say so: {}", self._own)
        return "claimed", _reason("hearsay that nobody vouches for: {}", self._own)


def _reason(words: str, names: Mapping[str, Sequence[str]]) -> Reason:
    once = {fold(name): name for name in reversed(list(names))}
    told = ", ".join(name for name in names if once[fold(name)] == name)
    return Reason(words.format(told), tuple(id_ for ids in names.values() for id_ in ids))


def _denied(one: Denial) -> str:
    if one.telling.against:
        return f"{one.voice.name} denies it"
    side = one.telling.side or "another side"
    return f"{one.voice.name} says that it is held by {'itself' if one.voice.name == side else side}"


def _later(one: str | None, other: str | None) -> bool:
    """Whether one moment of publication is behind another: by the hour where both tell it, else by the day."""
    if not one or not other:
        return False
    return one > other if len(one) > len("2024-12-07") < len(other) else one[:10] > other[:10]


def _is_imagery(claim: Claim) -> bool:
    """Pictures that somebody placed or checked: "geolocated footage shows", "satellite images show"."""
    origin = claim.origin
    if origin is None or origin.source_type not in SEEN or claim.standing in HEARSAY:
        return False
    words = f"{origin.text} {origin.cue or ''}".casefold()
    return any(one in words for one in word_class("grammar", "imagery"))
