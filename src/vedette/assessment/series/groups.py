"""Figures of one bucket parted into series: by who is counted, in what, as stock or flow, and over what time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from vedette.assessment.series.scopes import RUNNING, goes_on, is_toll_of, joined, overlap, same_start, scope_of
from vedette.assessment.series.spans import fit
from vedette.model import Claim, Quantity, Scope

FURTHER = "further"
NARROW = frozenset({"point", "settlement", "district"})

type Sort = tuple[str | None, str | None, str]


@dataclass(slots=True, eq=False)
class Group:
    """Figures of one series while they are gathered. `voices`: the names of those who gave them."""

    sort: Sort
    scope: Scope
    claims: list[Claim] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)

    def add(self, claim: Claim, scope: Scope, voice: str) -> None:
        """Take a figure in."""
        self.scope = joined(self.scope, scope)
        self.claims.append(claim)
        self.voices.add(voice)

    @property
    def running(self) -> bool:
        """Whether it is a running count."""
        return self.scope.kind in RUNNING


def grouped(claims: Iterable[Claim], names: Mapping[str, str], narrow: bool) -> list[Group]:
    """The figures of a bucket, in order of publication, by series; `names`: the voice of each claim.

    What happened on a day is one thing for all voices where the place is narrow; in a province or country only one
    voice's figures of a day belong together, since others may count another event.
    """
    groups: list[Group] = []
    replaced: list[Claim] = []
    for claim in claims:
        if claim.standing == "superseded":
            replaced.append(claim)
            continue
        sort, scope, voice = sort_of(claim), scope_of(claim), names[claim.id]
        found = [one for one in groups if one.sort == sort and _fits(one, claim, scope, voice, narrow)]
        if not found:
            found = [Group(sort, scope)]
            groups.extend(found)
        found[-1].add(claim, scope, voice)
    for claim in replaced:
        _put_before(claim, names[claim.id], groups)
    return groups


def sort_of(claim: Claim) -> Sort:
    """Who is counted, in what unit, and whether those there are or those that come to it."""
    amount = quantity_of(claim)
    population = amount.population or (amount.noun.casefold() if amount.part_of and amount.noun else None)
    further = amount.cumulative is False and amount.quantifier != "more-than"
    return population, amount.unit, FURTHER if further else amount.measure


def _fits(group: Group, claim: Claim, scope: Scope, voice: str, narrow: bool) -> bool:
    own = voice in group.voices
    if group.sort[2] == FURTHER or any(_of_others(one, claim) for one in group.claims):
        return False
    if scope.kind == "since" and group.scope.kind == "since":
        return same_start(group.scope, scope) and goes_on(group.scope, scope)
    if scope.kind in RUNNING and group.running:
        return (own or scope.kind == group.scope.kind) and goes_on(group.scope, scope)
    if scope.kind in RUNNING or group.running:
        toll, event = (scope, group.scope) if scope.kind in RUNNING else (group.scope, scope)
        return toll.kind == "so-far" and (narrow or own) and is_toll_of(toll, event) and not _beside(group, claim)
    told_again = own and narrow and scope.kind == "undated" and is_toll_of(scope, group.scope)
    return (((narrow or own) and overlap(group.scope, scope)) or told_again) and not _beside(group, claim)


def _of_others(left: Claim, right: Claim) -> bool:
    """Whether two figures count the people of different sides, as far as is told whose they are or who killed them."""
    whose = [{party.side for party in one.parties if party.role == "target" and party.side} for one in (left, right)]
    by = [{party.side for party in one.parties if party.role == "agent" and party.side} for one in (left, right)]
    if all(whose):
        return whose[0].isdisjoint(whose[1])
    return bool(whose[0] & by[1] or whose[1] & by[0]) or bool(all(by) and not any(whose) and by[0].isdisjoint(by[1]))


def _beside(group: Group, claim: Claim) -> bool:
    """Whether its document gives another figure for what the group counts: then it counts something else."""
    mine = quantity_of(claim)
    return any(
        one.document.id == claim.document.id and not fit(quantity_of(one), mine) and one.id not in claim.denies
        for one in group.claims
    )


def _put_before(claim: Claim, voice: str, groups: list[Group]) -> None:
    """An earlier version stands in the series of what replaced it: what its document says instead."""
    sort = sort_of(claim)
    same = [one for one in groups if one.sort == sort]
    stated = [one for one in same if any(claim.id in other.denies for other in one.claims)]
    told = [one for one in same if any(other.document.id == claim.document.id for other in one.claims)]
    for group in [*stated, *told][:1]:
        group.claims.insert(0, claim)
        return
    groups.append(Group(sort, scope_of(claim), [claim], {voice}))


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
