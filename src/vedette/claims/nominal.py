"""Nouns that name events: whether one reports its event or only mentions it, and whom the words around it name."""

from collections.abc import Iterator

from vedette.claims.reading import Reading
from vedette.claims.syntax import Frame, agents_of, is_passive, objects_of, obliques_of, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

ASIDE = frozenset({"appos", "npadvmod", "dep"})
TOLD = frozenset(
    {"ROOT", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "appos", "dep", "npadvmod", "csubj", "oprd"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "its", "their", "his", "her", "our"})


def verbs(name: str) -> frozenset[str]:
    """The verbs of one class of verbs.toml."""
    return word_class("verbs", name)


def blamed_for(noun: Token) -> tuple[Token, ...]:
    """Who did it, in "the attack was blamed on X", "blamed X for the attack", "X is accused of the attack"."""
    governor = noun.head if noun.dep_ != "pobj" else noun.head.head
    if governor.lemma_.lower() not in verbs("blaming"):
        return ()
    if noun.dep_ == "pobj":
        charged = surface_subjects(governor) if is_passive(governor) else objects_of(governor)
        return charged if noun.head.lower_ in {"for", "of"} else ()
    return tuple(one for word, one in obliques_of(governor) if word in {"on", "to"})


def claimed_by(noun: Token) -> tuple[Token, ...]:
    """Who says that it was their own deed: "claimed the raid", "took responsibility for the blast", "claimed by X"."""
    verb = noun.head
    while verb.dep_ != "ROOT" and (verb.lower_ in {"for", "of"} or verb.lemma_ in word_class("grammar", "claimed")):
        verb = verb.head
    taken = verb.lemma_ in {"take", "accept"} and verb != noun.head
    if (verb.lemma_ != "claim" and not taken) or any(child.dep_ == "neg" for child in verb.children):
        return ()
    claimants = agents_of(verb) if is_passive(verb) else surface_subjects(verb)
    return tuple(one for one in claimants if not any(child.lower_ == "no" for child in one.children))


def is_doer(reading: Reading, token: Token) -> bool:
    """Whether a modifier of the noun names a party or people: "Russian strikes", "rebel attacks"."""
    if token.pos_ == "ADJ":
        return token.i in reading.party_by_root
    return reading.has_class(token, {"party", "people", "armed", "state"})


def stands_alone(reading: Reading, frame: Frame) -> bool:
    """Whether a noun reports its event rather than just mentions it: it happens, is done, or is told with arguments."""
    noun = frame.trigger
    head = noun.head
    firsts = any(child.lower_ in {"first", "second", "third"} for child in noun.children)
    if (noun.dep_ == "pobj" and head.lower_ in {"until", "since", "upon"}) or (firsts and noun.dep_ in ASIDE):
        return False
    told = any(reading.place(one) or reading.party(one) for root in frame.roots() for one in _with_apposition(root))
    if noun.dep_ in {"nsubj", "nsubjpass", "csubj"} and head.lemma_.lower() in verbs("occurring") | verbs("light"):
        return True
    if noun.dep_ in {"dobj", "attr"} and head.lemma_.lower() in verbs("light") | verbs("occurring"):
        return True
    if noun.dep_ in {"ROOT", "nsubj", "nsubjpass"}:
        return told
    return told and noun.dep_ in {"pobj", "conj", "dobj", "pcomp", "appos"}


def is_news(reading: Reading, frame: Frame) -> bool:
    """Whether a noun tells of an event that was not told before ("an attack", "two blasts", "the order to leave"),
    and of nothing else ("a heart attack", "an explosion of colour", "a plan of attack").
    """
    noun = frame.trigger
    if noun.dep_ not in TOLD or (noun.dep_ == "pobj" and _only_describes(reading, noun)):
        return False
    children = tuple(noun.children)
    ground = {"of", "against", "on", "by"}
    told_apart = any(
        child.dep_ in {"relcl", "acl"} or (child.dep_ == "prep" and child.lower_ in ground) for child in children
    )
    if not told_apart and any(child.lower_ in DEFINITE for child in children if child.dep_ in {"det", "poss"}):
        return False
    return all(
        _is_ground_for(reading, noun, one) for word, one in obliques_of(noun) if word in {"of", "against", "on", "to"}
    )


def is_upheld(noun: Token) -> bool:
    """ "Confirmed the attack", "claimed the attack": what was told before, told again by somebody else."""
    known = any(child.lower_ in DEFINITE for child in noun.children if child.dep_ in {"det", "poss"})
    upheld = noun.dep_ == "dobj" and noun.head.lemma_ in word_class("grammar", "upholding")
    return known and (upheld or bool(claimed_by(noun)))


def _only_describes(reading: Reading, noun: Token) -> bool:
    """ "a plan of attack", "described as a raid", "under attack"; not "spoke of a raid", "after days of fighting",
    "talk of executions"."""
    preposition, above = noun.head, noun.head.head
    told = above.lemma_.lower() in word_class("grammar", "rumour")
    of_noun = above.pos_ not in {"VERB", "AUX", "SCONJ"} and not (
        told or reading.is_time(above) or _counts_events(above)
    )
    return (preposition.lower_ == "of" and of_noun) or preposition.lower_ in {"as", "like"} or _is_bare(noun)


def _counts_events(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in word_class("grammar", "counter", "span") and lemma != "number"


def _is_bare(noun: Token) -> bool:
    """A singular without article: "under attack", "in order"; not "in shelling", which went on, nor "lack of fuel"."""
    return (
        noun.tag_ == "NN"
        and not noun.lower_.endswith(("ing", "fire", "combat"))
        and not any(child.dep_ in {"det", "poss", "nummod", "amod"} or child.lower_ == "of" for child in noun.children)
    )


def _is_ground_for(reading: Reading, noun: Token, one: Token) -> bool:
    """Whether what follows "of", "on", "against" can be hit, held or dated."""
    wanted = {
        "place", "facility", "people", "party", "armed", "state", "vehicle", "weapon", "violence", "it", "named",
        "relief", "=fire", "=gunfire", "=shot",
    }  # fmt: skip
    town = one.lemma_.lower() in word_class("place_words", "settlement")  # "the occupation of the city"
    return town or reading.is_time(one) or reading.has_class(one, wanted)


def _with_apposition(head: Token) -> Iterator[Token]:
    """ "the capital, Damascus": either word may carry the name."""
    yield head
    yield from (child for child in head.children if child.dep_ == "appos")
