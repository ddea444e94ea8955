"""Cues above the event word: what the verbs, nouns and adjectives that it hangs on do to it.

Which verbs carry what stands below them follows the signatures of Nairn, Condoravdi and Karttunen (2006).
"""

from collections.abc import Iterator
from dataclasses import replace

from vedette.claims.attribution import Attribution, cut_off
from vedette.claims.cues.clause import own_cues, with_degree
from vedette.claims.cues.model import Cue, cue_of, hedges
from vedette.claims.syntax import SUBJECTS, auxiliaries, is_passive
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import HedgeEntry
from vedette.model.tokens import Token

CLIMBED = frozenset({
    "xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acl", "nsubj", "nsubjpass", "csubj", "csubjpass", "oprd",
    "attr", "acomp", "conj", "dep",
})  # fmt: skip
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
CLAUSAL = frozenset({"ccomp", "pcomp"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def up_the_tree(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """The cues from the event word upwards, as far as what stands above bears on it."""
    limits = {token.i for one in over if one.entry.reports for token in one.cue}
    node, below = trigger, trigger
    while True:
        yield from _marks(node) if below != node and _separate(below) else own_cues(node, node == trigger)
        head = node.head
        if head == node or node.dep_ not in CLIMBED or head.i in limits or cut_off(node) or _own_tense(node):
            return
        if _beside(node) or (node.dep_ == "prep" and node.lower_ in word_class("grammar", "reason")):
            return  # "cannot get there due to shelling": there is shelling
        if is_factive(head, node) or _is_named(head, node):
            return
        above = tuple(governor_cues(head, node))
        if _presupposed(head, node) and not above:
            return
        if _finite_clause(node):
            yield from above if that_clause(node) else ()
            return
        if _bare_noun(head, node, trigger) and not above:
            return
        yield from above
        node, below = head, node


def _is_named(head: Token, node: Token) -> bool:
    """ "What it called an attack", "called the claim a lie"."""
    told = node.dep_ == "dobj" and node.lower_ in word_class("grammar", "said before")
    return head.lemma_ == "call" and (node.dep_ == "oprd" or told)


def _separate(node: Token) -> bool:
    """A joined clause with a subject or an auxiliary of its own, or after "but": it shares no negation and no modal."""
    if node.dep_ != "conj" or node.pos_ not in {"VERB", "AUX"}:
        return False
    own = any(child.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for child in node.children)
    return own or any(one.lower_ == "but" and one.i < node.i for one in node.head.children)


def _marks(node: Token) -> Iterator[Cue]:
    """What "if" and "whether" open reaches over "and"."""
    return (cue_of(hedges("mark")[one.lower_], one) for one in node.children
            if one.dep_ == "mark" and one.lower_ in hedges("mark"))  # fmt: skip


def _presupposed(head: Token, node: Token) -> bool:
    """ "did not discuss the attack": a known event is an argument of a verb that does not speak of its happening."""
    if node.pos_ != "NOUN" or head.pos_ not in {"VERB", "ADP"} or node.dep_ not in ARGUMENTS:
        return False
    verb = head.head if head.pos_ == "ADP" else head
    happening = word_class("verbs", "light", "occurring")
    known = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in node.children)
    return known and verb.lemma_.lower() not in happening and not any(True for _ in governor_cues(verb, head))


def is_factive(head: Token, node: Token) -> bool:
    """Whether a clause or noun stands under a verb that takes it as so: nothing above it changes that."""
    words = {head.lemma_.lower(), head.lower_, f"{head.lemma_.lower()} that"}
    infinitive = node.dep_ == "xcomp" or any(c.lower_ in {"if", "whether"} for c in node.children)
    asked = any(one.tag_ in {"WRB", "WP"} for one in (node.left_edge, *node.lefts))
    if node.dep_ in CLAUSAL and (asked or any(one.dep_ == "mark" and one.lower_ == "whether" for one in node.lefts)):
        return True  # "could not say how many had died", "has not established whether"
    if head.lemma_ in {"see", "hear", "watch"} and any(one.lower_ in {"could", "can"} for one in auxiliaries(head)):
        return True  # "you could see the village burning"
    return not infinitive and node.dep_ in {"ccomp", "dobj"} and not words.isdisjoint(hedges("factive"))


def _bare_noun(head: Token, node: Token, trigger: Token) -> bool:
    """A noun above that only mentions the event ("a city braced for the fall"): what lies beyond it says nothing."""
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    listed = node.dep_ == "conj" and node.pos_ in {"NOUN", "PROPN"}
    return not listed and not (node.dep_ == "prep" and trigger.pos_ == "NOUN")


def _own_tense(node: Token) -> bool:
    """ "did not mention it but said …": a finite verb shares nothing with the bare one before it."""
    return node.dep_ == "conj" and node.head.tag_ == "VB" and node.tag_ in {"VBD", "VBZ", "VBP"}


def _beside(node: Token) -> bool:
    """ "We lost two posts, we will get them back": two clauses side by side, whatever the parse hangs on which."""
    own = node.tag_ in {"VBD", "VBZ", "VBP"} or any(child.tag_ in {"VBD", "VBZ", "VBP"} for child in auxiliaries(node))
    joined = node.dep_ == "ccomp" and node.i < node.head.i and own
    firsts = [child.left_edge for child in node.head.children if child.dep_ in SUBJECTS and child.i > node.i]
    return joined and any(one.nbor(-1).text in {",", "-", "–", "—"} for one in firsts[:1])


def _finite_clause(node: Token) -> bool:
    """A clause of its own that its head does not govern: relative clauses, finite clauses under a noun."""
    if node.dep_ == "acl":
        return node.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
    return node.dep_ == "conj" and node.pos_ not in {"VERB", "AUX"}


def that_clause(node: Token) -> bool:
    """Whether a clause begins with "that"."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in node.children)


def is_past(verb: Token) -> bool:
    """Whether a verb tells what has happened or is happening."""
    helpers = auxiliaries(verb)
    told = verb.tag_ == "VBD" or any(child.lemma_ in {"have", "be"} for child in helpers)
    return told and all(child.tag_ not in {"MD", "TO"} for child in helpers)


def governor_cues(head: Token, node: Token) -> Iterator[Cue]:
    """What a verb, noun or adjective does to a word that hangs on it: plan to, fail to, keep from, lack of."""
    if node.dep_ == "conj" or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"} or _is_named(head, node):
        return
    found = next(((hedges("governor")[one], one) for one in _keys(head, node) if one in hedges("governor")), None)
    if found is None:
        if node.dep_ in {"acl", "xcomp", "prep", "relcl"} and (entry := hedges("means").get(head.lemma_.lower())):
            yield cue_of(entry, head)
        return
    entry, key = found
    if entry.name == "expect" and any(one.lower_ == "had" for one in auxiliaries(head)):
        return  # "the attack had been expected for days"
    if _is_said_of(head, key) or _governs(head, node, entry):
        wished = head.lemma_ in {"want", "propose", "prefer"} and (node.dep_ == "dobj" or _of_others(node))
        entry = replace(entry, standing="demanded") if wished else entry
        if key in word_class("grammar", "nearing") and node.lemma_ in word_class("grammar", "unwilled"):
            entry = replace(entry, standing="forecast")  # "is about to fall"
        adjective = (c for c in _said_of(head) if c.lemma_.lower() == key)
        yield with_degree(cue_of(entry, next(adjective, head)))


def _of_others(node: Token) -> bool:
    """ "wants him suspended": somebody else is to do or undergo it."""
    return node.dep_ in {"ccomp", "xcomp"} and any(child.dep_ in {"nsubj", "nsubjpass"} for child in node.children)


def _keys(head: Token, node: Token) -> Iterator[str]:
    """The forms under which a governor may be listed, the most telling first."""
    lemma, below = head.lemma_.lower(), tuple(head.children)
    yield from (f"{c.lower_} {lemma}" for c in below if c.dep_ in {"det", "amod", "nummod", "neg", "compound"})
    if lemma in word_class("grammar", "proving"):
        yield from (c.lemma_.lower() for c in _said_of(head) if c != node)
        yield from (f"be {c.lower_} {noun.lemma_.lower()}" for c in below if c.dep_ == "prep" for noun in c.children)
    if any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children) and node.dep_ in {"acl", "xcomp", "relcl"}:
        yield from (f"{lemma} yet to" for c in below if c.lower_ == "yet")
        yield f"{lemma} to"
    yield from (f"{lemma} {c.lower_}" for c in below if c.dep_ in {"prt", "advmod"} or c == node)
    yield from (f"{lemma} {c.lemma_.lower()}" for c in below if c.dep_ == "dobj" and c != node)
    yield from (lemma, head.lower_)


def _is_said_of(head: Token, key: str) -> bool:
    """ "it is likely that …", "the report is false": the adjective speaks of the subject too."""
    return head.lemma_ in word_class("grammar", "proving") and key != "be to"


def _said_of(verb: Token) -> Iterator[Token]:
    """What a verb of being says of its subject: "is false", "proved false", "turned out to be false"."""
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd"}:
            yield child
        elif child.dep_ == "xcomp" and child.lemma_ == "be":
            yield from _said_of(child)


def _governs(head: Token, node: Token, entry: HedgeEntry) -> bool:
    if entry.name == "able" and head.head.tag_ == "VBD":
        return False  # who "was able to" did it
    if node.dep_ == "prep" and node.lower_ in word_class("grammar", "adjunct"):
        return False  # "fled to avoid arrest after looting the town"
    if entry.standing == "planned" and node.dep_ == "ccomp" and is_past(node):
        return False  # "later reports agreed that six had been killed"
    if entry.name == "blame" and not is_passive(head) and head.lemma_ != "suspect":
        return False  # who lays it to somebody says that it happened
    as_argument = node.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if entry.standing and not entry.phase and node.dep_ == "nsubj":
        return False
    inside = node.dep_ in {"ccomp", "pobj", "prep", "acl"} and not as_argument and head.pos_ != "NOUN"
    return not (entry.phase and inside)


def purpose(trigger: Token, found: list[Cue]) -> Iterator[Cue]:
    """An infinitive that nothing else explains is an aim: "moved in to retake the port"."""
    to = next((child for child in trigger.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    if to is None:
        return
    if any(one.lower_ == "have" for one in auxiliaries(trigger)):
        return  # "the claim to have taken the town"
    head = trigger.head
    implied = {head.lemma_.lower(), *(f"{head.lemma_.lower()} {c.lower_}" for c in head.children)}
    obliged = head.lemma_ == "have" and head.tag_ in {"VBZ", "VBP"}
    if head.lemma_ == "give" and any(
        child.dep_ == "dobj" and child.lemma_ in word_class("grammar", "time left") for child in head.children
    ):
        yield Cue((head,), "demanded", name="obliged")  # "gave them 48 hours to leave"
    if any(cue.standing or cue.phase for cue in found) or not (obliged or implied.isdisjoint(hedges("implicative"))):
        return
    yield Cue((head,), "demanded" if obliged else "planned", name="obliged" if obliged else "purpose")
