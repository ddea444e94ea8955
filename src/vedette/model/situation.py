"""What the claims of any documents add up to: happenings, contradictions, the lines of a situation, what changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from vedette.model.claims import Claim
from vedette.model.control import AreaState, PlaceState, Timeline
from vedette.model.documents import Document
from vedette.model.judgements import Judgement, Judgements
from vedette.model.moments import NOW, Moment
from vedette.model.registers import Asset, Tie, Utterance
from vedette.model.series import Series
from vedette.model.voices import Families, Grade, Reason, Reliability, Voice
from vedette.model.words import AGAINST, ContradictionKind

Status = Literal["confirmed", "claimed", "disputed", "open", "denied"]
ChangeKind = Literal[
    "new",
    "confirmation",
    "denial",
    "contradiction",
    "revision",
    "withdrawal",
    "judgement",
    "control",
    "figure",
    "again",
]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: the claims of any documents that tell or reject it, in order, and why they are held to be one.

    `id` is made of its first claim; `kind` and `type` are the narrowest that its claims give it.
    """

    id: str
    kind: str
    type: str
    claims: tuple[Claim, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def told(self) -> tuple[Claim, ...]:
        """The claims that say it is so, however surely."""
        return tuple(claim for claim in self.claims if claim.standing not in AGAINST)

    @property
    def against(self) -> tuple[Claim, ...]:
        """The claims that say it is not."""
        return tuple(claim for claim in self.claims if claim.standing in AGAINST)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be true, the one that was said first on the left, and why."""

    kind: ContradictionKind
    left: Claim
    right: Claim
    reason: Reason


@dataclass(frozen=True, slots=True)
class Line:
    """One happening as it stands: how sure it is and why, who tells it, what contradicts it, what people judged.

    `lead` is the claim that tells most of it. confirmed: by people, by who loses by it, or by independent voices;
    claimed: by those voices alone; disputed: there is another account; open: only foreseen, planned, demanded, possible
    or somebody's assessment; denied: nobody is left who says so, only that it is not.
    """

    event: Event
    lead: Claim
    status: Status
    voices: tuple[Voice, ...]
    grade: Grade
    against: tuple[Contradiction, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that tell or deny it."""
        return self.event.claims


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before, the claim to tell it by (None: no claim tells it), and why."""

    kind: ChangeKind
    lead: Claim | None
    reason: Reason
    judgement: Judgement | None = None


@dataclass(frozen=True)
class Situation:
    """All that claims add up to. `day` (ISO) is that of the control table; `changes` are those since `since`.

    `reliability`: what people judged of the voices, by name; who is not among them was not judged (F).
    """

    lines: tuple[Line, ...]
    documents: tuple[Document, ...]
    claims: int
    moment: Moment = NOW
    day: str = ""
    control: tuple[Timeline, ...] = ()
    states: tuple[PlaceState, ...] = ()
    areas: tuple[AreaState, ...] = ()
    series: tuple[Series, ...] = ()
    ties: tuple[Tie, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    assets: tuple[Asset, ...] = ()
    families: Families = field(default_factory=Families)
    judgements: Judgements = field(default_factory=Judgements)
    reliability: Mapping[str, Reliability] = field(default_factory=dict)
    since: Moment | None = None
    changes: tuple[Change, ...] = ()

    @cached_property
    def by_claim(self) -> dict[str, Line]:
        """Claim id to the line it stands on."""
        return {claim.id: line for line in self.lines for claim in line.claims}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claim id to claim, as assessed."""
        return {claim.id: claim for line in self.lines for claim in line.claims}
