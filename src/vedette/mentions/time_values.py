"""The value of each sort of time expression: its TIMEX3 value and the days it may mean.

Types and values follow TIMEX3 (ISO-TimeML); the rules are our own.
"""

from collections.abc import Callable
from datetime import date, timedelta

from vedette.mentions import calendar
from vedette.mentions.calendar import CLOCK, SEASONS, UNITS, Window
from vedette.mentions.numbers import number_value
from vedette.mentions.time_anchors import Context
from vedette.mentions.time_words import MONTHS, ORDINALS, PARTS, WEEKDAYS, values

type Words = dict[str, str]
type Valued = tuple[str, Window] | None
type Rule = Callable[[Words, Context], Valued]

_BACK = frozenset({"last", "past", "previous", "this past"})
_ON = frozenset({"next", "coming", "following", "this coming"})
_NARRATIVE = frozenset({"following", "same", "that", "that same", "previous"})
_STAGES = {"middle": "mid", "beginning": "early", "start": "early", "close": "end", "second half": "last half"}
_UNKNOWN = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX", "quarter": "XXXX-QX"}
_VAGUE = (2, 7)


def day_of_month(words: Words, context: Context) -> Valued:
    """ "6 December 2023", "Friday, December 6", "10 Muharram"."""
    number, month_number = int(words["day"]), _month_number(words)
    if not 1 <= number <= 31:
        return None
    if words["year"]:
        there = calendar.valid(int(words["year"]), month_number, number)
    elif context.published:
        there = calendar.day_near(context.published, number, month_number, context.direction)
    else:
        return "DATE", Window(f"XXXX-{month_number:02d}-{number:02d}")
    if there is None:
        return None
    if words["week"]:
        return "DATE", calendar.week(there)
    return _part(words, calendar.day(there - timedelta(days=1) if words["eve"] else there, PARTS.get(words["part"], "")))


def _part(words: Words, window: Window) -> Valued:
    return "TIME" if words["part"] else "DATE", window


def _month_number(words: Words) -> int:
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(words["month"].rstrip(".")[:3]))


def _stage(words: Words) -> str:
    return _STAGES.get(words["stage"], words["stage"])


def month(words: Words, context: Context) -> Valued:
    """ "late November", "March 2011", "last April", "July this year"."""
    number, origin = _month_number(words), context.published
    if words["step"] in {"each", "every"}:
        return "SET", Window(f"XXXX-{number:02d}")
    if words["year"] or words["spelled"]:
        return "DATE", calendar.month(_year_number(words), number, _stage(words))
    if origin is None:
        return "DATE", Window(f"XXXX-{number:02d}")
    if words["which"]:
        there = origin.year + {"last": -1, "next": 1}.get(words["which"], 0)
    elif words["step"] in _BACK:
        there = calendar.month_near(origin, number, -1) - (number == origin.month)
    else:
        ahead = 1 if words["step"] in _ON else context.direction
        there = origin.year if words["step"] == "this" else calendar.month_near(origin, number, ahead)
    return "DATE", calendar.month(there, number, _stage(words))


def iso(words: Words, context: Context) -> Valued:
    """ "2024-12-06"."""
    there = calendar.valid(int(words["year"]), int(words["number"]), int(words["day"]))
    return ("DATE", calendar.day(there)) if there else None


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
    word = words["word"]
    code = PARTS.get(words["part"], "TNI" if word in {"tonight", "overnight"} else "")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
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
    origin = context.reference if narrative else context.published
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
        return "DATE", calendar.year(origin.year + count, _stage(words))
    return "DATE", calendar.this(unit, origin, count)


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
    if unit == "month":
        return "DATE", calendar.month(origin.year, origin.month, _stage(words))
    if unit == "year":
        return "DATE", calendar.year(origin.year, "end" if words["end"] else _stage(words))
    return "DATE", calendar.this(unit, origin, 0)


def _counted(words: Words) -> float | None:
    count = words["count"]
    if count in {"a", "an", "one"} or words["the"]:
        return 1.5 if "half" in words["more"] else 1
    if "couple" in count:
        return 2
    if count.startswith("half"):
        return 0.5
    whole = count.removesuffix(" 1/2").removesuffix(" and a half")
    found = 1.0 if whole in {"a", "an"} else number_value(whole)
    return found + 0.5 if found is not None and whole != count else found


def distance(words: Words, context: Context) -> Valued:
    """ "three days ago", "a week earlier", "two months later", "years ago"."""
    count, unit, way = _counted(words), words["unit"], words["way"]
    if count is None and not words["count"] and unit + "s" not in words["all"]:
        return None
    origin = context.published if way in {"ago", "from now"} else context.reference
    back = way in {"ago", "earlier", "before"}
    if unit in CLOCK:
        return ("DATE", calendar.day(origin)) if origin else ("DATE", Window("PAST_REF"))
    if count == 1 and unit == "year" and back and context.quarter:
        return "DATE", calendar.quarter(context.quarter[0] - 1, context.quarter[1])
    if count is None or origin is None or count > 4000:
        return "DATE", _vaguely(unit, origin, back)
    return "DATE", calendar.shifted(origin, unit, (-1 if back else 1) * int(count))


def _vaguely(unit: str, origin: date | None, back: bool) -> Window:
    value = "PAST_REF" if back else "FUTURE_REF"
    days = {"day": 1, "night": 1, "week": 7, "month": 30, "year": 365}.get(unit)
    if origin is None or days is None:
        return Window(value)
    near, far = (timedelta(days=days * count) for count in _VAGUE)
    ends = (origin - far, origin - near) if back else (origin + near, origin + far)
    return Window(value, *ends, "week" if days < 30 else "year")


def duration(words: Words, context: Context) -> Valued:
    """ "three days", "the past two weeks", "36-hour", "a year and a half"."""
    count, unit = _counted(words), words["unit"]
    unit = "century" if unit.startswith("centur") else unit
    if _misread(words, unit, count):
        return None
    code, amount = UNITS.get(unit, "D"), count
    if count is not None and count != int(count):
        return "DURATION", Window(_halves(unit, count))
    if unit == "fortnight" and count:
        amount = count * 2
    shown = "X" if amount is None else str(int(amount))
    return "DURATION", _running(words, context, Window(f"P{'T' if unit in CLOCK else ''}{shown}{code}"), count)


def _misread(words: Words, unit: str, count: float | None) -> bool:
    """A second group, three-quarters, the 2011 quarter."""
    single = not words["all"].endswith("s")
    if unit == "second":
        return single and words["count"] != "one"
    return (unit == "quarter" and not words["lead"]) or (single and count is not None and 1500 < count < 2100)


def _halves(unit: str, count: float) -> str:
    """ "2 1/2 years" is P2Y6M; where no smaller unit fits, the count stays a decimal."""
    whole = int(count)
    small = {"year": ("", "Y", "6M"), "day": ("", "D", "T12H"), "hour": ("T", "H", "30M"), "minute": ("T", "M", "30S")}
    if unit not in small or count - whole != 0.5:
        return f"P{'T' if unit in CLOCK else ''}{count}{UNITS.get(unit, 'D')}"
    time, code, half = small[unit]
    if whole:
        return f"P{time}{whole}{code}{half}"
    return f"P{half}" if half.startswith("T") or not time else f"P{time}{half}"


def _running(words: Words, context: Context, window: Window, count: float | None) -> Window:
    """The days of "the last two weeks" and "the next three months"."""
    days = {"hour": 1 / 24, "minute": 0, "week": 7, "month": 30, "year": 365}.get(words["unit"], 1)
    if not words["lead"] or context.published is None or words["unit"] in {"decade", "century", "quarter"}:
        return window
    span = timedelta(days=round(days * min(_VAGUE[1] if count is None else count, 5000)))
    if words["lead"] in {"last", "past", "recent"}:
        return Window(window.value, context.published - span, context.published, "day")
    if words["lead"] in {"next", "coming"}:
        return Window(window.value, context.published, context.published + span, "day")
    return window


def lately(words: Words, context: Context) -> Valued:
    """ "recent days", "the coming weeks"."""
    back = words["lead"] in {"recent", "past", "last"}
    value, unit, origin = "PAST_REF" if back else "FUTURE_REF", words["unit"], context.published
    days = {"day": 7, "week": 30, "month": 180, "year": 5 * 365}.get(unit)
    if origin is None or days is None:
        return "DATE", Window(value)
    span, precision = timedelta(days=days), calendar.UNIT_PRECISION[unit]
    return "DATE", Window(value, *((origin - span, origin) if back else (origin, origin + span)), precision)


def year(words: Words, context: Context) -> Valued:
    """ "2011", "the end of 1990", "nineteen ninety-six"."""
    return "DATE", calendar.year(_year_number(words), _stage(words))


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


def quarter_before(words: Words, context: Context) -> Valued:
    """ "the year-earlier quarter", "the latest period"."""
    if context.published is None:
        return "DATE", Window("XXXX-QX")
    there, number = context.quarter or calendar.last_quarter(context.published)
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
    value = f"{there.isoformat() if there else 'XXXX-XX-XX'}{time}{values('zone').get(words['zone'], '')}"
    return "TIME", Window(value, there, there, "minute" if there else "day")


def often(words: Words, context: Context) -> Valued:
    """ "daily", "every two weeks", "three times a day"."""
    if words["word"]:
        return "SET", Window(values("often")[words["word"]])
    count = number_value(words["number"]) if words["number"] else 2 if words["other"] else 1
    unit = words["unit"]
    return "SET", Window(f"P{'T' if unit in CLOCK else ''}{int(count or 1)}{UNITS.get(unit, 'D')}")


def reference(words: Words, context: Context) -> Valued:
    """ "now", "recently", "soon"."""
    return "DATE", Window(values("reference")[words["word"]])


def past_or_future(words: Words, context: Context) -> Valued:
    """ "in the past", "in the future"."""
    return "DATE", Window("PAST_REF" if words["word"] == "the past" else "FUTURE_REF")


def holiday(words: Words, context: Context) -> Valued:
    """ "Christmas Eve", "New Year's Day 2022"."""
    month_number, number = (int(part) for part in values("holiday")[words["word"]].split("-"))
    if words["year"]:
        return "DATE", calendar.day(date(int(words["year"]), month_number, number))
    if context.published is None:
        return "DATE", Window(f"XXXX-{month_number:02d}-{number:02d}")
    there = calendar.day_near(context.published, number, month_number, context.direction)
    return ("DATE", calendar.day(there)) if there else None


def hijri(words: Words, context: Context) -> Valued:
    """ "Ramadan", "10 Muharram", "Ramadan 2014": named, but put on no day of our calendar beyond the year given."""
    number = int(words["year"] or 0)
    value = "XXXX-XX-XX" if words["day"] else "XXXX-XX"
    if number < 1900:
        return "DATE", Window(value)
    there = calendar.year(number)
    return "DATE", Window(f"{number}{value[4:]}", there.first, there.last, "year")
