"""Whether two claims speak of one happening: the features of a pair, what each weighs, and why in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from vedette.assessment.events import features, where_when
from vedette.assessment.events.traits import Traits
from vedette.lexicon.loader import load

FEATURES: tuple[Callable[[Traits, Traits], str | None], ...] = (
    features.kind, where_when.place, where_when.day, features.doers, features.targets, features.number,
    features.wording, features.telling,
)  # fmt: skip
NEVER = -10.0


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
