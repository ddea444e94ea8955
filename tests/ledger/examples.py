"""Documents and claims made by hand, and the strategies that make many of them."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from vedette.ledger import Ledger, open_ledger
from vedette.model import Claim, Document, Link, Moment, Party, Place, Quantity, Quote, Standing, Time

MONDAY = datetime(2024, 12, 2, 12, tzinfo=UTC)
TUESDAY = datetime(2024, 12, 3, 12, tzinfo=UTC)
WEDNESDAY = datetime(2024, 12, 4, 12, tzinfo=UTC)
V1, V2 = "rules 1", "rules 2"

REPORT = Document(
    "Fighters entered Ḥamāh on Thursday, a monitor said. The army denied it. Hundreds of families fled to Tartus.",
    outlet="The Daily Lantern",
    published="2024-12-05",
    language="en",
    agencies=("Agence du Fleuve",),
)


def claim(words: str, kind: str = "control", type: str = "enter", document: Document = REPORT, **more: object) -> Claim:
    """A claim whose evidence is these words of the document."""
    start = document.text.index(words)
    return Claim(kind, type, document, document.quote(start, start + len(words)), **more)  # type: ignore[arg-type]


def place(name: str, **more: object) -> Place:
    """A place of this name and text."""
    return Place("at", name, 0, len(name), name=name, **more)  # type: ignore[arg-type]


def party(name: str, **more: object) -> Party:
    """A party of this name and text."""
    return Party("agent", name, 0, len(name), name=name, **more)  # type: ignore[arg-type]


def link(name: str) -> Link:
    """A source of this name."""
    return Link(name, None, None, name, "monitor")


def happened(first: str | None, last: str | None) -> Time:
    """A time between two bounds."""
    return Time(None, None, None, first, last, "day")


ENTERED = claim("Fighters entered Ḥamāh", places=(place("Ḥamāh", geonames_id=170017, country="SY"),))
DENIED = claim("The army denied it", "statement", "deny", standing="denied", denies=(ENTERED.id,))
FLED = claim("Hundreds of families fled", "displacement", "flee")
ALL = (ENTERED, DENIED, FLED)


def record(ledger: Ledger, *claims: Claim, extractor: str = V1, at: datetime = MONDAY) -> tuple[int, int, int]:
    """Record claims of one document; new, known, withdrawn."""
    document = claims[0].document if claims else REPORT
    done = ledger.record(document, document.text.encode("utf-8", "replace"), "a.txt", claims, extractor, at, "reader")
    return done.new_claims, done.known_claims, done.withdrawn


def held(moment: datetime) -> Moment:
    """What the ledger held at a moment."""
    return Moment(known_at=moment, known_by="recorded")


def in_memory() -> Ledger:
    """An empty ledger that leaves no file."""
    return open_ledger(":memory:")


def report(number: int, claims: int = 3) -> tuple[Document, list[Claim]]:
    """One of many documents, told apart by its number, and its claims."""
    sentences = [f"Column {number}-{i} reached the bridge." for i in range(claims)]
    document = Document(" ".join(sentences), outlet="Radio Delta", published=f"2024-11-{1 + number % 28:02}")
    return document, [claim(sentence, document=document) for sentence in sentences]


_anything = st.text(st.characters(exclude_categories=()), max_size=12)
_some_text = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)
_standing: st.SearchStrategy[Standing] = st.sampled_from(("asserted", "denied", "negated", "forecast"))
_number = st.none() | st.floats(0, 1e6)
_offset = st.integers(0, 10**9)
_parties = st.builds(Party, st.just("agent"), _anything, _offset, _offset, st.none() | _anything, st.none() | _anything)
_geonames = st.none() | st.integers(1, 2**63 - 1)  # a store of JSON keeps whole numbers up to 64 bits
_places = st.builds(Place, st.just("at"), _anything, _offset, _offset, _geonames, lat=_number)
_links = st.builds(Link, _anything, st.none(), st.none(), st.none() | _anything, st.just("witness"))
_times = st.builds(happened, st.none() | st.dates().map(str), st.none() | _anything)
_quantities = st.builds(
    Quantity, _anything, _offset, _offset, _number, _number, _number, st.just("exact"), st.none(), st.just("flow")
)
documents = st.builds(
    Document, _some_text, st.none() | _anything, published=st.none() | _anything | st.datetimes().map(str)
)


def _read(document: Document) -> st.SearchStrategy[list[Claim]]:
    start = st.integers(0, len(document.text) - 1)
    evidence = start.map(lambda at: Quote(at, len(document.text), document.text[at:]))
    made = st.builds(
        Claim,
        st.sampled_from(("control", "violence")),
        st.just("enter"),
        st.just(document),
        evidence,
        st.lists(_parties, max_size=2).map(tuple),
        st.lists(_places, max_size=2).map(tuple),
        st.none() | _times,
        st.none() | _quantities,
        st.lists(_links, max_size=2).map(tuple),
        _standing,
        denies=st.sampled_from(((), ("00ff",))),
        extractor=st.just(V1),
    )
    return st.lists(made, max_size=4, unique_by=lambda one: one.id)


readings = documents.flatmap(lambda document: st.tuples(st.just(document), _read(document)))
