"""The words of time, the regular expressions they are made into, and what a time is seen from: the day of publication,
the last date named, and whether the words look ahead or back."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from vedette.lexicon.loader import load
from vedette.mentions.numbers import NUMBER, WORDS
from vedette.mentions.parties.nouns import is_speech
from vedette.mentions.times import calendar
from vedette.mentions.times.calendar import Window
from vedette.model.tokens import Token

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december"]  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "dusk": "TEV",
         "daybreak": "TMO", "nightfall": "TNI", "midday": "T12:00", "noon": "T12:00", "midnight": "T24:00"}  # fmt: skip
_MODAL = frozenset({"will", "'ll", "shall", "wo", "would", "should", "may", "might", "must"})
_PRESENT = frozenset({"VBP", "VBZ"})


type Words = dict[str, str]
type Valued = tuple[str, Window] | None


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Words of times.toml that share a value; `yes` sentences must give it, `no` sentences must not."""

    name: str
    words: tuple[str, ...]
    value: str = ""
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    gloss: str = ""


@cache
def values(name: str) -> dict[str, str]:
    """The words of one sort of times.toml, each with its value."""
    return {word: one.value for one in load("times", TimeEntry) if one.name == name for word in one.words}


def any_of(words: list[str] | dict[str, str]) -> str:
    """A pattern of any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_NTH = ["first", "second", "third", "fourth"]
_ORDINALS = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
ORDINALS = {word: i for i, word in enumerate(_NTH, start=1)} | _ORDINALS
_SHORT = r"(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
MONTH = rf"(?P<month>{'|'.join(MONTHS)}|{_SHORT})"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_TEENS = "|".join(word for word, value in WORDS.items() if value >= 10)
_ONES = "|".join(word for word, value in WORDS.items() if 0 < value < 10)
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
SPELLED_YEAR = (
    rf"(?P<spelled>(?:eighteen|nineteen) (?:{_TEENS})(?:[ -](?:{_ONES}))?"
    rf"|two thousand(?: and)?(?: (?:{_TEENS}|{_ONES}))?)"
)
WEEKDAY = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
PART = r"(?P<part>morning|afternoon|evening|night|dawn|dusk|midday|noon|midnight)"
UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
COUNT = (
    rf"(?P<count>(?:{NUMBER}|an?)(?: 1/2| and a half)?|(?:a |the )?few|several|(?:a )?couple(?: of)?|many|half an?"
    r"|a (?:hundred|thousand|dozen)|dozens of|hundreds of|thousands of)"
)
LEAD = r"(?:last|past|next|coming|previous|following|first|final|opening|remaining|recent|latest)"
STEP = r"(?P<step>this past|this coming|last|past|previous|next|coming|this|following|current|same|that same|that)"
_EXTENT = (
    r"(?P<stage>early|mid|middle|late|later|earlier|sometime|beginning|start|end|close"
    r"|first half|last half|second half|(?:first|opening|last|final|closing) (?:few )?(?:days|week|nights)"
    r"|last ten (?:days|nights))"
)
_STAGES = {
    "middle": "mid", "beginning": "early", "start": "early", "close": "end", "second half": "last half",
    "last ten nights": "last ten days",
}  # fmt: skip
STAGE = rf"(?:\b(?:the )?(?:very )?{_EXTENT}(?:[ -]| in | of )(?:the )?)$"
ABOUT = rf"\b{any_of(values('about'))} $"
ZONE = rf"(?P<zone>{any_of(values('zone'))})\b"


def stage(words: dict[str, str]) -> str:
    """Which part of a month or year is meant: "early", "mid", "late", "first days" and the like; "" for all of it."""
    named = words["stage"]
    if named.endswith(("days", "nights", "week")) and " ten " not in named:
        return "last days" if named.startswith(("last", "final", "closing")) else "first days"
    return _STAGES.get(named, named)


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


def is_of_saying(time: Token) -> bool:
    """ "Struck on Saturday, he said on Monday": the day of who speaks is not where the account goes on."""
    above = time.head.head if time.head.dep_ == "prep" else time.head
    return above.pos_ == "VERB" and is_speech(above)


def looks_back(time: Token) -> bool:
    """Whether a time only dates what came before: "The town is empty after rebels seized it on Sunday"."""
    clause = next((one for one in time.ancestors if one.pos_ in {"VERB", "AUX"}), time)
    marks = {one.lower_ for one in clause.lefts if one.dep_ == "mark"}
    return clause.dep_ == "advcl" and not marks.isdisjoint({"after", "since"})


def moved(context: Context, kind: str, window: Window, own: bool) -> Context:
    """What the next relative words go by, after a time was named.

    A quarter counts only where it was named on its `own`, not as that of a year before.
    """
    if kind == "DURATION" and window.value[-1:] == "M" and window.value[:2] != "PT":
        return replace(context, quarter=None)  # what "a year earlier" goes by after "the first nine months"
    if (
        kind not in {"DATE", "TIME"}
        or window.first is None
        or window.value.endswith("_REF")
        or window.value[:2] == "PX"
    ):
        return context
    context = replace(context, around=window.first)
    if window.first == window.last:
        return replace(context, reference=window.first)
    if own and window.value[4:6] == "-Q":
        named = (window.first.year, (window.first.month - 1) // 3 + 1)
        latest = named if context.published is None else calendar.last_quarter(context.published)
        if context.quarter is None or context.quarter < named <= latest:
            return replace(context, quarter=named)
    return context


def direction(root: Token, before: str) -> int:
    """1 where what stands above the words looks ahead ("will", "is due", "deadline"), -1 after a past tense, else 0."""
    ahead = values("ahead")
    if before.endswith(("as soon as ", "as early as ")):
        return 1
    if before.endswith(("ended ", "since ", "since the ")):
        return -1
    terms = ahead.keys() | values("term").keys() if before.endswith(("until ", "till ")) else frozenset()
    loose = False
    for above in (root, *root.ancestors):
        if above.pos_ in {"VERB", "AUX"}:
            told_to = before.endswith("by ") and any(one.lower_ == "to" and one.dep_ == "aux" for one in above.lefts)
            if above.lemma_ in terms or told_to:  # "ordered them to leave by Friday"
                return 1
            return _tense(above, ahead, loose) or int(before.endswith("by "))
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
    objects = {below.lower_ for child in verb.children for below in (child, *child.children)}
    done = verb.tag_ == "VBD" or not objects.isdisjoint(values("kindled"))
    if verb.lemma_ in values("planned") or (verb.lemma_ in ahead and not done):
        return 1
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "'re", "am"}:
        return 1
    if (
        verb.tag_ == "VBD"
        or (verb.tag_ == "VBN" and (verb.dep_ == "acl" or (verb.dep_ == "advcl" and not helpers)))
        or helpers & {"was", "were", "did", "has", "have"}
    ):
        return -1
    same = verb.lower_ in values("spelled alike")
    return -1 if same else int(not loose and verb.tag_ in _PRESENT and verb.lemma_ not in values("lasting"))


def _purpose(verb: Token, ahead: dict[str, str]) -> int:
    """An infinitive lies ahead under words that look ahead and after "is to"; what "had been due" is over."""
    above = verb.head
    if above == verb or (above.lemma_ not in ahead and above.lemma_ != "be"):
        return 0
    return -1 if {child.lower_ for one in (above, above.head) for child in one.children} >= {"had"} else 1
