"""The whole system on one screen: documents to mentions to claims to ledger, ledger to assessment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from vedette.assessment import assess, codes
from vedette.ledger import EVERYTHING, ClaimFilter, Ledger
from vedette.model import Claim, Document, Issue, Situation

if TYPE_CHECKING:
    from vedette.documents import Loaded

BY = "vedette read"


class Reads(Protocol):
    """What turns a document into claims, and how it is called."""

    extractor: str

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of one document."""


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
    for one in found:
        if isinstance(one, Issue):
            report.trouble += 1
            report.unread += 1
            report.issues.append(one)
            ledger.note_issue(one, at=now())
        elif ledger.knows(one.document.id, reader.extractor):
            report.known += 1
        else:
            _record(one, ledger, reader, now, report)
        progress(one)
    return report


def _record(one: "Loaded", ledger: Ledger, reader: Reads, now: Callable[[], datetime], report: Report) -> None:
    claims = reader.claims(one.document)
    recorded = ledger.record(one.document, one.raw, one.name, claims, reader.extractor, now(), BY, one.issues)
    report.read += 1
    report.trouble += bool(one.issues)
    report.issues.extend(one.issues)
    report.new_claims += recorded.new_claims
    report.known_claims += recorded.known_claims


def situation(ledger: Ledger, as_of: datetime | None = None) -> Situation:
    """What the ledger's claims add up to, now or as known at a moment."""
    return assess(ledger.claims(as_of), as_of.isoformat() if as_of else None)


def coded(
    ledger: Ledger, as_of: datetime | None = None, where: ClaimFilter = EVERYTHING
) -> tuple[tuple[Claim, ...], dict[str, dict[str, Any]]]:
    """The claims that a filter leaves, and what the codebooks call each of them, by claim id."""
    claims = tuple(ledger.claims(as_of, where))
    return claims, codes(claims)
