"""The claim and its parts: the public contract of the export."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, cached_property
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING, Any

from vedette.model.documents import Document, Quote, content_id
from vedette.model.words import (
    Measure,
    PartyType,
    Phase,
    PlacePrecision,
    Quantifier,
    SourceType,
    Standing,
    TimePrecision,
    Unit,
    VenueKind,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

DETAILS = ("weapon", "facility", "direction", "duration")
DERIVED = frozenset({"extractor", "denies", "probability", "same_as", *DETAILS})


@dataclass(frozen=True, slots=True)
class Party:
    """A party in its role: agent, target, speaker, addressee, subject, object, member, leader, backer, designator."""

    role: str
    text: str
    start: int
    end: int
    actor: str | None = None
    name: str | None = None
    side: str | None = None
    type: PartyType | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place in its role: at, from, to, toward. It lies within `radius_km` of lat, lon where the words are vague.

    `carried`: no words of the sentence name it; it is where the event told before it happened.
    """

    role: str
    text: str
    start: int
    end: int
    geonames_id: int | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None
    radius_km: float | None = None
    carried: bool = False

    @property
    def written(self) -> str:
        """The name as the document spells it, unless its words only point back or are capitals or a part of the name:
        "the city", "it", the Mali of "northern Mali".
        """
        own = self.text[:1].isupper() and not self.text.startswith("The ") and not self.text.isupper()
        return self.text if own and self.precision != "region" else self.name or self.text


@dataclass(frozen=True, slots=True)
class Time:
    """When it happened. Words and offsets are None when only the publication date is known.

    `carried`: no words of the sentence name it; it is when the event told before it happened.
    """

    text: str | None
    start: int | None
    end: int | None
    first: str | None
    last: str | None
    precision: TimePrecision
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: bounds, what it counts and over what; see docs/reference.md for every field."""

    text: str
    start: int
    end: int
    low: float | None
    best: float | None
    high: float | None
    quantifier: Quantifier
    unit: Unit | None
    measure: Measure
    population: str | None = None
    scope: str | None = None
    noun: str | None = None
    cumulative: bool | None = None
    part_of: Quote | None = None
    household_size: float | None = None
    term: str | None = None
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Probability:
    """How likely the words put it: the term of ICD 203 they stand for, and its band in percent."""

    text: str
    start: int
    end: int
    low: int
    high: int
    term: str


@dataclass(frozen=True, slots=True)
class Link:
    """One source in a chain. The outlet of the document has no offsets when it is known from metadata only.

    `carried`: no words say that this source speaks here; its account of the sentence before seems to go on.
    """

    text: str
    start: int | None
    end: int | None
    name: str | None
    source_type: SourceType
    cue: str | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Venue(Quote):
    """Where or by what means a statement was made; the name of the medium, platform or body where one is told."""

    kind: VenueKind
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Facility(Quote):
    """What was hit, held or closed: a building or site, and what sort it is."""

    kind: str


@dataclass(frozen=True, slots=True)
class Duration(Quote):
    """How long it went on; `value` as ISO 8601 writes it ("P14M"; "PXM" for some months)."""

    value: str


@dataclass(frozen=True)
class Claim:
    """One proposition that a document reports, built only from quotes. See docs/reference.md for every field."""

    kind: str
    type: str
    document: Document
    evidence: Quote
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    quantity: Quantity | None = None
    chain: tuple[Link, ...] = ()
    standing: Standing = "asserted"
    standing_cue: Quote | None = None
    phase: Phase | None = None
    also: tuple[tuple[int, int], ...] = ()
    denies: tuple[str, ...] = field(default=())
    extractor: str = ""
    trigger: Quote | None = None
    venue: Venue | None = None
    probability: Probability | None = None
    weapon: Quote | None = None
    facility: Facility | None = None
    direction: Quote | None = None
    duration: Duration | None = None
    same_as: tuple[str, ...] = field(default=())

    @cached_property
    def id(self) -> str:
        """The same words read the same way keep their id, whichever version of the extractor read them."""
        record = {**self._body(), "document": self.document.id}
        return content_id("claim", {key: record[key] for key in record if key not in DERIVED})

    @cached_property
    def order(self) -> tuple[str, str, int, str]:
        """What sorts claims by publication, undated last; then by document, place in it, and id."""
        return self.document.published or "~", self.document.id, self.evidence.start, self.id

    @property
    def told_at(self) -> int:
        """Where in the text the words stand that tell it."""
        return (self.trigger or self.evidence).start

    def __lt__(self, other: "Claim") -> bool:
        """Of two claims of one place in a text, the order in which they are told: always the same."""
        return self.id < other.id

    @property
    def origin(self) -> Link | None:
        """Whoever first says it: the last link of the chain."""
        return self.chain[-1] if self.chain else None

    def as_dict(self) -> dict[str, Any]:
        """The claim as exported: the public contract, ready for JSON."""
        document = self.document
        about = {
            "id": document.id, "outlet": document.outlet, "title": document.title, "url": document.url,
            "published": document.published, "language": document.language, "agencies": list(document.agencies),
        }  # fmt: skip
        return {"id": self.id, **self._body(), "document": about}

    def _body(self) -> dict[str, Any]:
        time = _values(self.time)
        if time:
            time["from"], time["to"] = time.pop("first"), time.pop("last")
        quantity = _values(self.quantity)
        if quantity and self.quantity:
            quantity["part_of"] = _values(self.quantity.part_of)
        return {
            "kind": self.kind,
            "type": self.type,
            "document": None,
            "evidence": _values(self.evidence),
            "trigger": _values(self.trigger),
            "parties": [_values(party) for party in self.parties],
            "places": [_values(place) for place in self.places],
            "time": time,
            "quantity": quantity,
            "chain": [_values(link) for link in self.chain],
            "standing": self.standing,
            "standing_cue": _values(self.standing_cue),
            "probability": _values(self.probability),
            "phase": self.phase,
            **{name: _values(getattr(self, name)) for name in DETAILS},
            "venue": _values(self.venue),
            "also": [{"start": start, "end": end} for start, end in self.also],
            "denies": list(self.denies),
            "same_as": list(self.same_as),
            "extractor": self.extractor,
        }


@cache
def field_names(kind: type["DataclassInstance"]) -> tuple[str, ...]:
    """The names of the fields of a dataclass, which are asked for often."""
    return tuple(one.name for one in fields(kind))


@cache
def _all_fields(kind: type["DataclassInstance"]) -> Callable[[object], tuple[Any, ...]]:
    return attrgetter(*field_names(kind))


def _values(part: "DataclassInstance | None") -> dict[str, Any] | None:
    """The fields of a part and their values, as they are."""
    return dict(zip(field_names(type(part)), _all_fields(type(part))(part), strict=True)) if part is not None else None


def replace[T: "DataclassInstance"](value: T, **changes: Any) -> T:  # noqa: ANN401 - the values of any fields
    """As `dataclasses.replace` does it; quicker for a claim, which keeps its id where that rests on no change."""
    if not isinstance(value, Claim):
        return dataclasses.replace(value, **changes)
    if unknown := changes.keys() - Claim.__dataclass_fields__.keys():
        raise TypeError(f"a claim has no {', '.join(sorted(unknown))}")
    changed = object.__new__(type(value))
    changed.__dict__.update(value.__dict__, **changes)
    for known in ("id", "order") if not changes.keys() <= DERIVED else ():
        changed.__dict__.pop(known, None)
    return changed


def claim_from_dict(record: Mapping[str, Any], document: Document, claim_id: str | None = None) -> Claim:
    """A claim from its exported form and its document; with an id where it is to keep the one it is known by."""
    time = dict(record["time"]) if record["time"] else None
    if time:
        time["first"], time["last"] = time.pop("from"), time.pop("to")
    claim = Claim(
        kind=intern(record["kind"]),
        type=intern(record["type"]),
        document=document,
        evidence=Quote(**record["evidence"]),
        trigger=_part(Quote, record.get("trigger")),
        venue=_part(Venue, record.get("venue")),
        parties=tuple(Party(**_shared(party)) for party in record["parties"]),
        places=tuple(Place(**_shared(place)) for place in record["places"]),
        time=_part(Time, time),
        quantity=_quantity(record["quantity"]) if record["quantity"] else None,
        chain=tuple(Link(**_shared(link)) for link in record["chain"]),
        standing=record["standing"],
        standing_cue=_part(Quote, record["standing_cue"]),
        probability=_part(Probability, record.get("probability")),
        phase=record["phase"],
        weapon=_part(Quote, record.get("weapon")),
        facility=_part(Facility, record.get("facility")),
        direction=_part(Quote, record.get("direction")),
        duration=_part(Duration, record.get("duration")),
        also=tuple((stretch["start"], stretch["end"]) for stretch in record["also"]),
        denies=tuple(record["denies"]),
        same_as=tuple(record.get("same_as", ())),
        extractor=intern(record["extractor"]),
    )
    if claim_id is not None:
        claim.__dict__["id"] = claim_id  # where cached_property keeps it
    return claim


def _part[T](kind: Callable[..., T], record: Mapping[str, Any] | None) -> T | None:
    return kind(**_shared(record)) if record else None


def _shared(record: Mapping[str, Any]) -> dict[str, Any]:
    """The same with each word held once, however many claims have it."""
    return {name: intern(value) if type(value) is str else value for name, value in record.items()}


def _quantity(record: Mapping[str, Any]) -> Quantity:
    whole = record.get("part_of")
    return Quantity(**{**_shared(record), "part_of": Quote(**whole) if whole else None})
