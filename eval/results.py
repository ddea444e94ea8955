"""The results of runs, kept as JSON task by task, and shown as a Markdown table."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.floors import Figures
from eval.items import Record
from eval.tasks import BY_NAME, LOWER_IS_BETTER

HEAD = """# Results

Measured by `make eval` on the visible development parts of public datasets. `make eval` fails when a figure is below
its floor. Higher is better unless it says otherwise. The reading itself is trained on none of it; two things are fitted
to the training parts, which are not reported: the weights of the named reasons behind factuality, and the threshold of
coreference, whose synonyms were written with its training part in view.

Read with care: word lists and weights were shaped while looking at errors on these development parts (event types most
of all, then places, event locations, incidents, displacement, quantities, relations): on unseen parts figures may be
lower.

To compare: always answering "Fair" and "Likely strike" gives incidents a grading macro F1 of 0.239 and a status macro
F1 of 0.226; always "no location" gives event_location an exact_set_accuracy of 0.436; always 3 gives factuality an MAE
of 0.768.

| task | items | seconds | commit | figure | measured | floor |
|---|---:|---:|---|---|---:|---:|
"""


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the scorer said about one task, how long the predictions took, and of which commit they were."""

    task: str
    items: int
    seconds: float
    commit: str
    metrics: Record

    @property
    def figures(self) -> dict[str, float]:
        """The headline figures by dotted name, those that the scorer gave."""
        found = {name: _walk(self.metrics, name) for name in BY_NAME[self.task].headlines}
        return {name: value for name, value in found.items() if value is not None}


def _walk(metrics: Record, dotted: str) -> float | None:
    value: object = metrics
    for key in dotted.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return float(value) if isinstance(value, int | float) else None


def figures_of(results: Iterable[Result]) -> Figures:
    """The headline figures by task."""
    return {result.task: result.figures for result in results}


def read_results(path: Path) -> list[Result]:
    """What was measured last, task by task; nothing where there is no file yet."""
    known = json.loads(path.read_text("utf-8")) if path.is_file() else []
    return [Result(**one) for one in known if one["task"] in BY_NAME]


def merged(known: Iterable[Result], new: Iterable[Result]) -> list[Result]:
    """The newer result of every task, in the order of the tasks."""
    latest = {one.task: one for one in (*known, *new)}
    return [latest[name] for name in BY_NAME if name in latest]


def write_results(results: Iterable[Result], path: Path) -> None:
    """Keep results for machines."""
    path.write_text(json.dumps([asdict(one) for one in results], indent=1) + "\n", "utf-8")


def markdown(results: Iterable[Result], floors: Mapping[str, Mapping[str, float]]) -> str:
    """The table of all headline figures."""
    return HEAD + "".join(line for result in results for line in _lines(result, floors.get(result.task, {})))


def _lines(result: Result, floors: Mapping[str, float]) -> Iterator[str]:
    lead = f"{result.task} | {result.items} | {result.seconds:.0f} | {result.commit}"
    for name, value in result.figures.items():
        shown = f"{name} (lower is better)" if name in LOWER_IS_BETTER else name
        floor = f"{floors[name]:.3f}" if name in floors else ""
        yield f"| {lead} | {shown} | {value:.3f} | {floor} |\n"
        lead = "|||"


def commit_here() -> str:
    """The commit of the working tree, with a "+" when what is measured differs from it."""
    head, changes = _git("rev-parse", "--short", "HEAD"), _git("status", "--porcelain", "--", "../src", "tasks")
    return f"{head or 'unknown'}{'+' if changes else ''}"


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(Path(__file__).parent), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    return done.stdout.strip()
