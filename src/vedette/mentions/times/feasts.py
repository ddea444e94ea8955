"""Feasts and the months of the Islamic calendar: the days of our calendar that they fall on."""

from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter
from hijridate import Gregorian, Hijri

from vedette.mentions.times import calendar
from vedette.mentions.times.calendar import Window
from vedette.mentions.times.words import Context, Valued, Words, stage, values

# The calendar is that of Umm al-Qura; where the sight of the moon decides, a month may begin a day earlier or later.
_SIGHT = timedelta(days=1)
_KNOWN = range(1343, 1501)


def holiday(words: Words, context: Context) -> Valued:
    """ "Christmas Eve", "Eid al-Fitr 2022", "last Thanksgiving": the nearest one on its side of the publication."""
    sort, _, rule = values("holiday")[words["holiday"]].rpartition(":")
    if words["year"]:
        days = _falls(sort, rule, int(words["year"]))
        return ("DATE", _on(days[0], sort, words)) if days else None
    if context.published is None:
        return "DATE", Window("XXXX-XX-XX" if sort else f"XXXX-{rule}")
    direction, slack = _side(words, context)
    days = [there for step in (-1, 0, 1) for there in _falls(sort, rule, context.published.year + step)]
    there = calendar.nearest(days, context.published, direction, slack)
    return ("DATE", _on(there, sort, words)) if there else None


def _on(there: date, sort: str, words: Words) -> Window:
    slack = _SIGHT if sort == "hijri" else timedelta()
    there -= timedelta(days=bool(words["eve"]))
    return Window(there.isoformat(), there - slack, there + slack, "day")


def _side(words: Words, context: Context) -> tuple[int, int]:
    """The side on which a feast lies, and how many days it may lie on the other side all the same."""
    if words["step"]:
        return (1 if words["step"] in {"next", "coming"} else -1), 0
    return context.direction, context.slack


def _falls(sort: str, rule: str, year: int) -> list[date]:
    """The days of one year on which a feast falls; an Islamic one may fall twice or be unknown."""
    if sort == "easter":
        return [easter(year, EASTER_WESTERN) + timedelta(days=int(rule))]
    if sort == "orthodox":
        return [easter(year, EASTER_ORTHODOX) + timedelta(days=int(rule))]
    parts = [int(part) for part in rule.split("-")]
    if sort == "nth":
        month, nth, weekday = parts
        return [calendar.weekday(date(year, month, nth * 7), weekday, -1)]
    month, number = parts
    if sort == "hijri":
        days = [there for islamic in _islamic_years(year) if (there := islamic_day(islamic, month, number))]
        return [there for there in days if there.year == year]
    return [date(year, month, number)]


def _islamic_years(year: int) -> list[int]:
    about = (year - 622) * 33 // 32
    return [about + step for step in (-1, 0, 1, 2)]


def islamic_day(year: int, month: int, number: int) -> date | None:
    """A day of the Islamic calendar in ours; None where the calendar has no such day or it is not known."""
    if year not in _KNOWN or not 1 <= number <= Hijri(year, month, 1).month_length():
        return None
    there = Hijri(year, month, number).to_gregorian()
    return date(there.year, there.month, there.day)


def islamic(words: Words, context: Context) -> Valued:
    """ "10 Muharram 1446", "the first days of Ramadan", "Ramadan 2014": a window in our calendar."""
    month, day = int(values("month")[words["islamic"]]), int(words["day"] or 1)
    years = _years(words, context)
    starts = [there for year in years if (there := islamic_day(year, month, day))]
    there = _chosen(starts, words, context)
    if there is None:
        return "DATE", Window("XXXX-XX-XX" if words["day"] else "XXXX-XX")
    if words["day"] or words["eve"]:
        there -= timedelta(days=bool(words["eve"]))
        return "DATE", Window(there.isoformat(), there - _SIGHT, there + _SIGHT, "day")
    length = Gregorian.fromdate(there).to_hijri().month_length()
    first, last = calendar.part_of_month(stage(words), length)
    window = there + timedelta(days=first - 1) - _SIGHT, there + timedelta(days=last - 1) + _SIGHT
    return "DATE", Window(f"{there.year}-XX", *window, "week" if stage(words) else "month")


def _years(words: Words, context: Context) -> list[int]:
    """The years of the Islamic calendar that may be meant."""
    given = int(words["year"] or 0)
    if given and given < 1600:
        return [given]
    if not given and context.published is None:
        return []
    return _islamic_years(given or (context.published or date.min).year)


def _chosen(starts: list[date], words: Words, context: Context) -> date | None:
    given = int(words["year"] or 0)
    if given > 1600:
        return next((there for there in starts if there.year == given), None)
    if given or context.published is None:
        return next(iter(starts), None)
    return calendar.nearest(starts, context.published, *_side(words, context))
