"""Figures of one thing counted: who counted what over which time, what revised what, and the best one now."""

from dataclasses import dataclass
from typing import Literal

from vedette.model.control import Spot
from vedette.model.voices import Reason, Voice
from vedette.model.words import Quantifier, Standing, Unit

Counting = Literal["stock", "new", "total", "strength"]
ScopeKind = Literal["on", "since", "within", "so-far", "undated"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what time it is counted: on or within some days, since a day, so far, or nobody says. ISO days."""

    kind: ScopeKind
    first: str | None = None
    last: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """One figure by one voice. `own`: who gives it counted himself, else he passes on what others count.

    `source`: who that is, where nobody names him and the voice is whoever quotes him ("hospital officials").
    `revised_by`: the claim with a later figure of the same voice; `parts`: claims that count a part of these
    ("including 111 civilians").
    """

    claim: str
    voice: str
    said: str | None
    words: str
    low: float | None
    best: float | None
    high: float | None
    quantifier: Quantifier
    standing: Standing
    own: bool
    scope: Scope
    revised_by: str | None = None
    parts: tuple[str, ...] = ()
    source: str = ""

    @property
    def teller(self) -> str:
        """Who gives it, and through whom."""
        return f"{self.source} (to {self.voice})" if self.source else self.voice


@dataclass(frozen=True, slots=True)
class Convention:
    """How a codebook of the field would put the series, with the rule it follows."""

    name: str
    low: float | None
    best: float | None
    high: float | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one measure (the type of the claims), population, place and scope; no two series may be added.

    `counting`: people at a moment (stock), those that come anew (new), a running total (total), or the size of a force
    (strength). `low`, `best`, `high` are those of the figure that stands now, `current` its claim, `reasons` why it.
    `spread`: the lowest and the highest that any voice still stands by; `part_of`: the id of the series of the whole.
    """

    id: str
    kind: str
    measure: str
    counting: Counting
    population: str | None
    unit: Unit | None
    spot: Spot | None
    scope: Scope
    counts: tuple[Count, ...]
    voices: tuple[Voice, ...]
    current: str
    low: float | None
    best: float | None
    high: float | None
    spread: tuple[float | None, float | None]
    reasons: tuple[Reason, ...]
    conventions: tuple[Convention, ...] = ()
    part_of: str | None = None
    term: str | None = None
    category: str | None = None
