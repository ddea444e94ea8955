"""How a claim is put: asserted, denied, possible, planned …, settled from the cues around and above the event word.

The values extend FactBank's certainty and polarity (Sauri and Pustejovsky 2009) with plans, demands and forecasts.
"""

from typing import cast

from vedette.claims.cues import Cue
from vedette.model import Standing

PRECEDENCE = (
    "denied", "hypothetical", "negated", "demanded", "attempted", "planned", "forecast", "unverified", "possible",
    "probable", "superseded", "admitted", "confirmed",
)  # fmt: skip
INTENTIONAL = frozenset({"diplomacy", "movement", "aid", "authority"})


def settle(cues: tuple[Cue, ...], default: str = "") -> tuple[Standing, Cue | None]:
    """The standing that wins, and the cue it rests on; two negations cancel out."""
    kept = [cue for cue in cues if cue.standing and not (cue.standing == "negated" and not is_negated(cues))]
    ranked = sorted(kept, key=lambda cue: PRECEDENCE.index(cue.standing))
    if ranked:
        return cast("Standing", ranked[0].standing), ranked[0]
    return cast("Standing", default or "asserted"), None


def is_negated(cues: tuple[Cue, ...]) -> bool:
    """Whether the negations leave the event denied: an odd number of them, "neither … nor" being one."""
    negations = [cue for cue in cues if cue.standing == "negated" and cue.tokens[0].lower_ != "nor"]
    return len(negations) % 2 == 1


def phase_of(cues: tuple[Cue, ...]) -> Cue | None:
    """The cue that says whether it begins, goes on, eases or ends; the outermost wins."""
    phased = [cue for cue in cues if cue.phase]
    return phased[-1] if phased else None
