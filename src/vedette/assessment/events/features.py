"""What two claims share beyond place and day: each answer is a level of likeness.toml, None where it says nothing."""

from vedette.assessment.events.traits import Traits, Who
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import narrower, word_class
from vedette.model import AGAINST, Quantity

HARMING = frozenset({"violence", "casualties", "authority", "displacement"})
ALIKE, APART, LONG = 0.88, 0.4, 2.5
OPENING = 4
RARE_MANY, RARE_SOME, RARE_FEW = 0.6, 0.3, 0.05
KNOWN_WORD = 0.25
NEAR, FAR = 1.34, 2.5
ROUND = 10


def kind(left: Traits, right: Traits) -> str:
    """How their types go together; pairs of no common family are never compared."""
    if left.name == right.name:
        ends = {left.claim.phase, right.claim.phase}
        return "begins-ends" if ends == {"begins", "ends"} else "same-type"
    if narrower(left.name, right.name) or narrower(right.name, left.name):
        return "narrower"
    if {left.name, right.name} <= word_class("happenings", "means"):
        return "other-means"
    return "akin" if left.kind in HARMING and right.kind in HARMING else "other-step"


def doers(left: Traits, right: Traits) -> str | None:
    """Whether the same act; told of loser and winner they cannot be compared."""
    losing = word_class("happenings", "losing")
    if (left.name in losing) != (right.name in losing):
        return None
    one, other = left.doers, right.doers
    if not one.heads or not other.heads:
        return None
    if named := one.ids & other.ids:
        differ = one.ids - named and other.ids - named and left.name in word_class("happenings", "mutual")
        return "other-side" if differ else "both-doers" if len(named) > 1 else "same-doers"
    if left.kind == "relation" and one.ids and other.ids:
        return "other-side"
    if one.sides and other.sides:
        return _sides(one, other)
    return _heads(one, other, "like-doers", "other-doers")


def _sides(one: Who, other: Who) -> str | None:
    if not one.sides.isdisjoint(other.sides):
        return "same-side"
    governments = load_registry().governments
    rebels = one.sides.isdisjoint(governments) and other.sides.isdisjoint(governments)
    if rebels and (one.loose or other.loose):
        return "like-doers" if not one.heads.isdisjoint(other.heads) else None
    return "other-side"


def _heads(one: Who, other: Who, alike: str, unlike: str) -> str | None:
    """Phrases without a side are compared by their heads; one beside a side may be that side's."""
    if not one.heads.isdisjoint(other.heads):
        return alike
    return None if one.sides or other.sides else unlike


def targets(left: Traits, right: Traits) -> str | None:
    """Whether it is done to the same; people who are only counted are left to the figures."""
    one, other = left.targets, right.targets
    if not one.heads or not other.heads:
        return None
    if one.ids and other.ids:
        return "same-target" if one.ids & other.ids else "other-target"
    if one.sides and other.sides and one.sides.isdisjoint(other.sides):
        return "other-target"
    if left.claim.quantity and right.claim.quantity:
        return None
    return _heads(one, other, "like-target", "unlike-target")


def number(left: Traits, right: Traits) -> str | None:
    """Whether figures of the same may count one thing; parts of a whole say nothing against another figure."""
    one, other = left.claim.quantity, right.claim.quantity
    if one is None or other is None or left.name != right.name or not counts_the_same(one, other):
        return None
    if one.best is not None and one.best == other.best:
        return "same-number" if one.best % ROUND and one.best > 2 else "fitting-number"
    apart = ratio(one, other)
    if apart is None:
        return None
    return (
        "fitting-number"
        if apart <= 1.0
        else "near-number"
        if apart <= NEAR
        else "other-number"
        if apart > FAR
        else None
    )


def counts_the_same(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of the same people in the same way; a part is compared with a part only."""
    if (one.unit, one.measure, bool(one.part_of)) != (other.unit, other.measure, bool(other.part_of)):
        return False
    if one.scope and other.scope and one.scope.casefold() != other.scope.casefold():
        return False
    return one.population == other.population


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
    shared = _weight(left.words & right.words, left.rare)
    least = min(_weight(left.words, left.rare), _weight(right.words, right.rare))
    if least <= 0:
        return None
    part = shared / least
    if part >= ALIKE and (least >= LONG or left.words == right.words):
        return "same-words"
    if left.kind in word_class("happenings", "worded") and part < APART:
        return "other-words"
    if part >= RARE_SOME:
        return "many-words" if part >= RARE_MANY else "some-words"
    return "few-words" if part < RARE_FEW else None


def _weight(words: frozenset[str], rare: frozenset[str]) -> float:
    return sum(1.0 if word in rare else KNOWN_WORD for word in words)


def telling(left: Traits, right: Traits) -> str | None:
    """What their places in one document, or a denial, say."""
    one, other = left.claim, right.claim
    if other.id in one.denies or one.id in other.denies:
        return "rejected-there" if AGAINST & {one.standing, other.standing} else "revised-there"
    if one.document.id != other.document.id:
        return None
    if _one_stretch(left, right):
        return "one-sentence" if left.name != right.name and kind(left, right) != "other-step" else None
    later = other if one.evidence.start < other.evidence.start else one
    opening = later.evidence.text.casefold().split()[:OPENING]
    return None if word_class("happenings", "another").isdisjoint(opening) else "told-as-another"


def _one_stretch(left: Traits, right: Traits) -> bool:
    one, other = left.claim, right.claim
    if one.document.id != other.document.id:
        return False
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
