"""Speed and memory of the whole path beside bare spaCy, over the same texts, each run in a process of its own."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.resources import as_file, files
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import click

from vedette.documents import Loaded, read_paths
from vedette.model import Document, VedetteError

OUT = Path(__file__).with_name("out") / "bench.json"
KINDS = ("whole", "spacy")
PARTS = ("documents", "mentions", "attribution", "two", "spacy two", "gazetteer", "claims")
NAMES = {
    "whole": "documents to ledger", "spacy": "bare spaCy", "documents": "documents to claims",
    "mentions": "resolution", "attribution": "attribution", "two": "two processes",
    "spacy two": "bare spaCy in two processes", "gazetteer": "gazetteer", "claims": "vedette claims",
}  # fmt: skip
BUDGET_WHOLE, BUDGET_SHARE, BUDGET_ATTRIBUTION = 1.5, 0.20, 1.3
BUDGET_LOAD, BUDGET_MB, BUDGET_START = 1.5, 400, 0.5


@dataclass(frozen=True, slots=True)
class Figures:
    """What one kind of run came to over all rounds."""

    kind: str
    documents: int
    words: int
    documents_a_second: float
    words_a_second: float
    load_seconds: float
    peak_mb: float


@click.command("read")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--documents", default=100, show_default=True, type=click.IntRange(min=1), help="How many to read.")
@click.option("--rounds", default=2, show_default=True, type=click.IntRange(min=1), help="How often, in turns.")
def bench(folder: Path | None, documents: int, rounds: int) -> None:
    """Time the whole path beside bare spaCy over the reports in FOLDER, the sample reports without it."""
    texts = [one.document for one in _reports(folder)]
    if not texts:
        raise VedetteError(f"no reports to read in {folder or 'the samples'}")
    chosen = list(islice(cycle(texts), documents))
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "reports.jsonl"
        path.write_text("".join(_line(number, one) for number, one in enumerate(chosen)), "utf-8")
        runs = [run for number in range(rounds) for run in _round(number, path)]
        parts = {kind: _best([_timed(kind, path) for _ in range(rounds)]) for kind in PARTS}
    words = sum(len(one.text.split()) for one in chosen)
    results = [_figures(kind, words, [run for name, run in runs if name == kind]) for kind in KINDS]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps([asdict(one) for one in results], indent=1) + "\n", "utf-8")
    click.echo(table(results))
    click.echo(budgets({**{kind: _best([run for name, run in runs if name == kind]) for kind in KINDS}, **parts}))


def _reports(folder: Path | None) -> list[Loaded]:
    with as_file(files("vedette") / "samples") as samples:
        found = read_paths([folder or samples], now=datetime.now(UTC))
        return [one for one in found if isinstance(one, Loaded) and one.document.language in {None, "en"}]


def _line(number: int, document: Document) -> str:
    """One report under a title and an address of its own, so that none is known already."""
    about = {"title": f"{document.title or 'Report'} ({number})", "url": f"https://example.org/{number}"}
    record = {"text": document.text, "outlet": document.outlet, "published": document.published, **about}
    return json.dumps(record) + "\n"


def _round(number: int, path: Path) -> list[tuple[str, dict[str, float]]]:
    """Every kind once; the order turns from round to round, so that no kind is always the one on a warm machine."""
    order = KINDS if number % 2 == 0 else KINDS[::-1]
    return [(kind, _timed(kind, path)) for kind in order]


def _timed(kind: str, path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "eval.workload", kind, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own module
    if done.returncode != 0:
        raise VedetteError(f"the {NAMES[kind]} run failed: {done.stderr.strip()[-500:]}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _best(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """The least of each figure of some runs: what the machine does besides only ever adds."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def budgets(parts: dict[str, dict[str, float]]) -> str:
    """What was measured beside what it may cost: processor time, which the machine's other work leaves alone, and wall.

    Two processes stand beside bare spaCy in two by wall alone: their processor time has their start in it.
    """
    beside = (
        ("documents to claims", "documents", "spacy", f"{BUDGET_WHOLE}"),
        ("documents to ledger", "whole", "spacy", f"{BUDGET_WHOLE}"),
        ("documents to ledger in two processes", "two", "spacy two", f"{BUDGET_WHOLE}"),
        ("attribution with its parse", "attribution", "spacy", f"{BUDGET_ATTRIBUTION}"),
        ("resolution of mentions alone", "mentions", "spacy", f"{BUDGET_SHARE}"),
    )
    alone = (
        ("gazetteer, time to load", f"{parts['gazetteer']['seconds']:.2f} s", f"{BUDGET_LOAD} s"),
        ("gazetteer, memory", f"{parts['gazetteer']['documents']:.0f} MB", f"{BUDGET_MB} MB"),
        ("start of vedette claims", f"{parts['claims']['seconds']:.2f} s", f"{BUDGET_START} s"),
    )
    lines = [f"{'times bare spaCy over the same texts':<40}{'CPU':>8}{'wall':>8}"]
    for name, part, bare, limit in beside:
        wall, cpu = (parts[part][kind] / parts[bare][kind] for kind in ("seconds", "cpu"))
        times = f"{'' if part == 'two' else f'{cpu:.2f}':>8}{wall:>8.2f}"
        lines.append(f"{name:<40}{times}   budget {limit}")
    return "\n".join([*lines, *(f"{name:<40}{measured:>16}   budget {limit}" for name, measured, limit in alone)])


def _figures(kind: str, words: int, runs: Sequence[dict[str, float]]) -> Figures:
    seconds, documents = median(run["seconds"] for run in runs), int(runs[0]["documents"])
    return Figures(
        kind,
        documents,
        words,
        round(documents / seconds, 2),
        round(words / seconds),
        median(run["load_seconds"] for run in runs),
        max(run["peak_mb"] for run in runs),
    )


def table(results: Sequence[Figures]) -> str:
    """The figures as aligned lines, and how the whole path compares with the parse alone."""
    lines = [f"{'':<22}{'documents/s':>12}{'words/s':>10}{'load s':>8}{'peak MB':>9}"]
    for one in results:
        speed = f"{one.documents_a_second:>12.1f}{one.words_a_second:>10.0f}"
        lines.append(f"{NAMES[one.kind]:<22}{speed}{one.load_seconds:>8.1f}{one.peak_mb:>9.0f}")
    first, second = results[0], results[-1]
    share = second.documents_a_second / first.documents_a_second
    return "\n".join(
        [*lines, f"{first.documents} documents, {first.words} words; the whole takes {share:.2f} times as long"]
    )
