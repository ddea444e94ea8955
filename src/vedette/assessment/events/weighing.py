"""Whether two claims speak of one happening, by weighed features; what a happening is called and why, in words."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vedette.assessment.events import features, where_when
from vedette.assessment.events.traits import Traits
from vedette.lexicon.classes import narrower
from vedette.lexicon.loader import load
from vedette.model import Event, Reason, content_id

type Score = Callable[[str, str], float]

NEAR = 8
AFTERMATH = frozenset({"casualties", "displacement"})
FEATURES: tuple[Callable[[Traits, Traits], str | None], ...] = (
    features.kind, where_when.place, where_when.day, features.doers, features.targets, features.number,
    features.wording, features.telling,
)  # fmt: skip
NEVER = -10.0


def summed(members: Sequence[Traits], score: Score) -> Event:
    """The happening of some claims, given in order; `score`: how alike two are, by their ids."""
    kind, type_ = _name(members).split("/")
    first = members[0].claim
    claims = tuple(one.claim for one in members)
    return Event(content_id("event", first.id), kind, type_, claims, _reasons(members, score))


def _name(members: Sequence[Traits]) -> str:
    """What most claims call it, among the names that none of them has a narrower one for; people hurt come last."""
    names = Counter(one.name for one in members)
    deeds = [name for name in names if name.split("/")[0] not in AFTERMATH] or list(names)
    exact = [name for name in deeds if not any(narrower(other, name) for other in deeds)]
    return max(exact, key=lambda name: names[name])


def _reasons(members: Sequence[Traits], score: Score) -> tuple[Reason, ...]:
    """Each further claim beside the one before it that it is most like."""
    found = []
    for at, one in enumerate(members[1:], start=1):
        near = max(members[max(0, at - NEAR) : at], key=lambda other: score(other.claim.id, one.claim.id))
        found.append(Reason(why(near, one), (near.claim.id, one.claim.id)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Level:
    """What a feature may find: what it weighs, and how a reader is told."""

    name: str
    points: float
    words: str = ""


def points(left: Traits, right: Traits) -> float:
    """How far a pair is above what is enough; far below where a single feature rules it out."""
    levels = _levels()
    total = -levels["enough"].points
    for feature in FEATURES:
        name = feature(left, right)
        if name is not None:
            total += levels[name].points
            if total < NEVER:
                return total
    return total


def why(left: Traits, right: Traits) -> str:
    """What speaks for a pair, the weightiest first."""
    found = sorted(_for(left, right), key=lambda level: -level.points)
    return ", ".join(level.words for level in found)


def _for(left: Traits, right: Traits) -> Iterator[Level]:
    names = (feature(left, right) for feature in FEATURES)
    return (level for name in names if name is not None and (level := _levels()[name]).points > 0)


@cache
def _levels() -> dict[str, Level]:
    return {level.name: level for level in load("likeness", Level)}
