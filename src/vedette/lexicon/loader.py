"""Reads one TOML table of the lexicon into frozen entries and says clearly what is wrong with a bad one."""

import tomllib
from dataclasses import MISSING, fields
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from vedette.model import VedetteError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

type Table[T] = tuple[T, ...]


class LexiconError(VedetteError):
    """A lexicon entry has an unknown, missing or wrongly typed field."""


@cache
def load[T: "DataclassInstance"](name: str, shape: type[T]) -> Table[T]:
    """Every `[[entry]]` of `data/NAME.toml` as a `shape`; lists become tuples.

    Raises LexiconError naming the table, the entry's number and the field.
    """
    content = tomllib.loads((files("vedette.lexicon") / "data" / f"{name}.toml").read_text("utf-8"))
    table = f"{name}.toml"
    return tuple(entry_of(table, number, raw, shape) for number, raw in enumerate(content["entry"], start=1))


def entry_of[T: "DataclassInstance"](table: str, number: int, raw: dict[str, Any], shape: type[T]) -> T:
    """One entry as a `shape`; LexiconError naming the table, the entry's number and the field that is wrong."""
    known = {field.name: field for field in fields(shape)}
    needed = {key for key, f in known.items() if f.default is MISSING and f.default_factory is MISSING}
    if wrong := sorted(set(raw) - set(known)) or sorted(needed - set(raw)):
        raise LexiconError(f"{table}, entry {number}: check the field {wrong[0]!r}")
    return shape(**{key: _frozen(value) for key, value in raw.items()})


def _frozen(value: Any) -> Any:  # noqa: ANN401 - TOML values are of any kind
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value
