"""How the places and the days of two claims go together: each answer is a level of likeness.toml."""

from functools import lru_cache
from math import cos, hypot, radians

from vedette.assessment.events.traits import COARSE, Traits
from vedette.lexicon.actors import fold
from vedette.model import AGAINST, Place

TOWARD = frozenset({"to", "toward"})
AFTERMATH = frozenset({"casualties", "displacement"})  # counted long after it happened
KM_PER_DEGREE = 111.2
BESIDE_KM = 6.0
SPOT_KM = 3.0
SOON, LATE = 3, 10
SCENES = {
    "same-place": "same-scene", "inside": "same-scene", "same-district": "same-scene", "same-area": "in-area",
    "in-area": "in-area", "elsewhere": "other-scene",
}  # fmt: skip
TOWNS = ("same-place", "inside", "same-district")
PLACES = (*TOWNS, "same-area", "in-area")


def place(left: Traits, right: Traits) -> str:
    """The closest that any two of their places come; a province that both name does not outweigh two towns."""
    if not left.places or not right.places:
        if left.names & right.names:
            return "same-name"
        return "some-place" if left.places or right.places else "no-place"
    found = {_places(one, other) for one in left.places for other in right.places}
    levels = PLACES if left.coarse or right.coarse else TOWNS
    level = next((level for level in levels if level in found), "elsewhere")
    if not (left.scene or right.scene):
        return level
    return "same-name" if level == "elsewhere" and (_named_in(left, right) or _named_in(right, left)) else SCENES[level]


def _named_in(one: Traits, other: Traits) -> bool:
    """Whether the own place of one is a name in the sentence of the other, whose place is only that of its report."""
    return other.scene and not one.scene and any(not _words(place).isdisjoint(other.names) for place in one.places)


def _places(left: Place, right: Place) -> str | None:
    if (left.role in TOWARD) != (right.role in TOWARD) and "at" not in {left.role, right.role}:
        return None
    if _same(left, right):
        if left.precision == "district":
            return "same-district"
        return "same-area" if left.precision in COARSE else "same-place"
    if left.precision in COARSE or right.precision in COARSE:
        return "in-area" if _inside(left, right) or _inside(right, left) else None
    if left.country and right.country and left.country != right.country:
        return None
    return _beside(left, right)


def _same(left: Place, right: Place) -> bool:
    if left.geonames_id and right.geonames_id:
        return left.geonames_id == right.geonames_id
    return (left.name or left.text).casefold() == (right.name or right.text).casefold()


def _inside(narrow: Place, wide: Place) -> bool:
    if wide.precision in {"country", "region"}:  # "northern Iraq" may be any part of it
        guessed = narrow.lat is None and narrow.precision not in COARSE
        return guessed or narrow.country == wide.country is not None
    return wide.precision == "province" and narrow.admin1 is not None and narrow.admin1 == wide.admin1


def _beside(left: Place, right: Place) -> str | None:
    """A site or quarter is in or beside a town that is near; two towns are two, and so are two sites.

    Of names that nobody knows "X base" is in X.
    """
    apart = km(left, right)
    if apart is None:
        first, second = _words(left), _words(right)
        return "inside" if first < second or second < first else None
    kinds = {left.precision, right.precision}
    reach = BESIDE_KM + (left.radius_km or 0.0) + (right.radius_km or 0.0)
    if kinds == {"settlement"} or kinds == {"point"}:
        return "inside" if apart <= SPOT_KM else None
    if "district" in kinds:
        return "in-area" if left.admin1 == right.admin1 and apart <= 5 * BESIDE_KM else None
    return "inside" if apart <= reach else None


def _words(place: Place) -> frozenset[str]:
    return _words_of(place.name or place.text)


@lru_cache(maxsize=1 << 14)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(fold(name).split())


def km(left: Place, right: Place) -> float | None:
    """The distance of two places on the ground, near enough over a province."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return None
    shrunk = cos(radians((left.lat + right.lat) / 2))
    return KM_PER_DEGREE * hypot(left.lat - right.lat, (left.lon - right.lon) * shrunk)


def day(left: Traits, right: Traits) -> str:
    """How their days go together; the day of publication only hints at when something happened."""
    if left.lasting:
        return "lasting"
    if left.days is None or right.days is None:
        return "undated"
    if left.dated and right.dated:
        return _windows(left, right, left.days, right.days)
    if left.wide or right.wide:
        return "day-and-span"
    if _scenes_meet(left, right):
        return "scene-day"
    if left.dated or right.dated:
        told, named = (right.days, left.days) if left.dated else (left.days, right.days)
        return _told(right if left.dated else left, told[1] - named[0], told[1] - named[1])
    return _together(left, right, abs(left.days[0] - right.days[0]))


def _scenes_meet(left: Traits, right: Traits) -> bool:
    first = left.days if left.dated else left.scene_days
    second = right.days if right.dated else right.scene_days
    return first is not None and second is not None and max(second[0] - first[1], first[0] - second[1]) <= 0


def _windows(left: Traits, right: Traits, first: tuple[int, int], second: tuple[int, int]) -> str:
    gap = max(second[0] - first[1], first[0] - second[1])
    if gap > 1:
        return "other-days"
    if left.wide != right.wide:
        return "day-and-span"
    if left.wide:
        return "same-span" if abs(first[0] - second[0]) <= 1 else "overlap"
    if gap == 1:
        return "day-apart"
    short = max(first[1] - first[0], second[1] - second[0]) <= 1
    return "same-day" if short else "same-week"


def _told(told: Traits, after_first: int, after_last: int) -> str:
    """By how many days a telling follows the first and the last day of what it may tell."""
    if after_first < -1 or after_last > LATE:
        return "other-days"
    if after_last <= 0:
        return "told-that-day"
    if after_last <= SOON:
        return "told-soon-after"
    return "told-as-known" if _looks_back(told) else "told-late"


def _together(left: Traits, right: Traits, apart: int) -> str:
    if apart <= 1:
        return "told-next-day" if apart else "told-together"
    if apart <= LATE and _looks_back(max(left, right, key=lambda one: one.days or (0, 0))):
        return "told-as-known"
    if apart <= SOON:
        return "told-days-apart"
    return "told-late" if apart <= LATE else "other-days"


def _looks_back(one: Traits) -> bool:
    return one.known or one.claim.standing in AGAINST or one.kind in AFTERMATH
