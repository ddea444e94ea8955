"""Cues of telling: what speech verbs and nouns of talk do to what they tell."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues.above import is_factive, that_clause
from vedette.claims.cues.model import Cue, hedges
from vedette.model.tokens import Token

VERSIONS = frozenset({"version", "draft", "edition", "headline"})
ACTS = frozenset({"denied", "confirmed", "admitted", "superseded"})


def told_cues(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What speech verbs say of their content; an act ("denied") reaches no further than the next one's saying."""
    for at, one in enumerate(over):
        inner, standing = over[at + 1 :], _standing_of(one)
        parts = {"VERB", "NOUN"} if standing == "denied" else {"VERB"}
        said_inside = any(other.entry.reports and other.head.pos_ in parts and other.sources for other in inner)
        taken_back = one.head.pos_ == "NOUN" and any(other.entry.standing == "superseded" for other in over[:at])
        if not standing or taken_back or not _is_main(trigger, one) or (standing in ACTS and said_inside):
            continue
        if not _known_inside(trigger, one):
            yield Cue(one.cue, standing, name=one.entry.act or standing)


def _standing_of(one: Attribution) -> str:
    """What an attribution does to its content: "an earlier version of this report said" no longer holds."""
    earlier = hedges("toll")
    versions = (token for token in one.sources if token.lemma_.lower() in VERSIONS)
    if not one.carried and any(child.lower_ in earlier for token in versions for child in token.children):
        return "superseded"
    if one.head.pos_ == "NOUN" and one.sources and one.entry.standing == "unverified":
        return ""
    unsure = one.entry.standing in ACTS or (one.entry.act == "say" and _that_inside(one))
    return "unverified" if unsure and _withheld(one.head) else one.entry.standing


def _that_inside(one: Attribution) -> bool:
    return any(child.dep_ == "ccomp" and that_clause(child) for child in one.head.children)


def _withheld(verb: Token) -> bool:
    """ "did not confirm", "neither confirmed nor denied", "declined to say that": nothing is vouched for."""
    first = verb.head if verb.dep_ == "conj" else verb
    negated = any(child.dep_ == "neg" for child in verb.children)
    either = any(child.lower_ in {"neither", "nor"} for child in first.children)
    governor = hedges("governor").get(first.head.lemma_.lower()) if first.dep_ == "xcomp" else None
    return negated or either or (governor is not None and governor.standing == "negated")


def _known_inside(trigger: Token, one: Attribution) -> bool:
    """ "urged leaders to condemn the attack": the attack is no part of what is urged."""
    node = trigger
    while node.head != node and node.head.i in one.content:
        if is_factive(node.head, node):
            return True
        node = node.head
    return False


def _is_main(trigger: Token, one: Attribution) -> bool:
    """Whether an event is what is denied or planned itself, not the time or reason of it ("… as troops advanced")."""
    node = trigger
    while node.i in one.content and node.head != node:
        if node.dep_ == "relcl" and node.head.i in one.content:
            return False
        if node.dep_ == "advcl" and node.head.i in one.content:
            return any(child.lower_ in {"if", "unless"} for child in node.children)
        node = node.head
    return True
