"""What the server keeps of one ledger: the last complete snapshot, told by a clerk, and a connection a thread."""

import asyncio
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from fastapi import Request
from numpy.typing import NDArray

from vedette.api.clerk import Answer, Grown, Question, work
from vedette.ledger import Ledger, open_ledger
from vedette.model import NOW, Moment, VedetteError

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext
    from multiprocessing.process import BaseProcess

MOMENTS, ANSWERS, MOST_BYTES = 4, 500, 1 << 26
PATIENCE_SECONDS = 20.0
DIED = "the process that assesses the ledger ended early, perhaps for lack of memory: ask again"
# A fork of a process that has threads may hang; the server that forks has none, and has imported what clerks need.
_CONTEXT = cast("SpawnContext", get_context("forkserver" if "forkserver" in get_all_start_methods() else "spawn"))
_CONTEXT.set_forkserver_preload([work.__module__])


class Answers:
    """Answers as they were sent, by what was asked; the oldest are dropped when they get too many or too large."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}
        self._size = 0

    def get(self, asked: str) -> bytes | None:
        """The answer given before."""
        return self._kept.get(asked)

    def keep(self, asked: str, body: bytes) -> bytes:
        """Keep an answer, and give it back."""
        if asked not in self._kept:
            self._kept[asked] = body
            self._size += len(body)
            while len(self._kept) > ANSWERS or self._size > MOST_BYTES:
                self._size -= len(self._kept.pop(next(iter(self._kept))))
        return body


@dataclass(frozen=True)
class Snapshot:
    """What the ledger adds up to at one moment, in one version of it; it never changes.

    `ids`, `numbers`: of its claims, in order.
    """

    moment: Moment
    version: str
    told: Mapping[str, bytes]
    ids: NDArray[np.bytes_]
    numbers: NDArray[np.int64]
    answers: Answers = field(default_factory=Answers, compare=False)

    @property
    def tag(self) -> str:
        """Names this snapshot: the same tag, the same answers."""
        moment = self.moment
        return f"{self.version}/{moment.as_of or ''}/{moment.known_at or ''}".replace(" ", "T")

    def rows(self, numbers: Sequence[int]) -> NDArray[np.intp]:
        """Where the claims of some numbers stand, in order; those that are not among them are left out."""
        at = np.array(numbers, np.intp)
        rows = self._row_of[at[at < len(self._row_of)]]
        return np.sort(rows[rows >= 0])

    @cached_property
    def _row_of(self) -> NDArray[np.intp]:
        found = np.full(int(self.numbers.max(initial=0)) + 1, -1, np.intp)
        found[self.numbers] = np.arange(len(self.numbers))
        return found

    def after(self, grown: Grown) -> "Snapshot":
        """The snapshot that follows when this is told; the same one where nothing was new."""
        if (grown.moment, grown.version) == (self.moment, self.version):
            return self
        told = dict(self.told) | grown.told
        for name in grown.gone:
            told.pop(name, None)
        return Snapshot(grown.moment, grown.version, told, grown.ids, grown.numbers)


NOTHING = Snapshot(Moment(known_by="recorded"), "", {}, np.array([], "S32"), np.array([], np.int64))


class Employed:
    """A clerk in its process, as the desk knows it. Begins with the first question, and again should it have ended."""

    def __init__(self, path: Path, follow: bool, keep: Callable[[Snapshot], None]) -> None:
        self._path = path
        self._follow = follow
        self._keep = keep
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._waiting: dict[int, Future[Any]] = {}
        self._asked = 0

    @property
    def busy(self) -> bool:
        """Whether somebody waits for an answer."""
        return bool(self._waiting)

    def ask(self, question: Question) -> "Future[Any]":
        """What will be the answer: a snapshot, or what the clerk says."""
        future: Future[Any] = Future()
        with self._lock:
            if self._pipe is None:
                self._begin()
            self._asked += 1
            self._waiting[self._asked] = future
            with suppress(OSError):  # whoever listens finds out, and says so to all who wait
                cast("Connection", self._pipe).send((self._asked, question))
        return future

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._process is not None:
                self._process.terminate()
                self._process.join()

    def _begin(self) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=work, args=(self._path, theirs, self._follow), daemon=True)
        self._process.start()
        theirs.close()
        threading.Thread(target=self._listen, args=(self._pipe,), daemon=True).start()

    def _listen(self, pipe: Connection) -> None:
        last = NOTHING
        try:
            while True:
                number, answer = pipe.recv()
                if isinstance(answer, Grown):
                    answer = last = last.after(answer)
                    self._keep(last)
                if number in self._waiting:
                    _settle(self._waiting.pop(number), answer)
        except (EOFError, OSError):
            with self._lock:
                self._pipe = None
                while self._waiting:
                    _settle(self._waiting.popitem()[1], VedetteError(DIED))


def _settle(future: "Future[Any]", answer: object) -> None:
    if isinstance(answer, VedetteError):
        future.set_exception(answer)
    else:
        future.set_result(answer)


class Desk:
    """Hands out the ledger and the snapshots of it. Safe to be used by many threads.

    The present is followed by one clerk; another works out whatever else is asked, one thing after the other.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime], tiles: str | None = None) -> None:
        self.path = path
        self.clock = clock
        self.tiles = tiles
        self._local = threading.local()
        self._lock = threading.Lock()
        self._kept: OrderedDict[Moment, Snapshot] = OrderedDict()
        self._present = Employed(path, True, self._keep)
        self._past = Employed(path, False, self._keep)

    @property
    def ledger(self) -> Ledger:
        """The ledger, by this thread's own connection."""
        if not hasattr(self._local, "ledger"):
            self._local.ledger = open_ledger(self.path, create=False)
        return cast("Ledger", self._local.ledger)

    @property
    def version(self) -> str:
        """The version of the snapshot of the present, "" before there is one."""
        known = self._kept.get(NOW)
        return known.version if known else ""

    async def snapshot(self, moment: Moment = NOW) -> Snapshot:
        """What was known at a moment when last it was worked out; what people judged since is always obeyed."""
        known = self._kept.get(moment)
        if known is not None and (moment == NOW or self._will_do(known)):
            return known
        return cast("Snapshot", await self._told(Question("known", moment)))

    async def caught_up(self) -> None:
        """Wait until the present has all that was written before, but not forever."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._told(Question("known")), PATIENCE_SECONDS)

    async def answer(self, question: Question) -> Answer:
        """What a clerk says, of the snapshot that is the last by then."""
        return cast("Answer", await self._told(question))

    def begin(self) -> None:
        """Have the present worked out, whether or not anybody has asked yet."""
        self._present.ask(Question("known"))

    def close(self) -> None:
        """End the clerks."""
        self._present.close()
        self._past.close()

    async def _told(self, question: Question) -> object:
        now = question.moment == NOW and question.what != "changes"
        answer = (self._present if now else self._past).ask(question)
        return await asyncio.shield(asyncio.wrap_future(answer))

    def _will_do(self, known: Snapshot) -> bool:
        """Whether the ledger has not grown since; while somebody is at it also where only documents came."""
        if not self.version or known.version == self.version:
            return True
        return self._past.busy and known.version.split("-")[2] == self.version.split("-")[2]

    def _keep(self, snapshot: Snapshot) -> None:
        with self._lock:
            self._kept[snapshot.moment] = snapshot
            self._kept.move_to_end(snapshot.moment)
            others = [moment for moment in self._kept if moment != NOW]
            for moment in others[:-MOMENTS]:
                del self._kept[moment]


def desk_of(request: Request) -> Desk:
    """The desk of the server that was asked."""
    return cast("Desk", request.app.state.desk)
