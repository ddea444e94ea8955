"""Entities of a text by type: parties, places, times and amounts, and what the recogniser and a few nouns add."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vedette.mentions.places.kinds import place_words
from vedette.model import AmountMention, Marked, PartyMention, PlaceMention
from vedette.model.tokens import Token

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
OF_A_THING = frozenset({"det", "amod", "compound"})
PRONOUNS = frozenset({"he", "she", "him", "i", "me", "myself", "himself", "herself"})
CROWDS = frozenset({"family", "population", "public", "community", "crowd", "group", "household", "society"})
GROUNDS = frozenset({
    "house", "building", "street", "home", "shop", "library", "courthouse", "square", "office", "compound", "river",
    "mountain", "lake", "canal", "line", "safehouse", "shelter", "basement", "place", "site", "farmland", "land",
    "frontier", "centre", "center", "school", "restaurant", "reservoir", "barrage",
})  # fmt: skip
NO_PLACES = frozenset({"state", "department", "community", "capital", "quarter", "front", "sector", "base", "general"})
MEASURES = re.compile(
    r" ?(?:km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m3(?:/s)?|ft|per ?cent|%|euros|dollars|dinars?)\b|%"
)


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
    places = [_place(reading, place) for place in reading.places]
    yield from (
        one for one in _things(reading) if one.type == "DocumentReference" and reading.tokens[one.root].is_title
    )
    for party in sorted(reading.parties, key=lambda one: one.start - one.end):
        inside = any(place.start <= party.start and party.end <= place.end for place in places)
        if reading.tokens[party.root].tag_ != "PRP$" and not inside:
            last = _last(reading.tokens[party.root])
            yield Entity(party.start, max(party.end, last), _person_or_organisation(reading, party), party.root)
    yield from places
    for time in reading.times:
        yield Entity(time.start, time.end, "Frequency" if time.timex == "SET" else "Temporal", time.root)
    yield from _things(reading)
    for span in reading.tokens.ents:
        if span.label_ in NAMED:
            yield Entity(span.start_char, span.end_char, NAMED[span.label_], span.root.i)


def _person_or_organisation(reading: Marked, party: PartyMention) -> str:
    """Several people count as an organisation here."""
    root = reading.tokens[party.root]
    if root.lower_ in PRONOUNS:
        return "Person"
    if party.type in PERSONS:
        return "Organisation" if root.tag_ in {"NNS", "NNPS"} else "Person"
    single = root.tag_ == "NN" and root.lemma_.lower() not in CROWDS
    return "Person" if party.type == "civilian" and single else "Organisation"


def _last(root: Token) -> int:
    """Where a name with "of" or "for" ends: "the Ministry of Defence", "the Minister for the Interior"."""
    named = [
        inner for child in root.children if root.is_title and child.lower_ in {"of", "for"} and child.i == root.i + 1
        for inner in child.children if inner.dep_ == "pobj" and inner.pos_ == "PROPN"
    ]  # fmt: skip
    ends = [_last(inner) for inner in named]
    return max([root.idx + len(root), *ends])


def _place(reading: Marked, place: PlaceMention) -> Entity:
    """A place with what belongs to its name: "the city of X", "northern X", "X province"."""
    root = reading.tokens[place.root]
    last = root
    if root.dep_ == "compound" and root.head.i == root.i + 1 and _is_place_noun(root.head):
        last = root.head
    first = _first(root, frozenset({"amod", "det"}))
    above = root.head.head
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.i == above.i + 1 and _is_place_noun(above):
        first = _first(above, OF_A_THING)
    elif last != root:
        first = _first(last, OF_A_THING)
    start, end = min(place.start, first.idx), max(place.end, last.idx + len(last))
    return Entity(start, end, "Location", last.i if last != root else root.i)


def _is_place_noun(token: Token) -> bool:
    lemma = token.lemma_.lower()
    sorts = ("settlement", "district", "province", "area", "site")
    return lemma in GROUNDS or (lemma not in NO_PLACES and any(lemma in place_words(sort) for sort in sorts))


def amounts_of(reading: Marked) -> list[Entity]:
    """The numbers of a text; they may stand inside other entities."""
    found = []
    for amount in reading.amounts:
        kind = "Money" if amount.unit == "money" else "Quantity"
        found.append(Entity(*_measure(reading, amount), kind, amount.root))
    return found


def _measure(reading: Marked, amount: AmountMention) -> tuple[int, int]:
    """A number with the sign or measure that belongs to it."""
    text, start, end = reading.document.text, amount.number.start, amount.number.end
    if start and text[start - 1] in "$£€":
        start -= 1
    unit = MEASURES.match(text, end)
    return start, unit.end() if unit else end


def _numbered(paper: Token) -> Token:
    """ "Resolution 2254": the number is part of it."""
    after = paper.nbor() if paper.i + 1 < len(paper.doc) else paper
    return after if after.text[:1].isdigit() else paper


def _things(reading: Marked) -> Iterator[Entity]:
    for token in reading.tokens:
        for words, kind in THINGS:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words:
                paper = kind == "DocumentReference"
                first = _first(token, OF_A_PAPER if paper else OF_A_THING)
                last = _numbered(token) if paper else token
                if not paper or first != token or last != token:
                    yield Entity(first.idx, last.idx + len(last), kind, token.i)
        if token.lower_ in {"here", "there"} and token.dep_ == "advmod":
            yield Entity(token.idx, token.idx + len(token), "Location", token.i)
        if token.pos_ == "NOUN" and _is_place_noun(token):
            yield Entity(_first(token, OF_A_THING).idx, token.idx + len(token), "Location", token.i)


def _first(token: Token, labels: frozenset[str]) -> Token:
    """The first word of a phrase that ends in a token."""
    return next((child.left_edge for child in token.lefts if child.dep_ in labels), token)
