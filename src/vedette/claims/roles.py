"""From the arguments of an event word to the parties, places, time and figure of its claim."""

from collections.abc import Iterator

from spacy.tokens import Token

from vedette.claims.attribution import Attribution
from vedette.claims.events import Event
from vedette.claims.reading import Reading, as_place
from vedette.claims.syntax import clause_of, coordinated, objects_of, obliques_of
from vedette.model import AmountMention, Measure, Party, Place, PlaceMention, Quantity, Time, TimeMention

PREPOSITIONS = {
    "from": "from", "out of": "from", "off": "from", "to": "to", "into": "to", "onto": "to", "toward": "toward",
    "towards": "toward", "for": "to",
}  # fmt: skip
MOVING = frozenset({"movement", "displacement", "aid", "diplomacy", "control"})
HAPPENING = frozenset({"casualties", "violence", "displacement", "hardship", "unrest"})
THINGS = frozenset({"facility", "vehicle", "weapon"})
NOT_WHERE = frozenset({"since", "until", "before", "after", "during", "despite", "besides", "amid", "following", "like",
                       "including", "because", "without", "except", "per", "via"})  # fmt: skip
SELDOM_WHERE = frozenset({"of", "by", "with", "between", "among", "as", "about", "against"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
STOCK_WORDS = frozenset({"remain", "live", "stay", "host", "shelter", "now", "currently", "total", "already"})


def parties_of(reading: Reading, event: Event) -> tuple[Party, ...]:
    """The parties of an event in their roles, places and bare things left out."""
    entry = event.entry
    pairs = [(entry.subject_role, one) for one in event.frame.subjects]
    pairs += [(_object_role(reading, event, one), one) for one in event.frame.objects]
    pairs += [(_oblique_role(reading, event, word, one), one) for word, one in event.frame.obliques]
    seen: set[tuple[int, int]] = set()
    found: list[Party] = []
    for role, token in pairs:
        if not role or not _can_be_party(reading, token, role) or _is_ground(reading, event, token):
            continue
        for party in _represented(reading, token, role):
            if (party.start, party.end) not in seen:
                seen.add((party.start, party.end))
                found.append(party)
    return tuple(found)


def _object_role(reading: Reading, event: Event, token: Token) -> str:
    """What violence is done to may be a thing; a place it is done to is no party."""
    thing = event.entry.kind == "violence" and reading.party(token) is None and reading.has_class(token, THINGS)
    return "object" if thing and event.entry.object_role else event.entry.object_role


def _is_ground(reading: Reading, event: Event, token: Token) -> bool:
    """ "left the country": a generic place word where the event asks for a place is no party."""
    return "place" in reading.lemma_classes(token) and "place" in event.entry.object


def _represented(reading: Reading, token: Token, role: str) -> Iterator[Party]:
    """The states that "the foreign ministers of A, B and C" stand for, else the party itself."""
    offices = "office" in reading.lemma_classes(token) and token.tag_ == "NNS"
    of = [
        one for child in token.children if child.lower_ == "of" for noun in child.children for one in coordinated(noun)
    ]
    if offices and len(of) > 1:
        yield from (reading.as_party(one, role) for one in of)
    else:
        yield reading.as_party(token, role)


def _oblique_role(reading: Reading, event: Event, word: str, token: Token) -> str:
    if word in {"with", "against", "between", "among"} and reading.party(token) is not None:
        return event.entry.subject_role if word in {"between", "among"} else event.entry.oblique_role
    if f"{word}:" in "".join(event.entry.oblique) and reading.party(token) is not None:
        return event.entry.oblique_role
    return ""


def _can_be_party(reading: Reading, token: Token, role: str) -> bool:
    if reading.party(token) is not None:
        return reading.place(token) is None or reading.party_by_root.get(token.i) is not None
    if reading.place(token) is not None or token.pos_ in {"ADV", "ADJ"}:
        return False
    named = reading.has_class(token, {"people", "armed", "state"}) or role in {"object", "subject", "member", "leader"}
    return named and token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}


def places_of(reading: Reading, event: Event) -> tuple[Place, ...]:
    """The places of an event in their roles, from its object, its prepositions and the words inside them."""
    entry, frame = event.entry, event.frame
    grounds = (*frame.objects, *(frame.subjects if "place" in entry.subject else ()))
    pairs = [(mention, entry.place_role) for one in grounds for mention in inside(reading, one)]
    if not pairs and entry.kind == "control":
        pairs = [(mention, entry.place_role) for one in grounds for mention in reading.meant_by_it(one)]
    for word, token in frame.obliques:
        role = PREPOSITIONS.get(word, "at") if entry.kind in MOVING or word == "from" else "at"
        if word not in NOT_WHERE and (word not in SELDOM_WHERE or reading.place(token)):
            pairs += [(mention, role) for mention in inside(reading, token)]
    pairs += [(mention, "at") for mention in _modifying(reading, event)]
    if not pairs and entry.kind in HAPPENING:
        pairs += [(mention, "at") for verb in _sharing(event.trigger) for mention in _around(reading, verb)]
    if not pairs and entry.kind == "control" and not frame.objects:
        pairs += [(mention, entry.place_role) for mention in reading.places_before(event.trigger)]
    if entry.kind == "asset" and not entry.subject_role:
        pairs = [(mention, "at") for one in frame.subjects for mention in inside(reading, one)]
    if not pairs and entry.kind in {"asset", "unrest", "hardship", "violence", "displacement", "casualties"}:
        role = "from" if entry.kind == "displacement" else "at"
        pairs += [(mention, role) for one in frame.subjects for mention in inside(reading, one)]
    unique: dict[tuple[int, int], Place] = {}
    for mention, role in pairs:
        unique.setdefault((mention.start, mention.end), as_place(mention, role))
    return tuple(sorted(unique.values(), key=lambda place: place.start))


def _sharing(trigger: Token) -> Iterator[Token]:
    """The verbs whose place an event shares: its host, and the clause of "killed when gangs attacked X"."""
    if (host := host_of(trigger)) is not None:
        yield host
    yield from (child for child in trigger.children if child.dep_ == "advcl" and child.tag_ in {"VBD", "VBN", "VBZ"})


def _around(reading: Reading, verb: Token) -> Iterator[PlaceMention]:
    arguments = [*obliques_of(verb), *(("at", one) for one in objects_of(verb))]
    yield from (mention for word, one in arguments if word not in NOT_WHERE for mention in inside(reading, one))


def inside(reading: Reading, head: Token) -> Iterator[PlaceMention]:
    """The place a phrase names, or the ones inside it ("the air base at Hmeimim", "the suburb of Jaramana")."""
    own = reading.place(head)
    if own is not None:
        yield own
        return
    if meant := reading.meant(head):
        yield from meant
        return
    named = [place for c in head.children if c.lower_ == "of" for p in c.children for place in inside(reading, p)]
    if named and reading.has_class(head, {"place"}):
        yield from named
        return
    for child in head.children:
        if child.dep_ not in CLAUSES and child.dep_ not in {"conj", "cc", "punct"}:
            if child.dep_ in {"poss", "compound", "nmod", "amod", "appos", "pobj"} and (place := reading.place(child)):
                yield place
                yield from (other for one in coordinated(child)[1:] if (other := reading.place(one)) is not None)
            elif child.dep_ in {"prep", "pobj"}:
                yield from inside(reading, child)


def _modifying(reading: Reading, event: Event) -> Iterator[PlaceMention]:
    """Places inside the doer's phrase when the event has no other: "residents of Goma fled"."""
    if event.frame.trigger.pos_ == "NOUN":
        for child in event.trigger.children:
            if child.dep_ in {"compound", "poss", "amod"} and (place := reading.place(child)):
                yield place


def time_at(reading: Reading, tokens: tuple[Token, ...], over: tuple[Attribution, ...]) -> Time | None:
    """When it happened: the time in the clause of the event words, else when it was said, else the publication.

    A "since" runs until it was said.
    """
    points = [one for one in reading.marked.times if one.timex in {"DATE", "TIME"} and (one.first or one.last)]
    own = [one for one in points if _governs(tokens, reading.tokens[one.root])]
    said = [one for one in points if any(_governs(cue.cue, reading.tokens[one.root]) for cue in over)]
    best, spoken = _nearest(reading, tokens[0], own), _nearest(reading, tokens[0], said)
    if best is not None:
        last = spoken.last if best.precision == "since" and spoken else best.last
        return Time(best.text, best.start, best.end, best.first, last, best.precision)
    if spoken is not None:
        return Time(spoken.text, spoken.start, spoken.end, spoken.first, spoken.last, spoken.precision)
    published = reading.document.published
    return Time(None, None, None, published[:10], published[:10], "published") if published else None


def _governs(tokens: tuple[Token, ...], time: Token) -> bool:
    """Whether a time hangs on the event words or on a clause that only carries them."""
    trigger = tokens[0]
    if time.sent.start != trigger.sent.start:
        return False
    if any(above in tokens for above in (time, *time.ancestors) if above.pos_ not in {"VERB", "AUX"}):
        return True
    head = clause_of(time)
    if head == host_of(trigger):
        return True
    if head == trigger or (trigger.pos_ not in {"VERB", "AUX"} and head == clause_of(trigger)):
        return True
    before_participle = head.dep_ == "advcl" and head.tag_ == "VBG" and time.i < head.i
    return head != time and (head.dep_ in {"conj", "xcomp", "aux"} or before_participle) and head.head == trigger


def host_of(trigger: Token) -> Token | None:
    """The verb whose time and place a second one shares: "struck a hospital overnight, killing eight"."""
    joined = trigger.dep_ == "conj" and not any(child.dep_ in {"nsubj", "nsubjpass"} for child in trigger.children)
    participle = joined or (trigger.tag_ == "VBG" and trigger.dep_ in {"advcl", "acl"})
    host = trigger.head
    while host.dep_ in {"conj", "advcl"} and host.tag_ == "VBG" and host.head != host:
        host = host.head
    return host if participle and host.pos_ in {"VERB", "AUX"} and host != trigger else None


def _nearest(reading: Reading, trigger: Token, times: list[TimeMention]) -> TimeMention | None:
    return min(times, key=lambda one: abs(reading.tokens[one.root].i - trigger.i), default=None)


def quantity_of(reading: Reading, event: Event, amount: AmountMention, measure: Measure) -> Quantity:
    """A figure as the claim carries it."""
    unit = amount.unit or ("person" if event.entry.kind in {"casualties", "displacement"} else None)
    return Quantity(
        amount.text, amount.start, amount.end, amount.low, amount.best, amount.high, amount.quantifier, unit,
        measure, amount.population, _scope(reading, event),
    )  # fmt: skip


def _scope(reading: Reading, event: Event) -> str | None:
    """Over what a figure was counted: "since late November", "in Syria"."""
    since = [one for one in reading.marked.times if one.precision == "since"
             and _governs(event.tokens, reading.tokens[one.root])]  # fmt: skip
    return since[0].text if since else None


def amounts_of(reading: Reading, heads: tuple[Token, ...]) -> tuple[AmountMention, ...]:
    """The counts of some argument heads, each once."""
    found = [reading.amount(head) for head in heads]
    return tuple(dict.fromkeys(one for one in found if one is not None))
