"""How a claim is put: asserted, denied, possible, planned …, settled from the cues around and above the event word.

After FactBank (Sauri and Pustejovsky 2009).
"""

from dataclasses import replace
from typing import cast

from vedette.claims.cues import Cue
from vedette.model import Standing

PRECEDENCE = (
    "denied", "hypothetical", "negated", "demanded", "attempted", "planned", "forecast", "unverified", "possible",
    "probable", "superseded", "admitted", "confirmed",
)  # fmt: skip
# The words of Intelligence Community Directive 203 with their percentages, from the least likely to the most.
BANDS = {
    "almost no chance": (1, 5), "very unlikely": (5, 20), "unlikely": (20, 45), "roughly even": (45, 55),
    "likely": (55, 80), "very likely": (80, 95), "almost certain": (95, 99),
}  # fmt: skip


def settle(cues: tuple[Cue, ...], default: str = "") -> tuple[Standing, Cue | None]:
    """The standing that wins, and the cue it rests on; two negations cancel out."""
    kept = [cue for cue in cues if cue.standing and not (cue.standing == "negated" and not is_negated(cues))]
    ranked = sorted(kept, key=lambda cue: PRECEDENCE.index(cue.standing))
    if ranked:
        return cast("Standing", ranked[0].standing), ranked[0]
    return cast("Standing", default or "asserted"), None


def is_negated(cues: tuple[Cue, ...]) -> bool:
    """Whether the negations leave the event denied: an odd number of them, "neither … nor" being one."""
    part = {one.i for cue in cues if cue.name == "untrue" for one in cue.tokens[0].children}  # the "no" of "no sign"
    negations = [cue for cue in cues if cue.standing == "negated" and cue.tokens[0].lower_ != "nor"
                 and cue.tokens[0].i not in part]  # fmt: skip
    ended = [cue for cue in cues if cue.name == "stop"] if negations else []  # "have not stopped shelling"
    return (len(negations) + len(ended)) % 2 == 1


def phase_of(cues: tuple[Cue, ...]) -> Cue | None:
    """The cue that says whether it begins, goes on, eases or ends; the outermost wins."""
    phased = [cue for cue in cues if cue.phase]
    on = (
        phased and phased[-1].name == "stop" and any(cue.standing == "negated" for cue in cues) and not is_negated(cues)
    )
    return replace(phased[-1], phase="continues") if on else phased[-1] if phased else None


def band_of(cues: tuple[Cue, ...]) -> tuple[Cue, str] | None:
    """The innermost cue that says how likely the event is, and the ICD 203 word; "not likely" is unlikely."""
    found = next((cue for cue in cues if cue.term), None)
    if found is None:
        return None
    terms = tuple(BANDS)
    at = terms.index(found.term)
    return found, terms[-1 - at] if is_negated(cues) else found.term
