"""The value of each sort of date and time of day: its TIMEX3 value and the days it may mean.

Types and values follow TIMEX3 (ISO-TimeML); the rules are our own.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from dateutil.zoneinfo import get_zonefile_instance

from vedette.mentions.numbers import number_value
from vedette.mentions.times import calendar
from vedette.mentions.times.calendar import CLOCK, SEASONS, Window
from vedette.mentions.times.words import MONTHS, ORDINALS, PARTS, WEEKDAYS, Context, Valued, Words, stage, values

_BACK = frozenset({"last", "past", "previous", "this past"})
_ON = frozenset({"next", "coming", "following", "this coming"})
_NARRATIVE = frozenset({"following", "same", "that", "that same", "previous"})
_UNKNOWN = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}


def day_of_month(words: Words, context: Context) -> Valued:
    """ "6 December 2023", "Friday, December 6", "10 Muharram"."""
    number, month_number = int(words["day"]), _month_number(words)
    if not 1 <= number <= 31:
        return None
    if words["year"]:
        there = calendar.valid(int(words["year"]), month_number, number)
    elif context.published:
        there = calendar.day_near(context.published, number, month_number, context.direction, context.slack)
    else:
        return "DATE", Window(f"XXXX-{month_number:02d}-{number:02d}")
    if there is None:
        return None
    if words["week"]:
        return "DATE", calendar.week(there)
    return _part(
        words, calendar.day(there - timedelta(days=1) if words["eve"] else there, PARTS.get(words["part"], ""))
    )


def _part(words: Words, window: Window) -> Valued:
    return "TIME" if words["part"] else "DATE", window


def _month_number(words: Words) -> int:
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(words["month"].rstrip(".")[:3]))


def month(words: Words, context: Context) -> Valued:
    """ "late November", "March 2011", "last April", "July this year"."""
    number, origin = _month_number(words), context.published
    if words["step"] in {"each", "every"}:
        return "SET", Window(f"XXXX-{number:02d}")
    if words["year"] or words["spelled"]:
        return "DATE", calendar.month(_year_number(words), number, stage(words))
    if origin is None:
        return "DATE", Window(f"XXXX-{number:02d}")
    if words["which"]:
        there = origin.year + {"last": -1, "next": 1}.get(words["which"], 0)
    elif words["step"] in _BACK:
        there = calendar.month_near(origin, number, -1) - (number == origin.month)
    else:
        ahead = 1 if words["step"] in _ON else context.direction
        there = origin.year if words["step"] == "this" else calendar.month_near(origin, number, ahead)
    return "DATE", calendar.month(there, number, stage(words))


def iso(words: Words, context: Context) -> Valued:
    """ "2024-12-06"."""
    there = calendar.valid(int(words["year"]), int(words["number"]), int(words["day"]))
    return ("DATE", calendar.day(there)) if there else None


def in_figures(words: Words, context: Context) -> Valued:
    """ "24/02/2022"; where it may be 3 April or March 4 both are in the window and the value is the year."""
    year, one, other = (int(words[name]) for name in ("year", "one", "other"))
    days = sorted({there for a, b in ((one, other), (other, one)) if (there := calendar.valid(year, b, a))})
    if not days:
        return None
    return "DATE", calendar.day(days[0]) if len(days) == 1 else Window(f"{year}-XX-XX", days[0], days[-1], "year")


def weekday(words: Words, context: Context) -> Valued:
    """ "Friday", "next Monday", "Friday night", "every Tuesday"."""
    number, code, step = WEEKDAYS.index(words["weekday"]), PARTS.get(words["part"], ""), words["step"]
    if step in {"each", "every"} or words["often"]:
        return "SET", Window(f"XXXX-WXX-{number + 1}{code}")
    if context.published is None:
        return _part(words, Window(f"XXXX-WXX-{number + 1}{code}"))
    if step in {"previous", "following"}:
        there = _strictly(context.reference or context.published, number, 1 if step == "following" else -1)
    elif step in _BACK:
        there = _strictly(context.published, number, -1)
    else:
        there = calendar.weekday(context.published, number, 1 if step in _ON or context.direction > 0 else -1)
    return _part(words, calendar.day(there - timedelta(days=1) if words["eve"] else there, code))


def _strictly(origin: date, number: int, way: int) -> date:
    return calendar.weekday(origin - timedelta(days=1) if way < 0 else origin, number, way)


def deictic(words: Words, context: Context) -> Valued:
    """ "yesterday", "tonight", "overnight", "tomorrow morning"."""
    word = words["deictic"] or words["of"] or "today"
    code = PARTS.get(words["part"], "TNI" if word in {"tonight", "overnight"} else "")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0) * (2 if words["far"] else 1)
    kind = "TIME" if code else "DATE"
    if context.published is None:
        return kind, Window("XXXX-XX-XX" + code)
    there = context.published + timedelta(days=step)
    window = calendar.day(there, code)
    if word == "overnight":
        window = Window(window.value, there - timedelta(days=1), there, "day")
    return kind, window


def relative(words: Words, context: Context) -> Valued:
    """ "last week", "the next day", "that night", "this summer"."""
    step, unit = words["step"], words["unit"] or words["season"] or words["part"]
    unit = "century" if unit.startswith("centur") else unit
    if (step, unit) in {("last", "day"), ("past", "day")}:
        return None
    narrative = step in _NARRATIVE or not step or (step == "next" and (unit == "day" or unit in PARTS))
    told = context.reference if unit in {"day", "night"} or unit in PARTS else context.around
    origin = told if narrative else context.published
    count = -1 if step in _BACK else 1 if step in _ON else 0
    if unit in PARTS:
        return _part_of_day(unit, origin, count)
    if unit in CLOCK:
        return None
    if origin is None:
        return "DATE", Window(_UNKNOWN.get(unit, "XXXX-XX-XX"))
    if unit in SEASONS:
        return "DATE", _near_season(unit, origin, count)
    if unit == "year":
        return "DATE", _running(step, unit, origin, calendar.year(origin.year + count, stage(words)))
    return "DATE", _running(step, unit, origin, calendar.this(unit, origin, count))


def _running(step: str, unit: str, origin: date, window: Window) -> Window:
    """The past week runs up to today; the last one may be that of the calendar."""
    days = {"week": 7, "month": 30, "year": 365}.get(unit) if step.endswith("past") else None
    return replace(window, first=origin - timedelta(days=days), last=origin) if days else window


def _part_of_day(part: str, origin: date | None, count: int) -> Valued:
    if origin is None:
        return "TIME", Window("XXXX-XX-XX" + PARTS[part])
    return "TIME", calendar.day(origin + timedelta(days=count), PARTS[part])


def _near_season(name: str, origin: date, count: int) -> Window:
    """This season is that of the year; the last one has begun before, the next one begins after."""
    year_number = origin.year - (name == "winter" and origin.month < 3)
    began = calendar.season(name, year_number).first or origin
    running = began <= origin and (calendar.season(name, year_number).last or origin) >= origin
    if count < 0:
        year_number -= 1 if running or began > origin else 0
    if count > 0:
        year_number += 1 if began <= origin else 0
    return calendar.season(name, year_number)


def plain_unit(words: Words, context: Context) -> Valued:
    """ "the weekend", "the end of the year", "year-end", "the week"."""
    unit, origin = words["unit"] or "year", context.published
    if origin is None:
        return "DATE", Window(_UNKNOWN.get(unit, "XXXX-XX-XX"))
    if unit == "weekend":
        back = context.direction < 1 and origin.weekday() < 5
        return "DATE", calendar.weekend(origin - timedelta(weeks=1 if back else 0))
    if unit == "quarter":
        return "DATE", calendar.quarter(*(context.quarter or calendar.last_quarter(origin)))
    if unit == "day":
        return "DATE", calendar.day(context.reference or origin)
    if unit == "month":
        return "DATE", calendar.month(origin.year, origin.month, stage(words))
    if unit == "year":
        return "DATE", calendar.year(origin.year, "end" if words["end"] else stage(words))
    return "DATE", calendar.this(unit, origin, 0)


def nth_day(words: Words, context: Context) -> Valued:
    """ "It is the third day of the siege", "on the second night of fighting": the day spoken of."""
    suffix = PARTS.get(words["unit"], "")
    there = context.reference
    return ("TIME" if suffix else "DATE"), calendar.day(there, suffix) if there else Window("XXXX-XX-XX" + suffix)


def year(words: Words, context: Context) -> Valued:
    """ "2011", "the end of 1990", "nineteen ninety-six"."""
    return "DATE", calendar.year(_year_number(words), stage(words))


def _year_number(written: Words) -> int:
    if written["year"]:
        return int(written["year"])
    words = written["spelled"]
    if words.startswith("two thousand"):
        return int(number_value(words) or 2000)
    first, _, rest = words.partition(" ")
    return int((number_value(first) or 19) * 100 + (number_value(rest) or 0))


def decade(words: Words, context: Context) -> Valued:
    """ "the 1990s", "the '80s", "the nineties"."""
    named = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
             "eighties": 80, "nineties": 90}  # fmt: skip
    number = named.get(words["named"]) or int(words["decade"])
    return "DATE", calendar.decade(number if number > 99 else 1900 + number)


def century(words: Words, context: Context) -> Valued:
    """ "the 19th century", "the twentieth century"."""
    number = int(words["number"] or ORDINALS[words["nth"]])
    return ("DATE", calendar.century(number)) if 1 <= number <= 30 else None


def season(words: Words, context: Context) -> Valued:
    """ "the summer of 2013", "in the winter"."""
    if words["year"] or words["spelled"]:
        return "DATE", calendar.season(words["season"], _year_number(words))
    if context.published is None:
        return "DATE", Window("XXXX-" + SEASONS[words["season"]][0])
    ahead = context.direction > 0
    here = calendar.season(words["season"], context.published.year)
    began = here.first is not None and here.first <= context.published
    back = not ahead and not began
    return "DATE", calendar.season(words["season"], context.published.year - back)


def nth_quarter(words: Words, context: Context) -> Valued:
    """ "the first quarter of 2012", "third-quarter", "last year's second quarter"."""
    number, origin = ORDINALS[words["nth"]], context.published
    if words["year"]:
        return "DATE", calendar.quarter(int(words["year"]), number)
    if origin is None:
        return "DATE", Window(f"XXXX-Q{number}")
    if words["which"]:
        there = origin.year + {"last": -1, "next": 1}.get(words["which"], 0)
    else:
        now = (origin.month - 1) // 3 + 1
        there = origin.year + (-1 if number > now and context.direction < 1 else 0)
    return "DATE", calendar.quarter(there - (1 if words["ago"] else 0), number)


def quarter_of(words: Words, context: Context) -> Valued:
    """ "the 2011 quarter", "the 2011 period": the quarter spoken of, in that year."""
    if context.quarter is None:
        return "DATE", calendar.year(int(words["year"]))
    return "DATE", calendar.quarter(int(words["year"]), context.quarter[1])


def quarter_before(words: Words, context: Context) -> Valued:
    """ "the year-earlier quarter", "the latest period"."""
    if context.published is None:
        return "DATE", Window("XXXX-QX")
    there, number = calendar.last_quarter(context.published)
    if context.quarter and context.quarter <= (there, number):
        there, number = context.quarter
    return "DATE", calendar.quarter(there - (1 if words["ago"] else 0), number)


def clock(words: Words, context: Context) -> Valued:
    """ "5 p.m. EST", "14:30", "4 in the morning", "noon"."""
    if words["noon"]:
        time = PARTS[words["noon"]]
    else:
        hour, minute = int(words["hour"]), int(words["minute"] or 0)
        half = words["half"].replace(".", "") or ("am" if words["part"] == "morning" else "pm" if words["part"] else "")
        hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
        if hour > 24 or minute > 59:
            return None
        time = f"T{hour:02d}:{minute:02d}"
    there = context.reference
    value = f"{there.isoformat() if there else 'XXXX-XX-XX'}{time}"
    return "TIME", Window(value, there, there, "minute" if there and time[1].isdigit() else "hour")


def offset(words: str, there: date | None) -> str:
    """The offset of a zone by its words; one named by a city is looked up for the day, as it may keep summer time."""
    zone = values("zone").get(words, "")
    if "/" not in zone:
        return zone
    named = get_zonefile_instance().get(zone)
    if there is None or named is None:
        return ""
    written = datetime(there.year, there.month, there.day, 12, tzinfo=named).strftime("%z")
    return f"{written[:3]}:{written[3:]}"


def reference(words: Words, context: Context) -> Valued:
    """ "now", "recently", "soon"."""
    if words["reference"] == "soon" and context.direction < 0:
        return None
    return "DATE", Window(values("reference")[words["reference"]])


def past_or_future(words: Words, context: Context) -> Valued:
    """ "in the past", "in the future"."""
    return "DATE", Window("PAST_REF" if words["future"] == "the past" else "FUTURE_REF")
