"""Relations: what claims and the grammar of a phrase say of two entities."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from eval.items import Item, Record, marked
from eval.tasks.entities import Entity, amounts_of, entities_of
from vedette.claims import extract
from vedette.model import Claim, Marked
from vedette.model.tokens import Token

ACTIVE = frozenset({"agent", "speaker", "subject", "leader", "member", "backer"})
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
    "diplomacy": "CoLocated",
}  # fmt: skip
TOGETHER = {"violence": "AlliesOf", "control": "AlliesOf"}
WHERE = frozenset(
    {"in", "at", "near", "within", "inside", "on", "across", "throughout", "outside", "to", "from", "into"}
)
TALKS = frozenset({"meet", "speak", "talk", "discuss", "negotiate", "tell", "urge", "ask"})
PEOPLE = frozenset({"Person", "Organisation"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})

type Relation = tuple[str, Entity, Entity]
type Roots = Mapping[int, Entity]


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Entities and relations of each text."""
    for item, reading in marked(items):
        entities = entities_of(reading)
        numbers = amounts_of(reading)
        found = dict.fromkeys(_record(*one) for one in _relations(reading, entities, numbers))
        yield {
            "id": item.id,
            "entities": [{"start": one.start, "end": one.end, "type": one.type} for one in (*entities, *numbers)],
            "relations": [{"type": kind, "source": list(a), "target": list(b)} for kind, a, b in found],
        }


def _record(kind: str, source: Entity, target: Entity) -> tuple[str, tuple[int, int], tuple[int, int]]:
    return kind, (source.start, source.end), (target.start, target.end)


def _relations(reading: Marked, entities: list[Entity], numbers: list[Entity]) -> Iterator[Relation]:
    roots = {one.root: one for one in entities}
    for claim in extract(reading):
        if claim.standing not in {"denied", "negated", "hypothetical"}:
            yield from _of_claim(claim, entities)
    for number in numbers:
        if (counted := roots.get(number.root)) is not None and number.end <= counted.start:
            yield "HasAttrOf", counted, number
    for one in entities:
        yield from _of_phrase(reading.tokens[one.root], one, roots)


def _of_claim(claim: Claim, entities: list[Entity]) -> Iterator[Relation]:
    first = _found(entities, ((one.start, one.end) for one in claim.parties if one.role in ACTIVE))
    rest = _found(entities, ((one.start, one.end) for one in claim.parties if one.role not in ACTIVE))
    places = _found(entities, ((one.start, one.end) for one in claim.places if not one.carried))
    name = f"{claim.kind}/{claim.type}"
    if kind := BETWEEN.get(name) or BETWEEN.get(claim.kind):
        yield from ((kind, one, other) for one in first for other in rest if one != other)
    if kind := TOGETHER.get(claim.kind):
        yield from ((kind, one, other) for one, other in combinations(first, 2))
    if kind := WITH_PLACE.get(name) or WITH_PLACE.get(claim.kind):
        yield from ((kind, one, place) for one in first for place in places if one != place)


def _found(entities: list[Entity], stretches: Iterable[tuple[int, int]]) -> list[Entity]:
    """The entities that share words with some stretches."""
    wanted = list(stretches)
    return [one for one in entities if any(start < one.end and one.start < end for start, end in wanted)]


def _of_phrase(head: Token, one: Entity, roots: Roots) -> Iterator[Relation]:
    """What a phrase says by its grammar: apposition, possession, and place inside a phrase or a clause."""
    above = roots.get(head.head.i) if head.head != head else None
    if above is not None and above != one:
        if head.dep_ == "appos" and above.type == one.type:
            yield ("CoLocated" if one.type == "Location" else "IsSynonymOf"), above, one
        elif head.dep_ == "poss" and above.type in {"Person", "Organisation"} and one.type != "Location":
            yield "BelongsTo", above, one
    if head.dep_ in {"attr", "dobj"}:
        yield from _with_subject(head, one, roots)
    if head.dep_ == "pobj" and head.head.dep_ in {"prep", "pcomp"}:
        yield from _with_preposition(head.head, one, roots)


def _with_subject(head: Token, one: Entity, roots: Roots) -> Iterator[Relation]:
    """ "X is a village", "X met Y"."""
    verb = head.head
    for subject in (roots[child.i] for child in verb.children if child.dep_ == "nsubj" and child.i in roots):
        if head.dep_ == "attr" and verb.lemma_ == "be" and subject.type == one.type:
            yield "IsSynonymOf", subject, one
        elif verb.lemma_ in TALKS and {subject.type, one.type} <= PEOPLE:
            yield "CommWith", subject, one


def _with_preposition(preposition: Token, one: Entity, roots: Roots) -> Iterator[Relation]:
    word, governor = preposition.lower_, preposition.head
    outer = roots.get(governor.i)
    if outer is not None and outer != one:
        if one.type == "Location" and word in WHERE | {"of"}:
            yield "CoLocated", outer, one
        elif word == "of" and one.type == "Organisation":
            yield "BelongsTo", outer, one
    elif governor.pos_ in {"VERB", "AUX"}:
        for child in governor.children:
            if child.dep_ in ARGUMENTS and child.i in roots and roots[child.i] != one:
                yield from _in_a_clause(governor, word, roots[child.i], one)


def _in_a_clause(verb: Token, word: str, argument: Entity, one: Entity) -> Iterator[Relation]:
    if one.type == "Location" and word in WHERE:
        yield "CoLocated", argument, one
    elif verb.lemma_ in TALKS and word in {"to", "with"} and {argument.type, one.type} <= PEOPLE:
        yield "CommWith", argument, one
