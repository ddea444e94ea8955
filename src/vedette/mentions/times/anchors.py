"""What a time is seen from: the day of publication, the last date named, and whether the words look ahead or back."""

from dataclasses import dataclass, replace
from datetime import date

from vedette.mentions.times.calendar import Window
from vedette.mentions.times.words import values
from vedette.model.tokens import Token

_MODAL = frozenset({"will", "'ll", "shall", "wo", "would", "should", "may", "might", "must"})
_PRESENT = frozenset({"VBP", "VBZ"})


type Words = dict[str, str]
type Valued = tuple[str, Window] | None


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is seen from. `direction` is 1 ahead, -1 back, 0 where the words do not tell.

    `slack` is how many days a day named without a year may lie on the other side all the same.
    `reference` is the last day that was named, `around` the first day of the last date of any length.
    """

    published: date | None
    reference: date | None = None
    around: date | None = None
    quarter: tuple[int, int] | None = None
    direction: int = 0
    slack: int = 45


def moved(context: Context, kind: str, window: Window, own: bool) -> Context:
    """What the next relative words go by, after a time was named.

    A quarter counts only where it was named on its `own`, not as that of a year before.
    """
    if kind == "DURATION" and window.value[-1:] == "M" and window.value[:2] != "PT":
        return replace(context, quarter=None)  # what "a year earlier" goes by after "the first nine months"
    if kind not in {"DATE", "TIME"} or window.first is None or window.value.endswith("_REF"):
        return context
    context = replace(context, around=window.first)
    if window.first == window.last:
        return replace(context, reference=window.first)
    if own and window.value[4:6] == "-Q":
        return replace(context, quarter=(window.first.year, (window.first.month - 1) // 3 + 1))
    return context


def direction(root: Token, before: str) -> int:
    """1 where what stands above the words looks ahead ("will", "is due", "deadline"), -1 after a past tense, else 0."""
    ahead = values("ahead")
    if before.endswith(("as soon as ", "as early as ")):
        return 1
    if before.endswith("ended "):
        return -1
    terms = ahead.keys() | values("term").keys() if before.endswith(("until ", "till ")) else frozenset()
    loose = False
    for above in (root, *root.ancestors):
        if above.pos_ in {"VERB", "AUX"}:
            return 1 if above.lemma_ in terms else _tense(above, ahead, loose) or int(before.endswith("by "))
        if above != root and (above.lemma_ in ahead or above.lower_ in ahead):
            return 1
        loose = loose or (above != root and above.pos_ in {"NOUN", "PROPN"})
    return 0


def _tense(verb: Token, ahead: dict[str, str], loose: bool) -> int:
    """What a verb tells of its time; a bare present tells nothing of a time that belongs to a noun (`loose`)."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if "had" in helpers:
        return -1
    if _MODAL & helpers:
        return -1 if "have" in helpers else 1
    told = {"acomp", "attr", "xcomp"} if verb.lemma_ == "be" else {"acomp", "attr"}
    if any(child.dep_ in told and child.lemma_ in ahead for child in verb.children):
        return 1
    if "to" in helpers:
        return _purpose(verb, ahead)
    if verb.lemma_ in values("planned") or (verb.lemma_ in ahead and verb.tag_ != "VBD"):
        return 1
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re", "am"}:
        return 1
    if (
        verb.tag_ == "VBD"
        or (verb.tag_ == "VBN" and verb.dep_ == "acl")
        or helpers & {"was", "were", "did", "has", "have"}
    ):
        return -1
    return int(not loose and verb.tag_ in _PRESENT and verb.lemma_ not in values("lasting"))


def _purpose(verb: Token, ahead: dict[str, str]) -> int:
    """An infinitive lies ahead under words that look ahead and after "is to"; what "had been due" is over."""
    above = verb.head
    if above == verb or (above.lemma_ not in ahead and above.lemma_ != "be"):
        return 0
    return -1 if {child.lower_ for one in (above, above.head) for child in one.children} >= {"had"} else 1
