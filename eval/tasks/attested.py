"""How well a strike is attested: who acknowledges it, who disputes it, and whether its sources differ."""

import re

from vedette.assessment.grades import graded
from vedette.assessment.weight import Fact, Weight

CLAIMED = re.compile(
    r"(?:military|army|forces|idf|iaf|coalition|air force|ministry of defen[cs]e|command)\W+(?:\w+\W+){0,6}?"
    r"(?:acknowledged|confirmed|admitted|announced|released|published|conducted|carried out|declared|stated)"
    r"|(?:footage|statement)\W+(?:\w+\W+){0,6}?(?:military|army|forces|idf|iaf|air force)",
    re.IGNORECASE,
)
OPEN_AUTHOR = re.compile(
    r"not (?:attribut|identif|clear)\w*\W+(?:\w+\W+){0,12}?(?:belligerent|perpetrator|responsib|strike|victims of)"
    r"|errant|misfir\w+|stray|conflicting (?:reports|claims|accounts)|blamed (?:each other|one another)|disputed"
    r"|(?:conflicting|contradict)\w* attribution",
    re.IGNORECASE,
)
OUTLET = re.compile(
    r"(?:[A-Z][\w’'-]+\s+){0,3}(?:News|Agency|TV|Channel|Network|Press|Media|Online|Post|Times|Radio|Live|Page"
    r"|Observatory|Cent(?:er|re)|Monitor|Reuters|CNN|BBC|AFP)\b"
)
NAMED = re.compile(r"victims were named|\b\d{1,3}[- ]years?[- ]old", re.IGNORECASE)
SHORT, FEW, PROBABLE = 900, 2, 2


def attested(text: str) -> dict[str, str]:
    """Grading and status by the words of a report that says neither, graded by the rules of Vedette.

    That a force acknowledges a strike is no admission of the harm that it did.
    """
    if CLAIMED.search(text):
        return {"grading": "Fair", "status": "Declared strike"}
    weight = weighed(text)
    if "disputed" in weight.claims:
        return {"grading": "Contested", "status": "Contested strike"}
    if graded(weight).credibility > PROBABLE:
        return {"grading": "Weak", "status": "Single source claim"}
    return {"grading": "Fair", "status": "Likely strike"}


def weighed(text: str) -> Weight:
    """What stands behind a report: a short one without victims by name that names few outlets retells one voice."""
    outlets = {" ".join(found.group().split()[-2:]) for found in OUTLET.finditer(text)}
    thin = len(text) < SHORT and not NAMED.search(text) and len(outlets) <= FEW
    voices = 1 if thin else max(2, len(outlets))
    claims: dict[Fact, tuple[str, ...]] = {"told": (text,)}
    if OPEN_AUTHOR.search(text):
        claims["disputed"] = (text,)
    return Weight(voices, voices, claims)
