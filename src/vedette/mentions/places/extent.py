"""How far places reach, from where the settlements in them lie: circles for areas, their sides, and borders."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry

EARTH_KM = 6371.0
FEWEST = 3
MOST_OF_THEM = 90
SIDE = 33
CELL = 0.25
BEARINGS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0,
    "west": 270.0, "northwest": 315.0,
}  # fmt: skip

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
    """The circle along the border of two countries: the cells of a fine grid where settlements of both lie close."""
    cells = [{tuple(cell) for cell in (gazetteer.settlements_in(code) // CELL).tolist()} for code in (one, other)]
    beside = {(x + dx, y + dy) for x, y in cells[1] for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    shared = np.array(sorted(cells[0] & beside), dtype=np.float64).reshape(-1, 2)
    return _around((shared + 0.5) * CELL) if len(shared) else None


def moved(lat: float, lon: float, kilometres: float, side: str) -> tuple[float, float]:
    """The point that lies some way off on one side, on a sphere."""
    bearing, way = np.radians(BEARINGS[side]), kilometres / EARTH_KM
    here = np.radians(lat)
    there = np.arcsin(np.sin(here) * np.cos(way) + np.cos(here) * np.sin(way) * np.cos(bearing))
    turn = np.arctan2(np.sin(bearing) * np.sin(way) * np.cos(here), np.cos(way) - np.sin(here) * np.sin(there))
    return float(np.degrees(there)), float((lon + np.degrees(turn) + 180) % 360 - 180)


def kilometres(left: tuple[float, float], right: tuple[float, float]) -> float:
    """The way between two points on a sphere."""
    return float(_distances(np.array([left]), right)[0])


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
