"""What the ledger takes and gives besides documents and claims: filters, entries, counts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from vedette.model import Claim, Issue


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are asked for; None leaves a field open, and all that is given must hold.

    `place`, `party` and `source` match whole words of a name or text, or a whole code (GeoNames id, country, actor,
    side), whatever their case and diacritics; `source` also matches the outlet. `text` searches the evidence for
    every word, "words in quotes" together, and begin* for the start of a word. `happened_from` and `happened_to`
    are ISO dates, months, years or date-times; a claim matches when its window touches theirs.
    """

    place: str | None = None
    party: str | None = None
    source: str | None = None
    kind: str | None = None
    type: str | None = None
    standing: str | None = None
    document: str | None = None
    happened_from: str | None = None
    happened_to: str | None = None
    text: str | None = None
    limit: int | None = None


EVERYTHING = ClaimFilter()


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one reading added: claims not believed before, claims believed already, claims it superseded."""

    new_claims: int
    known_claims: int
    withdrawn: int
    document_new: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One line in the history of a claim: since `recorded_at` it was believed, or no longer."""

    seq: int
    claim_id: str
    operation: Literal["record", "withdraw"]
    recorded_at: datetime
    by: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class Growth:
    """What was recorded after a mark: claims believed now, ids of those withdrawn, and the mark of the newest entry."""

    added: tuple[Claim, ...]
    removed: tuple[str, ...]
    mark: int


@dataclass(frozen=True, slots=True)
class KeptIssue:
    """An issue as the ledger keeps it; `document_id` is None when nothing could be read."""

    issue: Issue
    recorded_at: datetime
    document_id: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the ledger holds; `claims` are those believed now, `withdrawn` those once recorded and no longer so."""

    documents: int
    readings: int
    claims: int
    withdrawn: int
    issues: int
