"""Document in, marked text out: parties, places, times and amounts, on one parse."""

from vedette.mentions.marker import Marker

__all__ = ["Marker"]
