"""Sets the claims that a report gives beside those expected: which are found, which are right in which field."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eval.reports.reading import Expected, Report, Stretch
from vedette.model import Claim, Quantity

KINDS = frozenset(
    {"control", "violence", "casualties", "displacement", "movement", "diplomacy", "aid", "authority", "hardship",
     "unrest"}
)  # fmt: skip
DOERS, UNDERGOERS = frozenset({"agent", "subject", "member"}), frozenset({"target", "object", "addressee"})
EITHER = frozenset({"displacement", "hardship", "movement", "diplomacy"})
OWN_DOER = frozenset({"violence", "control"})
ROLES = {
    "at": frozenset({"at", "from", "to"}), "from": frozenset({"from", "at"}), "to": frozenset({"to", "toward", "at"}),
}  # fmt: skip
RECENT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Matched:
    """An expected claim beside the one that was given for it, with what is right field by field; None: not judged."""

    expected: Expected
    claim: Claim | None
    right: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one report: the expected claims, and those given that nobody expects."""

    report: Report
    matched: tuple[Matched, ...]
    unexpected: tuple[Claim, ...]


def outcome(report: Report, claims: Iterable[Claim]) -> Outcome:
    """The best pairs of expected and given claims, one to one, and what is left over."""
    given = [one for one in claims if one.kind in KINDS and one.trigger]
    pairs = {number: given[index] for number, index in _pairs(report.expected, given, report.published)}
    matched = tuple(
        Matched(one, pairs.get(number), _best(one, pairs[number], given, report.published) if number in pairs else {})
        for number, one in enumerate(report.expected)
    )
    used = {id(one) for one in pairs.values()}
    left = [one for one in given if id(one) not in used]
    return Outcome(report, matched, tuple(one for one in left if not _fine(report, matched, one)))


def _best(expected: Expected, claim: Claim, given: Iterable[Claim], published: str) -> dict[str, bool]:
    """What is right in a claim or in another telling of the same event that is linked to it."""
    again = [one for one in given if _at(expected.events, one) and _linked(claim, one)]
    told = [_right(expected, one, published) for one in (claim, *again)]
    return {name: any(one.get(name, False) for one in told) for name in told[0]}


def _pairs(expected: Sequence[Expected], given: Sequence[Claim], published: str) -> Iterator[tuple[int, int]]:
    worth = [
        (_worth(one, claim, published), -number, -index)
        for number, one in enumerate(expected)
        for index, claim in enumerate(given)
        if _at(one.events, claim)
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, number, index in sorted(worth, reverse=True):
        if -number not in taken[0] and -index not in taken[1]:
            taken[0].add(-number)
            taken[1].add(-index)
            yield -number, -index


def _worth(expected: Expected, claim: Claim, published: str) -> tuple[bool, bool, int]:
    right = _right(expected, claim, published)
    kinds = {name.split("/")[0] for name in expected.types}
    return right["type"], claim.kind in kinds, sum(right.values())


def _at(stretches: Iterable[Stretch], claim: Claim) -> bool:
    """Whether its event word, or the figure it carries, stands in one of some stretches."""
    here = [one for one in (claim.trigger, claim.quantity) if one]
    return any(start < one.end and one.start < end for start, end in stretches for one in here)


def _fine(report: Report, matched: Iterable[Matched], claim: Claim) -> bool:
    """Whether it may be there: marked as such, or the same event told again and linked to the claim that tells it."""
    again = any(one.claim and _at(one.expected.events, claim) and _linked(one.claim, claim) for one in matched)
    killing = _name(claim) == "violence/killing" and any(
        "casualties/killed" in one.expected.types and _at(one.expected.events, claim) for one in matched
    )
    return again or killing or any(_at(one.events, claim) and one.type in {"", _name(claim)} for one in report.allowed)


def _linked(one: Claim, other: Claim) -> bool:
    return one.id in other.same_as or other.id in one.same_as


def _name(claim: Claim) -> str:
    return f"{claim.kind}/{claim.type}"


def _right(expected: Expected, claim: Claim, published: str) -> dict[str, bool]:
    right = {"type": _name(claim) in expected.types}
    for name, judge in JUDGES.items():
        words = expected.words.get(name)
        if words:
            right[name] = any(_same_words(told, word) for told in judge(claim) for word in words)
    if "agent" not in expected.words and claim.kind in OWN_DOER:
        right["agent"] = not any(party.role in DOERS for party in claim.parties)
    if expected.time != "any":
        right["time"] = _time_fits(expected.time, claim, date.fromisoformat(published))
    if expected.figure != "any":
        right["figure"] = _figure_fits(expected.figure, claim.quantity)
    return right


def _parties(claim: Claim, roles: frozenset[str]) -> Iterator[str]:
    wanted = DOERS | UNDERGOERS if claim.kind in EITHER else roles
    for party in claim.parties:
        if party.role in wanted:
            yield from (party.text, party.name or "")


def _places(claim: Claim, role: str) -> Iterator[str]:
    for place in claim.places:
        if place.role in ROLES[role]:
            yield from (place.text, place.name or "")


JUDGES: Mapping[str, Callable[[Claim], Iterable[str]]] = {
    "agent": lambda claim: _parties(claim, DOERS),
    "target": lambda claim: _parties(claim, UNDERGOERS),
    "at": lambda claim: _places(claim, "at"),
    "from": lambda claim: _places(claim, "from"),
    "to": lambda claim: _places(claim, "to"),
    "weapon": lambda claim: [claim.weapon.text] if claim.weapon else [],
    "facility": lambda claim: [claim.facility.text] if claim.facility else [],
    "direction": lambda claim: [claim.direction.text] if claim.direction else [],
    "duration": lambda claim: [claim.duration.text] if claim.duration else [],
}


def _same_words(told: str, word: str) -> bool:
    left, right = told.casefold(), word.casefold()
    return bool(left) and (left in right or right in left)


def _time_fits(wanted: str | None, claim: Claim, published: date) -> bool:
    """Whether the window told lies in the one wanted; where none is told, it may not lie far from the publication."""
    time = claim.time
    first, _, last = (wanted or "").partition("/")
    if time is None:
        return wanted is None
    begin, end = (date.fromisoformat(one[:10]) if one else None for one in (time.first, time.last))
    if wanted is None:
        near = (end or begin or published) >= published - RECENT
        return time.precision == "published" or near
    inside = not first or (begin is not None and begin >= date.fromisoformat(first))
    return inside and end is not None and end <= date.fromisoformat(last or first)


def _figure_fits(wanted: str | None, quantity: Quantity | None) -> bool:
    if wanted is None or quantity is None:
        return quantity is None and (wanted is None or wanted == "1?")
    low, _, high = wanted.rstrip("?").partition("-")
    if high:
        return (quantity.low, quantity.high) == (float(low), float(high))
    bounds = {quantity.low, quantity.high} if quantity.best is None else {quantity.best}
    return float(low) in bounds
