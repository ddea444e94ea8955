"""Words and times as the ledger writes them: folded, so that Ḥimṣ and HIMS are one; in UTC, as text that sorts."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from unicodedata import category, combining, normalize

_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
_DROPPED = frozenset("'’‘ʼʻʿʾ`´ـ")
# Letters that do not decompose, and Arabic, Persian and Urdu letters that writers use for one another.
_ALIKE = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
}  # fmt: skip


class _Folding(dict[int, str]):
    """A table for str.translate that works out each character once; one at a time, so long runs cost nothing more."""

    def __missing__(self, code: int) -> str:
        parts = normalize("NFKD", normalize("NFKD", chr(code)).casefold())
        self[code] = "" if chr(code) in _DROPPED else "".join(map(_plain, parts))
        return self[code]


def _plain(char: str) -> str:
    if combining(char) or category(char) == "Cf":
        return ""
    return _ALIKE.get(char, char) if category(char)[0] in "LNM" else " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The bare words of a text, one space between them; "" when it has none."""
    return " ".join(_POSSESSIVE.sub("", text).translate(_FOLDING).split())


@lru_cache(maxsize=1 << 15)
def label(text: str) -> str:
    """The folded words with a space at either end, so that a search for them finds whole words only."""
    return f" {fold(text)} "


END_OF_TIME = "9999-12-31T23:59:59.999999+00:00"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def to_text(moment: datetime) -> str:
    """An aware moment in UTC; ValueError for a naive one."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} does not say its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(moment: str) -> datetime:
    """The aware moment that `to_text` wrote."""
    return datetime.fromisoformat(moment)


def earliest(iso: str | None) -> str | None:
    """The first second of an ISO year, month, date or date-time; None when it is none of them."""
    return _bound(iso, last=False)


def latest(iso: str | None) -> str | None:
    """The last second of an ISO year, month, date or date-time; None when it is none of them."""
    return _bound(iso, last=True)


@lru_cache(maxsize=1 << 15)
def _bound(iso: str | None, *, last: bool) -> str | None:
    with suppress(ValueError, OverflowError):
        if match := _DATE.fullmatch(iso or ""):
            return _bound_of_date(*(int(part) if part else None for part in match.groups()), last=last)
        moment = datetime.fromisoformat(iso or "")
        moment = moment.astimezone(UTC) if moment.utcoffset() is not None else moment
        return moment.replace(tzinfo=None).isoformat(timespec="seconds")
    return None


def _bound_of_date(year: int | None, month: int | None, day: int | None, *, last: bool) -> str:
    month = month or (12 if last else 1)
    day = day or (monthrange(year or 1, month)[1] if last else 1)
    hour, rest = (23, 59) if last else (0, 0)
    return datetime(year or 0, month, day, hour, rest, rest).isoformat()  # noqa: DTZ001 - bounds know no zone
