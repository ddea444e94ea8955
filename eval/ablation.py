"""What each part of the resolution of places adds: the task `places` with one part switched off at a time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from eval.items import Record
from eval.predicting import predict, task_named
from eval.results import commit_here
from eval.scoring import PART, score
from vedette.mentions.places import context

SILENT = dict.fromkeys(context.PRIOR, 0.0)
PARTS: Mapping[str, Mapping[str, object]] = {
    "all of it": {},
    "without the places nearby": {"NEARBY": 0.0},
    "without the country of the text": {"COUNTRY": 0.0},
    "without what the words beside a name say": {"TOLD": 0.0, "HOLDING": 0.0},
    "without the sort of place": {"PRIOR": SILENT, "CAPITAL": 0.0},
    "without main names before others": {"OTHER_NAME": 0.0},
    "people alone": {"NEARBY": 0.0, "COUNTRY": 0.0, "TOLD": 0.0, "HOLDING": 0.0, "PRIOR": SILENT, "CAPITAL": 0.0,
                     "OTHER_NAME": 0.0},
}  # fmt: skip
FIGURES = ("lgl", "geovirus")


@click.command("ablate")
@click.argument("data", type=click.Path(path_type=Path), default=Path("../shared/eval"))
def ablate(data: Path) -> None:
    """Print a table of acc@161 km on given toponyms, per corpus, with each part of the method left out."""
    click.echo(f"acc@161 km on given toponyms, commit {commit_here()}\n\n| method | LGL | GeoVirus |\n|---|---:|---:|")
    for name, parts in PARTS.items():
        found = _measured(data, parts)
        click.echo(f"| {name} | " + " | ".join(f"{_accuracy(found, source):.3f}" for source in FIGURES) + " |")


def _measured(data: Path, parts: Mapping[str, object]) -> Record:
    gold, answers = data / "places" / PART, Path(__file__).parent / "out" / "ablation.jsonl"
    with _set(parts):
        predict(task_named("places"), gold, answers)
    return score(data / "score.py", "places", gold, answers)


def _accuracy(found: Record, source: str) -> float:
    accuracy: float = found["by_source"][source]["resolution_gold_spans"]["acc_161km"]
    return accuracy


@contextmanager
def _set(parts: Mapping[str, object]) -> Iterator[None]:
    """The weights of the method changed for a while."""
    before = {name: getattr(context, name) for name in parts}
    try:
        for name, value in parts.items():
            setattr(context, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(context, name, value)
