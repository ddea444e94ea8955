"""Items of an evaluation file: read and checked, cut down to what a task may see, and marked in order."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, tee
from pathlib import Path
from typing import Any

from vedette.mentions import Marker
from vedette.mentions.parser import parse_all
from vedette.model import Document, Marked, VedetteError
from vedette.model.tokens import Doc

type Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """What a task may see of an item. `spans` are given stretches of the text, where the task's section allows them."""

    id: str
    text: str
    event: tuple[int, int] | None = None
    dct: str | None = None
    text_blind: str | None = None
    full_text: str | None = None
    spans: tuple[tuple[int, int], ...] | None = None


def visible(record: Mapping[str, Any], inputs: tuple[str, ...], spans: str | None) -> Item:
    """The named inputs of a record and nothing else; of the list called `spans` only where its entries stand.

    Raises KeyError, TypeError or ValueError when an input is missing or of the wrong kind.
    """
    given: Record = {name: _text(record, name) for name in ("id", *inputs) if name != "event"}
    if "event" in inputs:
        given["event"] = _stretch(*record["event"], text=given["text"])
    if spans is not None and spans in record:
        given["spans"] = tuple(_stretch(one["start"], one["end"], text=given["text"]) for one in record[spans])
    return Item(**given)


def _text(record: Mapping[str, Any], name: str) -> str:
    if not isinstance(record[name], str):
        raise TypeError(f"{name!r} must be text")
    return str(record[name])


def _stretch(start: int, end: int, *, text: str) -> tuple[int, int]:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"{start}:{end} is outside the text")
    return start, end


def read(path: Path, inputs: tuple[str, ...], spans: str | None, sample: int | None = None) -> list[Item]:
    """The items of a JSON lines file, the first `sample` only where given; VedetteError names a bad line."""
    try:
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise VedetteError(f"{path}: {error}") from None
    items: list[Item] = []
    for number, line in enumerate(lines, start=1):
        if line.strip() and (sample is None or len(items) < sample):
            items.append(_item(line, f"{path}:{number}", inputs, spans))
    return items


def _item(line: str, where: str, inputs: tuple[str, ...], spans: str | None) -> Item:
    try:
        return visible(json.loads(line), inputs, spans)
    except KeyError as error:
        raise VedetteError(f"{where}: no field {error}") from None
    except (TypeError, ValueError) as error:
        raise VedetteError(f"{where}: {error}") from None


def marked(items: Iterable[Item]) -> Iterator[tuple[Item, Marked]]:
    """Each item with its marked text, in order; a text that comes several times in a row is read once."""
    groups, again = tee(_alike(items))
    documents = (Document(group[0].text, published=group[0].dct) for group in again)
    for group, reading in zip(groups, Marker().mark_all(documents), strict=True):
        for item in group:
            yield item, reading


def parsed(items: Iterable[Item]) -> Iterator[tuple[Item, Doc]]:
    """Each item with the parse of its text, for tasks that need no mentions."""
    groups, again = tee(_alike(items))
    for group, tokens in zip(groups, parse_all(group[0].text for group in again), strict=True):
        for item in group:
            yield item, tokens


def _alike(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items that follow one another and ask of the same text."""
    for _, group in groupby(items, key=lambda item: (item.text, item.dct)):
        yield list(group)
