"""Words of documents made fit to show: one line, no control characters, days as people write them."""

import re
from datetime import date, datetime

from vedette.model import Moment, Time

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CLIPPED = 170
AROUND = 320
_END = re.compile(r"[.!?…]['\"’”)\]]*\s|\n\s*\n?")


def plain(text: str) -> str:
    """Words on one line, without control characters or marks that turn the direction of writing."""
    return " ".join((text if text.isprintable() else _CONTROL.sub(" ", text)).split())


def harmless(text: str) -> str:
    """The same length and the same lines, with a blank for every control character."""
    return _CONTROL.sub(lambda match: match[0] if match[0] == "\n" else " ", text)


def clipped(text: str, length: int = CLIPPED) -> str:
    """A text shortened at a space, with an ellipsis."""
    one_line = plain(text)
    return one_line if len(one_line) <= length else one_line[:length].rsplit(" ", 1)[0] + " …"


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence before a stretch of text begins and the one after it ends, or a space not too far away."""
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    starts = [match.end() for match in _END.finditer(before.rstrip())]
    first = starts[-1] if starts else _from_a_space(before, start)
    ends = [match.end() for match in _END.finditer(after) if after[: match.end()].strip(" \n.!?…'\"’”)]")]
    last = ends[0] if ends else len(after) if len(after) < AROUND else max(after.rfind(" "), 0)
    return start - len(before) + first, end + last


def _from_a_space(before: str, start: int) -> int:
    return 0 if len(before) == start else before.find(" ") + 1


def when(time: Time | None) -> str:
    """The days of a claim as people write them; "" when only the publication is known."""
    if time is None or time.precision == "published" or not (time.first or time.last):
        return ""
    first, last = time.first or time.last or "", time.last or time.first or ""
    if time.precision == "since":
        return f"since {day(first)}"
    return day(first) if first[:10] == last[:10] else _window(day(first), day(last))


def asked_of(moment: Moment) -> str:
    """ "what happened by 7 Dec 2024 23:59 UTC, as published by 8 Dec 2024 18:00 UTC"; "" for now."""
    happened = f"what happened by {_minute(moment.as_of)}" if moment.as_of else ""
    known = f"as {moment.known_by} by {_minute(moment.known_at)}" if moment.known_at else ""
    return ", ".join(part for part in (happened, known) if part)


def _minute(moment: datetime) -> str:
    return f"{day(moment.isoformat())} {moment:%H:%M %Z}".strip()


def day(iso: str) -> str:
    """An ISO date as 7 Dec 2024; anything else as it stands."""
    try:
        found = date.fromisoformat(iso[:10])
    except ValueError:
        return plain(iso)
    return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"


def _window(first: str, last: str) -> str:
    """29–30 Nov 2024, 27 Nov – 2 Dec 2024, 27 Dec 2024 – 2 Jan 2025: nothing is said twice."""
    ours, theirs = first.split(), last.split()
    if ours[1:] == theirs[1:]:
        return f"{ours[0]}–{last}"
    shown = ours[:-1] if ours[-1] == theirs[-1] else ours
    return f"{' '.join(shown)} – {last}"
