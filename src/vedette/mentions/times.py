"""Finds time expressions and gives each its TIMEX3 value and the days it may mean, seen from the day of publication.

Types and values follow TIMEX3 (ISO-TimeML); the rules are our own.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from vedette.mentions import calendar
from vedette.mentions.calendar import CLOCK, SEASONS, UNITS, Window
from vedette.mentions.numbers import NUMBER, number_value
from vedette.model import TimeMention

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "midnight": "T24:00"}
_MONTH = r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?))"  # fmt: skip # noqa: E501
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?"
_PART = r"(?P<part>morning|afternoon|evening|night|noon|midnight)"
_SPELL = "(?:morning|afternoon|evening|night)"
_UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)s?"
_STAGE = r"(?P<stage>early|mid|middle|late|end|beginning)"
_COUNT = rf"(?P<count>{NUMBER}|an?|several|(?:a )?few|(?:a )?couple(?: of)?|many|some|half an?|dozens of)"
_STEP = r"(?P<step>last|past|previous|next|coming|this|following|current|same|that|earlier this|later this)"


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is seen from: the day of publication, the last date named, and the tense around the words."""

    published: date | None
    reference: date | None
    direction: int


type Rule = Callable[[re.Match[str], Context], tuple[str, Window] | None]


def mark_times(tokens: Doc, published: str | None) -> tuple[TimeMention, ...]:
    """Every time expression of a text, in order.

    `published` is an ISO date or date-time; without it relative words get values such as XXXX-XX-XX and no window.
    "Since X" runs from the first day X may mean to the day of publication, with precision "since".
    """
    origin = _origin(published)
    found: list[TimeMention] = []
    reference = origin
    for match, rule in _matches(tokens.text):
        span = tokens.char_span(match.start(), match.end(), alignment_mode="contract")
        if span is None:
            continue
        valued = rule(match, Context(origin, reference, _direction(span.root)))
        if valued is None:
            continue
        kind, window = valued
        found.append(_mention(tokens, match, span.root, kind, window, origin))
        reference = window.first if window.first and window.precision == "day" else reference
    return tuple(found)


def _origin(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _mention(
    tokens: Doc, match: re.Match[str], root: Token, kind: str, window: Window, origin: date | None
) -> TimeMention:
    start, end = match.start(), match.end()
    first, last, precision = window.first, window.last, window.precision
    if _since(tokens, root, start) and first is not None:
        last, precision = max(first, origin or first), "since"
    return TimeMention(
        start, end, tokens.text[start:end], root.i, kind, window.value,  # type: ignore[arg-type]
        first.isoformat() if first else None, last.isoformat() if last else None, precision,
    )  # fmt: skip


def _since(tokens: Doc, root: Token, start: int) -> bool:
    before = [token for token in root.sent if token.idx < start and token.idx > start - 14]
    return any(token.lower_ == "since" for token in before[-2:])


def _direction(root: Token) -> int:
    """1 where the verb around the words looks ahead, else -1."""
    for above in (root, *root.ancestors):
        if above.pos_ in {"VERB", "AUX"}:
            helpers = [child.lower_ for child in above.children if child.dep_ in {"aux", "auxpass"}]
            ahead = {"will", "'ll", "shall", "would", "to", "may", "might", "could", "should"} & set(helpers)
            return 1 if ahead and "have" not in helpers else -1
    return -1


def _matches(text: str) -> Iterator[tuple[re.Match[str], Rule]]:
    """Matches of the rules, longest first where they overlap, left to right."""
    found = [(match, rule) for pattern, rule in RULES for match in pattern.finditer(text)]
    found.sort(key=lambda one: (one[0].start(), -(one[0].end() - one[0].start())))
    end = -1
    for match, rule in found:
        if match.start() >= end:
            yield match, rule
            end = match.end()


def _month_number(match: re.Match[str]) -> int:
    return next(i for i, name in enumerate(MONTHS, start=1) if name.startswith(match["month"].lower().rstrip(".")[:3]))


def _group(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").lower()


def _date(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    number, month_number = int(match["day"]), _month_number(match)
    if not 1 <= number <= 31:
        return None
    if _group(match, "year"):
        there = calendar.valid(int(match["year"]), month_number, number)
    elif context.published:
        there = calendar.day_near(context.published, number, month_number, context.direction)
    else:
        return "DATE", Window(f"XXXX-{month_number:02d}-{number:02d}")
    return ("DATE", calendar.day(there)) if there else None


def _month(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    number, stage = _month_number(match), _group(match, "stage").replace("beginning", "early")
    if _group(match, "year"):
        return "DATE", calendar.month(int(match["year"]), number, stage)
    if context.published is None:
        return "DATE", Window(f"XXXX-{number:02d}")
    year_number = calendar.month_near(context.published, number, context.direction)
    return "DATE", calendar.month(year_number, number, stage)


def _iso(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    there = calendar.valid(*(int(match[i]) for i in (1, 2, 3)))
    return ("DATE", calendar.day(there)) if there else None


def _weekday(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    number, part, step = WEEKDAYS.index(match["weekday"].lower()), _group(match, "part"), _group(match, "step")
    kind = "TIME" if part else "DATE"
    if context.published is None:
        return kind, Window("XXXX-WXX-" + str(number + 1))
    direction = 1 if step in {"next", "coming"} else -1 if step in {"last", "past"} else context.direction
    there = calendar.weekday(context.published, number, direction)
    if step in {"last", "past"} and there == context.published:
        there -= timedelta(weeks=1)
    return kind, calendar.day(there, PARTS.get(part, "")[:3])


def _deictic(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    words = match[0].lower()
    part = next(
        (code[:3] for name, code in PARTS.items() if name in words), "TNI" if words in {"tonight", "overnight"} else ""
    )
    step = -1 if "yesterday" in words or "last" in words else 1 if "tomorrow" in words else 0
    kind = "TIME" if part else "DATE"
    if context.published is None:
        return kind, Window("XXXX-XX-XX" + part)
    there = context.published + timedelta(days=step)
    window = calendar.day(there, part)
    if words == "overnight":
        window = Window(window.value, there - timedelta(days=1), there, "day")
    return kind, window


def _relative(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    step, unit = match["step"].lower(), match["unit"].lower()
    unit = "century" if unit == "centurie" else unit
    origin = context.reference if step in {"following", "same", "that"} else context.published
    if unit in CLOCK or unit not in UNITS | SEASONS:
        return None
    if origin is None:
        return "DATE", Window({"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX-XX-XX"))
    count = -1 if step in {"last", "past", "previous"} else 1 if step in {"next", "coming", "following"} else 0
    return "DATE", calendar.this(unit, origin, count)


def _counted(match: re.Match[str]) -> float | None:
    words = match["count"].lower()
    if words in {"a", "an"}:
        return 1
    if "couple" in words:
        return 2
    return 0.5 if words.startswith("half") else number_value(words)


def _distance(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    """ "three days ago", "a week earlier", "two months later"."""
    count, unit = _counted(match), match["unit"].lower()
    origin = context.published if match["way"].lower() in {"ago", "from now"} else context.reference
    if unit in CLOCK:
        return ("DATE", calendar.day(origin)) if origin else ("DATE", Window("PAST_REF"))
    if count is None or origin is None or count > 4000:
        back = match["way"].lower() in {"ago", "earlier", "before"}
        return "DATE", Window("PAST_REF" if back else "FUTURE_REF")
    sign = 1 if match["way"].lower() in {"later", "from now", "after"} else -1
    return "DATE", calendar.shifted(origin, unit, sign * int(count))


def _duration(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    count, unit = _counted(match), match["unit"].lower().replace("centurie", "century")
    code = UNITS.get(unit, "D")
    amount = "X" if count is None else str(int(count)) if count == int(count) else str(count)
    time = "T" if unit in CLOCK else ""
    window = Window(f"P{time}{amount}{code}")
    if _group(match, "recent") and context.published and count and unit not in {"decade", "century"}:
        days = {"hour": 1 / 24, "minute": 0, "week": 7, "month": 30, "year": 365}.get(unit, 1) * min(count, 5000)
        window = Window(window.value, context.published - timedelta(days=round(days)), context.published, "day")
    return "DURATION", window


def _year(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    return "DATE", calendar.year(int(match["year"]), _group(match, "stage"))


def _decade(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    digits = match["decade"]
    start = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return "DATE", Window(str(start)[:3], date(start, 1, 1), date(start + 9, 12, 31), "year")


def _season(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    if not _group(match, "year"):
        return None
    return "DATE", calendar.season(match["season"].lower(), int(match["year"]))


def _clock(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    hour, minute = int(match["hour"]), int(_group(match, "minute") or 0)
    half = _group(match, "half").replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 24 or minute > 59:
        return None
    there = context.reference
    value = f"{there.isoformat() if there else 'XXXX-XX-XX'}T{hour:02d}:{minute:02d}"
    return "TIME", Window(value, there, there, "minute" if there else "day")


def _set(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    word = _group(match, "often")
    adverbs = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "annually": "P1Y", "yearly": "P1Y"}
    return "SET", Window(adverbs.get(word) or "P1" + UNITS.get(_group(match, "unit"), "D"))


def _reference(match: re.Match[str], context: Context) -> tuple[str, Window] | None:
    word = match[0].lower()
    value = "PAST_REF" if "recent" in word or word in {"previously", "formerly"} else "PRESENT_REF"
    return "DATE", Window("FUTURE_REF" if word in {"soon", "shortly", "the future"} else value)


def _rules() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    stage = rf"(?:(?:{_STAGE})[ -](?:of |in )?)?"
    table: tuple[tuple[str, Rule], ...] = (
        (r"\b(\d{4})-(\d\d)-(\d\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?\b", _iso),
        (rf"\b(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?!\d)(?:,? {_YEAR})?(?![\d:])", _date),
        (rf"\b(?:{_WEEKDAY},? )?{_DAY}(?: of)? {_MONTH}(?:,? {_YEAR})?", _date),
        (rf"\b{stage}{_MONTH}(?:,? (?:of )?{_YEAR})?(?! \d)", _month),
        (rf"\b(?:(?P<step>last|past|next|this|coming) )?{_WEEKDAY}(?: {_PART})?\b", _weekday),
        (
            rf"\b(?:(?:yesterday|today|tomorrow)(?: {_SPELL})?|tonight|overnight|(?:last|this) {_SPELL})\b",
            _deictic,
        ),
        (
            rf"\b(?:the )?{_STEP} (?P<unit>day|night|weekend|week|month|quarter|year|decade|century"
            r"|spring|summer|autumn|fall|winter)\b",
            _relative,
        ),
        (rf"\b{_COUNT} {_UNIT} (?P<way>ago|earlier|later|from now|before|after)\b", _distance),
        (rf"\b(?:the )?(?:(?P<recent>past|last|recent) )?{_COUNT}[ -]{_UNIT}\b", _duration),
        (rf"\b(?:the )?(?P<recent>past|last|next|coming) {_COUNT} {_UNIT}\b", _duration),
        (
            rf"\b(?:{_STAGE}[ -])?(?<![\d,.$€£-]){_YEAR}"
            r"(?![\d,]\d|-\d{3}|%| (?:people|civilians|soldiers|troops|families|houses|homes))\b",
            _year,
        ),
        (r"\b(?:the )?(?:early |mid-?|late )?(?P<decade>(?:19|20)\d0|[3-9]0)'?s\b", _decade),
        (rf"\b(?:the )?(?P<season>spring|summer|autumn|winter|fall)(?: of|,)? {_YEAR}\b", _season),
        (r"\b(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)", _clock),
        (r"\b(?P<hour>[0-2]\d):(?P<minute>[0-5]\d)\b", _clock),
        (r"\b(?P<often>daily|nightly|weekly|monthly|annually|yearly)\b", _set),
        (r"\b(?:every|each) (?:other )?(?P<unit>day|night|week|month|year|hour)\b", _set),
        (
            r"\b(?:now|currently|at present|at the moment|recently|in recent (?:days|weeks|months|years)|previously"
            r"|soon|shortly|the future)\b",
            _reference,
        ),
    )
    return tuple((re.compile(pattern, re.IGNORECASE if rule is not _month else 0), rule) for pattern, rule in table)


RULES = _rules()
