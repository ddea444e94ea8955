"""The words of time and the regular expressions they are made into."""

import re
from dataclasses import dataclass
from functools import cache

from vedette.lexicon.loader import load
from vedette.mentions.numbers import NUMBER, WORDS

MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december"]  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "dawn": "TMO", "dusk": "TEV",
         "daybreak": "TMO", "nightfall": "TNI", "midday": "T12:00", "noon": "T12:00", "midnight": "T24:00"}  # fmt: skip


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
