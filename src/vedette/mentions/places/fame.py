"""How much a name itself speaks for being a place's, by what it may mean."""

from collections.abc import Sequence
from math import log10

from vedette.mentions.gazetteer.tables import Entry

ENOUGH = 2.0
WIDE = {"country": 3.0, "region": 2.2, "province": 1.8, "district": 0.6, "point": 1.5}


def fame(entries: Sequence[Entry], words: int) -> float:
    """The fame of a name of so many words; a place needs ENOUGH, the words around it must say the rest."""
    people = max((one.population if one.main else one.population / 10 for one in entries), default=0)
    least = 0.1 if any(one.main for one in entries) else -0.3
    town = min(2.0, max(least, (log10(people + 1) - 4.3) * 0.9))
    wide = (WIDE.get(one.precision, 0.0) for one in entries if one.precision != "settlement")
    return max([town, *wide]) + 0.5 * (words > 1)
