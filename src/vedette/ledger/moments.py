"""Times as the ledger writes them: UTC, as text that sorts; the bounds of dates that are less than exact."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import UTC, datetime

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
