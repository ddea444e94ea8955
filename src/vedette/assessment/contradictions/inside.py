"""What contradicts what inside one happening: who denies it, who counts otherwise, who names another doer."""

import re
from collections.abc import Collection, Hashable, Iterator, Sequence
from itertools import combinations
from math import isinf

from vedette.assessment.contradictions.pairing import against, of_two, part_of, said, told_by
from vedette.assessment.control.extent import same_part
from vedette.assessment.events.features import bounds, corrects, doers, kind, ratio, targets
from vedette.assessment.events.traits import KILLING, Traits
from vedette.assessment.sources import word_of
from vedette.assessment.spots import finest
from vedette.assessment.voices import ALONE
from vedette.lexicon.actors import load_registry
from vedette.model import AGAINST, TOLD, Contradiction, Quantity

SAID = TOLD | {"possible"}
DEEDS = frozenset({"violence", "casualties"})
CAMPS = {"military": "state", "official": "state", "belligerent": "rebels"}
SOME = frozenset({"child", "woman"})
ARMED = frozenset({"military", "fighters"})
AT_MOST = 40
REST = 18
_PARTIAL = re.compile(r"\bof (?:them|(?:the|those|these) (?:\w+ )?(?:dead|killed|wounded|injured|victims))\b")


def inside(members: Sequence[Traits]) -> Iterator[Contradiction]:
    """The contradictions among the claims of one happening, given in order; each two voices once for a kind."""
    if len(members) < 2:
        return
    yield from _standing(members)
    yield from _figures(members)
    if members[0].kind in DEEDS:
        yield from _perpetrator(members)


def _standing(members: Sequence[Traits]) -> Iterator[Contradiction]:
    told = [one for one in members if one.claim.standing in SAID]
    denials = [one for one in members if one.claim.standing in AGAINST][:AT_MOST]
    pairs = ((one, other) for other in denials for one in sorted(told, key=lambda one: one.name != other.name))
    for one, other in of_two(pair for pair in pairs if _rejects(*pair)):
        says = "denies it" if other.claim.standing == "denied" else "says that it is not so"
        yield against("standing", one, other, f"{told_by(one)} tells it, {told_by(other)} {says}")


def _rejects(told: Traits, denial: Traits) -> bool:
    """Who denies to have done it says nothing against those who do not tell who did."""
    if told.claim.id in denial.claim.denies:
        return True
    if _of_other_things(told, denial):
        return False
    own = denial.name == KILLING or (bool(denial.doers.heads) and not _of_others(denial))
    nobody = own and told.kind in DEEDS and not told.doers.heads
    return not nobody and doers(told, denial) not in {"other-side", "other-deed", "other-holder"}


def _of_others(denial: Traits) -> bool:
    """Whether it denies the deed of another side than the one that speaks, as far as is told."""
    word = word_of(denial.claim, ALONE)
    side, camp = word.source.interest, CAMPS.get(word.source_type)
    known = side is not None and bool(denial.doers.sides)
    return side not in denial.doers.sides if known else bool(camp and denial.doers.camp) and camp != denial.doers.camp


def _of_other_things(told: Traits, denial: Traits) -> bool:
    """Other means, the end of a siege and the siege, another part of a place, soldiers and families.

    What the loser admits after he denied it is a revision.
    """
    ends = {told.claim.phase == "ends", denial.claim.phase == "ends"}
    revised = told.claim.standing == "admitted" and told.kind == "control" and said(denial) < said(told)
    one_part = told.kind != "control" or same_part(part_of(told), part_of(denial))
    named = told.doers.heads and denial.doers.heads
    mixed = named and told.kind in {"movement", "displacement"} and doers(told, denial) is None
    return kind(told, denial) == "other-means" or len(ends) > 1 or not one_part or revised or bool(mixed)


def _figures(members: Sequence[Traits]) -> Iterator[Contradiction]:
    """Of each voice only the figure that it gave last; "at least 14" after "14" is no other."""
    counted = [one for one in members if one.claim.standing in TOLD - {"unverified"} and one.claim.quantity]
    last: dict[Hashable, Traits] = {}
    for one in counted:
        before = last.setdefault((_counting(one), one.mouths), one)
        if not _says_less(one, before):
            last[_counting(one), one.mouths] = one
    risen = {one.claim.quantity.best for one in counted if one.claim.quantity and one.claim.quantity.cumulative}
    pairs = combinations(list(last.values())[:AT_MOST], 2)
    for one, other in of_two((pair for pair in pairs if _count_otherwise(*pair, risen)), _counting):
        words = f"{told_by(one)} counts {_words(one)}, {told_by(other)} {_words(other)}"
        yield against("figure", one, other, words)


def _says_less(one: Traits, before: Traits) -> bool:
    """Whether a figure only bounds what another tells."""
    first, second = one.claim.quantity, before.claim.quantity
    if first is None or second is None or first.best is not None or second.best is None:
        return False
    return ratio(first, second) == 1.0


def _count_otherwise(one: Traits, other: Traits, risen: Collection[float | None]) -> bool:
    first, second = one.claim.quantity, other.claim.quantity
    if first is None or second is None or one.name != other.name:
        return False
    if corrects(one, other) or corrects(other, one):
        return True
    if any(map(_is_some_of_them, (one, other))):
        return False
    apart = _exclude(first, second) and not _other_victims(one, other)
    return apart and not _rose(one, other, risen) and not _goes_on(one, other)


def _is_some_of_them(one: Traits) -> bool:
    """ "Two of those killed", "Two of the dead": no more than a part."""
    figure = one.claim.quantity
    words = one.claim.document.text[figure.start : figure.end + REST] if figure is not None else ""
    return _PARTIAL.search(words.casefold()) is not None


def _goes_on(one: Traits, other: Traits) -> bool:
    """A figure without a source, next to another's in one report, is most likely his too."""
    bare = [not any(link.source_type != "outlet" for link in two.claim.chain) for two in (one, other)]
    return one.claim.document.id == other.claim.document.id and bare[0] != bare[1]


def _other_victims(one: Traits, other: Traits) -> bool:
    """Other people, be they on the other side; other places or days; what a side says that it lost is only its own."""
    if targets(one, other) in {"other-target", "other-victims"}:
        return True
    if (one.victims in ARMED) != (other.victims in ARMED):  # the dead are not the fighters among them
        return True
    if one.dated and other.dated and one.days != other.days and (one.wide != other.wide or _disjoint(one, other)):
        return True
    own = [two for two in ((one, other), (other, one)) if _own_losses(two[0])]
    towns = {len(finest(traits.places)) for traits in (one, other) if traits.places and not traits.coarse}
    return len(towns) > 1 or any(not _lost_by(*pair) for pair in own)


def _disjoint(one: Traits, other: Traits) -> bool:
    return (
        one.days is not None
        and other.days is not None
        and max(one.days[0], other.days[0]) > min(one.days[1], other.days[1]) + 1
    )


def _own_losses(one: Traits) -> bool:
    return one.claim.standing == "admitted" and not one.doers.heads


def _lost_by(admitted: Traits, other: Traits) -> bool:
    """Whether a figure may be of the dead of the side that says how many it lost."""
    side = word_of(admitted.claim, ALONE).source.interest
    if _own_losses(other) or (side and other.targets.sides):
        return side in other.targets.sides and not _own_losses(other)
    if other.victims is None:  # of all who died, whoever they were: no fewer than one side lost
        return _lost_more(admitted, other)
    rebels = side is not None and side not in load_registry().governments
    return not (rebels and other.victims == "military")


def _lost_more(admitted: Traits, other: Traits) -> bool:
    lost, dead = admitted.claim.quantity, other.claim.quantity
    return lost is not None and dead is not None and (lost.best or 0) > (dead.best or 0)


def _words(one: Traits) -> str:
    return one.claim.quantity.text if one.claim.quantity else ""


def _counting(one: Traits) -> tuple[object, ...]:
    amount = one.claim.quantity
    return (one.name, amount.population, bool(amount.part_of), amount.scope) if amount else (one.name,)


def _exclude(one: Quantity, other: Quantity) -> bool:
    """Whether two figures cannot both be right: of the same people, or more of some than there are of all."""
    if (one.unit, one.measure, bool(one.part_of)) != (other.unit, other.measure, bool(other.part_of)):
        return False
    if (one.scope or "").casefold() != (other.scope or "").casefold():
        return False
    return _same_people(one.population, other.population) and _apart(bounds(one), bounds(other))


def _same_people(one: str | None, other: str | None) -> bool:
    """Children may be among people; soldiers and people who are not called so may be the same."""
    if one == other:
        return True
    return {one, other}.isdisjoint(SOME) and bool({one, other} & {None, "man"})


def _apart(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    """ "At least 30" is a count so far, which another one does not contradict."""
    if one is None or other is None or isinf(one[1]) or isinf(other[1]):
        return False
    return one[1] < other[0] or other[1] < one[0]


def _rose(earlier: Traits, later: Traits, risen: Collection[float | None]) -> bool:
    """Whether the later tells that the toll rose, or to what it is told to have risen: the earlier was right then."""
    first, second = earlier.claim, later.claim
    grown = second.quantity is not None and (second.quantity.cumulative is True or second.quantity.best in risen)
    return grown and (first.document.published or "") < (second.document.published or "")


def _perpetrator(members: Sequence[Traits]) -> Iterator[Contradiction]:
    """Two whom their sides tell apart, or one side and "the army"; gunmen may be anybody's."""
    told = [one for one in members if one.claim.standing in SAID and (one.doers.sides or one.doers.camp == "state")]
    sided = list({(one.mouths, _names(one)): one for one in told}.values())[:AT_MOST]
    pairs = (pair for pair in combinations(sided, 2) if doers(*pair) == "other-side" and not _of_each_other(*pair))
    for one, other in of_two(pairs, _names):
        words = f"{told_by(one)} names {_names(one)}, {told_by(other)} {_names(other)}"
        yield against("perpetrator", one, other, words)


def _of_each_other(one: Traits, other: Traits) -> bool:
    """Each killed the other's men: two deeds."""
    return not (one.targets.sides.isdisjoint(other.doers.sides) and other.targets.sides.isdisjoint(one.doers.sides))


def _names(one: Traits) -> str:
    """The sides of who did it, else their own words: "the army" of some state."""
    return " and ".join(sorted(one.doers.sides or (party.text for party in one.claim.parties if party.role == "agent")))
