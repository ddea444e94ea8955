"""Event location: the places of a text where the given event happened, as the claims take them."""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record, marked
from eval.tasks.spans import token_at
from vedette.claims.nearness import nearest
from vedette.lexicon.classes import word_class
from vedette.model import Marked, PlaceMention
from vedette.model.tokens import Doc


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Where each given event happened."""
    for item, reading in marked(items):
        found = _locations(reading, item.event) if item.event else []
        yield {"id": item.id, "locations": [_name(one, reading.tokens) for one in found]}


def _name(place: PlaceMention, tokens: Doc) -> list[int]:
    """The stretch that gold marks: "Torkham border crossing" is "Torkham" there, and "East Ghouta" is whole."""
    words = place.text.split(" ")
    while len(words) > 1 and words[-1].islower():
        words.pop()
    end = place.start + len(" ".join(words))
    span = tokens.char_span(place.start, end, alignment_mode="expand")
    before = tokens[span.start - 1] if span is not None and span.start else None
    side = before is not None and before.text.istitle() and before.lower_ in word_class("place_words", "direction")
    return [before.idx if side and before is not None else place.start, end]


def _locations(reading: Marked, event: tuple[int, int]) -> list[PlaceMention]:
    """The places among those that have a name: gold marks none in "the Malian capital"."""
    word = token_at(reading.tokens, *event)
    named = [one for one in reading.places if not one.text.endswith("capital")]
    return nearest(named, word) if word is not None else []
