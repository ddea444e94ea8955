"""Fits what each reason of a certainty judgement weighs to the open `train` part of `factuality`, and nothing else.

Robust linear regression (Huber) by reweighted least squares, on the reasons that occur often and say most.
"""

import json
from collections import Counter
from pathlib import Path

import click
import numpy
from numpy.typing import NDArray

from eval.items import parsed, read
from eval.results import commit_here
from eval.tasks.factuality import WEIGHTS, reasons

type Numbers = NDArray[numpy.float64]
type Examples = tuple[list[tuple[str, ...]], Numbers]

PART = Path("factuality") / "train.jsonl"
SORTS: dict[str, tuple[str, ...]] = {
    "the standing": ("put as",),
    "negation": ("itself negated", "negations", "cue not", "beyond not", "beyond negated", "put as negated"),
    "other cues on the way up": ("cue ", "known"),
    "cues beyond a clause": ("beyond ",),
    "tense and determiner": ("form ",),
    "the verbs above": ("verb ",),
    "whose word it is": ("told ",),
    "place in the clause": ("as ", "after ", "in ", "clause ", "marked "),
    "conditions, any, or, questions": ("on a condition", "of any", "or", "in a question"),
}
KEPT, FEWEST, RIDGE, TOLERANCE, ROUNDS = 100, 15, 5.0, 1.0, 12


@click.command("calibrate")
@click.argument("data", type=click.Path(path_type=Path), default=Path("../shared/eval"))
def calibrate(data: Path) -> None:
    """Fit the weights of the task `factuality` on its training part in DATA and keep them beside the task."""
    found, gold = _examples(data / PART)
    names = sorted(name for name, count in Counter(one for row in found for one in row).items() if count >= FEWEST)
    while len(names) > KEPT:
        names = _without_the_weakest(names, found, gold)
    base, *weights = fit(_table(names, found), gold)
    kept = {"base": round(base, 2)} | {
        name: round(one, 2) for name, one in sorted(zip(names, weights, strict=True), key=lambda pair: -abs(pair[1]))
    }
    WEIGHTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    click.echo(f"{len(names)} reasons weighed on {len(gold)} events of {PART}")


@click.command("reasons")
@click.argument("data", type=click.Path(path_type=Path), default=Path("../shared/eval"))
def reasons_command(data: Path) -> None:
    """Print what each sort of reason adds: fitted without it to `train`, measured on `dev`."""
    (found, gold), (seen, wanted) = _examples(data / PART), _examples(data / "factuality" / "dev.jsonl")
    every = sorted(name for name, count in Counter(one for row in found for one in row).items() if count >= FEWEST)
    click.echo(
        f"factuality, dev, every frequent reason, commit {commit_here()}\n\n| reasons | r | MAE |\n|---|---:|---:|"
    )
    for title, starts in {"all": (), **SORTS}.items():
        names = [name for name in every if not (starts and name.startswith(starts))]
        click.echo(_row(title if not starts else f"without {title}", names, (found, gold), (seen, wanted)))
    for title, starts in SORTS.items():
        names = [name for name in every if name.startswith(starts)]
        click.echo(_row(f"{title} alone", names, (found, gold), (seen, wanted)))


def _row(title: str, names: list[str], train: Examples, held: Examples) -> str:
    weights = numpy.array(fit(_table(names, train[0]), train[1]))
    answers = numpy.clip(_table(names, held[0]) @ weights, -3.0, 3.0)
    r = float(numpy.corrcoef(answers, held[1])[0, 1])
    return f"| {title} | {r:.3f} | {float(numpy.abs(answers - held[1]).mean()):.3f} |"


def _examples(source: Path) -> Examples:
    items = read(source, ("text", "event"), None)
    gold = [json.loads(line)["score"] for line in source.read_text("utf-8").splitlines() if line.strip()]
    found = [reasons(tokens, item.event) or () for item, tokens in parsed(items) if item.event]
    return found, numpy.array(gold)


def _table(names: list[str], found: list[tuple[str, ...]]) -> Numbers:
    """One row for each event: a constant, and one for each reason that holds."""
    column = {name: at for at, name in enumerate(names, start=1)}
    table = numpy.zeros((len(found), len(names) + 1))
    table[:, 0] = 1.0
    for row, held in enumerate(found):
        table[row, [column[one] for one in held if one in column]] = 1.0
    return table


def fit(table: Numbers, gold: Numbers, rounds: int = ROUNDS) -> list[float]:
    """The weights, the constant first; events that miss by more than TOLERANCE count the less the more they miss."""
    penalty = RIDGE * numpy.eye(table.shape[1])
    penalty[0, 0] = 0.0
    trust, weights = numpy.ones(len(gold)), numpy.zeros(table.shape[1])
    for _ in range(rounds):
        weights = numpy.linalg.solve(table.T @ (table * trust[:, None]) + penalty, table.T @ (trust * gold))
        trust = TOLERANCE / numpy.maximum(TOLERANCE, numpy.abs(gold - table @ weights))
    return [float(one) for one in weights]


def _without_the_weakest(names: list[str], found: list[tuple[str, ...]], gold: Numbers) -> list[str]:
    table = _table(names, found)
    says = numpy.abs(fit(table, gold, rounds=1)[1:]) * numpy.sqrt(table[:, 1:].sum(axis=0))
    weakest = set(numpy.argsort(says)[: max(1, min(len(names) - KEPT, len(names) // 10))].tolist())
    return [name for at, name in enumerate(names) if at not in weakest]
