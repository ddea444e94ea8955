"""Calendar arithmetic for time expressions: windows of days, weeks, months and years, and their TIMEX3 values."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from vedette.model import TimePrecision

UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "weekend": "WE", "week": "W", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C",
}  # fmt: skip
CLOCK = frozenset({"second", "minute", "hour"})
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}


@dataclass(frozen=True, slots=True)
class Window:
    """A TIMEX3 value with the first and last day it may mean; None where no date is known."""

    value: str
    first: date | None = None
    last: date | None = None
    precision: TimePrecision = "day"


def day(when: date, suffix: str = "") -> Window:
    """One day, with a part of the day as suffix ("TMO", "TNI") where one is named."""
    return Window(when.isoformat() + suffix, when, when, "hour" if suffix else "day")


def month(year: int, number: int, part: str = "") -> Window:
    """A month, or its "early", "mid" or "late" third."""
    length = monthrange(year, number)[1]
    spans = {"early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, length), "end": (25, length)}
    first, last = spans.get(part, (1, length))
    precision: TimePrecision = "week" if part else "month"
    return Window(f"{year:04d}-{number:02d}", date(year, number, first), date(year, number, last), precision)


def year(number: int, part: str = "") -> Window:
    """A year, or its early, middle or late third."""
    spans = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}
    first, last = spans.get(part, (1, 12))
    return Window(f"{number:04d}", date(number, first, 1), date(number, last, monthrange(number, last)[1]), "year")


def week(when: date) -> Window:
    """The week, Monday to Sunday, around a day."""
    monday = when - timedelta(days=when.weekday())
    iso = when.isocalendar()
    return Window(f"{iso.year}-W{iso.week:02d}", monday, monday + timedelta(days=6), "week")


def weekend(when: date) -> Window:
    """The Saturday and Sunday of the week of a day."""
    monday = when - timedelta(days=when.weekday())
    iso = when.isocalendar()
    return Window(f"{iso.year}-W{iso.week:02d}-WE", monday + timedelta(days=5), monday + timedelta(days=6), "day")


def season(name: str, number: int) -> Window:
    """A season of a year; winter runs into the next year."""
    code, start = SEASONS[name]
    end_year, end = (number + 1, 2) if start == 12 else (number, start + 2)
    return Window(
        f"{number}-{code}", date(number, start, 1), date(end_year, end, monthrange(end_year, end)[1]), "month"
    )


def shifted(when: date, unit: str, count: int) -> Window:
    """The day, week, month or year that lies `count` units after `when` (before, where negative).

    "A week ago" is known to the day within a day either way; longer units widen to the whole unit.
    """
    if unit in {"day", "night"}:
        return day(when + timedelta(days=count))
    if unit in {"week", "fortnight"}:
        there = when + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        return Window(there.isoformat(), there - timedelta(days=1), there + timedelta(days=1), "day")
    if unit in {"month", "quarter"}:
        number = when.year * 12 + when.month - 1 + count * (3 if unit == "quarter" else 1)
        return month(number // 12, number % 12 + 1) if 0 < number // 12 < 9999 else Window("XXXX-XX")
    years = when.year + count * {"year": 1, "decade": 10, "century": 100}.get(unit, 1)
    return year(years) if 0 < years < 9999 else Window("XXXX")


def this(unit: str, when: date, step: int) -> Window:
    """ "this week" (0), "last month" (-1), "next year" (1)."""
    if unit in {"day", "night"}:
        return day(when + timedelta(days=step))
    if unit == "week":
        return week(when + timedelta(weeks=step))
    if unit == "weekend":
        return weekend(when + timedelta(weeks=step))
    if unit in SEASONS:
        return season(unit, when.year + step)
    if unit == "quarter":
        number = when.year * 4 + (when.month - 1) // 3 + step
        first = month(number // 4, number % 4 * 3 + 1)
        return Window(
            f"{number // 4}-Q{number % 4 + 1}", first.first, month(number // 4, number % 4 * 3 + 3).last, "month"
        )
    return shifted(when, unit, step)


def weekday(when: date, number: int, direction: int) -> date:
    """The nearest such weekday: on or before `when` (-1), after it (1)."""
    if direction < 0:
        return when - timedelta(days=(when.weekday() - number) % 7)
    return when + timedelta(days=(number - when.weekday() - 1) % 7 + 1)


def month_near(when: date, number: int, direction: int) -> int:
    """The year of the nearest month of that number: not after `when` (-1), not before it (1)."""
    if direction < 0:
        return when.year if number <= when.month else when.year - 1
    return when.year if number >= when.month else when.year + 1


def day_near(when: date, number: int, month_number: int, direction: int) -> date | None:
    """The nearest such day of the year in a direction, a few days' slack allowed; None where there is no such day."""
    years = [when.year, when.year + direction]
    days = [there for one in years if (there := valid(one, month_number, number)) is not None]
    slack = timedelta(days=3)
    fit = [there for there in days if (there <= when + slack if direction < 0 else there >= when - slack)]
    return min(fit or days, key=lambda there: abs(there - when), default=None)


def valid(year_number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None
