"""Which figures may be of one series: same measure, same place or, where none is told, the same country spoken of."""

from collections import Counter
from collections.abc import Iterable, Sequence

from vedette.assessment.spots import finest, key_of, spot_of
from vedette.lexicon.actors import load_registry
from vedette.model import TOLD, Claim, Place, Spot

COUNTED = frozenset({"casualties", "displacement", "movement", "hardship", "authority", "unrest", "violence"})
UNITS = frozenset({"person", "household", "building", "vehicle", "weapon"})
OF_FORCES = frozenset({"building", "vehicle", "weapon"})
LOST = frozenset({"destruction", "intercept"})
ORIGINS = frozenset({"from"})
AHEAD = frozenset({"to", "toward"})
TELLING = frozenset({"control", "violence", "casualties", "displacement", "movement", "hardship", "unrest"})
RELEASED = frozenset({"detained", "captured"})
COUNTRY = "country"

type SeriesKey = tuple[str, str, str, tuple[str, ...]]


def series_keys(claim: Claim, theatre: str | None = None) -> tuple[SeriesKey, ...]:
    """The one bucket of a figure: kind, measure, whether people go from the places or are there, and the places.

    Where no place is told, or a whole country, it is the country; `theatre`: the one that its document is about.
    """
    amount, measure = claim.quantity, measure_of(claim)
    if claim.kind not in COUNTED or amount is None or amount.unit not in UNITS or measure is None:
        return ()
    if claim.standing not in TOLD | {"superseded"}:
        return ()
    if claim.kind == "violence" and (amount.unit not in OF_FORCES or claim.type not in LOST):
        return ()
    about = places_of(claim)
    if not about or {place.precision for place in about} == {COUNTRY}:
        codes = {place.country or "" for place in about} or {theatre or ""}
        return ((claim.kind, measure, COUNTRY, tuple(sorted(codes))),)
    way = "from" if about[0].role in ORIGINS else "at"
    return ((claim.kind, measure, way, tuple(sorted({str(key_of(place)) for place in about}))),)


def measure_of(claim: Claim) -> str | None:
    """What is counted, by the type of the claim; who is set free is released, what else ends is no figure of it."""
    if claim.phase != "ends":
        return claim.type
    return "released" if claim.type in RELEASED else None


def places_of(claim: Claim) -> tuple[Place, ...]:
    """The places that a figure is about, the finest of them: where people are, else where from, else where to."""
    by_way = (
        [place for place in claim.places if place.role not in ORIGINS | AHEAD],
        [place for place in claim.places if place.role in ORIGINS],
        [place for place in claim.places if place.role in AHEAD],
    )
    return next((finest(group) for group in by_way if group), ())


def spot_of_figures(key: SeriesKey, claims: Sequence[Claim]) -> Spot | None:
    """The place of a series; of several their names together, since the figure is of none of them alone."""
    _, _, way, names = key
    groups: dict[str, list[Place]] = {}
    for place in (place for claim in claims for place in places_of(claim)):
        groups.setdefault(str(key_of(place)), []).append(place)
    if not groups:
        return _untold(names[0]) if way == COUNTRY else None
    spots = [spot_of(group) for _, group in sorted(groups.items())]
    first = spots[0]
    if len(spots) == 1:
        return first
    return Spot(" + ".join(names), " and ".join(spot.name for spot in spots), first.country, precision=first.precision)


def _untold(code: str) -> Spot | None:
    country = load_registry().country(code)
    return Spot(f"about {code}", f"{country.name}, place not told", code) if country is not None else None


def theatre_of(claims: Iterable[Claim]) -> str | None:
    """The country (ISO code) that the claims of one document speak of most: a town tells more than a country."""
    told: Counter[str] = Counter()
    for claim in claims:
        for place in claim.places if claim.kind in TELLING else ():
            if place.country:
                told[place.country] += 1 if place.precision == "country" else 2
    return min(told, key=lambda code: (-told[code], code), default=None)
