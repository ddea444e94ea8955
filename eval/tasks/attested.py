"""How well a strike is attested: who acknowledges it, who disputes it, and whether its sources differ."""

import re

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
ONE_VOICE = re.compile(
    r"(?:single|only one|one) (?:local )?source\b|repeat\w* the same|very similar information|all citing|also citing"
    r"|(?:no|not|neither|nor)\W+(?:\w+\W+){0,8}?(?:further|additional|exact|other) (?:information|number|details?)"
    r"|did not (?:specify|state|report|provide)",
    re.IGNORECASE,
)
NAMED = re.compile(r"victims were named|\b\d{1,3}[- ]years?[- ]old", re.IGNORECASE)
SHORT = 1100


def attested(text: str) -> dict[str, str]:
    """Grading and status by the words of a report that says neither."""
    if CLAIMED.search(text):
        return {"grading": "Fair", "status": "Declared strike"}
    if OPEN_AUTHOR.search(text):
        return {"grading": "Contested", "status": "Contested strike"}
    thin = len(text) < SHORT and not NAMED.search(text)
    if thin and ONE_VOICE.search(text):
        return {"grading": "Weak", "status": "Single source claim"}
    return {"grading": "Fair", "status": "Likely strike"}
