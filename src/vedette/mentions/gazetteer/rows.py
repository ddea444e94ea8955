"""What a row of a list of places must have: a name, a country and coordinates, each checked."""

from collections.abc import Mapping

LONGEST = 200
UNREADABLE = "\ufffd"
MOST = 2**32 - 1


class RowError(Exception):
    """Why a row cannot be taken."""


def name_of(text: str) -> str:
    """The name in a cell."""
    name = " ".join(text.split())
    if not name:
        raise RowError("it has no name")
    if UNREADABLE in name:
        raise RowError("its name is not UTF-8")
    if len(name) > LONGEST or not any(char.isalpha() for char in name):
        raise RowError(f"{name[:40]!r} is no name")
    return name


def degrees(lat: str, lon: str) -> tuple[float, float]:
    """Coordinates in degrees; a comma may stand for the point."""
    try:
        north, east = (float(text.strip().replace(",", ".")) for text in (lat, lon))
    except ValueError:
        raise RowError(f"its coordinates {lat[:20]!r}, {lon[:20]!r} are no numbers") from None
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise RowError(f"its coordinates {lat[:20]}, {lon[:20]} are not on the globe: latitude first, in degrees")
    if north == east == 0:
        raise RowError("its coordinates are 0, 0, which stand for none")
    return north, east


def country_in(text: str, codes: Mapping[str, str], default: str | None) -> str:
    """The two letters of a country from a cell that holds them or its three letters."""
    word = text.strip().upper()
    if not word and default:
        return default
    if word not in codes:
        raise RowError(f"{text[:20]!r} is no country code" if word else "it has no country: give it with --country")
    return codes[word]


def people_of(text: str) -> int:
    """A population; 0 where it is unknown."""
    text = text.strip()
    if text and not text.isdecimal():
        raise RowError(f"its population {text[:20]!r} is no number")
    return min(int(text[:12] or 0), MOST)
