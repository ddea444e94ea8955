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

UNIT_PRECISION: dict[str, TimePrecision] = {"day": "week", "week": "week", "month": "month", "year": "year"}


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
    first, last = part_of_month(part, monthrange(year, number)[1])
    precision: TimePrecision = "week" if part else "month"
    return Window(f"{year:04d}-{number:02d}", date(year, number, first), date(year, number, last), precision)


def part_of_month(part: str, length: int) -> tuple[int, int]:
    """The first and last day of "early", "the first days of", "the end of" a month of so many days."""
    spans = {
        "early": (1, 10), "mid": (11, 20), "late": (21, length), "end": (25, length), "first days": (1, 7),
        "last days": (length - 6, length), "last ten days": (length - 9, length), "first half": (1, 15),
        "last half": (16, length),
    }  # fmt: skip
    return spans.get(part, (1, length))


def year(number: int, part: str = "") -> Window:
    """A year, or its early, middle or late third, or a half of it."""
    spans = {
        "early": (1, 4), "mid": (5, 8), "late": (9, 12), "end": (11, 12), "first half": (1, 6), "last half": (7, 12),
        "first days": (1, 1), "last days": (12, 12),
    }  # fmt: skip
    first, last = spans.get(part, (1, 12))
    half = {"first half": "-H1", "last half": "-H2"}.get(part, "")
    return Window(
        f"{number:04d}{half}", date(number, first, 1), date(number, last, monthrange(number, last)[1]), "year"
    )


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


def quarter(year_number: int, number: int) -> Window:
    """A quarter of a year; numbers run on over its ends, so that 0 is the last one of the year before."""
    there = year_number * 4 + number - 1
    first, last = month(there // 4, there % 4 * 3 + 1), month(there // 4, there % 4 * 3 + 3)
    return Window(f"{there // 4}-Q{there % 4 + 1}", first.first, last.last, "month")


def last_quarter(when: date) -> tuple[int, int]:
    """The quarter that has ended last."""
    there = when.year * 4 + (when.month - 1) // 3 - 1
    return there // 4, there % 4 + 1


def decade(start: int) -> Window:
    """The ten years from `start`."""
    return Window(str(start)[:3], date(start, 1, 1), date(start + 9, 12, 31), "year")


def century(number: int) -> Window:
    """A century by its number."""
    return Window(f"{number - 1:02d}", date(max(number * 100 - 100, 1), 1, 1), date(number * 100 - 1, 12, 31), "year")


def shifted(when: date, unit: str, count: int) -> Window:
    """The day, week, month or year that lies `count` units after `when` (before, where negative).

    "A week ago" and "two weeks ago" are known to the day within a day either way; longer ones widen to the whole unit.
    """
    if unit in {"day", "night"}:
        return day(when + timedelta(days=count))
    if unit in {"week", "fortnight"}:
        there = when + timedelta(weeks=count * (2 if unit == "fortnight" else 1))
        if unit == "week" and abs(count) > 2:
            return week(there)
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
        return quarter(when.year, (when.month - 1) // 3 + 1 + step)
    if unit == "decade":
        return decade((when.year // 10 + step) * 10)
    if unit == "century":
        return century(when.year // 100 + 1 + step)
    return shifted(when, unit, step)


def weekday(when: date, number: int, direction: int) -> date:
    """The nearest such weekday: on or before `when` (-1), after it (1)."""
    if direction < 0:
        return when - timedelta(days=(when.weekday() - number) % 7)
    return when + timedelta(days=(number - when.weekday() - 1) % 7 + 1)


def month_near(when: date, number: int, direction: int) -> int:
    """The year of the nearest month of that number: not after `when` (-1), not before it (1), up to 2 months on (0)."""
    if direction == 0:
        return when.year + (1 if number <= when.month - 10 else -1 if number > when.month + 2 else 0)
    if direction < 0:
        return when.year if number <= when.month else when.year - 1
    return when.year if number >= when.month else when.year + 1


def day_near(when: date, number: int, month_number: int, direction: int, slack: int) -> date | None:
    """The nearest such day of the year; a direction keeps it on that side, or at most `slack` days on the other."""
    years = [when.year - 1, when.year, when.year + 1]
    days = [there for one in years if (there := valid(one, month_number, number)) is not None]
    return nearest(days, when, direction, slack)


def nearest(days: list[date], when: date, direction: int, slack: int) -> date | None:
    """The nearest of some days; a direction keeps it on that side, or at most `slack` days on the other."""
    fit = [there for there in days if (there - when) * direction >= -timedelta(days=slack)]
    ahead = 1 if direction else 3  # what nothing puts ahead lies behind rather
    return min(fit or days, key=lambda there: max(when - there, (there - when) * ahead), default=None)


def valid(year_number: int, month_number: int, day_number: int) -> date | None:
    """The date, or None where the calendar has none."""
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None
