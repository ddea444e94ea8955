"""Places as keys: what makes two mentions one place, and the name that most of them call it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from vedette.lexicon.actors import fold
from vedette.model import Place, Spot

FINEST = ("point", "settlement", "district", "province", "country", "region")
SETTLED = frozenset({None, "settlement", "point", "district"})


def key_of(place: Place) -> int | str:
    """What makes two mentions one place: its GeoNames id, else its name, with its sort where that is wide.

    The country of a name that nobody knows is a guess that reports make differently, and no part of it.
    """
    if place.geonames_id is not None:
        return place.geonames_id
    wide = place.precision not in SETTLED
    return " ".join(filter(None, (fold(place.name or place.text), *((place.precision, place.country) if wide else ()))))


def finest(places: Sequence[Place]) -> tuple[Place, ...]:
    """Of a town and its province the town; all of those that are equally fine, or whose sort nobody knows."""
    best = min((FINEST.index(place.precision) for place in places if place.precision), default=None)
    return tuple(
        place
        for place in places
        if best is None or place.precision is None or FINEST.index(place.precision) == best
    )  # fmt: skip


def spot_of(places: Iterable[Place]) -> Spot:
    """One place under the name that most mentions call it."""
    every = list(places)
    names = Counter(place.written for place in every)
    one = max(every, key=lambda place: (names[place.written], place.lat is not None))
    return Spot(key_of(one), one.written, one.country, one.admin1, one.lat, one.lon, one.precision)
