"""Figures of one bucket parted into series: by who is counted, in what, as stock or flow, and over what time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vedette.assessment.codes import camp_of
from vedette.assessment.series.scopes import (
    RUNNING,
    comparable,
    fit,
    goes_on,
    is_toll_of,
    joined,
    overlap,
    same_start,
    scope_of,
    span,
)
from vedette.assessment.sources import losing_side
from vedette.model import Claim, Quantity, Scope

FURTHER = "further"
NARROW = frozenset({"point", "settlement", "district"})

type Sort = tuple[str | None, str | None, str]


@dataclass(slots=True, eq=False)
class Group:
    """Figures of one series while they are gathered. `voices`: the names of those who gave them."""

    sort: Sort
    scope: Scope
    number: int = 0
    claims: list[Claim] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)
    dead: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    told: dict[str, list[tuple[str, Claim]]] = field(default_factory=dict)

    def add(self, claim: Claim, scope: Scope, voice: str) -> None:
        """Take a figure in."""
        self.scope = joined(self.scope, scope)
        self.claims.append(claim)
        self.voices.add(voice)
        self.dead |= _dead(claim)
        self.doers |= _sides(claim, "agent")
        self.told.setdefault(claim.document.id, []).append((voice, claim))

    @property
    def running(self) -> bool:
        """Whether it is a running count."""
        return self.scope.kind in RUNNING


class Groups:
    """The groups of a bucket, looked up by who is counted and by the month that they reach."""

    def __init__(self) -> None:
        self.every: list[Group] = []
        self._reaching: dict[tuple[Sort, int], list[Group]] = {}

    def near(self, sort: Sort, scope: Scope) -> list[Group]:
        """Those that a figure may belong to, in the order in which they began: no more than a month away."""
        month = _month(scope)
        found = {id(one): one for by in (-1, 0, 1) for one in self._reaching.get((sort, month + by), ())}
        return sorted(found.values(), key=lambda one: one.number)

    def add(self, group: Group, claim: Claim, scope: Scope, voice: str) -> None:
        """Put a figure into a group, a new one or one that is there."""
        if not group.claims:
            group.number = len(self.every)
            self.every.append(group)
        group.add(claim, scope, voice)
        reached = self._reaching.setdefault((group.sort, _month(group.scope)), [])
        if group not in reached:
            reached.append(group)


def _month(scope: Scope) -> int:
    return int(scope.last[:4]) * 12 + int(scope.last[5:7]) if scope.last else 0


def grouped(claims: Iterable[Claim], names: Mapping[str, str], narrow: bool) -> list[Group]:
    """The figures of a bucket, in order of publication, by series; `names`: the voice of each claim.

    What happened on a day is one thing for all voices where the place is narrow; in a province or country only one
    voice's figures of a day belong together, since others may count another event.
    """
    groups = Groups()
    replaced: list[Claim] = []
    for claim in claims:
        if claim.standing == "superseded":
            replaced.append(claim)
            continue
        sort, scope, voice = sort_of(claim), scope_of(claim), names[claim.id]
        close = groups.near(sort, scope)
        found = [one for one in close if _fits(one, claim, scope, voice, narrow)]
        found = found or (_only_event(close, claim, scope, voice) if narrow else [])
        groups.add(found[-1] if found else Group(sort, scope), claim, scope, voice)
    for claim in replaced:
        _put_before(claim, names[claim.id], groups)
    return groups.every


def sort_of(claim: Claim) -> Sort:
    """Who is counted, in what unit, and whether those there are or those that come to it."""
    amount = quantity_of(claim)
    population = amount.population or (amount.noun if amount.part_of else None)
    armed = [one for one in claim.parties if one.role == "target" and one.type == "armed"]
    if population == "man" and armed:
        own = "rebels" if claim.origin and claim.origin.source_type == "belligerent" else "state"
        camp = camp_of(armed[0]) or ("rebels" if armed[0].side else own)
        population = "military" if camp == "state" else "combatant"
    further = amount.cumulative is False and amount.quantifier != "more-than"
    return population, amount.unit, FURTHER if further else "flow" if claim.kind == "violence" else amount.measure


def _fits(group: Group, claim: Claim, scope: Scope, voice: str, narrow: bool) -> bool:
    own = voice in group.voices
    if group.sort[2] == FURTHER or _of_others(group, claim) or (not own and _of_fewer(group, claim)):
        return False
    if scope.kind == "since" and group.scope.kind == "since":
        return same_start(group.scope, scope) and goes_on(group.scope, scope)
    if scope.kind in RUNNING and group.running:
        return (own or scope.kind == group.scope.kind) and goes_on(group.scope, scope)
    if scope.kind in RUNNING or group.running:
        toll, event = (scope, group.scope) if scope.kind in RUNNING else (group.scope, scope)
        return (
            toll.kind == "so-far" and (narrow or own) and is_toll_of(toll, event) and not _beside(group, claim, voice)
        )
    return (narrow or own) and overlap(group.scope, scope) and not _beside(group, claim, voice)


def _only_event(groups: Sequence[Group], claim: Claim, scope: Scope, voice: str) -> list[Group]:
    """What an undated figure looks back on: the only event of the week before in the same town."""
    if scope.kind != "undated":
        return []
    events = [one for one in groups if not one.running and one.sort[2] != FURTHER and is_toll_of(scope, one.scope)]
    return [
        one for one in events[:1] if len(events) == 1 and not _of_others(one, claim) and not _beside(one, claim, voice)
    ]


def _of_others(group: Group, claim: Claim) -> bool:
    """Whether a figure counts the people of another side, as far as is told whose they are or who killed them.

    "One of its soldiers" is not of "at least ten soldiers".
    """
    dead, doers = _dead(claim), _sides(claim, "agent")
    if dead and group.dead:
        return dead.isdisjoint(group.dead)
    if dead or group.dead:
        apart = not comparable(quantity_of(group.claims[-1]), quantity_of(claim))
        return apart or bool(dead & group.doers or group.dead & doers)
    return bool(doers and group.doers) and doers.isdisjoint(group.doers)


def _of_fewer(group: Group, claim: Claim) -> bool:
    """Whether nobody says who is counted and it is far less than another told before: a toll does not fall so low."""
    last, mine = quantity_of(group.claims[-1]), quantity_of(claim)
    return group.sort[0] is None and span(last)[0] > span(mine)[1] and not comparable(last, mine)


def _dead(claim: Claim) -> set[str]:
    return _sides(claim, "target") or {side for side in [losing_side(claim)] if side is not None}


def _sides(claim: Claim, role: str) -> set[str]:
    return {party.side for party in claim.parties if party.role == role and party.side}


def _beside(group: Group, claim: Claim, voice: str) -> bool:
    """Whether its document gives another figure of it by the same voice, or one of another size by any.

    Then it counts something else; two voices that differ by less count the same otherwise.
    """
    mine = quantity_of(claim)
    return any(
        not fit(quantity_of(one), mine) and one.id not in claim.denies
        for teller, one in group.told.get(claim.document.id, ())
        if teller == voice or not comparable(quantity_of(one), mine)
    )


def _put_before(claim: Claim, voice: str, groups: Groups) -> None:
    """An earlier version stands in the series of what replaced it: what its document says instead."""
    sort, scope = sort_of(claim), scope_of(claim)
    beside = [one for one in groups.every if one.sort == sort and claim.document.id in one.told]
    stated = [one for one in beside if any(claim.id in other.denies for other in one.claims)]
    for group in (stated or beside)[:1]:
        group.claims.insert(0, claim)
        group.voices.add(voice)
        return
    groups.add(Group(sort, scope), claim, scope, voice)


def quantity_of(claim: Claim) -> Quantity:
    """The figure of a claim that gives one."""
    if claim.quantity is None:
        raise ValueError(f"{claim.id} gives no figure")
    return claim.quantity


def wholes(groups: Sequence[Group]) -> dict[str, str]:
    """Claim of a part to claim of its whole ("827 people, including 111 civilians"), by the words of the document."""
    at = {
        (claim.document.id, claim.quantity.start): claim.id
        for group in groups
        for claim in group.claims
        if claim.quantity
    }
    return {
        claim.id: whole
        for group in groups
        for claim in group.claims
        if claim.quantity and claim.quantity.part_of
        if (whole := at.get((claim.document.id, claim.quantity.part_of.start)))
    }
