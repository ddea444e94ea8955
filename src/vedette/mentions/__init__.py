"""Document in, marked text out: parties, places, times and amounts, on one parse."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vedette.mentions.marker import Marker

__all__ = ["Marker"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """Load the parser only when it is asked for: the gazetteer is also looked into without it."""
    if name == "Marker":
        return import_module("vedette.mentions.marker").Marker
    raise AttributeError(f"module 'vedette.mentions' has no attribute {name!r}")
