"""What the claims of any documents add up to at a moment: happenings, contradictions, the lines of a situation,
registers (ties of people and groups, statements, assets), what changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import Literal

from vedette.model.claims import Claim
from vedette.model.control import AreaState, Certainty, PlaceState, Since, Spot, Timeline
from vedette.model.documents import Document, VedetteError
from vedette.model.judgements import Judgement, Judgements
from vedette.model.series import Series
from vedette.model.voices import Families, Grade, Reason, Reliability, Voice
from vedette.model.words import AGAINST, ContradictionKind

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


Status = Literal["confirmed", "claimed", "disputed", "open", "denied"]
ChangeKind = Literal[
    "new", "confirmation", "denial", "contradiction", "revision", "withdrawal", "judgement", "control", "figure",
    "again",
]  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a register calls it: its name, its id in the registry, its side."""

    name: str
    actor: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Who leads, belongs to, backs, arms or designates whom, according to whom.

    `type` is the type of the claims (leads, member-of, backs ...), read from `who` to `whom`; `since` the earliest time
    at which it is said to be so; `denials` the ids of the claims that reject it, and `denied_by` who does.
    """

    type: str
    who: Named
    whom: Named
    title: str | None
    since: Since | None
    certainty: Certainty
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]
    denied_by: tuple[str, ...]
    denials: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said: by whom, to whom, when, where, in which words, and who passed it on.

    `type` is the type of the claims (say, deny, admit, demand ...). `verbatim` are the words in quotation marks, else
    the sentence paraphrases. `relayed` are the sources it came through, the nearest to the reader first. `about` are
    the claims that were made in it.
    """

    speaker: Named
    type: str
    said: Since | None
    venue: str | None
    venue_kind: str | None
    to: tuple[str, ...]
    words: str
    verbatim: tuple[str, ...]
    relayed: tuple[str, ...]
    claims: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssetStatus:
    """What an asset is said to be since a time: there, held, hit, captured, closed, evacuated, reopened."""

    status: str
    by: str | None
    since: Since
    certainty: Certainty
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A base, port, crossing, hospital or other site: where it stands, whose it is said to be, what became of it."""

    name: str
    type: str
    spot: Spot | None
    owners: tuple[Named, ...]
    history: tuple[AssetStatus, ...]


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
