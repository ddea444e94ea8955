"""Measures the tasks of a data folder with the scorer that lies in it."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from eval.items import Record
from eval.predicting import predict
from eval.results import Result, commit_here
from eval.tasks import Task
from vedette.model import VedetteError

PART = "dev.jsonl"


def measure(data: Path, tasks: tuple[Task, ...], out: Path, sample: int | None = None) -> Iterator[Result]:
    """Predict and score each task that the folder has a visible part for."""
    if not (data / "score.py").is_file():
        raise VedetteError(f"no evaluation data in {data}: it must hold score.py and a folder for each task")
    for task in tasks:
        if (data / task.name / PART).is_file():
            yield _measured(data, task, out, sample)
        else:
            sys.stderr.write(f"{task.name}: skipped, {data / task.name / PART} is not there\n")


def _measured(data: Path, task: Task, out: Path, sample: int | None) -> Result:
    gold, answers, commit = data / task.name / PART, out / f"{task.name}.jsonl", commit_here()
    began = time.perf_counter()
    items = predict(task, gold, answers, sample)
    seconds = time.perf_counter() - began
    if sample is not None:
        gold = _head(gold, items, out / f"{task.name}.gold.jsonl")
    return Result(task.name, items, round(seconds, 1), commit, score(data / "score.py", task.name, gold, answers))


def _head(gold: Path, items: int, target: Path) -> Path:
    lines = [line for line in gold.read_text("utf-8").split("\n") if line.strip()]
    target.write_text("\n".join(lines[:items]) + "\n", "utf-8")
    return target


def score(scorer: Path, task: str, gold: Path, answers: Path) -> Record:
    """What the scorer says of a file of answers."""
    command = [sys.executable, str(scorer), task, str(gold), str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the user names the scorer
    if done.returncode != 0:
        raise VedetteError(f"{task}: the scorer refused the answers: {done.stderr.strip()}")
    metrics: Record = json.loads(done.stdout)
    return metrics
