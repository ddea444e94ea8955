"""Relations: parties, places, times and amounts as entities, and claims as relations between them."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from eval.items import Item, Record, marked
from vedette.claims import extract
from vedette.model import Claim, Marked, Party, Place

ACTIVE = frozenset({"agent", "speaker", "subject", "leader", "member", "backer"})
PERSONS = frozenset({"person", "official"})
NAMED = {"PERSON": "Person", "ORG": "Organisation", "GPE": "Location", "LOC": "Location", "FAC": "Location",
         "NORP": "Nationality", "MONEY": "Money", "LAW": "DocumentReference"}  # fmt: skip
WEAPONS = frozenset({
    "weapon", "bomb", "missile", "rocket", "shell", "mortar", "rifle", "grenade", "mine", "artillery", "explosive",
    "bullet", "airstrike", "bombardment", "ied",
})  # fmt: skip
PLATFORMS = frozenset({"tank", "aircraft", "jet", "helicopter", "warplane", "plane", "drone", "warship", "submarine"})
PAPERS = frozenset({"resolution", "constitution", "treaty", "manual", "report", "agreement", "book", "permit"})
BETWEEN = {
    "violence": "FightingAgainst", "diplomacy": "CommWith", "relation/allied-with": "AlliesOf",
    "relation/backs": "AlliesOf", "relation/arms": "AlliesOf", "relation/trains": "AlliesOf",
    "relation/member-of": "BelongsTo", "relation/speaks-for": "BelongsTo", "relation/leads": "InChargeOf",
    "relation/opposes": "Dislikes", "statement/condemn": "Dislikes", "statement/accuse": "Dislikes",
    "statement/say": "CommWith", "aid": "Likes",
}  # fmt: skip
WITH_PLACE = {
    "control/hold": "InChargeOf", "control/capture": "InChargeOf", "control/withdraw": "Apart", "control/lose": "Apart",
    "movement/withdraw": "Apart", "displacement/flee": "Apart", "control/enter": "CoLocated", "movement": "CoLocated",
    "diplomacy": "CoLocated", "violence": "FightingAgainst",
}  # fmt: skip

type Entity = dict[str, object]
type Stretch = tuple[int, int]


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Entities and relations of each text."""
    for item, reading in marked(items):
        entities = _entities(reading)
        spans = {span for span, _ in entities}
        relations = {one for one in _relations(reading) if one[1] in spans and one[2] in spans and one[1] != one[2]}
        yield {
            "id": item.id,
            "entities": [{"start": start, "end": end, "type": kind} for (start, end), kind in entities],
            "relations": [{"type": kind, "source": list(a), "target": list(b)} for kind, a, b in sorted(relations)],
        }


def _entities(reading: Marked) -> list[tuple[Stretch, str]]:
    """Stretches with their type; the earlier marker wins where two claim the same words."""
    taken: dict[Stretch, str] = {}
    for span, kind in _candidates(reading):
        if not any(start < span[1] and span[0] < end and taken[start, end] == kind for start, end in taken):
            taken.setdefault(span, kind)
    return sorted(taken.items())


def _candidates(reading: Marked) -> Iterator[tuple[Stretch, str]]:
    for party in reading.parties:
        yield (party.start, party.end), "Person" if party.type in PERSONS else "Organisation"
    for place in reading.places:
        yield (place.start, place.end), "Location"
    for time in reading.times:
        yield (time.start, time.end), "Frequency" if time.timex == "SET" else "Temporal"
    for amount in reading.amounts:
        yield (amount.number.start, amount.number.end), "Money" if amount.unit == "money" else "Quantity"
    for span in reading.tokens.ents:
        if span.label_ in NAMED:
            yield (span.start_char, span.end_char), NAMED[span.label_]
    yield from _things(reading)


def _things(reading: Marked) -> Iterator[tuple[Stretch, str]]:
    kinds = ((WEAPONS, "Weapon"), (PLATFORMS, "MilitaryPlatform"), (PAPERS, "DocumentReference"))
    for token in reading.tokens:
        for words, kind in kinds:
            if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in words:
                yield (_first(token).idx, token.idx + len(token)), kind


def _first(token: Token) -> Token:
    """The first word of a compound."""
    return next((child for child in token.lefts if child.dep_ in {"compound", "amod"}), token)


def _relations(reading: Marked) -> Iterator[tuple[str, Stretch, Stretch]]:
    for claim in extract(reading):
        yield from _of_claim(claim)
    yield from _attributes(reading)
    yield from _nested(reading)


def _of_claim(claim: Claim) -> Iterator[tuple[str, Stretch, Stretch]]:
    if claim.standing in {"denied", "negated", "hypothetical"}:
        return
    first = [
        party for party in claim.parties if party.role in {"agent", "speaker", "subject", "leader", "member", "backer"}
    ]
    rest = [party for party in claim.parties if party not in first]
    name = f"{claim.kind}/{claim.type}"
    if kind := BETWEEN.get(name) or BETWEEN.get(claim.kind):
        yield from ((kind, _span(one), _span(other)) for one in first for other in rest)
    if kind := WITH_PLACE.get(name) or WITH_PLACE.get(claim.kind):
        yield from ((kind, _span(one), _span(place)) for one in first for place in claim.places)


def _span(one: Party | Place) -> Stretch:
    return one.start, one.end


def _attributes(reading: Marked) -> Iterator[tuple[str, Stretch, Stretch]]:
    """A number is an attribute of the party that it counts."""
    by_root = {party.root: party for party in reading.parties}
    for amount in reading.amounts:
        if (party := by_root.get(amount.root)) is not None:
            yield "HasAttrOf", (party.start, party.end), (amount.number.start, amount.number.end)


def _nested(reading: Marked) -> Iterator[tuple[str, Stretch, Stretch]]:
    """A place or party "in" a place is there."""
    outer = {one.root: (one.start, one.end) for one in reading.places}
    outer |= {one.root: (one.start, one.end) for one in reading.parties}
    for place in reading.places:
        above = reading.tokens[place.root].head
        if above.dep_ == "prep" and above.lower_ in {"in", "at", "near", "from"} and above.head.i in outer:
            yield "CoLocated", outer[above.head.i], (place.start, place.end)
