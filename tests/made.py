"""Claims made by hand, for the stages that need no parse."""

from vedette.model import Claim, Document, Link, Party, Place, Quantity, Standing, Time


def document(
    text: str = "Rebels entered Homs.", outlet: str = "Example Times", published: str = "2024-12-07"
) -> Document:
    """A document with a text of one's choice."""
    return Document(text, outlet=outlet, published=published, url="https://example.org/a")


def claim(
    name: str = "control/enter",
    agent: str | None = "rebels",
    place: str | None = "Homs",
    standing: Standing = "asserted",
    origin: str | None = None,
    source_type: str = "official",
    day: str | None = "2024-12-07",
    people: float | None = None,
    of: Document | None = None,
) -> Claim:
    """A claim whose evidence is the whole text of its document."""
    about = of or document()
    kind, _, type_ = name.partition("/")
    links = [Link(about.outlet or "", None, None, about.outlet, "outlet")]
    links += [Link(origin, None, None, origin, source_type)] if origin else []  # type: ignore[arg-type]
    figure = Quantity("12 people", 0, 5, people, people, people, "exact", "person", "flow") if people else None
    return Claim(
        kind, type_, about, about.quote(0, len(about.text)),
        parties=(Party("agent", agent, 0, 6, name=agent),) if agent else (),
        places=(Place("at", place, 0, 4, name=place, precision="settlement"),) if place else (),
        time=Time(None, None, None, day, day, "day") if day else None,
        quantity=figure, chain=tuple(links), standing=standing, extractor="test 1",
    )  # fmt: skip
