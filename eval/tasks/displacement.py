"""Displacement: counts of people and houses under a word for what happened to them, each with the place it names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from eval.items import Item, Record, marked
from eval.tasks.countries import alpha3
from vedette.claims.nearness import nearest
from vedette.lexicon.actors import load_registry
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.places.marking import mark_toponyms
from vedette.model import AmountMention, Marked, PlaceMention

PEOPLE = (
    ("In Relief Camp", {"camp"}),
    ("Homeless", {"homeless"}),
    ("Evacuated", {"evacuate", "evacuation", "evacuee", "evacuated"}),
    ("Relocated", {"relocate", "relocation", "resettle", "move", "shift", "transfer"}),
    ("Sheltered", {"shelter", "accommodate", "house"}),
    ("Displaced", {"displace", "displacement", "idp", "idps", "uproot", "displaced"}),
    ("Forced to Flee", {"flee", "force", "escape", "leave"}),
)
HOUSING = (
    ("Uninhabitable Housing", {"uninhabitable"}),
    ("Destroyed Housing", {"destroy", "destruction", "collapse", "raze", "burn", "bury", "wash", "flatten"}),
    ("Partially Destroyed Housing", {"damage", "damaged"}),
)
HOUSES = frozenset({"house", "home", "building", "dwelling", "hut", "apartment", "unit"})
BELOW = frozenset({"xcomp", "acomp", "oprd", "dobj", "prep", "prt", "advcl", "pobj", "agent", "auxpass", "acl", "amod"})
FAR = 30


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """The displacement figures of each excerpt."""
    for item, reading in marked(items):
        places = mark_toponyms(reading.tokens, reading.document, load_gazetteer(), load_registry())
        yield {"id": item.id, "facts": list(_facts(reading, places))}


def _facts(reading: Marked, places: Sequence[PlaceMention]) -> Iterator[Record]:
    country = _country(reading, places)
    for amount in reading.amounts:
        head, value = reading.tokens[amount.root], amount.best or amount.high or amount.low
        housing = amount.noun in HOUSES
        term = _term(_said_of(head), HOUSING if housing else PEOPLE)
        if term is None or value is None or not _counts(amount, housing):
            continue
        near = nearest(places, head, FAR) or places[-1:]
        yield {
            "quantity": value,
            "term": term,
            "unit": "Households" if housing or amount.unit == "household" else "People",
            "location": near[0].text if near else None,
            "country": alpha3(next((one.country for one in near if one.country), country)),
        }


def _counts(amount: AmountMention, housing: bool) -> bool:
    """Whether an amount counts houses or people; a bare number may stand for people."""
    return housing or amount.unit in {"person", "household"} or not amount.noun


def _term(words: set[str], table: tuple[tuple[str, set[str]], ...]) -> str | None:
    return next((term for term, known in table if known & words), None)


def _said_of(head: Token) -> set[str]:
    """The lemmas that say something of a counted thing: its own, those that modify it, and the verbs above it."""
    above = [token for token in (head, *head.ancestors) if token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}][:4]
    below = [child for token in above for child in token.children if child.dep_ in BELOW]
    lower = [child for token in below for child in token.children if child.dep_ in BELOW]
    return {token.lemma_.lower() for token in (*above, *below, *lower)}


def _country(reading: Marked, places: Iterable[PlaceMention]) -> str | None:
    """The country that an excerpt speaks of most, by its places and by adjectives."""
    found = Counter(place.country for place in places if place.country)
    adjectives = (load_registry().by_adjective(token.text) for token in reading.tokens)
    found.update(country.code for country in adjectives if country is not None)
    return found.most_common(1)[0][0] if found else None
