"""The whole system on one screen: documents to mentions to claims to ledger, ledger to assessment."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import batched
from typing import TYPE_CHECKING, Any, Protocol

from vedette.assessment import Assessor, changes, codes, subject_of
from vedette.ledger import EVERYTHING, ClaimFilter, Growth, Ledger
from vedette.model import NOW, Claim, Document, Issue, Moment, Situation

if TYPE_CHECKING:
    from vedette.documents import Loaded

BY = "vedette read"
AT_ONCE = 64


class Reads(Protocol):
    """What turns a document into claims, and how it is called."""

    extractor: str

    def claims_of(self, documents: Iterable[Document]) -> Iterator[tuple[Claim, ...]]:
        """The claims of each document, in order."""


@dataclass(slots=True)
class Report:
    """What came of a batch: documents read, known before, with any trouble, and not read at all; their claims."""

    read: int = 0
    known: int = 0
    trouble: int = 0
    unread: int = 0
    new_claims: int = 0
    known_claims: int = 0
    issues: list[Issue] = field(default_factory=list)


def ingest(
    found: "Iterable[Loaded | Issue]",
    ledger: Ledger,
    reader: Reads,
    now: Callable[[], datetime],
    progress: "Callable[[Loaded | Issue], None]",
) -> Report:
    """Read documents into a ledger, each in one transaction; what is known already is left alone."""
    report = Report()
    for batch in batched(found, AT_ONCE):
        claims = reader.claims_of(_unknown(batch, ledger, reader))
        for one in batch:
            if isinstance(one, Issue):
                report.trouble += 1
                report.unread += 1
                report.issues.append(one)
                ledger.note_issue(one, at=now())
            elif ledger.knows(one.document.id, reader.extractor):
                report.known += 1
            else:
                _record(one, next(claims), ledger, reader.extractor, now(), report)
            progress(one)
    return report


def _unknown(batch: "tuple[Loaded | Issue, ...]", ledger: Ledger, reader: Reads) -> list[Document]:
    """The documents that the ledger does not know yet, each once; read together, which is faster than one by one."""
    found = {one.document.id: one.document for one in batch if not isinstance(one, Issue)}
    return [document for id_, document in found.items() if not ledger.knows(id_, reader.extractor)]


def _record(
    one: "Loaded", claims: tuple[Claim, ...], ledger: Ledger, extractor: str, at: datetime, report: Report
) -> None:
    recorded = ledger.record(one.document, one.raw, one.name, claims, extractor, at, BY, one.issues)
    report.read += 1
    report.trouble += bool(one.issues)
    report.issues.extend(one.issues)
    report.new_claims += recorded.new_claims
    report.known_claims += recorded.known_claims


def subject(document: Document) -> str | None:
    """What a document is about by its words, as ACLED calls it; None where it is not in English or nothing tells."""
    return subject_of(document.text) if document.language in {None, "en"} else None


def situation(ledger: Ledger, moment: Moment = NOW, since: Moment | None = None) -> Situation:
    """What the ledger's claims add up to, now or at a moment, as people judged them by then; what changed since."""
    watch = Watch(ledger)
    return watch.situation(moment) if since is None else watch.changed(since, moment)


class Watch:
    """Keeps what a ledger adds up to while it grows, and from one moment to a later one. For one thread.

    Only what was added is read and assessed.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._moment = NOW
        self._assessor = Assessor()
        self._mark = 0

    def situation(self, moment: Moment = NOW) -> Situation:
        """What the ledger adds up to by now, at a moment."""
        with _uncollected(), self._ledger.steady():
            first = not self._mark
            if first:
                self._moment = moment
            self._take(self._ledger.gained(self._mark, self._moment))
            if moment != self._moment:
                self._turn(moment)
            found = self._assessor.situation(moment)
            if first:
                gc.freeze()  # what stays for good is not to be searched at every document that comes
            return found

    def changed(self, since: Moment, moment: Moment = NOW) -> Situation:
        """What it adds up to, and what changed since a moment before; what is the same at both is assessed once."""
        before = self.situation(since)
        now = self.situation(moment)
        return replace(now, since=since, changes=changes(before, now))

    def _take(self, growth: Growth) -> None:
        self._assessor.update(growth.added, growth.removed, self._ledger.judgements(self._moment))
        self._mark = growth.mark

    def _turn(self, moment: Moment) -> None:
        """Go to another moment; from the start where documents were not known then, as these leave their traces."""
        growth = self._ledger.turned(self._moment, moment)
        self._moment = moment
        if growth.removed and self._assessor.forgets_a_document(growth.removed):
            self._assessor = Assessor()
            growth = self._ledger.gained(0, moment)
        self._take(growth)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Claims and what they add up to hold no cycles: looking for some, again and again while they grow, only costs."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def coded(
    ledger: Ledger, moment: Moment = NOW, where: ClaimFilter = EVERYTHING
) -> tuple[tuple[Claim, ...], dict[str, dict[str, Any]]]:
    """The claims that a filter leaves, and what the codebooks call each of them, by claim id."""
    claims = tuple(ledger.claims(moment, where))
    return claims, codes(claims)
