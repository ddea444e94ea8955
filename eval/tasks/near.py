"""How near two words stand in the tree of their sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.model import PlaceMention, PlacePrecision

APART = 99
NARROW: tuple[PlacePrecision, ...] = ("point", "settlement", "district", "province", "region", "country")
CLAUSES = {"relcl": 2, "acl": 1, "advcl": 1, "ccomp": 1, "parataxis": 2, "nsubj": 1, "poss": 1, "amod": 1}


@dataclass(frozen=True, slots=True)
class Costs:
    """What a step costs beyond one, by label: up from the word, down to the place; `away` for one after "from"."""

    up: Mapping[str, int]
    down: Mapping[str, int]
    away: int = 0


EVEN = Costs(CLAUSES, CLAUSES)


def steps(word: Token, other: Token, costs: Costs = EVEN) -> int:
    """The way from one word to another in the tree; joined names are as near as the first."""
    while other.dep_ == "conj" and other.head.pos_ == "PROPN":
        other = other.head
    if other.sent != word.sent:
        return APART
    up, down = [word, *word.ancestors], [other, *other.ancestors]
    shared = next(token for token in up if token in down)
    above, below = up[: up.index(shared)], down[: down.index(shared)]
    away = costs.away * any(token.lower_ == "from" for token in below)
    return (
        away
        + sum(1 + costs.up.get(one.dep_, 0) for one in above)
        + sum(1 + costs.down.get(one.dep_, 0) for one in below)
    )


def places_near(places: Iterable[PlaceMention], word: Token, farthest: int, costs: Costs = EVEN) -> list[PlaceMention]:
    """The places nearest to a word, if any is near enough: the narrowest of those, or several that are joined."""
    every = [(steps(word, word.doc[one.root], costs), one) for one in places]
    near = [pair for pair in every if not pair[1].landmark] or every
    least = min((distance for distance, _ in near), default=APART)
    found = [one for distance, one in near if distance == least <= farthest]
    narrowest = min((NARROW.index(one.precision) for one in found), default=0)
    return [one for one in found if NARROW.index(one.precision) == narrowest]
