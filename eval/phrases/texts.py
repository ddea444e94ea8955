"""Texts of our own in which every event is marked: lines with "[words|kind/type]", reports, reference passages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.gold.passages import read_passages
from eval.reports.reading import read_reports
from vedette.claims.events import entries
from vedette.model import VedetteError

FOLDER = Path(__file__).with_name("marked")
MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")

type Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with the stretches that report events and their types, likeliest first, none where the text gives none.

    `free` may be taken for an event or not; phrases are learned from what is `taught`; nothing is of the type `barred`.
    """

    text: str
    events: tuple[tuple[Stretch, tuple[str, ...]], ...]
    free: tuple[Stretch, ...] = ()
    taught: bool = False
    barred: str = ""


def marked_texts() -> Iterator[MarkedText]:
    """Every text that may be learned from."""
    yield from marked_lines()
    for one in read_reports(split="working"):
        events = tuple((place, tuple(sorted(each.types))) for each in one.expected for place in each.events)
        yield MarkedText(one.text, events, tuple(place for each in one.allowed for place in each.events))
    for passage in read_passages(split="dev"):
        yield MarkedText(passage.text, tuple((claim.event, ()) for claim in passage.claims))
    for entry in entries():
        if not entry.phrases:
            yield from (MarkedText(line, (), barred=f"{entry.kind}/{entry.type}") for line in entry.no)


def marked_lines(folder: Path = FOLDER) -> Iterator[MarkedText]:
    """The lines of every file of a folder; VedetteError names the line whose marks are broken."""
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.strip():
                yield _marked(line.strip(), f"{path.name}, line {number}")


def _marked(line: str, name: str) -> MarkedText:
    text, end, events = "", 0, []
    for mark in MARK.finditer(line):
        text += line[end : mark.start()]
        events.append(((len(text), len(text) + len(mark[1])), tuple(mark[2].split())))
        text, end = text + mark[1], mark.end()
    text += line[end:]
    if re.search(r"[\[\]|]", text):
        raise VedetteError(f"{name}: a bracket that marks nothing")
    return MarkedText(text, tuple(events), taught=True)
