"""What two claims share beyond place and day: each answer is a level of likeness.toml, None where it says nothing."""

import re

from vedette.assessment.events.traits import Traits, weight_of
from vedette.assessment.events.who import Who
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import narrower, word_class
from vedette.lexicon.stems import stems_of
from vedette.model import AGAINST, Quantity, Quote

HARMING = frozenset({"violence", "casualties", "authority", "displacement"})
ALIKE, APART, LONG = 0.88, 0.4, 2.5
OPENING = 4
RARE_MANY, RARE_SOME = 0.6, 0.3
FAR, OTHER = 2.5, 10.0
ROUND, FEW = 10, 3
NOT_BUT = re.compile(r"(?:,| and) not (?:the )?(\w[\w,.]*\w|\w)")
COMPARED = frozenset({"same-type", "narrower"})


def kind(left: Traits, right: Traits) -> str:
    """How their types go together; pairs of no common family are never compared."""
    if left.name == right.name:
        phases = {left.claim.phase, right.claim.phase}
        over = "ends" in phases and len(phases) > 1 and (left.lasting or "begins" in phases)
        return "begins-ends" if over else "way-in" if _cuts(left) != _cuts(right) else "same-type"
    if narrower(left.name, right.name) or narrower(right.name, left.name):
        return "narrower"
    if {left.name, right.name} <= word_class("happenings", "means"):
        return "other-means"
    return "akin" if left.kind in HARMING and right.kind in HARMING else "other-step"


def _cuts(one: Traits) -> bool:
    """ "Cut the road to the town" is no siege of the town, though it tells of one."""
    return one.claim.type == "besiege" and one.claim.trigger is not None and one.claim.trigger.text.casefold() == "cut"


def doers(left: Traits, right: Traits) -> str | None:
    """Whether the same act; told of loser and winner they cannot be compared."""
    losing = word_class("happenings", "losing")
    if (left.name in losing) != (right.name in losing):
        return None
    level = _doers(left, right)
    if left.kind in word_class("happenings", "worded") and level in {None, "other-side"}:
        return "other-speaker" if left.doers.heads and right.doers.heads else None
    if level == "other-side" and left.name != right.name and left.kind == right.kind == "violence":
        return "other-deed"
    held = left.name == right.name and left.name in word_class("happenings", "held")
    return "other-holder" if held and level == "other-side" else level


def _doers(left: Traits, right: Traits) -> str | None:
    one, other = left.doers, right.doers
    if not one.heads or not other.heads:
        return None
    if named := one.ids & other.ids:
        differ = one.ids - named and other.ids - named and left.name in word_class("happenings", "mutual")
        return "other-side" if differ else "both-doers" if len(named) > 1 else "same-doers"
    if left.kind == "relation" and one.ids and other.ids:
        return "other-side"
    if one.sides and other.sides and not _may_be_one(one, other):
        return "other-side" if one.sides.isdisjoint(other.sides) else "same-side"
    if one.camp and other.camp and one.camp != other.camp:
        return "other-side"
    return None if one.heads.isdisjoint(other.heads) else "like-doers"


def _may_be_one(one: Who, other: Who) -> bool:
    """ "Syrian rebels" may be any group that is no state's."""
    either = one.sides | other.sides
    return (one.loose or other.loose) and either.isdisjoint(load_registry().governments) and one.sides != other.sides


def targets(left: Traits, right: Traits) -> str | None:
    """Whether it is done to the same; people who are only counted are left to the figures."""
    one, other = left.targets, right.targets
    if left.victims and right.victims and left.victims != right.victims:
        return "other-victims"
    if left.kind == right.kind == "casualties" and bool(left.victims) != bool(right.victims):
        return "untold-victims"
    if left.kind == right.kind == "casualties" and one.sides & other.sides:
        return "same-target"
    if not one.heads or not other.heads:
        return None
    if one.ids and other.ids and one.ids & other.ids:
        return "same-target"
    if (one.ids and other.ids) or (one.sides and other.sides and one.sides.isdisjoint(other.sides)):
        return "other-side-hit" if left.victims and left.kind == right.kind == "casualties" else "other-target"
    if left.claim.quantity and right.claim.quantity:
        return None
    return "like-target" if one.heads & other.heads - stems_of("happenings", "anybody") else None


def number(left: Traits, right: Traits) -> str | None:
    """Whether figures of the same may count one thing; parts of a whole say nothing against another figure."""
    one, other = left.count, right.count
    if one is None or other is None or kind(left, right) not in COMPARED or not counts_the_same(one, other):
        return None
    if one.best is not None and one.best == other.best:
        return "fitting-number" if one.best < FEW else "same-number" if one.best % ROUND else "round-number"
    apart = ratio(one, other)
    if apart is None:
        return None
    if corrects(left, right) or corrects(right, left):
        return "named-number"
    if apart > 1 and _in_one_breath(left, right):
        return "two-counts"
    if apart > FAR:
        return "other-order" if apart > OTHER and not left.targets.sides & right.targets.sides else "other-number"
    return "fitting-number" if apart <= 1 else None


def corrects(one: Traits, other: Traits) -> bool:
    """ "Fourteen were killed, not six": whether it names the figure of the other as wrong."""
    mine, told = one.claim.quantity, other.claim.quantity
    after = one.claim.document.text[mine.end : one.claim.evidence.end] if mine is not None else ""
    found = NOT_BUT.search(after)
    return found is not None and told is not None and told.text.casefold().split()[0] == found[1].casefold()


def _in_one_breath(left: Traits, right: Traits) -> bool:
    """Whether one voice gives both figures in one report, and neither instead of the other."""
    one, other = left.claim, right.claim
    same = one.document.id == other.document.id and not left.mouths.isdisjoint(right.mouths)
    return (
        same
        and "superseded" not in {one.standing, other.standing}
        and not {one.id, other.id} & {*one.denies, *other.denies}
    )


def counts_the_same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of the same people in the same way; a part is compared with a part only."""
    if (one.unit, one.measure, bool(one.part_of)) != (other.unit, other.measure, bool(other.part_of)):
        return False
    if one.scope and other.scope and one.scope.casefold() != other.scope.casefold():
        return False
    return one.population == other.population or not (one.population and other.population)


def ratio(one: Quantity, other: Quantity) -> float | None:
    """By what factor two figures miss each other; 1 where their bounds overlap, None where a bound is not told."""
    first, second = bounds(one), bounds(other)
    if first is None or second is None:
        return None
    low, high = max(first[0], second[0]), min(first[1], second[1])
    if low <= high:
        return 1.0
    return low / high if high > 0 else float("inf")


def bounds(amount: Quantity) -> tuple[float, float] | None:
    """The least and the most that a figure allows; about a number is a tenth to either side."""
    if amount.low is not None and amount.high is not None:
        return amount.low, amount.high
    if amount.low is not None:
        return amount.low, float("inf")
    if amount.high is not None:
        return 0.0, amount.high
    return (amount.best * 0.9, amount.best * 1.1) if amount.best is not None else None


def wording(left: Traits, right: Traits) -> str | None:
    """Whether they are told in the same words; words that any report on a war has weigh little."""
    if _one_stretch(left, right):
        return None
    least = min(left.weight, right.weight)
    if least <= 0:
        return None
    part = weight_of(left.words & right.words, left.rare) / least
    if part >= ALIKE and (least >= LONG or left.words == right.words):
        return "same-words"
    if left.kind in word_class("happenings", "worded") and part < APART:
        return "other-words"
    if part >= RARE_SOME:
        return "many-words" if part >= RARE_MANY else "some-words"
    return None


def telling(left: Traits, right: Traits) -> str | None:
    """What their places in one document, or a denial, say."""
    one, other = left.claim, right.claim
    if other.id in one.denies or one.id in other.denies:
        return "rejected-there" if AGAINST & {one.standing, other.standing} else "revised-there"
    if one.document.id != other.document.id:
        return None
    if one.trigger and other.trigger and _overlap(one.trigger, other.trigger):
        return "one-word"
    if _one_stretch(left, right):
        twice = left.name == right.name and not left.mouths.isdisjoint(right.mouths)
        return None if twice or kind(left, right) == "other-step" else "one-sentence"
    later = other if one.evidence.start < other.evidence.start else one
    opening = later.evidence.text.casefold().split()[:OPENING]
    return None if word_class("happenings", "another").isdisjoint(opening) else "told-as-another"


def _one_stretch(left: Traits, right: Traits) -> bool:
    one, other = left.claim, right.claim
    return one.document.id == other.document.id and _overlap(one.evidence, other.evidence)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.start < other.end and other.start < one.end
