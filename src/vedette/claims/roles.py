"""From the arguments of an event word to the parties and the figure of its claim."""

from collections.abc import Iterator

from vedette.claims.events import Event
from vedette.claims.reading import Reading, counted_by
from vedette.claims.syntax import coordinated, is_grip, obliques_of, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model import AmountMention, Party, Quantity, replace
from vedette.model.tokens import Token

THINGS = frozenset({"facility", "vehicle", "weapon", "place"})
TO_THINGS = frozenset({"violence", "hardship", "unrest", "authority", "movement"})
AIMED = frozenset({"at", "on", "against", "into", "onto", "under"})
OF_PEOPLE = frozenset({"abduction", "sexual-violence", "suicide-bombing", "besiege"})
NO_PERSON = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME"})
TOGETHER = frozenset({"along with", "together with", "alongside"})
BESIDE = TOGETHER | {"with", "beside"}


def parties_of(reading: Reading, event: Event) -> tuple[Party, ...]:
    """The parties of an event in their roles, places and bare things left out."""
    entry = event.entry
    about = event.frame.objects if entry.kind == "diplomacy" else ()  # "broke off talks with the rebels"
    obliques = (*event.frame.obliques, *(pair for one in about for pair in obliques_of(one) if pair[0] == "with"))
    pairs = [(entry.subject_role, one) for subject in event.frame.subjects for one in _behind(subject)]
    pairs += [(entry.object_role, one) for one in _tied(reading, event)]
    pairs += [(_oblique_role(reading, event, word, one), one) for word, one in obliques]
    pairs = [(_role_of_thing(reading, event, role, one), one) for role, one in pairs]
    seen: set[tuple[int, int]] = set()
    found: list[Party] = []
    for role, token in pairs:
        taken = _can_be_party(reading, token, role) or (role == "target" and _is_victim(reading, event, token))
        if not role or not taken or _is_ground(reading, event, token):
            continue
        for party in _represented(reading, token, role):
            if (party.start, party.end) not in seen:
                seen.add((party.start, party.end))
                found.append(party)
    return _of_the_loser(reading, event, found)


def _of_the_loser(reading: Reading, event: Event, found: list[Party]) -> tuple[Party, ...]:
    """ "The rebels lost 64 men": the men were rebels."""
    if event.entry.kind != "casualties" or event.trigger.lemma_ != "lose":
        return tuple(found)
    losers = [reading.as_party(one, "") for one in surface_subjects(event.trigger)]
    side = next((one.side for one in losers if one.type in {"armed", "state"}), None)
    return tuple(replace(one, side=side, type="armed") if side and one.side is None else one for one in found)


def _behind(subject: Token) -> tuple[Token, ...]:
    """Whose flag it is that flies: "rebel flags", "the flag of the army"."""
    if subject.lemma_.lower() not in word_class("grammar", "colours"):
        return (subject,)
    below = [noun for child in subject.children if child.lower_ == "of" for noun in child.children]
    return tuple(below) or tuple(child for child in subject.lefts if child.dep_ in {"compound", "poss", "nmod", "amod"})


def _tied(reading: Reading, event: Event) -> tuple[Token, ...]:
    """The objects; of those of a tie only what can be tied: "to protect the regime and their own assets"."""
    objects, wanted = event.frame.objects, event.entry.object
    fitting = tuple(one for one in objects if event.entry.kind == "relation" and reading.has_class(one, wanted))
    return fitting or objects


def _role_of_thing(reading: Reading, event: Event, role: str, token: Token) -> str:
    """What a deed is done to may be a thing; a place it is done to is no party."""
    bare = reading.party(token) is None and reading.place(token) is None and reading.has_class(token, THINGS)
    return "object" if role == "target" and bare and event.entry.kind in TO_THINGS else role


def _is_ground(reading: Reading, event: Event, token: Token) -> bool:
    """ "left the country": a generic place word where the event asks for a place is no party."""
    asked = "place" in event.entry.object and event.entry.kind not in {"violence", "hardship"}
    return asked and "place" in reading.lemma_classes(token)


def _represented(reading: Reading, token: Token, role: str) -> Iterator[Party]:
    """Those that "the foreign ministers of A, B and C" or "its allies, A and B" stand for, else the party itself."""
    offices = "office" in reading.lemma_classes(token)
    below = [noun for child in token.children if child.lower_ == "of" and offices for noun in child.children]
    beside = [child for child in token.children if child.dep_ == "appos" and not offices]
    meant = [one for noun in below or beside for one in coordinated(noun)]
    several = (
        token.tag_ == "NNS" and len(meant) > 1 and (offices or all(one.i in reading.party_by_root for one in meant))
    )
    yield from (reading.as_party(one, role) for one in (meant if several else (token,)))


def _oblique_role(reading: Reading, event: Event, word: str, token: Token) -> str:
    together = TOGETHER | ({"with"} if event.entry.kind == "displacement" else set())
    if word in together and reading.party(token) is not None:
        of_object = (event.frame.passive and event.entry.kind != "relation") or event.entry.kind == "casualties"
        return event.entry.object_role if of_object else event.entry.subject_role
    if word == "by" and event.entry.object_role == "agent":
        return "agent"  # "under siege by the RSF"
    if _is_no_party(reading, word, token):
        return ""
    if (hit := _hit_or_helped(reading, event, word, token)) is not None:
        return hit
    if word in {"with", "against", "between", "among"} and reading.party(token) is not None:
        return event.entry.subject_role if word in {"between", "among"} else event.entry.oblique_role
    if f"{word}:" in "".join(event.entry.oblique) and reading.party(token) is not None:
        return event.entry.oblique_role
    return ""


def _hit_or_helped(reading: Reading, event: Event, word: str, token: Token) -> str | None:
    """ "Fired rockets at a boat", "came under fire from rebels", "handed out food to families"."""
    objects, kind = event.frame.objects, event.entry.kind
    if kind == "aid" and word in {"to", "for"} and reading.has_class(token, {"people", "civilian"}):
        return "target"
    if kind == "violence" and word in {"from", "by"} and event.entry.subject_role == "target":
        return "agent" if reading.has_class(token, {"armed", "state"}) else ""
    aimed = objects and all("weapon" in reading.lemma_classes(one) for one in objects)
    return "target" if aimed and kind == "violence" and word in AIMED else None


def _is_no_party(reading: Reading, word: str, token: Token) -> bool:
    """ "With the support of MSF", "33 were hurt, among them a baby", "by Kalibr missiles"."""
    backing = token.head.lower_ == "of" and token.head.head.lemma_ in word_class("grammar", "cause")
    those = word == "among" and token.pos_ == "PRON"
    return backing or those or (word in {"with", "by"} and _is_of_weapons(reading, token))


def _is_of_weapons(reading: Reading, token: Token) -> bool:
    """ "With Kalibr and Iskander missiles": what the names before the noun are, too."""
    return any("weapon" in reading.lemma_classes(one) for one in coordinated(token.listed_with))


def _can_be_party(reading: Reading, token: Token, role: str) -> bool:
    if reading.party(token) is not None:
        return reading.place(token) is None or reading.party_by_root.get(token.i) is not None
    if reading.place(token) is not None:
        return role == "agent" and token.dep_ == "nsubj"
    amount = reading.amount(token)
    if token.lemma_.lower() in word_class("grammar", "means") and reading.party(token) is None:
        return role == "object"
    if token.pos_ == "ADJ" and is_grip(token.head):
        return reading.has_class(token, {"armed", "state"})
    if (token.pos_ in {"ADV", "ADJ"} and counted_by(token) is None) or (amount is not None and amount.unit == "money"):
        return False
    named = reading.has_class(token, {"people", "armed", "state"}) or role in {"object", "subject", "member", "leader"}
    return named and token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}


def _is_victim(reading: Reading, event: Event, token: Token) -> bool:
    """A name that is no place's: who is killed or arrested is somebody, known or not."""
    people = event.entry.kind in {"casualties", "authority"} or event.entry.type in OF_PEOPLE - {"besiege"}
    named = token.tag_ == "NNP" or token.ent_type_ == "PERSON"
    return people and named and token.ent_type_ not in NO_PERSON and reading.place(token) is None


def _inside(reading: Reading, head: Token) -> AmountMention | None:
    """How many "a family of seven", "a crowd of 5,000" or "a total of 40 men" is."""
    total = head.lemma_ == "total" and head.dep_ in {"nsubj", "nsubjpass"}
    if not total and head.lemma_.lower() not in word_class("grammar", "crowd"):
        return None
    inside = (reading.amount(one) for of in head.children if of.lower_ == "of" for one in of.children)
    return next((one for one in inside if one is not None), None)


def _beside(reading: Reading, head: Token) -> AmountMention | None:
    """Who a name is: "Petro Bondar, a trader," is one civilian."""
    beside = (reading.amount(one) for one in head.rights if one.dep_ == "appos" and head.pos_ == "PROPN")
    return next((one for one in beside if one is not None), None)


def _amounts_of(reading: Reading, heads: tuple[Token, ...]) -> tuple[AmountMention, ...]:
    """The counts of some argument heads, each once."""
    found = [reading.amount(head) or _inside(reading, head) or _beside(reading, head) for head in heads]
    return tuple(dict.fromkeys(one for one in found if one is not None))


def amounts_at(reading: Reading, event: Event) -> tuple[AmountMention, ...]:
    """The counts that an event word may carry: of whom or what it was done to, of whom it tells, of who takes part."""
    heads = [event.trigger, *event.frame.objects, *(one for one in event.tokens[1:] if one.pos_ == "NOUN")]
    heads += event.frame.subjects if event.entry.subject_role in {"target", "object"} else ()
    if event.entry.kind == "casualties":
        beside = ((one, reading.amount(one)) for word, one in event.frame.obliques if word in BESIDE)
        heads += [one for one, of in beside if of is not None and of.unit in {"person", "household"}]
    heads += _recipients(reading, event)
    if event.entry.kind == "violence":
        heads += [
            one
            for one in event.frame.subjects
            if (of := reading.amount(one)) and (of.unit == "weapon" or event.entry.type == "suicide-bombing")
        ]
    moved = event.entry.type == "evacuate" and any(reading.has_class(o, {"people"}) for o in event.frame.objects)
    if event.entry.kind in {"displacement", "movement", "unrest", "hardship", "aid"} and not moved:
        heads += event.frame.subjects
    if event.trigger.pos_ == "NOUN" and event.entry.kind == "casualties":
        own = [child for child in event.trigger.children if child.pos_ == "NUM"]
        governor = event.trigger.head
        heads += own or [c for child in governor.children for c in (child, *child.children) if c.pos_ == "NUM"]
    under = [noun for head in heads for prep in head.children if prep.lower_ == "including" for noun in prep.children]
    including = [one for noun in under for one in coordinated(noun)]
    return _amounts_of(reading, (*heads, *including))


def _recipients(reading: Reading, event: Event) -> list[Token]:
    """Those whom relief, an outage or a reinforcement is told in numbers of, where nothing else is counted."""
    words = {"aid": {"to", "for"}, "hardship": {"to", "for"}, "movement": {"with"}}.get(event.entry.kind, set())
    if any(reading.amount(one) is not None for one in (*event.frame.objects, *event.frame.subjects)):
        return []
    return [one for word, one in event.frame.obliques if word in words and (of := reading.amount(one)) and of.noun]


def counts(event: Event, amount: AmountMention) -> bool:
    """Whether a figure counts what the event is about."""
    goes = not event.frame.passive and any(one.i == amount.root for one in event.frame.subjects)
    people = event.entry.kind in {"casualties", "displacement", "movement", "unrest", "authority"}
    if people or event.entry.type in OF_PEOPLE:
        return amount.unit in {"person", "household", None} or (
            amount.unit == {"displacement": "share", "authority": "event"}.get(event.entry.kind)
            or (amount.unit == "building" and event.entry.type == "evacuate" and not goes)  # no homes evacuate
        )
    if event.entry.kind == "control":
        return event.entry.type == "repel" and amount.unit == "event"
    things = amount.unit in {"weapon", "vehicle", "event", "building"}
    return event.entry.kind != "violence" or things or (event.entry.type == "destruction" and amount.unit is None)


def nobody(reading: Reading, event: Event) -> Quantity | None:
    """The figure nought of "no casualties", "nobody was hurt", "none of the crew died"."""
    for head in (event.trigger, *event.frame.objects, *event.frame.subjects):
        no = no_of(head) or _not_one(head)
        if no is not None or is_nobody(head):
            words = reading.quote([no or head, head])
            return Quantity(words.text, words.start, words.end, 0, 0, 0, "exact", "person", "flow")
    return None


def no_of(head: Token) -> Token | None:
    """The "no" of "no casualties"."""
    return next((child for child in head.children if child.lower_ == "no" and child.dep_ == "det"), None)


def is_nobody(head: Token) -> bool:
    """ "Nobody", "no one", "none"."""
    no = head.lower_ == "one" and any(child.lower_ == "no" for child in head.children)
    return no or head.lower_ in word_class("grammar", "nobody")


def _not_one(head: Token) -> Token | None:
    """The "not" of "not a single civilian" and "not one house"."""
    lone = any(child.lower_ in {"single", "one"} and child.i < head.i for child in head.children)
    before = head.doc[max(head.left_edge.i - 1, 0) : head.i] if lone else ()
    return next((one for one in before if one.lower_ == "not"), None)
