"""Run as a process of its own: records many reports into the ledger named first, or dies in the middle of one."""

import os
import signal
import sys
from collections.abc import Iterator

from tests.ledger.examples import MONDAY, V1, report
from vedette.ledger import Ledger, open_ledger
from vedette.model import Issue


def everything(ledger: Ledger, reports: int) -> None:
    """Record the reports, and say so when the first one stands."""
    for number in range(reports):
        document, claims = report(number)
        ledger.record(document, document.text.encode(), f"{number}.txt", claims, V1, MONDAY, "reader")
        if number == 0:
            print("recording", flush=True)  # noqa: T201 - the test waits for it


def half(ledger: Ledger) -> None:
    """Die with the document and its claims written but not committed."""
    document, claims = report(0)

    def issues() -> Iterator[Issue]:
        yield Issue("0.txt", "killed here")
        os.kill(os.getpid(), signal.SIGKILL)

    ledger.record(document, document.text.encode(), "0.txt", claims, V1, MONDAY, "reader", issues())


if __name__ == "__main__":
    with open_ledger(sys.argv[1]) as opened:
        half(opened) if sys.argv[2] == "half" else everything(opened, int(sys.argv[2]))
