"""A process of its own that assesses the ledger and tells the server what changed since last, ready to send.

So no answer ever waits for an assessment, and what all answers of one version say fits together.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, Queue
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from vedette.api.columns import Telling, Told
from vedette.api.dossiers import DOSSIERS, claim_dossier
from vedette.api.shapes import packed
from vedette.api.shelves import Shelves
from vedette.ledger import Ledger, open_ledger
from vedette.model import NOW, Moment, VedetteError
from vedette.run import Watch
from vedette.views import brief_page, change_as_dict, situation_as_dict

UNDISTURBED_SECONDS = 0.05  # how long an answer that has its turn may take before the other thread has one
SWITCH_SECONDS = 0.0005  # how long an answer waits for its turn while the other thread assesses
EVERY_SECONDS = 2.0  # how long it rests between two looks at what was written meanwhile

QUICK = frozenset({"claims", *DOSSIERS})


@dataclass(frozen=True, slots=True)
class Question:
    """What a clerk is asked: what is `known` at a moment, the `brief` or the `whole` of it, the `changes` since another
    one, or a dossier ("places") by its key.

    `limit`, `every`: of the brief.
    """

    what: str
    moment: Moment = NOW
    key: str = ""
    limit: int | None = None
    every: str = ""
    since: Moment = NOW


@dataclass(frozen=True, slots=True)
class Grown:
    """What is known at a moment: by name all that is otherwise than when last told; every claim in order.

    `numbers`: those that the ledger has for the claims.
    """

    moment: Moment
    version: str
    told: Told
    gone: tuple[str, ...]
    ids: NDArray[np.bytes_]
    numbers: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of an answer, and the version of the ledger that it is of."""

    version: str
    body: bytes


class Clerk:
    """Keeps the assessment of one ledger up to date, for one thread; answers questions about it, also for another."""

    def __init__(self, ledger: Ledger, reading: Ledger) -> None:
        """`reading`: the same ledger, for whatever thread has the answers."""
        self._ledger = ledger
        self._reading = reading
        self._watch = Watch(ledger)
        self._telling = Telling(ledger.numbers)
        self._lock = Lock()
        self._shelves = Shelves()
        self._last: Grown | None = None

    def known(self, moment: Moment = NOW) -> Grown:
        """What is known at a moment by now."""
        last = self._last
        with self._ledger.steady():
            version = self._ledger.version()
            if last is not None and (last.moment, last.version) == (moment, version):
                return last
            found = self._watch.situation(moment)
            told = self._telling.of(found, version)
            told["overview"] = packed(self._counted(version))
        columns = self._telling.columns
        grown = Grown(moment, version, told, self._telling.gone, columns.ids(), columns.numbers())
        sorted_ = self._shelves.sorted(found)
        with self._lock:
            self._shelves.take(sorted_)
            self._last = replace(grown, told={}, gone=())
        return grown

    def is_at(self, moment: Moment) -> bool:
        """Whether what was known last is of a moment."""
        return self._last is not None and self._last.moment == moment

    def is_behind(self) -> bool:
        """Whether something was written since."""
        return self._last is None or self._ledger.version() != self._last.version

    def answer(self, question: Question) -> Answer:
        """The answer from what was known last; VedetteError where there is none."""
        if question.what == "changes":
            found = self._watch.changed(question.since, question.moment)
            self._last = None  # what is told next is of another moment than this
            return Answer(self._ledger.version(), packed({"items": [change_as_dict(one) for one in found.changes]}))
        if question.what in QUICK:
            return self._dossier(question)
        with self._lock:
            version, found = self._last.version if self._last else "", self._shelves.now.situation
        if question.what == "whole":
            return Answer(version, packed(situation_as_dict(found)))
        page = brief_page(found, question.limit, question.every, "./")
        return Answer(version, page.encode("utf-8", "backslashreplace"))

    def _dossier(self, question: Question) -> Answer:
        if question.what == "claims":
            found = self._reading.claim(question.key)
            make = partial(claim_dossier, found, self._shelves, self._reading.history(found.id))
        else:
            make = partial(DOSSIERS[question.what], question.key, self._shelves)
        with self._lock, _undisturbed():
            return Answer(self._last.version if self._last else "", packed(make()))

    def _counted(self, version: str) -> dict[str, object]:
        counts = self._ledger.counts()
        first, last = self._ledger.published()
        return {
            "version": version, "documents": counts.documents, "claims": counts.claims, "withdrawn": counts.withdrawn,
            "issues": counts.issues, "first_known": first, "last_known": last,
        }  # fmt: skip


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep other threads from taking turns: what takes some milliseconds takes twice as long when it alternates."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(UNDISTURBED_SECONDS)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def work(path: Path, pipe: Connection, follow: bool) -> None:
    """Answer the questions that come through a pipe, each with its number, until nobody is at its other end.

    `follow`: also tell when the ledger grew (number 0), and answer from what is known while that is worked out.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_SECONDS)
    with open_ledger(path, create=False) as ledger, open_ledger(path, create=False) as reading:
        service = Service(Clerk(ledger, reading), pipe, follow)
        Thread(target=service.listen, daemon=True).start()
        service.work()


class Service:
    """Where a clerk works: one thread takes the questions, and hands on what wants an assessment to the other."""

    def __init__(self, clerk: Clerk, pipe: Connection, follow: bool) -> None:
        self._clerk = clerk
        self._pipe = pipe
        self._follow = follow
        self._ahead: Queue[tuple[int, Question] | None] = Queue()
        self._sending = Lock()

    def listen(self) -> None:
        """Take questions until nobody is there to ask."""
        try:
            while True:
                number, question = self._pipe.recv()
                if self._follow and question.what in QUICK and self._clerk.is_at(question.moment):
                    self._send(number, partial(self._clerk.answer, question))
                else:
                    self._ahead.put((number, question))
        except (EOFError, OSError):
            self._ahead.put(None)

    def work(self) -> None:
        """Assess what is asked for, or else what was written meanwhile."""
        while True:
            try:
                asked = self._ahead.get(timeout=EVERY_SECONDS if self._follow else None)
            except Empty:
                if self._clerk.is_behind():
                    self._send(0, self._clerk.known)
                continue
            if asked is None:
                return
            number, question = asked
            if question.what == "known":
                self._send(number, partial(self._clerk.known, question.moment))
            else:
                self._send(number, partial(self._answer, question))

    def _answer(self, question: Question) -> Answer:
        if question.what != "changes" and not self._clerk.is_at(question.moment):
            self._put(0, self._clerk.known(question.moment))
        return self._clerk.answer(question)

    def _send(self, number: int, made: Callable[[], Grown | Answer]) -> None:
        try:
            self._put(number, made())
        except VedetteError as error:
            if number:
                self._put(number, error)

    def _put(self, number: int, answer: Grown | Answer | VedetteError) -> None:
        with self._sending:
            self._pipe.send((number, answer))
