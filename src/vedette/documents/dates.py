"""Dates of publication as people and programs write them; nothing that is not written is ever filled in."""

import math
import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from dateutil import parser

_HOURS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "WAT": 1, "CEST": 2, "CAT": 2, "EET": 2, "SAST": 2,
    "EEST": 3, "EAT": 3, "MSK": 3, "TRT": 3, "EDT": -4, "EST": -5, "CDT": -5, "MDT": -6, "PDT": -7, "PST": -8,
}  # fmt: skip
_LONGEST = 80
_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_FILLERS = (datetime(1804, 1, 1), datetime(1808, 2, 2))  # noqa: DTZ001 - no date may come from them
_SECONDS = re.compile(r"\d{9,10}|\d{13}")
_COMPACT = re.compile(r"\d{14}")
_OLDEST, _NEWEST = 1900, 2199


def parse_date(value: object) -> str | None:
    """The ISO date, or date-time where a time is written; None unless year, month and day are there in one reading.

    Takes ISO 8601, RFC 2822, written-out English dates, `date` and `datetime` values, and seconds or milliseconds
    since 1970. A time without a zone is kept without one; a bare midnight is how data sets write a date.
    """
    with suppress(ValueError, OverflowError, TypeError, IndexError, OSError):
        found = _moment(value)
        if found and _OLDEST <= found.year <= _NEWEST:
            return _written(found)
    return None


def is_future(published: str, now: datetime) -> bool:
    """Whether a date lies more than a day ahead; a date without a zone is taken as UTC for this."""
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) > now + timedelta(days=1)


def _moment(value: object) -> date | None:
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    return _read(value.strip()) if isinstance(value, str) and len(value) <= _LONGEST else None


def _since_1970(number: float) -> datetime | None:
    if not math.isfinite(number) or not _SECONDS.fullmatch(str(int(number))):
        return None
    return datetime.fromtimestamp(number / 1000 if number > 10**11 else number, UTC)


def _read(text: str) -> date | None:
    if _SECONDS.fullmatch(text):
        return _since_1970(int(text))
    if _COMPACT.fullmatch(text):
        return datetime.strptime(text, "%Y%m%d%H%M%S")  # noqa: DTZ007 - no zone is written
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    return _read_loosely(text.replace("|", " ")) if len(_YEAR.findall(text)) == 1 else None


def _read_loosely(text: str) -> datetime | None:
    """The one date that the words give, whatever is filled in and whichever of day and month is taken first."""
    orders = (False,) if _YEAR.match(text) else (False, True)
    found = {
        parser.parse(text, default=filler, dayfirst=order, tzinfos=_zone).isoformat()
        for filler in _FILLERS
        for order in orders
    }
    return datetime.fromisoformat(found.pop()) if len(found) == 1 else None


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    hours = _HOURS.get((name or "").upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _written(found: date) -> str:
    if not isinstance(found, datetime):
        return found.isoformat()
    if found.tzinfo is None and (found.hour, found.minute, found.second) == (0, 0, 0):
        return found.date().isoformat()
    return found.isoformat(timespec="seconds")
