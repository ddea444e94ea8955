"""The value of lengths of time, of what lies a length of time away, and of what recurs."""

from datetime import date, timedelta

from vedette.mentions.numbers import number_value
from vedette.mentions.times import calendar
from vedette.mentions.times.calendar import CLOCK, UNITS, Window
from vedette.mentions.times.words import Context, Valued, Words, values

_VAGUE = (2, 7)


def _counted(words: Words) -> float | None:
    count = words["count"]
    if not count and words["all"].endswith((words["unit"] + "-long", words["unit"] + "-old")):
        return 1
    if count == "a" and words["all"].endswith(("s-long", "s-old")):
        return None
    if count in {"a", "an", "one"} or words["the"] or (not count and words["all"].endswith(" year")):
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
    if way in {"later", "after"} and context.direction < 0 and origin == context.published:
        return "DATE", Window("PAST_REF")  # later than something that no date was given for
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
    if unit == "decade" and count:  # ISO 8601 has no decades
        code, amount = "Y", count * 10
    shown = "X" if amount is None else str(int(amount))
    return "DURATION", _running(words, context, Window(f"P{'T' if unit in CLOCK else ''}{shown}{code}"), count)


def _misread(words: Words, unit: str, count: float | None) -> bool:
    """A second group, a quarter or three quarters of them, the 2011 quarter."""
    single = not words["all"].endswith("s")
    if unit == "second":
        return single and words["count"] != "one"
    return (unit == "quarter" and not words["lead"] and (single or count == 3)) or (
        single and count is not None and 1500 < count < 2100
    )


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
    back = words["lead"] in {"recent", "past", "last"}  # not "coming", "ahead", "to come"
    value, unit, origin = "PAST_REF" if back else "FUTURE_REF", words["unit"], context.published
    days = {"day": 7, "week": 30, "month": 180, "year": 5 * 365}.get(unit)
    if origin is None or days is None:
        return "DATE", Window(value)
    value = f"PX{UNITS[unit]}" if unit != "year" else value  # as "the past few weeks"
    span, precision = timedelta(days=days), calendar.UNIT_PRECISION[unit]
    return "DATE", Window(value, *((origin - span, origin) if back else (origin, origin + span)), precision)


def often(words: Words, context: Context) -> Valued:
    """ "daily", "every two weeks", "three times a day"."""
    if words["often"]:
        return "SET", Window(values("often")[words["often"]])
    count = number_value(words["number"]) if words["number"] else 2 if words["other"] else 1
    unit = words["unit"]
    return "SET", Window(f"P{'T' if unit in CLOCK else ''}{int(count or 1)}{UNITS.get(unit, 'D')}")
