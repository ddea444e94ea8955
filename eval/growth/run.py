"""One measured run in a process of its own: `python -m eval.growth.run CLAIMS` prints its figures as JSON."""

import json
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import batched
from pathlib import Path

from eval.growth.made import reports
from eval.workload import peak_megabytes
from vedette.ledger import Ledger, open_ledger
from vedette.model import Claim
from vedette.run import Watch

AT = datetime(2025, 1, 1, tzinfo=UTC)
ONE_MORE, A_REPORT, TOGETHER = 5, 14, 1000


def main(count: int) -> None:
    """Fill a ledger, assess it from scratch, then add some documents one by one."""
    figures: dict[str, float] = {"claims": count}
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "made.db") as ledger:
        with timed(figures, "fill"):
            last = filled(ledger, reports(count + A_REPORT * ONE_MORE), ONE_MORE)
        watch = Watch(ledger)
        with timed(figures, "load"):
            for _ in ledger.claims():
                pass
        with timed(figures, "whole"):
            situation = watch.situation()
        figures |= {"lines": len(situation.lines), "places": len(situation.control), "series": len(situation.series)}
        for claims in last:
            record(ledger, claims)
            with timed(figures, "one"):
                watch.situation()
    figures["peak_mb"] = round(peak_megabytes())
    sys.stdout.write(json.dumps(figures) + "\n")


def filled(ledger: Ledger, made: Iterable[list[Claim]], spared: int) -> list[list[Claim]]:
    """Put reports into a ledger but the last, which are given back."""
    last: deque[list[Claim]] = deque()
    for some in batched(made, TOGETHER):
        with ledger.at_once():
            for claims in some:
                last.append(claims)
                if len(last) > spared:
                    record(ledger, last.popleft())
    return list(last)


def record(ledger: Ledger, claims: list[Claim]) -> None:
    """Put one made-up report into a ledger."""
    document = claims[0].document
    ledger.record(document, b"", "made", claims, "made 1", AT, "bench")


@contextmanager
def timed(figures: dict[str, float], name: str) -> Iterator[None]:
    """Keep the seconds that something took, the most where it is done again."""
    began = time.process_time()
    yield
    figures[name] = max(figures.get(name, 0.0), round(time.process_time() - began, 3))


if __name__ == "__main__":
    main(int(sys.argv[1]))
