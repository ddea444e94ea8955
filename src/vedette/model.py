"""The frozen values every stage speaks in: documents, mentions, claims, issues.

Offsets are Python string indices into the text of the document, end exclusive.
"""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from spacy.tokens import Doc

Standing = Literal[
    "asserted", "confirmed", "admitted", "denied", "negated", "unverified", "possible", "probable",
    "planned", "attempted", "forecast", "hypothetical", "demanded", "superseded",
]  # fmt: skip
Relation = Literal["denied", "contested", "later", "earlier", "differs"]
Phase = Literal["begins", "continues", "eases", "ends"]
Quantifier = Literal["exact", "approximately", "more-than", "less-than", "up-to", "at-least", "range", "vague"]
Unit = Literal["person", "household", "event", "vehicle", "weapon", "building", "money", "area", "distance", "share"]
Measure = Literal["stock", "flow", "strength"]
PlacePrecision = Literal["point", "settlement", "district", "province", "country", "region"]
TimePrecision = Literal["minute", "hour", "day", "week", "month", "year", "since", "published"]
PartyType = Literal[
    "state", "armed", "person", "official", "organisation", "media", "monitor", "civilian", "crowd", "unknown"
]
SourceType = Literal[
    "outlet", "agency", "state-media", "official", "military", "belligerent", "monitor", "un", "ngo", "expert",
    "witness", "social-media", "document", "anonymous", "unnamed",
]  # fmt: skip

VenueKind = Literal[
    "interview", "social-media", "broadcast", "press-conference", "meeting", "statement", "letter", "court",
    "parliament", "other",
]  # fmt: skip


DERIVED = frozenset({"extractor", "denies", "probability"})


def content_id(kind: str, *parts: object) -> str:
    """Name a fact by its content: 32 hex digits that change with any of its parts."""
    payload = json.dumps([kind, *parts], ensure_ascii=False, default=str)
    return hashlib.sha256(payload.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class VedetteError(Exception):
    """Something the user can mend: shown as one line, exit status 2."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What was wrong with one input: where (file, line), what, and whether the document was read all the same."""

    where: str
    problem: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.where}{f':{self.line}' if self.line else ''}: {self.problem}"


@dataclass(frozen=True)
class Document:
    """One published text. `published` is an ISO date or date-time, None when nobody said.

    `agencies`: the media that the text credits besides the outlet, in its dateline or in a credit line.
    """

    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    agencies: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        return content_id("document", self.outlet, self.title, self.url, self.published, self.text)

    def quote(self, start: int, end: int) -> "Quote":
        """The words between two offsets; ValueError when they are not inside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}:{end} is outside a text of {len(self.text)} characters")
        return Quote(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document and the words there."""

    start: int
    end: int
    text: str


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
    only tell where another place lies ("40 km north of X", "between X and Y").
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
    """A document with its parse and its mentions, as the mentions stage hands it to the claims stage."""

    document: Document
    tokens: "Doc"
    parties: tuple[PartyMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    amounts: tuple[AmountMention, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()


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
    """A place in its role: at, from, to, toward. It lies within `radius_km` of lat, lon where the words are vague."""

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


@dataclass(frozen=True, slots=True)
class Time:
    """When it happened. Words and offsets are None when only the publication date is known."""

    text: str | None
    start: int | None
    end: int | None
    first: str | None
    last: str | None
    precision: TimePrecision


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

    @cached_property
    def id(self) -> str:
        """The same words read the same way keep their id, whichever version of the extractor read them."""
        record = {**self._body(), "document": self.document.id}
        return content_id("claim", {key: record[key] for key in record if key not in DERIVED})

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
        time = asdict(self.time) if self.time else None
        if time:
            time["from"], time["to"] = time.pop("first"), time.pop("last")
        return {
            "kind": self.kind,
            "type": self.type,
            "document": None,
            "evidence": asdict(self.evidence),
            "trigger": asdict(self.trigger) if self.trigger else None,
            "parties": [asdict(party) for party in self.parties],
            "places": [asdict(place) for place in self.places],
            "time": time,
            "quantity": asdict(self.quantity) if self.quantity else None,
            "chain": [asdict(link) for link in self.chain],
            "standing": self.standing,
            "standing_cue": asdict(self.standing_cue) if self.standing_cue else None,
            "probability": asdict(self.probability) if self.probability else None,
            "phase": self.phase,
            "venue": asdict(self.venue) if self.venue else None,
            "also": [{"start": start, "end": end} for start, end in self.also],
            "denies": list(self.denies),
            "extractor": self.extractor,
        }


@dataclass(frozen=True, slots=True)
class Note:
    """A claim that bears on a line: denies or contests it, comes later or earlier, or gives another figure."""

    relation: Relation
    claim: Claim


@dataclass(frozen=True, slots=True)
class Line:
    """Claims of any documents that say the same, told by the fullest; the notes say what speaks against or changes it.

    origins counts the independent mouths; beside holds the claims a denial is about.
    """

    lead: Claim
    claims: tuple[Claim, ...]
    origins: int
    notes: tuple[Note, ...] = ()
    beside: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Lines on one subject, in the order in which a reader wants them."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """What the claims add up to at a moment: a list of sections, and the documents they came from."""

    sections: tuple[Section, ...]
    documents: tuple[Document, ...]
    claims: int
    as_of: str | None = None
