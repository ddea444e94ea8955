"""How near two words stand in the tree of their sentence."""

from collections.abc import Iterable

from spacy.tokens import Token

from vedette.model import PlaceMention, PlacePrecision

APART = 99
NARROW: tuple[PlacePrecision, ...] = ("point", "settlement", "district", "province", "region", "country")
COSTLY = {"relcl": 2, "acl": 1, "advcl": 1, "ccomp": 1, "parataxis": 2, "nsubj": 1, "poss": 1, "amod": 1}


def steps(word: Token, other: Token) -> int:
    """The steps from one word to another in the tree, clauses counted double; joined names are as near as the first."""
    while other.dep_ == "conj" and other.head.pos_ == "PROPN":
        other = other.head
    if other.sent != word.sent:
        return APART
    up, down = [word, *word.ancestors], [other, *other.ancestors]
    shared = next(token for token in up if token in down)
    path = [*up[: up.index(shared)], *down[: down.index(shared)]]
    return sum(1 + COSTLY.get(token.dep_, 0) for token in path)


def places_near(places: Iterable[PlaceMention], word: Token, farthest: int) -> list[PlaceMention]:
    """The places nearest to a word, if any is near enough: the narrowest of those, or several that are joined."""
    every = [(steps(word, word.doc[one.root]), one) for one in places]
    near = [pair for pair in every if not pair[1].landmark] or every
    least = min((distance for distance, _ in near), default=APART)
    found = [one for distance, one in near if distance == least <= farthest]
    narrowest = min((NARROW.index(one.precision) for one in found), default=0)
    return [one for one in found if NARROW.index(one.precision) == narrowest]
