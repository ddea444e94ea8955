"""Finds time expressions and gives each its TIMEX3 value and the days it may mean, seen from the day of publication."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from vedette.lexicon.grids import opens_a_line
from vedette.mentions.numbers import lowered, stretches
from vedette.mentions.times import feasts, values
from vedette.mentions.times.calendar import Window
from vedette.mentions.times.rules import GROUPS, RULES, SORTS, TimeRule
from vedette.mentions.times.words import Context, Valued, Words, direction, is_of_saying, looks_back, moved
from vedette.mentions.times.words import values as times
from vedette.model import TimeMention
from vedette.model.tokens import Doc, Token

REACH = 40
WINDOW = 48
_SINCE = re.compile(r"\bsince (?:the |at least |around )?$")
_FROM = re.compile(r"\b(?:between|from) (?:the )?$")
_SAID = re.compile(r"\b(?:on|since|(?:between|from)(?: \d\d? (?:and|to))?) (?:the )?$")
_TO = re.compile(r"-|\u2013| - | \u2013 | and (?:on )?| to | until | till | through | and the ")
_FULL = frozenset({"may", "march", "ramadan", "rajab", "safar", "shaaban", "shaban"})
_ALSO_NAMES = re.compile(rf"(?:{'|'.join(_FULL)}|(?:jan|mar|jun|jul|apr|aug|sept?|oct|nov|dec|feb)\.?)$")
_NAMED_AFTER = re.compile(r" (?:for [A-Z]|of the)| [A-Z][a-z]+")
_CLOSING = re.compile(r"[^\w\n]*(?:\n|$)")
_EMPTY: Words = dict.fromkeys(GROUPS, "")


@dataclass(frozen=True, slots=True)
class Match:
    """Words that may be a time: where they stand with the words before that belong to them, and where without."""

    start: int
    core: int
    end: int
    rule: TimeRule
    words: Words


@dataclass(frozen=True, slots=True)
class Found:
    """A valued time expression before it becomes a mention."""

    start: int
    end: int
    root: Token
    kind: str
    window: Window
    zone: str = ""
    bounds: tuple[str, str] | None = None


def mark_times(tokens: Doc, published: str | None) -> tuple[TimeMention, ...]:
    """Every time expression of a text, in order.

    `published` is an ISO date or date-time; without it relative words get values such as XXXX-XX-XX and no window.
    The entries of a log, each with its hour ("14:20 – …"), are of the day that heads them, else of that of publication.
    "Since X" runs from the first day X may mean to the day of publication, with precision "since"; each end of
    "between X and Y" has its own value and the days from X to Y.
    """
    headed = _origin(published)
    context = Context(headed, headed, headed)
    text, lower = tokens.text, lowered(tokens.text)
    found: list[Found] = []
    for match in _matches(text, lower):
        span = tokens.char_span(match.start, match.end, alignment_mode="contract")
        if span is None:
            continue
        before = _before(lower, match.start, found)
        context = replace(context, direction=direction(span.root, before), slack=3 if _SAID.search(before) else 45)
        if match.rule.value is values.clock and opens_a_line(text, match.start):
            context = replace(context, reference=headed)
        valued = _valued(match, context)
        if valued is None or _is_rate(tokens, span.start, match.words):
            continue
        if match.rule.value is values.year and span.start + 1 == span.end and _is_number_of_a_name(span.root):
            continue
        kind, window = valued
        found.append(Found(match.start, match.end, span.root, kind, window, match.words["zone"]))
        if not looks_back(span.root) and not (context.reference != headed and is_of_saying(span.root)):
            on_its_own = not (match.words["ago"] or match.words["way"] or match.words["year"])
            context = moved(context, kind, window, on_its_own)
        if window.first and window.first == window.last and _is_a_line(text, match):
            headed = window.first
    return tuple(_mention(text, lower, one, context.published) for one in _ranges(lower, _merged(lower, found)))


def _is_a_line(text: str, one: Match) -> bool:
    """Whether a day stands alone in its line."""
    return opens_a_line(text, one.start) and _CLOSING.match(text, one.end) is not None


def _before(lower: str, start: int, found: list[Found]) -> str:
    """The words before a time, or before the hour it belongs to: "until" in "until 9 a.m. Tuesday"."""
    if found and _on_a_clock(found[-1]) and lower[found[-1].end : start] in {" ", ", "}:
        start = found[-1].start
    return lower[max(0, start - 16) : start]


def _valued(match: Match, context: Context) -> Valued:
    try:
        return match.rule.value(match.words, context)
    except (OverflowError, ValueError):  # days outside the calendar
        return None


def _origin(published: str | None) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(published[:10]) if published else None
    return None


def _matches(text: str, lower: str) -> Iterator[Match]:
    """Matches of the rules, longest first where they overlap, left to right."""
    near = stretches(lower, SORTS, WINDOW)
    found = [
        _extended(match, rule, lower)
        for rule in RULES
        for start, end in near.get(rule.sort, ())
        for match in rule.core.finditer(lower, start, end)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    end = -1
    for one in found:
        start = one.start if one.start >= end else one.core
        if start >= end and not _is_name(text, start, one):
            yield replace(one, start=start)
            end = one.end


def _extended(match: re.Match[str], rule: TimeRule, lower: str) -> Match:
    name = "span" if "span" in rule.core.groupindex else 0
    start, core, end = match.start(name), match.start(name), match.end(name)
    before = rule.left.search(lower, max(0, start - REACH), start) if rule.left else None
    words = {**_EMPTY, **{name: value for name, value in match.groupdict().items() if value}, "all": lower[start:end]}
    soon = before is not None and before[0] in {"earlier ", "later "} and words.get("unit") == "week"
    if before is not None and before[0] and not soon:  # "earlier this week" is earlier, and the week is this
        words |= {name: value for name, value in before.groupdict().items() if value}
        start = before.start() + (4 if before[0].startswith("the ") and before[0].endswith("-") else 0)
    return Match(start, core, end, rule, words)


def _is_name(text: str, start: int, one: Match) -> bool:
    """The programme This Week, a Jan Novak, a march."""
    core = text[one.core : one.end]
    if one.rule.value in {values.month, feasts.islamic} and _ALSO_NAMES.fullmatch(core.lower()):
        capital = core[0].isupper() and not _NAMED_AFTER.match(text, one.end)
        return not (capital and (core.lower() in _FULL or core.endswith(".")))
    if one.words["deictic"] and core[0].isupper() and text[max(0, start - 2) : start].strip(" ").isalpha():
        return True  # the programme Africa Today
    parts = text[start : one.end].split(" ")
    return (
        one.rule.value is not feasts.holiday
        and len(parts) == 2
        and parts[1] in {"Week", "Minutes", "Hours", "Day", "Night"}
    )


def _is_number_of_a_name(year: Token) -> bool:
    """Resolution 1701, Flight 1549, nor the 2004 of "resolution 1533 (2004)": no year."""
    before = [token.lower_ for token in year.doc[max(year.i - 3, 0) : year.i]]
    return not times("numbered").keys().isdisjoint(before if before[-1:] == ["("] else before[-1:])


def _is_rate(tokens: Doc, start: int, words: Words) -> bool:
    """Three flights a week, 20% annually: what is counted, and no time at which anything happens."""
    counted = start > 0 and not words["way"] and (words["count"] in {"a", "an"} or words["often"].endswith("ly"))
    return counted and tokens[start - 1].pos_ in {"NOUN", "NUM", "SYM"}


def _merged(lower: str, found: list[Found]) -> list[Found]:
    """ "10 p.m. Wednesday" is one time; "10 p.m. on Wednesday" are two, the first on that day."""
    merged: list[Found] = []
    for one in found:
        last = merged[-1] if merged else None
        between = lower[last.end : one.start] if last else ""
        if last and between in {" ", ", ", " on "} and _on_a_clock(last) and _is_day(one):
            timed = _timed(last, one)
            if len(merged) > 1 and _on_a_clock(merged[-2]) and _TO.fullmatch(lower[merged[-2].end : last.start]):
                merged[-2] = replace(_timed(merged[-2], one), end=merged[-2].end)
            merged[-1:] = [replace(timed, end=last.end), one] if between == " on " else [timed]
        else:
            merged.append(one)
    return merged


def _on_a_clock(one: Found) -> bool:
    return one.kind == "TIME" and one.window.value[10:11] == "T"


def _is_day(one: Found) -> bool:
    return one.kind in {"DATE", "TIME"} and one.window.first is not None and one.window.first == one.window.last


def _timed(clock: Found, day: Found) -> Found:
    value = day.window.value[:10] + clock.window.value[10:16]
    window = replace(day.window, value=value, precision=clock.window.precision)
    return Found(clock.start, day.end, day.root, "TIME", window, clock.zone)


def _ranges(lower: str, found: list[Found]) -> list[Found]:
    """Both ends of "between X and Y" and "from X to Y", of "on 16 and 17 May", get the time from X to Y."""
    ranged = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        gap = lower[one.end : other.start]
        days = gap.strip() in {"to", "\u2013", "until", "through"} and _is_day(one) and _is_day(other)
        ranges = (
            _FROM.search(lower[max(0, one.start - 12) : one.start]) or "-" in gap or days or _is_next_day(one, other)
        )
        if not _TO.fullmatch(gap) or not ranges:
            continue
        (first, _), (_, last) = _bounds(one), _bounds(other)
        if first and last and first[:10] <= last[:10] and {one.kind, other.kind} <= {"DATE", "TIME"}:
            ranged[at] = replace(one, bounds=(first, last))
            ranged[at + 1] = replace(other, bounds=(first, last))
    return ranged


def _is_next_day(one: Found, other: Found) -> bool:
    last, first = one.window.last, other.window.first
    return last is not None and first is not None and (first - last).days == 1 and one.window.first == last


def _bounds(one: Found) -> tuple[str | None, str | None]:
    """The first and the last day as ISO dates; of an hour the date-time, with the offset of its zone where one is told.

    Midnight stays a day: the words do not tell at which end of it.
    """
    first, last = one.window.first, one.window.last
    if first is None or last is None:
        return None, None
    if one.bounds is None and _on_a_clock(one) and one.window.value[11:13].isdigit() and "T24" not in one.window.value:
        moment = one.window.value + values.offset(one.zone, first)
        return moment, moment
    return one.bounds or (first.isoformat(), last.isoformat())


def _mention(text: str, lower: str, one: Found, origin: date | None) -> TimeMention:
    (first, last), precision = _bounds(one), one.window.precision
    if first is not None and _SINCE.search(lower[max(0, one.start - 16) : one.start]):
        today = origin.isoformat() if origin else first
        last, precision = today if today > first[:10] else first, "since"
    return TimeMention(
        one.start, one.end, text[one.start : one.end], one.root.i, one.kind, one.window.value,  # type: ignore[arg-type]
        first, last, precision,
    )  # fmt: skip
