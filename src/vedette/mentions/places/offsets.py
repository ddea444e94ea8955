"""Where words around a place put it: "140 km north of X", "near X", "northern X", "between X and Y", "border with X".

The circle says honestly how far off the point may be.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, takewhile
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from vedette.lexicon import load
from vedette.lexicon.shapes import NounEntry
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import EARTH_KM, Entry, kilometres
from vedette.mentions.places.kinds import has
from vedette.mentions.sentences import LONGEST_SENTENCE
from vedette.model import PlaceMention
from vedette.model.tokens import Doc

FEWEST = 3
MOST_OF_THEM = 90
SIDE = 33
CELL = 0.25
APART = (1, 2, 4, 6)
FEWEST_CELLS = 8
UNKNOWN_BORDER_KM = 200.0
BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
    "west": 270.0, "northwest": 315.0,
}  # fmt: skip

REACH = 70
KM_A_MILE = 1.609
OFF_BY = 0.15
LEAST_KM = 3.0
SIDE_KM, SIDE_RADIUS_KM = 3.0, 15.0  # "west of Homs" may be its western part or a village there
IN_TOWN_KM, UNKNOWN_KM = 10.0, 30.0
BYWAYS = frozenset({"from", "to", "toward", "towards", "near"})
AREAS = frozenset({"province", "country"})
_UNIT = r"(?:kms?|kilomet(?:er|re)s?|miles?)"
_SIDE = r"(?P<side>(?:north|south)(?:[- ]?(?:east|west))?|east|west)(?:ern|wards?)?"
_FAR = re.compile(
    r"(?P<far>\d[\d,.]*)(?:\s|-)?(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b(?:\s?\([^()]{2,30}\))?"
    rf"(?:\s(?:to\sthe\s)?{_SIDE})?(?:\s(?:of|from|outside|away\sfrom))\s(?:the\s)?(?:[a-z]+\s(?:of\s)?){{0,3}}$",
    re.IGNORECASE,
)
_OFF = re.compile(rf"\b{_SIDE}\s(?:of|from)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?){{0,3}}$", re.IGNORECASE)
_PART = re.compile(rf"\b{_SIDE}\s$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s(?:[a-z]+\s){1,3}of\s|the\s)?$", re.IGNORECASE)
_AND = re.compile(r"\s?and\s(?:the\s(?:[a-z]+\s){1,3}of\s|the\s)?", re.IGNORECASE)
_BORDER = re.compile(r"\b(?:border|frontier)s?\s(?:with|to|into)\s(?:the\s)?(?:[a-z]+\s)?$", re.IGNORECASE)
_BORDER_AFTER = re.compile(r"^(?:['’]s)?\s(?:[a-z]+\s)?(?:border|frontier)\b", re.IGNORECASE)
_INSIDE = re.compile(
    r"^(?:\s[a-z]+)?(?:[,;(]\s(?:a|an|the)\s[^.,;()]{2,40})?,?\s?\(?\b"
    r"(?:in|at|of|near(?! the border)|outside|close to|on the (?:edge|outskirts) of)\s(?:the\s)?(?:[a-z]+\s){0,3}$"
    rf"|^(?:\s[a-z]+)?,?\s\(?(?:(?:just|some|about|around|roughly|to|the|\d[\d,.]*|{_UNIT})[\s-])*(?:{_SIDE}\sof|{_UNIT}\sfrom)"
    r"\s(?:the\s)?(?:[a-z]+\s(?:of\s)?){0,3}$"
)
_OPENS = re.compile(r"\s*(?:in|at|across)\s(?:the\s)?(?:[a-z-]+\s(?:of\s)?){0,4}", re.IGNORECASE)

type Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Circle:
    """A point in degrees WGS 84, and the kilometres around it within which the place is meant to lie."""

    lat: float
    lon: float
    radius_km: float


@cache
def extent(gazetteer: Gazetteer, entry: Entry, side: str | None = None) -> Circle | None:
    """The circle around nine in ten settlements of a country or first-level division, or of its third on one side.

    None where the gazetteer knows too few settlements there.
    """
    points = gazetteer.settlements_in(entry.country or "", entry.admin1 if entry.precision == "province" else None)
    if side is not None and len(points):
        along = points @ _direction(side)
        points = points[along >= np.percentile(along, 100 - SIDE)]
    return _around(points) if len(points) >= FEWEST else None


@cache
def border(gazetteer: Gazetteer, one: str, other: str) -> Circle | None:
    """The circle along the border of two countries: the cells of a fine grid where settlements of both lie close, or
    less close where few live there."""
    cells = [{tuple(cell) for cell in (gazetteer.settlements_in(code) // CELL).tolist()} for code in (one, other)]
    for reach in APART:
        steps = range(-reach, reach + 1)
        beside = {(x + dx, y + dy) for x, y in cells[1] for dx in steps for dy in steps}
        shared = np.array(sorted(cells[0] & beside), dtype=np.float64).reshape(-1, 2)
        if len(shared) >= FEWEST_CELLS:
            break
    circle = _around((shared + 0.5) * CELL) if len(shared) else None
    wide = circle is not None and len(shared) < FEWEST_CELLS
    return replace(circle, radius_km=max(circle.radius_km, UNKNOWN_BORDER_KM)) if circle and wide else circle


def moved(lat: float, lon: float, way: float, side: str) -> tuple[float, float]:
    """The point that lies some way off on one side, on a sphere."""
    bearing, way = np.radians(BEARINGS[side]), way / EARTH_KM
    here = np.radians(lat)
    there = np.arcsin(np.sin(here) * np.cos(way) + np.cos(here) * np.sin(way) * np.cos(bearing))
    turn = np.arctan2(np.sin(bearing) * np.sin(way) * np.cos(here), np.cos(way) - np.sin(here) * np.sin(there))
    return float(np.degrees(there)), float((lon + np.degrees(turn) + 180) % 360 - 180)


def middle(left: tuple[float, float], right: tuple[float, float]) -> tuple[float, float]:
    """The point halfway between two that lie not too far apart."""
    return (left[0] + right[0]) / 2, (left[1] + right[1]) / 2


def _direction(side: str) -> Points:
    angle = np.radians(BEARINGS[side])
    return np.array([np.cos(angle), np.sin(angle)])


def _around(points: Points) -> Circle:
    lat, lon = (float(one) for one in np.median(points, axis=0))
    reach = float(np.percentile(_distances(points, (lat, lon)), MOST_OF_THEM))
    return Circle(round(lat, 3), round(lon, 3), float(max(5, round(reach))))


def _distances(points: Points, centre: tuple[float, float]) -> Points:
    lat, lon = np.radians(points[:, 0]), np.radians(points[:, 1])
    mid_lat, mid_lon = np.radians(centre[0]), np.radians(centre[1])
    half = np.sin((lat - mid_lat) / 2) ** 2 + np.cos(lat) * np.cos(mid_lat) * np.sin((lon - mid_lon) / 2) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))


def placed(tokens: Doc, text: str, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places with the points and circles that the words around them give."""
    found = [_placed(text, one, places, gazetteer) for one in places]
    for at, (left, right) in enumerate(pairwise(places)):
        if _BETWEEN.search(text[max(0, left.start - REACH) : left.start]) and _AND.fullmatch(
            text[left.end : right.start]
        ):
            found[at], found[at + 1] = _midway(left, right)
    known = [one for one in found if one.lat and one.country and one.precision != "region"]
    return tuple(_housed(tokens, text, found, known, at) for at in range(len(found)))


def _placed(text: str, one: PlaceMention, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> PlaceMention:
    before, after = text[max(0, one.start - REACH) : one.start], text[one.end : one.end + 20]
    if one.lat is None or one.lon is None:
        return one
    if one.precision == "country" and (_BORDER.search(before) or _BORDER_AFTER.match(after)):
        return _at_border(one, places, gazetteer)
    if far := _FAR.search(before):
        return _far_off(one, far)
    off = _OFF.search(before)
    if one.precision in AREAS:
        return _of_area(one, off or _PART.search(before), gazetteer)
    if off:
        side = _side(off["side"])
        return _on_a_side(replace(one, name=f"{side} of {one.name}"), side, SIDE_KM, SIDE_RADIUS_KM)
    radius = next((km for words, km in _vague() if before.lower().rstrip().endswith(words)), None)
    return replace(one, radius_km=radius) if radius else one


def _side(words: str) -> str:
    return words.lower().replace("-", "").replace(" ", "")


def _far_off(one: PlaceMention, far: re.Match[str]) -> PlaceMention:
    number = float(far["far"].replace(",", "").rstrip(".") or 0)
    way = number * (KM_A_MILE if far["unit"].lower().startswith("mi") else 1.0)
    side = _side(far["side"]) if far["side"] else None
    name = f"{number:g} {'miles' if way > number else 'km'}{f' {side} of' if side else ' from'} {one.name}"
    if side is None:
        return _landmark(replace(one, name=name), Circle(one.lat or 0.0, one.lon or 0.0, round(way, 1)))
    return _on_a_side(replace(one, name=name), side, way, max(LEAST_KM, OFF_BY * way))


def _on_a_side(one: PlaceMention, side: str, way: float, radius: float) -> PlaceMention:
    lat, lon = moved(one.lat or 0.0, one.lon or 0.0, way, side)
    return _landmark(one, Circle(round(lat, 4), round(lon, 4), round(radius, 1)))


def _of_area(one: PlaceMention, part: re.Match[str] | None, gazetteer: Gazetteer) -> PlaceMention:
    entry = gazetteer.area(one)
    circle = extent(gazetteer, entry, _side(part["side"]) if part else None) if entry is not None else None
    if circle is None:
        return one
    if part is None:
        return replace(one, radius_km=circle.radius_km)
    return _in(replace(one, name=f"{part[0].strip().removesuffix(' the')} {one.name}"), circle)


def _in(one: PlaceMention, circle: Circle) -> PlaceMention:
    return replace(one, lat=circle.lat, lon=circle.lon, radius_km=circle.radius_km, precision="region",
                   geonames_id=None)  # fmt: skip


def _at_border(one: PlaceMention, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> PlaceMention:
    """The border with the country that the nearest other place lies in."""
    others = sorted((abs(other.start - one.start), other.country) for other in places
                    if other.country and other.country != one.country)  # fmt: skip
    other = gazetteer.country(others[0][1]) if others else None
    circle = border(gazetteer, one.country or "", other.country or "") if other is not None else None
    if circle is None or other is None:
        return one
    return _in(replace(one, name=f"border of {' and '.join(sorted([one.name or one.text, other.name]))}"), circle)


def _midway(left: PlaceMention, right: PlaceMention) -> tuple[PlaceMention, PlaceMention]:
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return left, right
    if {left.precision, right.precision} & AREAS:
        return left, right
    lat, lon = middle((left.lat, left.lon), (right.lat, right.lon))
    radius = max(LEAST_KM, kilometres((left.lat, left.lon), (right.lat, right.lon)) / 2)
    there = Circle(round(lat, 4), round(lon, 4), round(radius, 1))
    return _landmark(left, there), _landmark(right, there)


def _landmark(one: PlaceMention, circle: Circle) -> PlaceMention:
    return replace(one, lat=circle.lat, lon=circle.lon, radius_km=circle.radius_km, precision="district",
                   geonames_id=None, landmark=True)  # fmt: skip


def _housed(
    tokens: Doc, text: str, found: Sequence[PlaceMention], known: Sequence[PlaceMention], at: int
) -> PlaceMention:
    """A place that no gazetteer knows: somewhere in the one that is told, else in the country spoken of next to it."""
    one = found[at]
    if one.lat is not None:
        return one
    around = _named_after(text, found, at) or _scene(tokens, text, found, at)
    if around is not None:
        radius = around.radius_km or (IN_TOWN_KM if around.precision == "settlement" else UNKNOWN_KM)
        return replace(one, country=around.country, admin1=around.admin1, lat=around.lat, lon=around.lon,
                       radius_km=radius)  # fmt: skip
    if one.country is not None or one.precision == "region":
        return one
    next_ = bisect_left(known, one.start, key=attrgetter("start"))
    near = (other for other in known[max(0, next_ - 1) : next_ + 1] if _in_one_paragraph(text, one, other))
    beside = [(abs(other.start - one.start), other.country or "") for other in near]
    return replace(one, country=min(beside)[1]) if beside else one


def _in_one_paragraph(text: str, one: PlaceMention, other: PlaceMention) -> bool:
    return "\n" not in text[min(one.end, other.end) : max(one.start, other.start)]


def _named_after(text: str, found: Sequence[PlaceMention], at: int) -> PlaceMention | None:
    """ "X in Y", "X, a hamlet of Y", "X, north of Y"."""
    if at + 1 == len(found):
        return None
    one, around = found[at], found[at + 1]
    between = text[one.end : around.start]
    told = _INSIDE.match(between) or (between == ", " and around.precision in AREAS)
    return around if around.lat is not None and told else None


def _scene(tokens: Doc, text: str, found: Sequence[PlaceMention], at: int) -> PlaceMention | None:
    """The town of a quarter or site; "In Y, …" for what is named after it in the sentence."""
    one = found[at]
    sentence = tokens[one.root].sent
    if has(tokens[one.root], "quarter"):
        return _town(tokens, text, one, [one for one in found[:at] if one.lat is not None and not one.landmark])
    inside = [
        *takewhile(lambda other: other.root >= sentence.start, reversed(found[max(0, at - LONGEST_SENTENCE) : at]))
    ]
    here = [other for other in reversed(inside) if other.lat is not None and not other.landmark]
    if one.precision == "point":
        return _town(tokens, text, one, here)
    opening = here[0] if here and _OPENS.fullmatch(text, sentence.start_char, here[0].start) else None
    return opening if opening is not None and opening.precision != "country" else None


def _town(tokens: Doc, text: str, one: PlaceMention, before: Sequence[PlaceMention]) -> PlaceMention | None:
    """The last town of the paragraph that nobody only leaves or nears, else the one named most."""
    towns = [other for other in before if other.precision == "settlement"]
    close = [other for other in towns if _in_one_paragraph(text, other, one)]
    there = [other for other in close if tokens[other.root].head.lower_ not in BYWAYS]
    often = Counter(other.geonames_id for other in towns)
    chosen = there or close or sorted(towns, key=lambda other: often[other.geonames_id])
    return chosen[-1] if chosen else None


@cache
def _vague() -> tuple[tuple[str, float], ...]:
    """Words before a name that leave it vague, longest first, with the kilometres that they leave open."""
    pairs = [(word, float(entry.name)) for entry in load("place_vague", NounEntry) for word in entry.words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
