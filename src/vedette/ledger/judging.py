"""What may be judged, how it is put into a row, and which claim of a newer reading it is about then."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, get_args

from vedette.ledger.rows import plain, to_json
from vedette.lexicon.shapes import phrases
from vedette.model import CORRECTABLE, Claim, Judgement, Standing, VedetteError, claim_from_dict

GRADES = ("A", "B", "C", "D", "E", "F")
COLUMNS = "kind, targets, by, reason, recorded_at, value"


def add_judgement(connection: sqlite3.Connection, judgement: Judgement) -> bool:
    """Append a judgement; False when the very same is there."""
    if connection.execute("select 1 from judgement where id = ?", [judgement.id]).fetchone():
        return False
    one = judgement
    connection.execute(
        f"insert into judgement (id, {COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [one.id, one.kind, to_json(one.targets), one.by, one.reason, one.recorded_at, one.value],
    )
    return True


def judgement_of(row: tuple[Any, ...]) -> Judgement:
    """The judgement of a row of COLUMNS."""
    kind, targets, by, reason, at, value = row
    return Judgement(kind, tuple(json.loads(targets)), by, reason, at, value)


def grade_of(given: str) -> str:
    """One of the letters A to F."""
    letter = given.strip().upper()
    if letter not in GRADES:
        raise VedetteError(f"{given!r} is no grade of a source: give one of A (reliable) to E, or F (cannot be judged)")
    return letter


def source_of(given: str) -> str:
    """The name of a source."""
    if not given.strip():
        raise VedetteError("a source that has no name cannot be graded")
    return plain(given.strip())


def corrected_value(claim: Claim, fields: Mapping[str, Any]) -> str:
    """The corrected fields as they are kept; VedetteError where they are none or make no claim."""
    strays = sorted(set(fields) - CORRECTABLE)
    if strays or not fields:
        problem = f"{strays[0]!r} cannot be corrected" if strays else "nothing is corrected"
        raise VedetteError(f"{problem}: give one or more of {', '.join(sorted(CORRECTABLE))}")
    try:
        fixed = claim_from_dict(claim.as_dict() | dict(fields), claim.document)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise VedetteError(f"the correction makes no claim: {error}") from error
    known = phrases().get(fixed.kind)
    if known is None or fixed.type not in known.words or fixed.standing not in get_args(Standing):
        raise VedetteError(f"there is no claim of {fixed.kind}/{fixed.type} that is {fixed.standing}")
    return to_json(dict(fields))


def heir(claim: Claim, candidates: Iterable[Claim]) -> str:
    """The id of the claim of the same document that the same words report, "" where there is none.

    The same trigger counts most, then the same kind and type on overlapping evidence; of several the one that shares
    most of parties, places, figure and standing.
    """
    ranked = [(rank, one) for one in candidates if (rank := _rank(claim, one))]
    best = max(ranked, key=lambda pair: (pair[0], _shared(claim, pair[1]), pair[1].id), default=None)
    return best[1].id if best else ""


def _rank(claim: Claim, other: Claim) -> int:
    alike = (claim.kind, claim.type) == (other.kind, other.type)
    if claim.trigger and other.trigger:
        same = (claim.trigger.start, claim.trigger.end) == (other.trigger.start, other.trigger.end)
        return same * (2 + alike)
    overlaps = claim.evidence.start < other.evidence.end and other.evidence.start < claim.evidence.end
    return int(alike and overlaps)


def _shared(claim: Claim, other: Claim) -> int:
    return len(_slots(claim) & _slots(other)) - len(_slots(claim) ^ _slots(other))


def _slots(claim: Claim) -> set[tuple[object, ...]]:
    spans = {(one.role, one.start, one.end) for one in claim.parties}
    spans |= {(one.role, one.start, one.end) for one in claim.places}
    figure = {("figure", claim.quantity.start, claim.quantity.end)} if claim.quantity else set()
    return {*spans, *figure, ("standing", claim.standing)}
