"""Entities of a text by type: parties, places, times and amounts, and what the recogniser and a few nouns add."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from vedette.model import Marked

PERSONS = frozenset({"person", "official"})
NAMED = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Location", "LOC": "Location", "FAC": "Location",
         "NORP": "Nationality", "MONEY": "Money", "LAW": "DocumentReference"}  # fmt: skip
WEAPONS = frozenset({
    "weapon", "bomb", "missile", "rocket", "shell", "mortar", "rifle", "grenade", "mine", "artillery", "explosive",
    "bullet", "airstrike", "bombardment", "ied",
})  # fmt: skip
PLATFORMS = frozenset({"tank", "aircraft", "jet", "helicopter", "warplane", "plane", "drone", "warship", "submarine"})
PAPERS = frozenset({"resolution", "constitution", "treaty", "manual", "report", "agreement", "book", "permit"})
THINGS = ((WEAPONS, "Weapon"), (PLATFORMS, "MilitaryPlatform"), (PAPERS, "DocumentReference"))
OF_A_PAPER = frozenset({"det", "amod", "compound", "poss", "nummod"})
OF_A_THING = frozenset({"compound"})


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text that names something, with its type and the token that heads it."""

    start: int
    end: int
    type: str
    root: int


def entities_of(reading: Marked) -> list[Entity]:
    """The entities of a text in order; of two that share words the one found earlier is kept."""
    kept: list[Entity] = []
    for one in _candidates(reading):
        if not any(other.start < one.end and one.start < other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _candidates(reading: Marked) -> Iterator[Entity]:
    for party in reading.parties:
        if reading.tokens[party.root].tag_ != "PRP$":
            kind = "Person" if party.type in PERSONS else "Organisation"
            yield Entity(party.start, party.end, kind, party.root)
    for place in reading.places:
        yield Entity(place.start, place.end, "Location", place.root)
    for time in reading.times:
        yield Entity(time.start, time.end, "Frequency" if time.timex == "SET" else "Temporal", time.root)
    yield from _things(reading)
    for span in reading.tokens.ents:
        if span.label_ in NAMED:
            yield Entity(span.start_char, span.end_char, NAMED[span.label_], span.root.i)


def amounts_of(reading: Marked) -> list[Entity]:
    """The numbers of a text; they may stand inside other entities."""
    found = []
    for amount in reading.amounts:
        kind = "Money" if amount.unit == "money" else "Quantity"
        found.append(Entity(amount.number.start, amount.number.end, kind, amount.root))
    return found


def _things(reading: Marked) -> Iterator[Entity]:
    for token in reading.tokens:
        for words, kind in THINGS:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words:
                first = _first(token, OF_A_PAPER if kind == "DocumentReference" else OF_A_THING)
                yield Entity(first.idx, token.idx + len(token), kind, token.i)


def _first(token: Token, labels: frozenset[str]) -> Token:
    """The first word of a phrase that ends in a token."""
    return next((child.left_edge for child in token.lefts if child.dep_ in labels), token)
