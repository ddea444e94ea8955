"""Vedette reads what is written about an armed conflict and keeps a ledger of attributed claims."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vedette.ledger import open_ledger
    from vedette.reader import Reader

_HOMES = {"Reader": "vedette.reader", "open_ledger": "vedette.ledger"}

__all__ = ["Reader", "open_ledger"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """Load the language model's libraries only when they are asked for."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'vedette' has no attribute {name!r}")
