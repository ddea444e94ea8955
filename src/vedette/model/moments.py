"""What a question is asked of: what happened by a day, as it was known on another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

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
