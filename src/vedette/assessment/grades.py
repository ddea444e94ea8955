"""How credible what some claims say is: by independent voices and by what speaks against it, never by the sources."""

from collections.abc import Sequence

from vedette.model import Claim, Credibility, Grade, Reason, Voice

BY_VOICES: tuple[Credibility, ...] = (6, 3, 2, 1)


def grade(claims: Sequence[Claim], voices: Sequence[Voice], against: Sequence[Claim] = ()) -> Grade:
    """Information credibility by the scale of the Admiralty code, with its reasons.

    claims: those that say one thing; voices: what they add up to; against: claims that deny or contradict it.
    """
    told = len(voices)
    credibility = BY_VOICES[min(told, len(BY_VOICES) - 1)]
    reasons = [Reason(_counted(voices), tuple(claim.id for claim in claims))]
    if against:
        credibility = 4 if told < 2 else 3
        reasons.append(Reason("another source says otherwise", tuple(claim.id for claim in against)))
    return Grade(credibility, tuple(reasons))


def _counted(voices: Sequence[Voice]) -> str:
    names = ", ".join(voice.name for voice in voices[:3])
    return {0: "nobody tells it", 1: f"one voice tells it: {names}"}.get(
        len(voices), f"{len(voices)} independent voices tell it: {names}{' and others' if len(voices) > 3 else ''}"
    )
