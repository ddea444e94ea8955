"""Over what time a figure counts and what it leaves possible; which two count the same: not where scopes differ."""

import re
from datetime import date

from vedette.assessment.begun import is_undated
from vedette.model import Claim, Count, Quantity, Scope

CLOSE = 0.1
OPEN_END = 1.2
SIZE = 4
RUNNING = frozenset({"since", "so-far"})
SURER = ("since", "so-far", "on", "within", "undated")
PERFECT = re.compile(r"\b(?:have|has)\s+(?:\w+\s+){0,2}?(?:been\s+)?$")
WORDED = re.compile(r"\bsince\b", re.IGNORECASE)
DAYS = frozenset({"minute", "hour", "day"})
START_DAYS = 10
EVENT_DAYS = 1
TOLL_DAYS = 7
GOES_ON_DAYS = 30

type Figure = Quantity | Count


def span(one: Figure) -> tuple[float, float]:
    """The numbers that a figure fits: "about 12" a tenth either way, "at least 900" and "up to 900" a fifth on."""
    if one.best is not None and one.low is None and one.high is None:
        return one.best * (1 - CLOSE), one.best * (1 + CLOSE)
    low = next((value for value in (one.low, one.best) if value is not None), (one.high or 0) / OPEN_END)
    high = next((value for value in (one.high, one.best) if value is not None), (one.low or 0) * OPEN_END)
    return min(low, high), max(low, high)


def fit(left: Figure, right: Figure) -> bool:
    """Whether two figures can be the same number."""
    first, second = span(left), span(right)
    return first[0] <= second[1] and second[0] <= first[1]


def comparable(left: Figure, right: Figure) -> bool:
    """Whether two figures are of one size: neither more than four times the other."""
    first, second = span(left), span(right)
    return first[0] <= SIZE * second[1] and second[0] <= SIZE * first[1]


def scope_of(claim: Claim) -> Scope:
    """The scope of a figure by its words and its time; "have been killed" without a time runs up to the report."""
    amount, time = claim.quantity, claim.time
    words = amount.scope if amount else None
    first, last = ((time.first or time.last or "")[:10], (time.last or time.first or "")[:10]) if time else ("", "")
    last = last or (claim.document.published or "")[:10]
    if time is not None and time.precision == "since":
        return Scope("since", first, last, words)
    if words is not None and WORDED.search(words):
        return Scope("since", None, last, words)
    undated = is_undated(claim)
    if amount is not None and (amount.cumulative or (undated and _is_perfect(claim)) or amount.measure == "stock"):
        return Scope("so-far", None, max(last, (claim.document.published or "")[:10]) or None, words)
    if undated:
        return Scope("undated", None, last or None, words)
    return Scope("on" if time is not None and time.precision in DAYS else "within", first, last, words)


def _is_perfect(claim: Claim) -> bool:
    trigger = claim.trigger
    return (
        trigger is not None
        and PERFECT.search(claim.document.text[max(0, trigger.start - 40) : trigger.start]) is not None
    )


def same_start(left: Scope, right: Scope) -> bool:
    """Whether two running counts began together: within ten days, or by the same words."""
    if left.first and right.first:
        return _days(left.first, right.first) <= START_DAYS
    return left.kind == right.kind and (left.words or "").casefold() == (right.words or "").casefold()


def goes_on(left: Scope, right: Scope) -> bool:
    """Whether one count may be a later state of another: not more than a month apart."""
    return not left.last or not right.last or _days(left.last, right.last) <= GOES_ON_DAYS


def overlap(left: Scope, right: Scope) -> bool:
    """Whether the days of two events fit: equal, or a day apart, as a report is to its event."""
    if not left.last or not right.last:
        return left.last == right.last
    starts = left.first or left.last, right.first or right.last
    return _after(starts[1], left.last) <= EVENT_DAYS and _after(starts[0], right.last) <= EVENT_DAYS


def is_toll_of(toll: Scope, event: Scope) -> bool:
    """Whether a running toll may be that of an event: told in it or within a week after it."""
    if not toll.last or not event.last:
        return False
    return _after(event.first or event.last, toll.last) <= 0 and _after(toll.last, event.last) <= TOLL_DAYS


def joined(left: Scope, right: Scope) -> Scope:
    """The scope of both together, as narrow as the better dated tells it."""
    kind = min((left.kind, right.kind), key=SURER.index)
    telling = [one for one in (left, right) if one.kind == kind]
    first = min(filter(None, (one.first for one in telling)), default=None)
    last = max(filter(None, (one.last for one in ((left, right) if kind in RUNNING else telling))), default=None)
    return Scope(kind, first, last, next((one.words for one in (*telling, left, right) if one.words), None))


def _days(left: str, right: str) -> int:
    return abs(_after(left, right))


def _after(one: str, other: str) -> int:
    """By how many days one day lies behind another."""
    return (date.fromisoformat(one) - date.fromisoformat(other)).days
