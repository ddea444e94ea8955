"""The whole system on one screen: documents to mentions to claims to ledger, ledger to assessment."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from vedette.assessment import assess
from vedette.claims import EXTRACTOR, extract
from vedette.documents import Loaded, from_text
from vedette.ledger import ClaimFilter, Ledger
from vedette.mentions import Marker
from vedette.model import Claim, Document, Issue, Situation

BY = "vedette read"


class Reader:
    """Reads claims from text; the models load at the first text."""

    @cached_property
    def _marker(self) -> Marker:
        return Marker()

    def read(
        self,
        text: str,
        outlet: str | None = None,
        published: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> tuple[Claim, ...]:
        """The claims of one text; `published` is an ISO date or date-time and anchors words such as "on Monday"."""
        return self.claims(from_text(text, outlet=outlet, published=published, title=title, url=url))

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of one document; none where it is not in English, which is all that is read for now."""
        return extract(self._marker.mark(document)) if document.language in {None, "en"} else ()


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
    found: Iterable[Loaded | Issue],
    ledger: Ledger,
    reader: Reader,
    now: Callable[[], datetime],
    progress: Callable[[Loaded | Issue], None],
) -> Report:
    """Read documents into a ledger, each in one transaction; what is known already is left alone."""
    report = Report()
    for one in found:
        if isinstance(one, Issue):
            report.trouble += 1
            report.unread += 1
            report.issues.append(one)
            ledger.note_issue(one, at=now())
        elif ledger.knows(one.document.id, EXTRACTOR):
            report.known += 1
        else:
            _record(one, ledger, reader, now, report)
        progress(one)
    return report


def _record(one: Loaded, ledger: Ledger, reader: Reader, now: Callable[[], datetime], report: Report) -> None:
    claims = reader.claims(one.document)
    recorded = ledger.record(one.document, one.raw, one.name, claims, EXTRACTOR, now(), BY, one.issues)
    report.read += 1
    report.trouble += bool(one.issues)
    report.issues.extend(one.issues)
    report.new_claims += recorded.new_claims
    report.known_claims += recorded.known_claims


def situation(ledger: Ledger, as_of: datetime | None = None) -> Situation:
    """What the ledger's claims add up to, now or as known at a moment."""
    return assess(ledger.claims(as_of), as_of.isoformat() if as_of else None)


def select(ledger: Ledger, where: ClaimFilter, as_of: datetime | None = None) -> Iterator[Claim]:
    """The claims that a filter lets through."""
    return ledger.claims(as_of, where)
