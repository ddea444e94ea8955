"""Who has a place: what each side is said to have there since when, how sure that is, and what would change it."""

from dataclasses import dataclass
from typing import Literal

from vedette.model.voices import Reason, Voice
from vedette.model.words import PlacePrecision, TimePrecision

ControlState = Literal["held", "entered", "contested", "besieged", "withdrawn", "lost"]
Certainty = Literal["claimed", "reported", "confirmed", "disputed"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that claims are gathered at. `key` is its GeoNames id, else its name in small letters."""

    key: int | str
    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True)
class Since:
    """Between which days (ISO) something began. `first` is None where it is only known to be so by `last`.

    `last` is empty where not even the report is dated.
    """

    first: str | None
    last: str
    precision: TimePrecision


@dataclass(frozen=True, slots=True)
class Step:
    """From when on something was so sure: the day it was said (None: undated), and why."""

    certainty: Certainty
    said: str | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Spell:
    """One state of one side at a place: since when, until when, by whose word.

    `side` is None where nobody says whose; `part` are the words that say it is only a part ("half of", "the suburbs").
    `steps` are the ways from claimed to confirmed or disputed in the order of saying, the last one holds. `against`
    are the ids of the claims that speak against it, `change` what would make it surer or end it, in words.
    """

    side: str | None
    state: ControlState
    certainty: Certainty
    since: Since
    until: Since | None
    part: str | None
    steps: tuple[Step, ...]
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...]
    reasons: tuple[Reason, ...]
    change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All spells at a place, by when they began."""

    spot: Spot
    spells: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class PlaceState:
    """Who has a place on a day. `state` is None where nothing is known yet.

    `side` is who holds, entered or besieges it, by `main` of the spells; `part` the words for its parts, if that is all
    it has; `others` are the further sides that are there or say they are.
    """

    spot: Spot
    day: str
    state: ControlState | None
    side: str | None
    certainty: Certainty | None
    others: tuple[str, ...]
    spells: tuple[Spell, ...]
    reason: Reason
    main: Spell | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class AreaState:
    """A province or district on a day: what is claimed of it as a whole, and of the places known inside it.

    `words` never speak of more than those: "3 of 5 known places held by X (A, B, C), 1 contested (D), 1 unclear (E)".
    """

    name: str
    country: str | None
    day: str
    whole: PlaceState | None
    places: tuple[PlaceState, ...]
    words: str
