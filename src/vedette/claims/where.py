"""Where an event happened: the places of its arguments, else those of the clause it shares with another event."""

from collections.abc import Iterable, Iterator, Sequence

from vedette.claims.events import Event
from vedette.claims.nearness import is_goal, is_way, lying_in, nearest, points_at
from vedette.claims.pointing import (
    inside,
    meant,
    meant_by_it,
    meant_by_there,
    places_before,
    sited,
    town_of_site,
    written_in,
)
from vedette.claims.reading import Reading, as_place, counted_by
from vedette.claims.syntax import SUBJECTS, hosts_of, is_passive, objects_of, obliques_of
from vedette.lexicon.classes import word_class
from vedette.model import Place, PlaceMention
from vedette.model.tokens import Token

PREPOSITIONS = {
    "from": "from", "out of": "from", "off": "from", "to": "to", "into": "to", "onto": "to", "toward": "toward",
    "towards": "toward", "for": "to",
}  # fmt: skip
MOVING = frozenset({"movement", "displacement", "aid", "diplomacy", "control"})
HAPPENING = frozenset({"casualties", "violence", "displacement", "hardship", "unrest"})
ACTS = frozenset({"authority", "diplomacy", "aid"})
ON_THE_SPOT = frozenset({"arrest", "curfew", "ban", "order"})
NOT_WHERE = frozenset({"since", "until", "before", "after", "during", "despite", "besides", "amid", "following", "like",
                       "including", "because", "without", "except", "per", "via"})  # fmt: skip
SELDOM_WHERE = frozenset({"along with", "together with", "of", "by", "with", "between", "among", "as", "about",
                          "against"})  # fmt: skip
GOALS = frozenset({"to", "toward"})
BESIDE, LEAVING = frozenset({"in", "at", "inside", "outside", "near", "around", "on"}), frozenset({"withdraw", "flee"})
WITHIN = 6

type InRole = tuple[PlaceMention, str]


def places_of(reading: Reading, event: Event) -> tuple[Place, ...]:
    """The places of an event in their roles: its own, else those its clause shares with another."""
    pairs = list(_own(reading, event)) or list(_shared(reading, event)) or list(_near(reading, event))
    if event.entry.kind == "displacement" and all(role in GOALS for _, role in pairs):
        pairs += [(mention, "from") for mention in _of_hosts(reading, event)]
    pairs = [*pairs, *_origin(reading, event)]
    pairs = [pair for pair in pairs if not pair[0].landmark] or pairs
    unique: dict[tuple[int, int], Place] = {}
    for one, role in pairs:
        mention = lying_in(one, reading.places_in(event.trigger), reading.tokens)
        if not _is_around(reading, mention, pairs):
            unique.setdefault((mention.start, mention.end), as_place(mention, role))
    return tuple(sorted(unique.values(), key=lambda place: place.start))


def _is_around(reading: Reading, mention: PlaceMention, pairs: Sequence[InRole]) -> bool:
    """ "Nyaung Pin Hla village in Monywa Township": of two that nest the outer only tells where the inner is."""
    outer = reading.tokens[mention.root]
    link = outer.head.head if outer.dep_ == "compound" else outer.head
    towns = (one for one, _ in pairs if one.precision == mention.precision == "settlement" and one is not mention)
    inner = (reading.tokens[one.root] for one in towns)
    before = link.nbor(-1) if link.lower_ == "in" and link.i else link
    return before != link and any(before in (one, one.head) for one in inner)


def _own(reading: Reading, event: Event) -> Iterator[InRole]:
    """From the object, the prepositions and the words inside them; from the subject where the entry says so."""
    entry, frame = event.entry, event.frame
    of_subject = "place" in entry.subject and not entry.subject_role
    grounds = (
        frame.subjects
        if of_subject and entry.kind == "asset"
        else (*frame.objects, *(frame.subjects if of_subject else ()))
    )
    near = any(reading.place(token) or meant(reading, token) for _, token in frame.obliques)
    named = [(mention, _object_role(event, one)) for one in grounds if not (near and is_way(one))
             for mention in _of(reading, event, one)]  # fmt: skip
    if not named and entry.kind == "control":
        named = [(mention, entry.place_role) for one in grounds for mention in meant_by_it(reading, one)]
    yield from named
    yield from ((one, entry.place_role) for one in _sites(reading, event, () if near else grounds, bare=not named))
    taken = grounds[:1] if entry.kind == "control" and not named else ()
    placed = bool(named)
    for word, token in frame.obliques:
        people = reading.party(token) is not None and reading.place(token) is None
        if (entry.kind == "casualties" and is_goal(token)) or (word == "from" and _is_home(reading, event, token)):
            continue  # "the wounded were flown to X", "with the help of reinforcements from X"
        if (word == "near" and placed and reading.place(token) is not None) or _lies(
            reading, event, named, word, token
        ):
            continue  # "at Dikwa near Maiduguri"
        told = reading.place(token) or (word == "of" and meant(reading, token))  # "pulled out of the town"
        if word not in NOT_WHERE and not people and (word not in SELDOM_WHERE or told):
            home = any(reading.has_class(one, {"facility"}) for one in frame.objects) and entry.place_role == "from"
            left = word == "of" or (word in BESIDE and home)  # "fled their homes in X"
            role = _role("from" if left else word, token, event.trigger) if entry.kind in MOVING else "at"
            sheltered = town_of_site(reading, token) if entry.kind == "displacement" and role == "at" else ()
            here = list(_of(reading, event, token)) or list(sheltered)
            if taken and word in BESIDE:  # "captured the base outside X"
                here = [sited(reading, taken[0], mention) for mention in here]
            placed = placed or bool(here)
            yield from ((mention, role) for mention in here)
    yield from ((mention, "at") for mention in _modifying(reading, event))
    yield from ((mention, "at") for mention in _pointed_at(reading, event))


def _is_home(reading: Reading, event: Event, place: Token) -> bool:
    """Whether it is where others come from, whom a preposition brings in."""
    people = place.head.head
    return people != event.trigger and people.dep_ == "pobj" and reading.has_class(people, {"armed", "people"})


def _lies(reading: Reading, event: Event, named: Sequence[InRole], word: str, token: Token) -> bool:
    """Whether words only tell where what was taken lies: "took X, on the road to Y", "took the X site in Y"."""
    beside = {one.lemma_.lower() for one in (token, token.listed_with.head.head)}  # "a town on the border with Y"
    way = bool(beside & word_class("grammar", "edge")) or any(map(is_way, (token, reading.tokens[token.head.i - 1])))
    site = word in BESIDE and any(mention.precision == "point" for mention, _ in named)
    return bool(named) and event.entry.kind == "control" and (way or site)


def _sites(reading: Reading, event: Event, grounds: Iterable[Token], *, bare: bool) -> Iterator[PlaceMention]:
    """The sites of the town spoken of, "the airport" or "its port", where no words tell of another town; where nothing
    else is told (`bare`), the town whose part is taken."""
    if event.entry.kind != "control":
        return
    alone = (one for one in grounds if not is_way(one) and not any(_of(reading, event, one)))
    found = (sited(reading, one, mention) for one in alone for mention in town_of_site(reading, one))
    yield from (one for one in found if bare or one.precision == "point")


def _of(reading: Reading, event: Event, head: Token) -> Iterator[PlaceMention]:
    """The places inside a phrase; who takes or leaves a site in or by a town does so with the site alone, but for "the
    airport of X and most of the city".
    """
    taken = event.entry.kind == "control" or (event.entry.kind == "movement" and event.entry.type in LEAVING)
    nearly = word_class("place_words", "nearly whole")
    for one in inside(reading, head):
        yield sited(reading, head, one) if taken else one
        after = [token.lower_ for token in reading.tokens[one.root + 1 : one.root + 3]]
        if taken and after[:1] == ["and"] and after[-1] in nearly:
            yield one


def _object_role(event: Event, head: Token) -> str:
    """Where one went, but where one was in "left the capital for the hills"."""
    left = len(event.tokens) > 1 and event.tokens[-1].pos_ == "ADP" and head.i < event.tokens[-1].i
    return "from" if left and event.entry.place_role == "to" else event.entry.place_role


def _origin(reading: Reading, event: Event) -> Iterator[InRole]:
    """ "People from Khartoum were displaced", "600 people of Darfur took shelter": where they fled from."""
    fled = event.entry.kind == "displacement"
    if fled or event.entry.type == "abduction":
        for one in (*event.frame.subjects, *event.frame.objects):
            people = counted_by(one) or one
            for child in people.children:
                if child.lower_ in {"from", "of"} and child.dep_ == "prep" and reading.has_class(people, {"people"}):
                    yield from ((mention, "from" if fled else "at") for mention in inside(reading, child))


def _near(reading: Reading, event: Event) -> Iterator[InRole]:
    """What happens happens somewhere: at the place that is nearest in the sentence, if any is near."""
    if event.entry.kind in HAPPENING or event.entry.type in ON_THE_SPOT:
        places = (one for one in reading.grounds_in(event.trigger) if not is_goal(reading.tokens[one.root]))
        yield from ((mention, "at") for mention in nearest(places, event.trigger, WITHIN))


def _role(word: str, token: Token, verb: Token) -> str:
    """Where a movement leads; who crosses "the border with X" or flees "north of X" goes there."""
    border = word in {"across", "through", "over"} and token.lemma_.lower() in {"border", "frontier"}
    over = border and any(child.lower_ == "with" for child in token.children)
    side = token.head.head
    beyond = token.head.lower_ == "of" and side.head == verb and side.lower_ in word_class("place_words", "direction")
    goes = beyond and verb.lemma_.lower() in word_class("verbs", "moving")
    if points_at(token):
        return "toward"
    return "to" if over or goes else PREPOSITIONS.get(word, "at")


def _pointed_at(reading: Reading, event: Event) -> Iterator[PlaceMention]:
    """ "Syria, where troops remain deployed", "celebrations there"."""
    adverbs = [child for verb in _upwards(event.trigger) for child in verb.children if child.dep_ == "advmod"]
    for adverb in adverbs:
        if adverb.lower_ == "there":
            yield from meant_by_there(reading, adverb)
        elif adverb.lower_ == "here":
            yield from written_in(reading, adverb)
        elif adverb.lower_ == "where" and (of := adverb.head.head) and adverb.head.dep_ == "relcl":  # "X, Sudan, where"
            yield from inside(reading, of.head if of.dep_ == "appos" and reading.place(of.head) else of)


def _upwards(trigger: Token) -> Iterator[Token]:
    """An event word and the verbs of its own clause above it."""
    yield trigger
    while trigger.dep_ in {"acomp", "xcomp", "dobj", "nsubj", "nsubjpass", "attr", "oprd"} and trigger.head != trigger:
        trigger = trigger.head
        yield trigger


def _shared(reading: Reading, event: Event) -> Iterator[InRole]:
    """From the verb whose place the event shares, from an earlier clause, from the doer's phrase."""
    entry, trigger = event.entry, event.trigger
    found: list[InRole] = []
    if entry.kind in HAPPENING | ACTS:
        found = [(mention, "at") for mention in _of_hosts(reading, event)]
    elif entry.kind == "control" and all(one.pos_ == "PRON" for one in event.frame.objects):
        found = [(mention, entry.place_role) for mention in places_before(reading, trigger)]
    if not found and (entry.kind in HAPPENING | {"asset"} or entry.type in ON_THE_SPOT):
        role = "from" if entry.kind == "displacement" else "at"
        found = [(mention, role) for one in event.frame.subjects for mention in inside(reading, one)]
    yield from found


def _of_hosts(reading: Reading, event: Event) -> tuple[PlaceMention, ...]:
    """The places of the first verb that the event shares a clause with and that has any."""
    around = [tuple(_around(reading, verb)) for verb in _sharing(event.trigger)]
    return next((places for places in around if places), tuple(_ahead(reading, event.trigger)))


def _ahead(reading: Reading, trigger: Token) -> Iterator[PlaceMention]:
    """What stands before both of two joined clauses: "In Chocó, 300 people are cut off and 271 were displaced"."""
    verb = trigger.head
    first = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if trigger.dep_ == "conj" and first is not None:
        where = (one for word, one in obliques_of(verb) if word not in NOT_WHERE and one.i < first.left_edge.i)
        yield from (mention for one in where for mention in inside(reading, one))


def _sharing(trigger: Token) -> Iterator[Token]:
    """The verbs whose place an event shares: its host, "killed when gangs attacked X", "killed and 18 injured at X"."""
    yield from hosts_of(trigger)
    for child in trigger.children:
        joined = child.dep_ == "conj" and child.tag_ == trigger.tag_ and is_passive(child)
        if joined or (child.dep_ == "advcl" and child.tag_ in {"VBD", "VBN", "VBZ"}):
            yield child


def _around(reading: Reading, verb: Token) -> Iterator[PlaceMention]:
    arguments = [*obliques_of(verb), *(("at", one) for one in objects_of(verb))]
    where = [one for word, one in arguments if word not in NOT_WHERE and not is_goal(one)]
    yield from (mention for one in where for mention in inside(reading, one))


def _modifying(reading: Reading, event: Event) -> Iterator[PlaceMention]:
    """Places inside the doer's phrase when the event has no other: "residents of Goma fled"."""
    if event.frame.trigger.pos_ == "NOUN":
        for child in event.trigger.children:
            if child.dep_ in {"compound", "poss", "amod"} and (place := reading.place(child)):
                yield place
