"""What is told of a place, set to its days and rid of what its own speakers took back, before it becomes spells."""

from collections.abc import Sequence
from dataclasses import replace

from vedette.assessment.begun import near
from vedette.assessment.control.extent import same_part
from vedette.assessment.control.sides import Sides
from vedette.assessment.control.tellings import COMING, GOING, Speaks, Telling


def settled(told: Sequence[Telling], sides: Sides, speaks: Speaks) -> list[Telling]:
    """The tellings, each at the day that others give it, without what a side no longer stands by."""
    dated = [_at_its_day(one, told, sides) for one in told]
    return [
        one for one in dated if not _taken_back(one, dated, sides, speaks) and not _told_with_return(one, dated, sides)
    ]


def _at_its_day(one: Telling, told: Sequence[Telling], sides: Sides) -> Telling:
    """ "Retook it last week" is of the day of that week on which another telling has it change hands."""
    first, last = one.since.first, one.since.last
    if one.against or first is None or near(first, last):
        return one
    days = [other.since for other in told
            if other.is_dated and first <= other.since.last <= last and _one_change(one, other, sides)]  # fmt: skip
    return replace(one, since=min(days, key=lambda day: day.last)) if days else one


def _one_change(one: Telling, other: Telling, sides: Sides) -> bool:
    """Whether two tellings can be of one change of hands: one left or lost what another took."""
    if other.against or not same_part(one.part, other.part) or not {one.act, other.act} <= GOING | {"take"}:
        return False
    return sides.same(one.side, other.side) == ((one.act in GOING) == (other.act in GOING))


def _told_with_return(one: Telling, told: Sequence[Telling], sides: Sides) -> bool:
    """ "Retook it a week after they lost it": a loss without a day of its own, which the return implies."""
    return (
        one.act in GOING
        and one.undated
        and not one.against
        and any(other.again and _in_one_report(one, other) and sides.same(other.side, one.side) for other in told)
    )


def _taken_back(one: Telling, told: Sequence[Telling], sides: Sides, speaks: Speaks) -> bool:
    """Whether a side later admits that it was gone when it said that it held a place, or denied a rival's word."""
    side = one.side if one.act == "hold" else sides.said_by(one.claim)
    if side is None or one.against == (one.act == "hold") or not speaks(one, side):
        return False
    admitted = (other for other in told if other.act in GOING and not other.against and other.part is None
                and (other.side is None or sides.same(other.side, side)) and speaks(other, side)
                and other.since.last <= one.since.last and _said_later(other, one))  # fmt: skip
    return any(not _is_back(side, other.since.last, one.since.last, told, sides) for other in admitted)


def _is_back(side: str, left: str, day: str, told: Sequence[Telling], sides: Sides) -> bool:
    """Whether a side that left a place came back to it by a day."""
    return any(one.act in COMING and not one.against and sides.same(one.side, side) and left < one.since.last <= day
               for one in told)  # fmt: skip


def _said_later(one: Telling, other: Telling) -> bool:
    """Also in one report: "admitted that it lost the town, after saying for a week that it held it"."""
    return (one.said or "")[:10] > (other.said or "~")[:10] or _in_one_report(one, other)


def _in_one_report(one: Telling, other: Telling) -> bool:
    return one.claim.document.id == other.claim.document.id
