"""Displacement: counts of people and houses under a word for what happened to them, each with the place it names."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from eval.items import Item, Record, marked
from eval.tasks.countries import alpha3
from eval.tasks.near import places_near
from vedette.model import Marked, PlaceMention

PEOPLE = (
    ("In Relief Camp", {"camp"}),
    ("Homeless", {"homeless"}),
    ("Evacuated", {"evacuate", "evacuation", "evacuee"}),
    ("Relocated", {"relocate", "relocation", "resettle", "move", "shift", "transfer"}),
    ("Sheltered", {"shelter", "accommodate", "house"}),
    ("Displaced", {"displace", "displacement", "idp", "idps", "uproot"}),
    ("Forced to Flee", {"flee", "force", "escape", "leave"}),
)
HOUSING = (
    ("Uninhabitable Housing", {"uninhabitable"}),
    ("Destroyed Housing", {"destroy", "destruction", "collapse", "raze", "burn", "bury", "wash", "flatten"}),
    ("Partially Destroyed Housing", {"damage"}),
)
HOUSES = frozenset({"house", "home", "building", "dwelling", "hut", "apartment", "unit"})
FAR = 30


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """The displacement figures of each excerpt."""
    for item, reading in marked(items):
        yield {"id": item.id, "facts": list(_facts(reading))}


def _facts(reading: Marked) -> Iterator[Record]:
    for amount in reading.amounts:
        head, value = reading.tokens[amount.root], amount.best or amount.high or amount.low
        housing = amount.noun in HOUSES
        term = _term(_above(head), HOUSING if housing else PEOPLE)
        if term is None or value is None or not (housing or amount.unit in {"person", "household", None}):
            continue
        place = _place(reading, head)
        yield {
            "quantity": value,
            "term": term,
            "unit": "Households" if housing or amount.unit == "household" else "People",
            "location": place.text if place else None,
            "country": alpha3(place.country) if place else None,
        }


def _term(words: set[str], table: tuple[tuple[str, set[str]], ...]) -> str | None:
    return next((term for term, known in table if known & words), None)


def _above(head: Token) -> set[str]:
    """The lemmas that say something of a counted thing: its own, those below it, and its verb with what hangs there."""
    verb = head
    while verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    around = [*head.subtree, *verb.children, verb, *(below for child in verb.children for below in child.children)]
    joined = [child for child in verb.children if child.dep_ in {"xcomp", "advcl", "conj", "ccomp"}]
    return {token.lemma_.lower() for token in (*around, *joined)}


def _place(reading: Marked, head: Token) -> PlaceMention | None:
    """The nearest place, the last one of the text where its sentence names none."""
    near = places_near(reading, head, FAR)
    return near[0] if near else reading.places[-1] if reading.places else None
