"""Parties as a register calls them, and how sure something is by who says it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vedette.assessment.voices import voices
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Certainty, Claim, Families, Named, Party, Reason, Voice

INTERESTED = frozenset({"official", "military", "belligerent", "state-media"})
ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Weight:
    """How sure, by whom, and why."""

    certainty: Certainty
    voices: tuple[Voice, ...]
    reason: Reason


def named(party: Party) -> Named:
    """A party under the name of its actor, else the one that the text gives it."""
    actor = load_registry().by_id.get(party.actor or "")
    return Named(actor.name if actor else party.name or party.text, party.actor, party.side)


def key_of(party: Party) -> str:
    """What makes two mentions one party: the actor, else the folded name."""
    return party.actor or fold(party.name or party.text)


def has_name(party: Party) -> bool:
    """Whether it is known by more than a description: "the fighters" are nobody in a register."""
    return party.actor is not None or party.side is not None or (party.name or party.text)[:1].isupper()


def weigh(
    claims: Sequence[Claim], denials: Sequence[Claim], admits: Callable[[Voice], bool], families: Families
) -> Weight:
    """Claimed by those who gain by saying so, reported by one other voice, confirmed by two or by who loses by it.

    Denied, it is disputed unless it is confirmed.
    """
    heard = voices(claims, families)
    outside = [voice for voice in heard if voice.source_type not in INTERESTED]
    ids = tuple(claim.id for claim in claims)
    admitting = [voice.name for voice in heard if admits(voice)]
    if admitting:
        return Weight("confirmed", heard, Reason(f"told by {', '.join(admitting)} of itself", ids))
    if len(outside) >= ENOUGH:
        names = ", ".join(voice.name for voice in outside)
        return Weight("confirmed", heard, Reason(f"{len(outside)} independent voices: {names}", ids))
    if denials:
        names = ", ".join(voice.name for voice in voices(denials, families))
        return Weight("disputed", heard, Reason(f"denied by {names}", tuple(claim.id for claim in denials)))
    if not heard:
        return Weight("disputed", heard, Reason("nobody tells it"))
    if outside:
        return Weight("reported", heard, Reason(f"one voice: {outside[0].name}", ids))
    names = ", ".join(voice.name for voice in heard)
    return Weight("claimed", heard, Reason(f"only those with an interest say so: {names}", ids))
