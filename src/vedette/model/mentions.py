"""Marked text: the parties, places, times and amounts of a document, as the mentions stage hands them on."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vedette.model.documents import Document, Quote
from vedette.model.words import PartyType, PlacePrecision, Quantifier, TimePrecision, Unit

if TYPE_CHECKING:
    from vedette.model.tokens import Doc


@dataclass(frozen=True, slots=True)
class PartyMention(Quote):
    """Words that name or describe a party. `root` is the index of the head token in the parse."""

    root: int
    type: PartyType
    actor: str | None = None
    name: str | None = None
    side: str | None = None
    plural: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention(Quote):
    """Words that name a place, linked to GeoNames where it is known there; lat and lon in degrees WGS 84.

    `radius_km` is how far from that point it may lie, where the words leave that open; `landmark` whether the words
    only tell where another place lies ("40 km north of X", "between X and Y"), or from where a report comes.
    """

    root: int
    precision: PlacePrecision
    geonames_id: int | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    landmark: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention(Quote):
    """Words that name a time. `value` is TIMEX3; `first` and `last` bound it as ISO dates or date-times."""

    root: int
    timex: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    first: str | None = None
    last: str | None = None
    precision: TimePrecision = "day"


@dataclass(frozen=True, slots=True)
class AmountMention(Quote):
    """A count with its quantifier words inside the span; `root` is the token of the thing counted.

    `number` spans the numeral alone, `counted` the words for what is counted; `noun` is their lemma ("" when left out).
    """

    root: int
    number: Quote
    noun: str
    low: float | None
    best: float | None
    high: float | None
    quantifier: Quantifier
    unit: Unit | None
    population: str | None = None
    modifier: str | None = None
    counted: Quote | None = None


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Words that give a person an office: "the group's spokesman". Roots are token indices; body None when unnamed."""

    person_root: int
    title: Quote
    body_root: int | None
    relation: Literal["leads", "holds-office", "member-of", "speaks-for"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its parse and its mentions, as the mentions stage hands it to the claims stage.

    `datelines`: where it was written, which is where it plays unless it is a landmark.
    """

    document: Document
    tokens: "Doc"
    parties: tuple[PartyMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    amounts: tuple[AmountMention, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    datelines: tuple[PlaceMention, ...] = ()
