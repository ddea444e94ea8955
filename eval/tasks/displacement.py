"""Displacement: the figures of claims of displacement and of lost houses, each with IDMC's term and its place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eval.items import Item, Record, marked
from eval.tasks.countries import alpha3
from eval.tasks.toponyms import mark_toponyms
from vedette.claims import extract
from vedette.claims.nearness import NARROW, nearest
from vedette.lexicon.actors import load_registry
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.model import Claim, Marked, Place, PlaceMention, Quantity

FAR = 30
OPEN = frozenset({"possible", "forecast", "negated", "denied", "hypothetical", "demanded", "superseded"})
HOUSING = " housing"


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """The displacement figures of each excerpt."""
    for item, reading in marked(items):
        places = mark_toponyms(reading.tokens, reading.document, load_gazetteer(), load_registry())
        country = _country(reading, places)
        facts = [_fact(reading, claim, figure, places, country) for claim, figure in _told(reading)]
        yield {"id": item.id, "facts": facts}


def _told(reading: Marked) -> list[tuple[Claim, Quantity]]:
    """Wholes without their parts; houses lost stand for people only where these are not counted, as IDMC has it."""
    told = [
        (one, one.quantity)
        for one in extract(reading)
        if one.quantity and one.quantity.term and one.quantity.unit != "share"
    ]
    wholes = {figure.start for _, figure in told}
    told = [(one, figure) for one, figure in told
            if one.type != "return" and (figure.part_of is None or figure.part_of.start not in wholes)]  # fmt: skip
    told = [pair for pair in told if pair[0].standing not in OPEN] or told
    unique = {figure.start: (one, figure) for one, figure in reversed(told)}
    found = list(unique.values())
    people = [pair for pair in found if not str(pair[1].term).endswith(HOUSING)]
    lost = [pair for pair in found if pair[1].term != "partially destroyed housing"]
    return people or lost or found


def _fact(
    reading: Marked, claim: Claim, figure: Quantity, places: Sequence[PlaceMention], country: str | None
) -> Record:
    term = str(figure.term)
    place = _place(reading, claim, figure, places)
    households = figure.unit in {"household", "building"}
    return {
        "quantity": figure.best or figure.low or figure.high,
        "term": term.title().replace(" To ", " to "),
        "unit": "Households" if households else "People",
        "location": _name(place) if place else None,
        "country": alpha3((place.country if place else None) or country),
    }


def _name(place: Place | PlaceMention) -> str:
    """A place as the text has it; its name where the words only point to it: "the centre", a country's adjective."""
    points = place.precision == "country" or not place.text[:1].isupper()
    return place.name or place.text if points else place.text


def _place(
    reading: Marked, claim: Claim, figure: Quantity, places: Sequence[PlaceMention]
) -> Place | PlaceMention | None:
    """Where they were, the narrowest that the claim tells; else the nearest in the sentence or the last of all."""
    if claim.places:
        return min(claim.places, key=_order)
    span = reading.tokens.char_span(figure.start, figure.end, alignment_mode="expand")
    near = nearest(places, span.root, FAR) if span is not None else []
    return next(iter(near or places[-1:]), None)


def _order(place: Place) -> tuple[bool, bool, int]:
    """Where they come from before where they are, and both before where they go; the narrowest first."""
    return place.role in {"to", "toward"}, place.role != "from", NARROW.index(place.precision or "country")


def _country(reading: Marked, places: Iterable[PlaceMention]) -> str | None:
    """The country that an excerpt speaks of most, by its places and by adjectives."""
    found = Counter(place.country for place in places if place.country)
    adjectives = (load_registry().by_adjective(token.text) for token in reading.tokens)
    found.update(country.code for country in adjectives if country is not None)
    return found.most_common(1)[0][0] if found else None
