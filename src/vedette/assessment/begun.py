"""When something began, no surer than the words that tell it."""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from vedette.model import Claim, Since

SLACK_DAYS = 2
_A_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b|day\b")
_NEXT = 20
_BESIDE = re.compile(r"[\s,]*(?:(?:late|early|on|in|at)\s+)*$")
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
        return Since(None, last, "published")
    if time.precision == "since":
        return _since(first, time.text or "")
    return Since(None if lasting else first, last, time.precision)


def _since(first: str, words: str) -> Since:
    """ "Since May 2024" may be any day of that month; words that name neither month nor year mean the day."""
    year, month = int(first[:4]), int(first[5:7])
    if first[8:] != "01" or _A_DAY.search(words):
        return Since(first, first, "since")
    if _MONTH.search(words):
        return Since(first, f"{first[:8]}{monthrange(year, month)[1]}", "month")
    return Since(first, f"{year}-12-31", "year") if month == 1 and str(year) in words else Since(first, first, "since")


def is_undated(claim: Claim) -> bool:
    """Whether no words date what happened, but only the report: "said on Monday that 180 people had been killed"."""
    time = claim.time
    if time is None or time.precision == "published":
        return True
    if time.start is None or time.end is None or time.precision == "since":
        return False
    cues = [(link.cue_start, link.cue_end) for link in claim.chain if link.cue_end is not None]
    between = (claim.document.text[end : time.start] for _, end in cues if 0 <= time.start - end <= _NEXT)
    told_at = claim.trigger.start if claim.trigger is not None and not time.carried else -1
    before = (time.end <= (start or 0) < told_at for start, _ in cues)
    return any(before) or any(map(_BESIDE.match, between))


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
    return Since(min(one.first or "" for one in apart), max(one.last for one in apart), narrow.precision)


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
