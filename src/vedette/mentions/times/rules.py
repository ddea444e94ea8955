"""Which words make a time expression: one pattern for each sort, what may stand before it, and what values it.

Patterns are in lower case. A group called `span` is the expression where the pattern needs words around it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vedette.mentions.numbers import FIGURES, NUMBER, sorts_of
from vedette.mentions.times import feasts, lengths
from vedette.mentions.times import values as to
from vedette.mentions.times.calendar import SEASONS, UNITS
from vedette.mentions.times.words import (
    ABOUT,
    COUNT,
    DAY,
    LEAD,
    MONTH,
    MONTHS,
    PART,
    SEASON,
    SPELLED_YEAR,
    STAGE,
    STEP,
    UNIT,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    ZONE,
    Context,
    Valued,
    Words,
    any_of,
    values,
)

type Rule = Callable[[Words, Context], Valued]


@dataclass(frozen=True, slots=True)
class TimeRule:
    """A pattern, the pattern of the words before that belong to it, and the function that values both.

    `sort` names the words without one of which the pattern cannot match.
    """

    core: re.Pattern[str]
    value: Rule
    left: re.Pattern[str] | None
    sort: str


_STEPS = r"(?P<step>last|past|next|this|coming|this coming|this past|previous|following|each|every)"
_SOON = r"(?P<stage>early|late|earlier|later)(?: on)?"
_ON_DAYS = (
    rf"\b(?:(?:the )?(?P<week>week) (?:of|beginning|starting) |(?:the )?(?P<eve>eve) of (?:the )?"
    rf"|(?:about|around) |{_SOON} )$"
)
_ON_WEEKDAYS = rf"\b(?:(?:the )?(?P<eve>eve) of )?(?:(?P<stage>early|late) (?:on )?)?(?:(?:the )?{_STEPS} )?$"
_ON_FEASTS = rf"\b(?:(?:the )?(?P<eve>eve) of |(?:the )?{_STEPS} )$"
_ON_DEICTICS = rf"\b(?:{_SOON}|(?P<far>the day (?:before|after))) $"
_IN_MONTHS = rf"{STAGE}|\b(?:{_STEPS}|(?:about|around)) $"
_IN_YEARS = rf"{STAGE}|\b(?:(?:the )?(?:(?:fiscal|calendar|financial) )?year |fiscal |(?:about|around) )$"
_WAY = r"(?P<way>ago|earlier|later|from now|(?:before|after)(?=[.,;:!?)]|$))"
_WHICH = r"(?P<which>last|next|this)"
_LONG = r"(?: (?:more|additional|consecutive|straight|full|whole|long|further|trading|working|successive))?"
_JOINS = r"(?:-|\u2013| - | and | to | or | until | through )"
_TO_A_YEAR = rf"{_JOINS}(?:[0-3]?\d (?:of )?)?(?:{'|'.join(MONTHS)})(?: [0-3]?\d(?:st|nd|rd|th)?)?,? {YEAR}"
_MANY = "(?P<unit>day|week|month|quarter|year|decade|centurie)s"
_NTH = "(?P<nth>first|second|third|fourth)"
_COUNTED = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
_AGO = "(?P<ago>year-ago|year-earlier)"
_NO_DAY = r"(?! (?:\d{1,2}(?![\d.,])|\d{4}\b))"
_NO_YEAR = (
    r"(?![\d,]\d|-\d{3}(?!\d\b)|%"
    r"| (?:people|civilians|soldiers|troops|families|houses|homes|fighters|times|miles|pounds)|\w)"
)

_TABLE: tuple[tuple[str, Rule, str], ...] = (
    (r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?:t\d\d:\d\d(?::\d\d)?z?)?\b", to.iso, ""),
    (r"\b(?P<one>[0-3]?\d)[/.](?P<other>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d)\b", to.in_figures, ""),
    (rf"\b(?P<span>{DAY} {MONTH})(?={_TO_A_YEAR})", to.day_of_month, _ON_DAYS),
    (rf"\b(?P<span>{MONTH} {DAY})(?={_TO_A_YEAR})", to.day_of_month, _ON_DAYS),
    (rf"\b(?P<span>{MONTH})(?={_TO_A_YEAR})", to.month, _IN_MONTHS),
    (
        rf"\b(?:{WEEKDAY},? (?:the )?)?{MONTH} {DAY}(?![.,]?\d)(?:,? {YEAR})?(?: {PART})?(?!:?\d)",
        to.day_of_month,
        _ON_DAYS,
    ),
    (rf"\b(?:{WEEKDAY},? (?:the )?)?{DAY}(?: of)? {MONTH}(?:,? {YEAR})?(?: {PART})?\b", to.day_of_month, _ON_DAYS),
    (rf"\b(?P<span>{DAY})(?={_JOINS}[0-3]?\d(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? {YEAR})?)", to.day_of_month, ""),
    (
        rf"\b{MONTH} [0-3]?\d(?:[-\u2013](?=\d\d?\b)|{_JOINS}(?=\d\d?(?:[.,;:)]|$| (?:in|at|as|when|for|and|by)\b)))"
        rf"(?P<span>{DAY}(?:,? {YEAR})?)",
        to.day_of_month,
        "",
    ),
    (rf"\b{MONTH}(?:,? (?:of )?(?:{YEAR}|{SPELLED_YEAR})| {_WHICH} year)?{_NO_DAY}(?<![ ,])", to.month, _IN_MONTHS),
    (rf"\b{WEEKDAY}(?:(?P<often>s)\b(?!')|(?:'s)? {PART})?\b", to.weekday, _ON_WEEKDAYS),
    (rf"\b(?P<deictic>yesterday|today|tomorrow|tonight|overnight)(?: {PART})?\b", to.deictic, _ON_DEICTICS),
    (rf"\b(?:the )?{STEP} (?:fiscal )?(?:(?P<unit>day|night|weekend|week|month|quarter|year|decade|century)"
     rf"|{SEASON}|(?P<part>morning|afternoon|evening))\b(?!-)", to.relative, STAGE),
    (r"\b(?:the )(?:full |fiscal |calendar )?(?P<unit>weekend|week|month|year|quarter)\b"
     r"(?!-| (?:before|after|ago|earlier|of|that|when|ended|ending|to \d|ahead|later|long|to come|\d{4}|two thousand))",
     to.plain_unit, STAGE),
    (r"\b(?:the )?(?P<unit>quarter)(?= end(?:ed|ing)\b)", to.plain_unit, ""),
    (rf"\bthe {YEAR} (?P<unit>quarter|period)\b", to.quarter_of, ""),
    (r"\bin (?P<span>the (?P<unit>day))\b(?! (?:and|of|that|when|the)\b)", to.plain_unit, ""),
    (r"\bthe (?:fiscal )?(?P<unit>year)(?= end(?:ed|ing)\b)", lengths.duration, ""),
    (r"\b(?P<end>year[- ]end|year's end)\b", to.plain_unit, ""),
    (rf"(?:\bis|'s|\benter(?:s|ed|ing)|\bon|\bin|\binto) (?P<span>(?:the|its|their) {_COUNTED} (?P<unit>day|night))"
     r"(?= of\b| running\b|[.,;])", to.nth_day, ""),
    (r"\b(?:in|during|by) (?P<span>the (?P<part>morning|afternoon|evening))\b(?! of )", to.relative, ""),
    (r"\bmid[- ](?P<part>morning|afternoon)(?: (?P<of>yesterday|today|tomorrow))?\b", to.deictic, ""),
    (rf"\b(?:(?:{COUNT}|(?P<the>the)) )?{UNIT} (?:or so )?{_WAY}\b", lengths.distance, ABOUT),
    (r"\b(?:will|would|may|might|could|can|to|hopes?|hoped) (?P<span>(?P<reference>one day))\b", to.reference, ""),
    (rf"\b(?:the (?![^ ]*-))?(?:(?P<lead>{LEAD}) )?{COUNT}(?:(?:-|\u2013| to | or ){NUMBER})?{_LONG}[ -]{UNIT}"
     r"(?P<more> and a half|[ -]long)?\b(?!s?[- ](?:old|earlier|ago)\b| an? (?:day|week|month|year)\b)",
     lengths.duration, ABOUT),
    (rf"\b(?:for|in|within|after|over|through|lasted|took|lasting|spent|follows|followed) (?P<span>{_MANY})\b"
     r"(?! (?:ago|earlier|later|old))", lengths.duration, ""),
    (rf"\b(?:the )?{_AGO} {COUNT} {UNIT}\b", lengths.duration, ""),
    (rf"\bover (?P<span>the {_MANY})\b(?! (?:ahead|to come|before|after|since)\b)", lengths.duration, ""),
    (rf"\b{_MANY}(?=-long| (?:before|after)\b)", lengths.duration, ""),
    (r"\bthe (?:very )?(?P<lead>first|opening|last|final|closing) (?P<unit>minute|hour|day|week|month|year)s\b"
     r"(?= (?:of|after|before|in|following)\b)", lengths.duration, ""),
    (rf"\bthe {_MANY} (?P<lead>ahead|to come)\b", lengths.lately, ""),
    (rf"\bin (?P<span>the {_MANY}) that followed\b", lengths.duration, ""),
    (rf"\b(?:{COUNT}-)?(?P<unit>day|week|month|year|decade)s?-old(?= (?:\w+ )?{any_of(values('aged'))}\b)",
     lengths.duration, ""),
    (rf"\b(?:{COUNT}-)?(?P<unit>hour|day|week|month|year|decade)s?-long\b", lengths.duration, ABOUT),
    (rf"\b(?P<lead>recent|coming|past) {_MANY}\b", lengths.lately, ""),
    (rf"\b(?:(?<=mid-)|(?<=\b(?:19|20)\d\d[-\u2013])|(?<![\d,.$\u20ac\u00a3-])){YEAR}{_NO_YEAR}",
     to.year, _IN_YEARS),
    (rf"\b{SPELLED_YEAR}\b", to.year, _IN_YEARS),
    (r"\b(?:(?P<named>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
     r"|(?P<decade>(?:19|20)\d0|(?<=')[3-9]0|(?<=the )[3-9]0)'?s\b)", to.decade, rf"{STAGE}|\bthe '?$|'$"),
    (r"\b(?:(?P<number>\d\d?)(?:st|nd|rd|th)|(?P<nth>eighteenth|nineteenth|twentieth|twenty-first)) century\b",
     to.century, rf"{STAGE}|\bthe $"),
    (rf"\b(?:the )?{SEASON}(?: of|,)? (?:{YEAR}|{SPELLED_YEAR})\b", to.season, STAGE),
    (r"\b(?:in|into|of|during|since|until|by|through|over|from|this) (?P<span>(?:the )?(?:early |late |mid-?)?"
     r"(?P<season>spring|summer|autumn|winter))\b(?!'?s? (?:offensive|campaign|of)|-)", to.season, ""),
    (rf"\b(?:the (?![^ ]*-quarter))?(?:{_WHICH} year's )?(?:{_AGO} )?(?:fiscal[ -])?{_NTH}[ -]quarter\b(?: of {YEAR})?",
     to.nth_quarter, ""),
    (rf"\bthe {YEAR} {_NTH}[ -]quarter\b", to.nth_quarter, ""),
    (rf"\b(?:(?:the (?=[^ ]+ (?:quarter|period)))?{_AGO}(?: (?:quarter|period))?"
     r"|the latest (?:quarter|period))\b", to.quarter_before, ""),
    (rf"\b(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>[ap]\.?m\b\.?)(?:,? {ZONE})?", to.clock, ABOUT),
    (rf"\b(?:between|from) (?P<span>(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?)(?={_JOINS}[0-2]?\d(?:[:.]\d\d)?"
     rf" ?(?P<half>[ap]\.?m\b))", to.clock, ""),
    (rf"\b(?P<hour>[0-2]?\d):(?P<minute>[0-5]\d)\b(?! ?[ap]\.?m)(?: (?:hours|hrs))?(?:,? {ZONE})?", to.clock, ABOUT),
    (rf"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?:hours )?{ZONE}", to.clock, ABOUT),
    (r"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?:hours|hrs)\b(?! (?:of|a|per)\b)", to.clock, ABOUT),
    (r"\b(?P<hour>1?\d)(?: o'clock(?: in the (?P<part>morning|afternoon|evening))?| in the "
     r"(?:morning|afternoon|evening))\b", to.clock, ABOUT),
    (r"\b(?<!pre-)(?<!high )(?P<noon>noon|midday|midnight|dawn|dusk|daybreak|nightfall)\b", to.clock, ABOUT),
    (rf"\b(?P<often>{any_of(values('often'))})\b", lengths.often, ""),
    (rf"\b(?:every|each) (?P<other>other )?(?:(?P<number>{NUMBER}) )?(?:single )?{UNIT}\b", lengths.often, ""),
    (rf"\b(?:once|twice|(?:several|many|{NUMBER}) times) (?:an?|per|every|each) {UNIT}\b", lengths.often, ""),
    (rf"\b(?<!as )(?!one day\b)(?P<reference>{any_of(values('reference'))})\b(?! (?:after|as|before)\b)",
     to.reference, ""),
    (r"\b(?:in|for|into|about) (?P<span>(?P<future>the past|the (?:near |foreseeable |distant )?future"
     r"|the (?:short|near|medium|long(?:er)?)(?: term|-term(?! [a-z]))))\b"
     r"(?! [a-z]+ ?[a-z]+s\b)",
     to.past_or_future, ""),
    (rf"\b(?P<holiday>{any_of(values('holiday'))})(?:,? {YEAR})?\b", feasts.holiday, _ON_FEASTS),
    (rf"\b(?:{DAY} (?:of )?)?(?P<islamic>{any_of(values('month'))})(?:,? (?P<year>1[34]\d\d|(?:19|20)\d\d)"
     r"(?: ?ah\b)?)?\b", feasts.islamic, rf"{STAGE}|{_ON_FEASTS}"),
)  # fmt: skip
_PARTS = ("morning", "afternoon", "evening")
_LONG_UNITS = ("decade", "century", "centuries", "period", "decades", "periods")
_UNITS = {*UNITS, *(f"{unit}s" for unit in UNITS), *_LONG_UNITS}


def _longest(sort: str) -> set[str]:
    """The longest word of each phrase of times.toml, which a match cannot do without."""
    return {max(re.findall("[a-z]+", phrase), key=len) for phrase in values(sort)}


# The words without one of which a pattern with a group of this name cannot match; the first group that it has counts.
_NEEDED: dict[str, Iterable[str]] = {
    "month": {*MONTHS, *(name[:3] for name in MONTHS), "sept"},
    "islamic": _longest("month"),
    "weekday": {form for day in WEEKDAYS for form in (day, f"{day}s")},
    "step": {*_UNITS, *SEASONS, *_PARTS},
    "deictic": ("yesterday", "today", "tomorrow", "tonight", "overnight"),
    "often": _longest("often"),
    "reference": _longest("reference"),
    "future": ("past", "future", "term"),
    "holiday": _longest("holiday"),
    "season": SEASONS,
    "noon": ("noon", "midday", "midnight", "dawn", "dusk", "daybreak", "nightfall"),
    "unit": _UNITS,
    "end": ("year",),
    "nth": ("quarter", "century"),
    "ago": ("year", "latest"),
    "named": (FIGURES, "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"),
    "spelled": ("eighteen", "nineteen", "thousand"),
    "hour": (FIGURES,),
    "part": _PARTS,
    "year": (FIGURES,),
}
SORTS = sorts_of(_NEEDED)


def _rule(core: str, value: Rule, left: str) -> TimeRule:
    pattern = re.compile(core)
    sort = next(name for name in _NEEDED if name in pattern.groupindex)
    return TimeRule(pattern, value, re.compile(left) if left else None, sort)


RULES = tuple(_rule(*row) for row in _TABLE)
GROUPS = frozenset(name for rule in RULES for one in (rule.core, rule.left) if one for name in one.groupindex)
