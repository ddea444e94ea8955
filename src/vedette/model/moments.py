"""What a question is asked of: what happened by a day, as it was known on another."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from vedette.model.documents import VedetteError

KnownBy = Literal["published", "recorded"]


@dataclass(frozen=True, slots=True)
class Moment:
    """Two axes that are never mixed, each open where it is None.

    `as_of`: only what happened, or was foreseen, by then. `known_at`: only what was known by then: "published" goes by
    the documents' own dates, as they are read today; "recorded" by what the ledger held. Judgements always go by when
    they were recorded.
    """

    as_of: datetime | None = None
    known_at: datetime | None = None
    known_by: KnownBy = "published"


NOW = Moment()


def moment_at(text: str | None) -> datetime | None:
    """A point in time as people write it: an ISO date (its end) or date-time, UTC where no zone is given.

    VedetteError for what is neither.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise VedetteError(f"{text!r} is no date: write 2024-12-07 or 2024-12-07T18:00") from None
    if len(text) == len("2024-12-07"):
        found = found.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
