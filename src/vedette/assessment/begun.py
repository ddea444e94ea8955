"""When something began, no surer than the words that tell it."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from vedette.lexicon.classes import word_class
from vedette.model import Claim, Since

SLACK_DAYS = 2
_A_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b")
_NEXT, _FAR = 20, 60
_BESIDE = re.compile(r"[\s,]*(?:(?:late|early|on|in|at)\s+)*$")
_PAST = re.compile(r"(?:held|was|were|been|\w+ed)\b")
_STILL = re.compile(r"\b(?:has|have|is|are|will|to)\s+(?:(?:now|already|been)\s+)*$")
_LENGTH = re.compile(r"PT?(\d+)(\w)")
_NTH = re.compile(r"\b(?:second|third|(?!month)\w+th|another|more(?! than))\b")
_DAYS = {"W": 7, "M": 30, "Y": 365}
_UNBROKEN = re.compile(r"[^,;:.]*$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b")


def begun(claim: Claim, lasting: bool) -> Since:
    """When what a claim tells began; `lasting`: it tells how things stand and not how they change.

    "Still holds", and a report that dates nothing, only tell by when.
    """
    time = claim.time
    if time is None or not (time.first or time.last):
        return Since(None, _day(claim.document.published), "published")
    first, last = _day(time.first or time.last), _day(time.last or time.first)
    if is_undated(claim):
        days, over = _stay(claim)
        if not lasting or not days or over:
            return Since(None, last, "published")
        return replace(days_on(Since(None, last, "day"), -days), precision="month")  # "has besieged it for 18 months"
    if time.precision == "since":
        return _since(first, time.text or "")
    return Since(None if lasting else first, last, time.precision)


def stayed(claim: Claim) -> int | None:
    """The days for which somebody is told to have had a place, which is over: "held it for 17 days", not "has held"."""
    days, over = _stay(claim)
    return days if over else None


def _stay(claim: Claim) -> tuple[int | None, bool]:
    """The days for which something is told to have lasted, and whether it is over."""
    told, trigger = claim.duration, claim.trigger
    length = _LENGTH.match(told.value or "") if told is not None else None
    if told is None or trigger is None or length is None or _NTH.search(told.text):
        return None, False
    before = claim.document.text[max(0, trigger.start - _NEXT) : trigger.start]
    over = _PAST.match(trigger.text) is not None and not _STILL.search(before)
    return int(length[1]) * _DAYS.get(length[2], 1), over


def days_on(one: Since, days: int) -> Since:
    """The day so many days later, if a day is known."""
    return Since(None, (date.fromisoformat(one.last) + timedelta(days)).isoformat(), "day") if one.last else one


def _since(first: str, words: str) -> Since:
    """ "Since May 2024" may be any day of that month; words that name neither month nor year mean the day."""
    year, month = int(first[:4]), int(first[5:7])
    if first[8:] != "01" or _A_DAY.search(words):
        return Since(first, first, "since")
    if _MONTH.search(words):
        return Since(first, f"{first[:8]}{monthrange(year, month)[1]}", "month")
    return Since(first, f"{year}-12-31", "year") if month == 1 and str(year) in words else Since(first, first, "since")


def is_undated(claim: Claim) -> bool:
    """Whether no words date what happened, but only the report, or what came after: "said on Monday that 180 people
    had been killed", "12 were buried on Sunday"."""
    time = claim.time
    if time is None or time.precision == "published" or _is_burial(claim):
        return True
    if time.start is None or time.end is None or time.precision == "since":
        return False
    text, that = claim.document.text, claim.document.text.startswith(" that ", time.end)
    reach, beside = (_FAR, _UNBROKEN) if that else (_NEXT, _BESIDE)  # "told the paper in Jinja on Monday that"
    told_at = claim.trigger.start if claim.trigger is not None and not time.carried else -1
    for link in claim.chain:
        if (end := link.cue_end) is None:
            continue
        if time.end <= (link.cue_start or 0) < told_at:
            return True
        if 0 <= time.start - end <= reach and beside.match(text[end : time.start]):
            return True
    return False


def _is_burial(claim: Claim) -> bool:
    """Whether the dead are told of by what was done with them afterwards."""
    word = claim.trigger.text.casefold() if claim.type == "killed" and claim.trigger is not None else ""
    return word in word_class("happenings", "after death")


def narrowest(told: Sequence[Since]) -> Since:
    """When one thing began by all that is told of it, as narrow as the dates of its beginning allow.

    A report that dates nothing only says by when; equally narrow dates within some days of each other leave it open
    between them.
    """
    by = min(told, key=lambda one: one.last or "~")
    dated = [one for one in told if one.first is not None]
    if not dated:
        return by
    base = min(dated, key=lambda one: (one.first or "", one.last))
    close = [one for one in dated if one.first and (one.first <= base.last or near(one.first, base.last))]
    narrow = min(close, key=_width)
    if by.last and narrow.first and by.last < narrow.first:
        return Since(None, by.last, by.precision)
    apart = [one for one in close if _width(one) == _width(narrow)]
    first, last = min(one.first or "" for one in apart), max(one.last for one in apart)
    told_by = [one.last for one in told if one.first is None and one.last >= first]
    return Since(first, min([last, *told_by]), narrow.precision)


def near(left: str, right: str, days: int = SLACK_DAYS) -> bool:
    """Whether two days lie together; an unknown day lies with any."""
    if not left or not right:
        return True
    return abs(_number(left) - _number(right)) <= days


@lru_cache(maxsize=4096)
def _number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _width(one: Since) -> int:
    return _number(one.last) - _number(one.first or one.last)


def _day(moment: str | None) -> str:
    return (moment or "")[:10]
