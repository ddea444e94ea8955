"""Which types of claims may be tellings of one thing."""

from functools import cache

from vedette.lexicon.loader import load
from vedette.lexicon.shapes import NounEntry


@cache
def _families() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.words) for entry in load("families", NounEntry))


def akin(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether two pairs of kind and type are the same or stand in one family."""
    both = {"/".join(left), "/".join(right)}
    return left == right or any(both <= family for family in _families())
