"""Event location: among the places of a text, those nearest to the given event word in the tree of its sentence."""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record, marked
from eval.tasks.near import CLAUSES, Costs, places_near
from eval.tasks.spans import token_at
from vedette.model import Marked, PlaceMention

FARTHEST = 10
COSTS = Costs({**CLAUSES, "advcl": 3}, {**CLAUSES, "nsubj": 4, "compound": 1, "conj": 1}, away=4)


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Where each given event happened."""
    for item, reading in marked(items):
        found = _locations(reading, item.event) if item.event else []
        yield {"id": item.id, "locations": [_name(one) for one in found]}


def _name(place: PlaceMention) -> list[int]:
    """The stretch of the name without common words for the site: "Torkham border crossing" is "Torkham" in gold."""
    words = place.text.split(" ")
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return [place.start, place.start + len(" ".join(words))]


def _locations(reading: Marked, event: tuple[int, int]) -> list[PlaceMention]:
    word = token_at(reading.tokens, *event)
    return places_near(reading.places, word, FARTHEST, COSTS) if word is not None else []
