"""Places as keys: what makes two mentions one place, and the name that most of them call it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from vedette.lexicon.actors import fold
from vedette.model import Place, Spot

FINEST = ("point", "settlement", "district", "province", "country", "region")
POSTS = frozenset({"post", "position", "garrison"})
SETTLED = frozenset({None, "settlement", "point", "district"})


def key_of(place: Place) -> int | str:
    """What makes two mentions one place: its GeoNames id, else its name, with its sort where that is wide.

    The country of a name that nobody knows is a guess that reports make differently, and no part of it.
    """
    if place.geonames_id is not None:
        return place.geonames_id
    sort = (place.precision, place.country) if place.precision not in SETTLED else ()
    return " ".join(filter(None, (fold(_named(place, place.name or place.text)), *sort)))


def _named(place: Place, name: str) -> str:
    """ "X post" is X, where nobody knows of anything else at X; "X police post" is a site."""
    town, _, last = name.rpartition(" ")
    bare = place.lat is None and last.casefold() in POSTS and town.split()[-1:] == town.title().split()[-1:]
    return town if town and bare else name


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
    called = {place: _named(place, place.written) for place in every}
    names = Counter(called[place] for place in every)
    one = max(every, key=lambda place: (names[called[place]], place.lat is not None))
    return Spot(key_of(one), called[one], one.country, one.admin1, one.lat, one.lon, one.precision)
