"""Runs one task over a file of items and writes one prediction a line."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from eval.items import Record, read
from eval.tasks import BY_NAME, Task
from vedette.model import VedetteError


def task_named(name: str) -> Task:
    """The task of that name; VedetteError lists them all when there is none."""
    if name not in BY_NAME:
        raise VedetteError(f"there is no task {name!r}; the tasks are {', '.join(BY_NAME)}")
    return BY_NAME[name]


def predict(task: Task, source: Path, target: Path, sample: int | None = None) -> int:
    """Write a prediction for every item of `source` to `target`, in order; give their number."""
    items = read(source, task.inputs, task.spans, sample)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as lines:
            for record in _counted(task.name, task.predict(items), len(items)):
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    except OSError as error:
        raise VedetteError(f"{target}: {error}") from None
    return len(items)


def _counted(name: str, records: Iterator[Record], total: int) -> Iterator[Record]:
    """The records, with a line on standard error that tells how far they are."""
    end, every = ("\r", 10) if sys.stderr.isatty() else ("\n", max(100, total // 4))
    for done, record in enumerate(records, start=1):
        yield record
        if done % every == 0 and done != total:
            sys.stderr.write(f"{name}: {done} of {total}{end}")
            sys.stderr.flush()
    sys.stderr.write(f"{name}: {total} of {total}\n")
