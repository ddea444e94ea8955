"""Cues of telling: what speech verbs and nouns of talk do to what they tell, and phrases that say it of a sentence."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues.above import DEFINITE, is_factive, is_past, that_clause
from vedette.claims.cues.model import Cue, cue_of, hedges
from vedette.claims.syntax import clause_of
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

NOBODY = frozenset({"nobody", "none"})
TO_CHECK = frozenset({"attempted", "planned", "demanded"})
ACTS = frozenset({"denied", "confirmed", "admitted", "superseded"})


def told_cues(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What speech verbs say of their content; an act ("denied") reaches no further than the next one's saying."""
    for at, one in enumerate(over):
        inner, standing = over[at + 1 :], _standing_of(one, trigger)
        parts = {"VERB", "NOUN"} if standing == "denied" else {"VERB"}
        said_inside = any(other.entry.reports and other.head.pos_ in parts and other.sources for other in inner)
        taken_back = one.head.pos_ == "NOUN" and any(other.entry.standing == "superseded" for other in over[:at])
        an_act = not ACTS.isdisjoint((standing, one.entry.standing))
        if not standing or taken_back or not _is_main(trigger, one) or (an_act and said_inside):
            continue
        if not _known_inside(trigger, one):
            yield Cue(one.cue, standing, name=one.entry.act or standing)


def _standing_of(one: Attribution, trigger: Token) -> str:
    """What an attribution does to its content."""
    if one.head.pos_ == "NOUN" and one.sources and one.entry.standing == "unverified":
        return ""
    if one.entry.act == "warn" and _has_happened(trigger, one):
        return ""
    unsure = one.entry.standing in ACTS or (one.entry.act == "say" and _that_inside(one))
    if one.entry.standing == "denied" and _not_denied(one.head, trigger):
        return "confirmed"
    if one.entry.standing == "denied" and any(
        child.lemma_ in word_class("grammar", "proposed") for child in one.head.rights
    ):
        return "negated"  # "rejected a motion to send observers"
    if one.sources and all(source.lower_ in NOBODY for source in one.sources):
        return ""
    return "unverified" if unsure and _withheld(one.head) else one.entry.standing


def _has_happened(trigger: Token, one: Attribution) -> bool:
    """ "Warned that 40 people had died", "that fighting is spreading": no warning of what may come."""
    verb = clause_of(trigger)
    return verb.i in one.content and is_past(verb)


def _that_inside(one: Attribution) -> bool:
    return any(child.dep_ == "ccomp" and that_clause(child) for child in one.head.children)


def _not_denied(verb: Token, trigger: Token) -> bool:
    """ "did not dispute that": as good as owned up to; "did not deny" only of deeds."""
    deed = trigger.lemma_.lower() in word_class("grammar", "deeds")
    return (
        (verb.lemma_ != "deny" or deed)
        and verb.dep_ != "conj"
        and any(child.dep_ == "neg" and child.lower_ != "neither" for child in verb.children)
    )


def _withheld(verb: Token) -> bool:
    """ "did not confirm", "neither confirmed nor denied", "declined to say that": nothing is vouched for."""
    first = verb.head if verb.dep_ == "conj" else verb
    negated = any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in verb.children)
    either = any(
        child.left_edge.lower_ in {"neither", "nor"} for child in (first, *first.children) if child.i <= verb.i
    )
    above = first.head.head if first.head.pos_ == "ADP" else first.head
    governor = hedges("governor").get(above.lemma_.lower()) if first.dep_ in {"xcomp", "pcomp", "acl"} else None
    in_vain = (
        first.dep_ in {"advcl", "acl", "xcomp"}
        and first.tag_ == "VB"
        and any(one.dep_ == "neg" for one in (*above.children, *above.head.children))
    )
    checked = verb == first and verb.lemma_ in word_class("grammar", "checking")
    unsettled = governor is not None and governor.standing in ({"negated"} | (TO_CHECK if checked else set()))
    return negated or either or in_vain or unsettled


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
        asked = node.head.dep_ == "xcomp" and node.head.head == one.head
        if asked and node.dep_ == "conj" and node.head.tag_ == "VB" and node.tag_ in {"VBD", "VBZ", "VBP"}:
            return False  # "called on them to leave and is sending a ship"
        if one.entry.standing in ACTS and _is_occasion(node):
            return False
        known = node.dep_ == "acl" and node.tag_ == "VBN" and any(child.lower_ in DEFINITE for child in node.head.lefts)
        if known and one.entry.standing in TO_CHECK:
            return False  # "urged both sides to return to the truce signed in May"
        that = any(child.dep_ == "mark" for child in node.children)
        if node.dep_ == "relcl" and node.head.i in one.content and not that:
            return False
        if node.dep_ == "advcl" and node.head.i in one.content:
            return any(child.lower_ in {"if", "unless"} for child in node.children)
        node = node.head
    return True


def _is_occasion(node: Token) -> bool:
    """The attack of "confirmed that ten men were killed in an attack", "denied any part in the attack": where and when,
    or what one had no part in, and not what is confirmed or denied."""
    over = node.head.head if node.dep_ == "pobj" else node
    known = over.lemma_ in word_class("grammar", "share") and any(one.lower_ in DEFINITE for one in node.children)
    told = known or (node.dep_ == "pobj" and node.head.lower_ in {"in", "during"} and over.pos_ == "VERB")
    return told and node.pos_ == "NOUN" and node.lemma_.lower() in word_class("nouns", "violence")


def sentence_cues(trigger: Token) -> Iterator[Cue]:
    """What a phrase anywhere in its sentence says of an event: "no longer"."""
    sentence = trigger.sent
    text = sentence.text.lower()
    for phrase, entry in hedges("sentence").items():
        start = text.find(phrase) + sentence.start_char
        if start >= sentence.start_char:
            yield cue_of(entry, *(token for token in sentence if start <= token.idx < start + len(phrase)))
