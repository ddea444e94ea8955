"""Several processes that read at once: each loads the models once; the ledger stays with whoever asks them."""

import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import batched
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType
from typing import Self

from vedette.model import Claim, Document, VedetteError
from vedette.reader import Reader

CHUNK = 8
DIED = "a process that reads ended early, perhaps for lack of memory: run the same command again, with fewer --jobs"


class Workers:
    """Reads as a Reader does, in so many processes; a `with` block ends them."""

    def __init__(self, jobs: int) -> None:
        """The processes start with the first document."""
        self.extractor = Reader().extractor
        self._pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=error is None, cancel_futures=True)

    def claims_of(self, documents: Iterable[Document]) -> Iterator[tuple[Claim, ...]]:
        """The claims of each document, in order, as they come."""
        try:
            for claims in self._pool.map(_claims_of, batched(documents, CHUNK)):
                yield from claims
        except BrokenProcessPool as error:
            raise VedetteError(DIED) from error


def _begin() -> None:
    """Leave Ctrl-C to the process that asks, and end when that one is gone, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)


@cache
def _reader() -> Reader:
    return Reader()


def _claims_of(documents: tuple[Document, ...]) -> list[tuple[Claim, ...]]:
    return list(_reader().claims_of(documents))
