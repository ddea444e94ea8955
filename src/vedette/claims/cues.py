"""Finds the words around and above an event word that bear on whether it happened: negation, modals, hedges, governors.

Which verbs carry what stands below them follows the signatures of Nairn, Condoravdi and Karttunen (2006).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Span, Token

from vedette.claims.attribution import Attribution, cut_off
from vedette.claims.syntax import SUBJECTS, auxiliaries
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import HedgeEntry

CLIMBED = frozenset({
    "xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acl", "nsubj", "nsubjpass", "csubj", "csubjpass", "oprd",
    "attr", "acomp", "conj", "dep",
})  # fmt: skip
NOBODY = frozenset({"no", "nobody", "none", "neither"})
TOLLS = frozenset({"toll", "count", "figure", "estimate", "tally"})
COMPARING = frozenset({"longer", "fewer", "less", "only", "just", "merely", "later", "sooner"})
POINTING_BACK = (
    "neither ",
    "none of the claims",
    "the claim",
    "the report",
    "those claims",
    "that claim",
    "it was not",
    "it could not",
    "this could not",
)
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
VERSIONS = frozenset({"version", "draft", "edition", "headline"})
ACTS = frozenset({"denied", "confirmed", "admitted", "superseded"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a standing or a phase ("" where they do not); `name` is their class, `term` a word of ICD 203."""

    tokens: tuple[Token, ...]
    standing: str
    phase: str = ""
    name: str = ""
    term: str = ""


def cue_of(entry: HedgeEntry, *tokens: Token) -> Cue:
    """The cue that words of a hedge give."""
    return Cue(tokens, entry.standing, entry.phase, entry.name, entry.term)


@cache
def hedges(where: str) -> dict[str, HedgeEntry]:
    """Word to entry, for the hedges that stand in one relation to the event word."""
    return {word: entry for entry in load("hedges", HedgeEntry) if entry.where == where for word in entry.words}


def cues_at(trigger: Token, over: tuple[Attribution, ...]) -> tuple[Cue, ...]:
    """Every cue that bears on an event word, given the attributions that cover it."""
    found = list(_up_the_tree(trigger, over))
    found.extend(_purpose(trigger, found))
    found.extend(_attributed(trigger, over))
    found.extend(cue for one in over if one.head.pos_ == "NOUN" for cue in governor_cues(one.head.head, one.head))
    return (*found, *_sentence(trigger))


def _up_the_tree(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    limits = {token.i for one in over if one.entry.reports for token in one.cue}
    node, below = trigger, trigger
    while True:
        yield from _marks(node) if below != node and _separate(below) else own_cues(node, node == trigger)
        head = node.head
        if head == node or node.dep_ not in CLIMBED or head.i in limits or cut_off(node) or _own_tense(node):
            return
        if is_factive(head, node):
            return
        above = tuple(governor_cues(head, node))
        if _presupposed(head, node) and not above:
            return
        if _finite_clause(node):
            yield from above if _that_clause(node) else ()
            return
        if _bare_noun(head, node, trigger) and not above:
            return
        yield from above
        node, below = head, node


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
    happening = word_class("verbs", "light") | word_class("verbs", "occurring")
    known = any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in DEFINITE) for c in node.children)
    return known and verb.lemma_.lower() not in happening and not any(True for _ in governor_cues(verb, head))


def is_factive(head: Token, node: Token) -> bool:
    """Whether a clause or noun stands under a verb that takes it as so: nothing above it changes that."""
    words = {head.lemma_.lower(), head.lower_, f"{head.lemma_.lower()} that"}
    infinitive = node.dep_ == "xcomp" or any(c.lower_ in {"if", "whether"} for c in node.children)
    return not infinitive and node.dep_ in {"ccomp", "dobj"} and not words.isdisjoint(hedges("factive"))


def _attributed(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What speech verbs say of their content; an act ("denied") reaches no further than the next one's saying."""
    for at, one in enumerate(over):
        inner, standing = over[at + 1 :], _standing_of(one)
        said_inside = any(other.entry.reports and other.head.pos_ == "VERB" and other.sources for other in inner)
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
    unsure = one.entry.standing in ACTS or (one.entry.act == "say" and _that_inside(one))
    return "unverified" if unsure and _withheld(one.head) else one.entry.standing


def _that_inside(one: Attribution) -> bool:
    return any(child.dep_ == "ccomp" and _that_clause(child) for child in one.head.children)


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


def own_cues(node: Token, is_trigger: bool) -> Iterator[Cue]:
    """The cues that hang below a word: auxiliaries, adverbs, conjunctions, negated arguments of the event word."""
    if node.pos_ in {"VERB", "AUX"}:
        yield from _auxiliary_cues(node)
    yield from (cue for child in node.children if (cue := _child_cue(child)) is not None)
    if is_trigger:
        yield from _subject_cues(node)
        yield from _mood(node)
    yield from _link_cues(node)


def _link_cues(node: Token) -> Iterator[Cue]:
    """ "without a fight", "instead of attacking", "rather than attack"."""
    links = [node.head] if node.dep_ in {"pobj", "pcomp"} else []
    if node.dep_ == "conj":
        links += [child for child in node.head.children if child.dep_ == "cc" and child.i < node.i]
    for link in links:
        before = f"{link.nbor(-1).lower_} {link.lower_}" if link.i else ""
        entry = hedges("link").get(before) or hedges("link").get(link.lower_)
        if entry is not None:
            yield cue_of(entry, link)


def _mood(trigger: Token) -> Iterator[Cue]:
    """A question whether it happened, and a bare imperative, report nothing."""
    root = _clause(trigger)
    if root.pos_ not in {"VERB", "AUX"} or root.sent.root not in {root, root.head}:
        return
    first = next((token for token in root.subtree if token.is_alpha), root)
    inverted = root.dep_ == "advcl" and first.lower_ in {"had", "were", "should"}
    if inverted and first.head == root and any(c.dep_ in SUBJECTS and c.i > first.i for c in root.children):
        yield Cue((first,), "hypothetical", name="if")
    if root.sent.text.rstrip(" \n\"'").endswith("?") and first.dep_ in {"aux", "auxpass"} and first.head == root:
        yield Cue((first,), "hypothetical", name="question")
    if first.tag_ == "VB" and first == root and not any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in root.children):
        yield Cue((first,), "demanded", name="imperative")


def _clause(token: Token) -> Token:
    while token.dep_ in {"dobj", "pobj", "prep", "conj", "nsubj", "nsubjpass"} and token.head != token:
        token = token.head
    return token


def _child_cue(child: Token) -> Cue | None:
    word = child.lower_
    if child.dep_ in {"neg", "det", "preconj", "cc"} and (entry := hedges("negation").get(word)):
        compared = child.i + 1 < len(child.doc) and child.nbor().lower_ in COMPARING
        return None if compared else cue_of(entry, child)
    if child.dep_ in {"advmod", "amod", "npadvmod", "acomp"} and (entry := hedges("adverb").get(word)):
        return _by_degree(child, entry)
    if child.dep_ == "amod" and child.head.lemma_ in TOLLS and (entry := hedges("toll").get(word)):
        return cue_of(entry, child)
    if child.dep_ == "mark" and (entry := hedges("mark").get(word)):
        return cue_of(entry, child)
    return None


def _by_degree(child: Token, entry: HedgeEntry) -> Cue | None:
    """ "nearly" counts only right before a verb ("nearly 40" is a figure), "certainly" only after "almost"."""
    if entry.name == "nearly" and not (child.head.pos_ == "VERB" and child.i == child.head.i - 1):
        return None
    cue = _with_degree(cue_of(entry, child))
    almost = next((one for one in child.children if one.lower_ in {"almost", "nearly", "virtually"}), None)
    return replace(cue, tokens=(almost, child), standing="probable") if almost and entry.name == "certainly" else cue


def _with_degree(cue: Cue) -> Cue:
    """ "very likely", "highly unlikely": a step further than the word alone."""
    degree = next((c for c in cue.tokens[0].children if c.lower_ in {"very", "highly", "extremely", "most"}), None)
    if degree is None or cue.term not in {"likely", "unlikely"}:
        return cue
    return replace(cue, tokens=(degree, *cue.tokens), term=f"very {cue.term}")


def _auxiliary_cues(verb: Token) -> Iterator[Cue]:
    helpers = auxiliaries(verb)
    perfect = any(one.lower_ == "have" for one in helpers)
    for one in helpers:
        if entry := hedges("modal").get(one.lower_):
            yield Cue((one,), _of_the_past(one.lower_, entry) if perfect else entry.standing, name=entry.name)
        yield from (cue_of(hedges("negation")["not"], child) for child in one.children if child.dep_ == "neg")


def _of_the_past(modal: str, entry: HedgeEntry) -> str:
    """ "must have left" concludes, "would have left" and "should have left" suppose; "may have left" stays open."""
    if modal == "must":
        return "probable"
    return "hypothetical" if entry.name in {"would", "must"} or modal == "could" else entry.standing


def _subject_cues(node: Token) -> Iterator[Cue]:
    """Words inside the arguments that bear on the event: "no troops left", "suspected bandits attacked"."""
    for child in node.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "agent"}:
            phrase = [
                child,
                *(c for c in child.subtree if c.dep_ in {"det", "amod", "preconj", "cc"} and c.i - child.i < 3),
            ]
            no = hedges("negation")["no"]
            yield from (cue_of(no, word) for word in phrase[:3] if word.lower_ in NOBODY)
            if child.dep_ in {"nsubj", "agent"}:
                suspected = ((w, hedges("adverb")[w.lower_]) for w in phrase if w.lower_ in hedges("adverb"))
                yield from (cue_of(entry, word) for word, entry in suspected if entry.standing)


def _bare_noun(head: Token, node: Token, trigger: Token) -> bool:
    """A noun above that only mentions the event ("a city braced for the fall"): what lies beyond it says nothing."""
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    listed = node.dep_ == "conj" and node.pos_ in {"NOUN", "PROPN"}
    return not listed and not (node.dep_ == "prep" and trigger.pos_ == "NOUN")


def _own_tense(node: Token) -> bool:
    """ "did not mention it but said …": a finite verb shares nothing with the bare one before it."""
    return node.dep_ == "conj" and node.head.tag_ == "VB" and node.tag_ in {"VBD", "VBZ", "VBP"}


def _finite_clause(node: Token) -> bool:
    """A clause of its own that its head does not govern: relative clauses, finite clauses under a noun."""
    if node.dep_ == "acl":
        return node.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
    return node.dep_ == "conj" and node.pos_ not in {"VERB", "AUX"}


def _that_clause(node: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in node.children)


def governor_cues(head: Token, node: Token) -> Iterator[Cue]:
    """What a verb, noun or adjective does to a word that hangs on it: plan to, fail to, keep from, lack of."""
    if node.dep_ == "conj" or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        return
    found = next(((hedges("governor")[one], one) for one in _keys(head, node) if one in hedges("governor")), None)
    if found is None:
        if node.dep_ in {"acl", "xcomp", "prep", "relcl"} and (entry := hedges("means").get(head.lemma_.lower())):
            yield cue_of(entry, head)
        return
    entry, key = found
    if _is_said_of(head, key) or _governs(head, node, entry):
        adjective = (c for c in head.children if c.lemma_.lower() == key and c.dep_ in {"acomp", "attr"})
        yield _with_degree(cue_of(entry, next(adjective, head)))


def _keys(head: Token, node: Token) -> Iterator[str]:
    """The forms under which a governor may be listed, the most telling first."""
    lemma, below = head.lemma_.lower(), tuple(head.children)
    yield from (f"{c.lower_} {lemma}" for c in below if c.dep_ in {"det", "amod", "nummod", "neg", "compound"})
    if lemma == "be":
        yield from (c.lemma_.lower() for c in below if c.dep_ in {"acomp", "attr"} and c != node)
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in node.children)
    if infinitive and node.dep_ in {"acl", "xcomp", "relcl"} and not (lemma == "be" and _has_complement(head, node)):
        yield f"{lemma} to"
    yield from (f"{lemma} {c.lower_}" for c in below if c.dep_ in {"prt", "advmod"} or c == node)
    yield from (f"{lemma} {c.lemma_.lower()}" for c in below if c.dep_ == "dobj" and c != node)
    yield from (lemma, head.lower_)


def _has_complement(head: Token, node: Token) -> bool:
    return any(child.dep_ in {"acomp", "attr"} and child != node for child in head.children)


def _is_said_of(head: Token, key: str) -> bool:
    """ "it is likely that …", "the report is false": the adjective speaks of the subject too."""
    return head.lemma_ == "be" and key != "be to"


def _governs(head: Token, node: Token, entry: HedgeEntry) -> bool:
    if entry.name == "able" and head.head.tag_ == "VBD":
        return False  # who "was able to" did it
    as_argument = node.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if entry.standing and not entry.phase and node.dep_ == "nsubj":
        return False
    inside = node.dep_ in {"ccomp", "pobj", "prep", "acl"} and not as_argument and head.pos_ != "NOUN"
    return not (entry.phase and inside)


def _purpose(trigger: Token, found: list[Cue]) -> Iterator[Cue]:
    """An infinitive that nothing else explains is an aim: "moved in to retake the port"."""
    to = next((child for child in trigger.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    if to is None:
        return
    head = trigger.head
    implied = {head.lemma_.lower(), *(f"{head.lemma_.lower()} {c.lower_}" for c in head.children)}
    obliged = head.lemma_ == "have" and head.tag_ in {"VBZ", "VBP"}
    if any(cue.standing or cue.phase for cue in found) or not (obliged or implied.isdisjoint(hedges("implicative"))):
        return
    yield Cue((head,), "demanded" if obliged else "planned", name="obliged" if obliged else "purpose")


def _is_reason(trigger: Token) -> bool:
    """ "… could not be verified because lines were cut": the reason is no part of what could not."""
    clauses = [one for one in (trigger, *trigger.ancestors) if one.dep_ == "advcl"]
    return any(child.lower_ == "because" for one in clauses for child in one.lefts)


def _sentence(trigger: Token) -> Iterator[Cue]:
    yield from _said_of(trigger.sent, trigger)
    end = trigger.sent.end
    after = trigger.doc[end].sent if end < len(trigger.doc) else None
    if after is not None and after.text.lower().lstrip().startswith(POINTING_BACK):
        yield from _said_of(after, after[-1])


def _said_of(sentence: Span, trigger: Token) -> Iterator[Cue]:
    """Phrases in a sentence that say of what is told there, or was just told, that nobody could verify it."""
    text = sentence.text.lower()
    for phrase, entry in hedges("sentence").items():
        at = text.find(phrase)
        if at >= 0:
            start = sentence.start_char + at
            tokens = [token for token in sentence if start <= token.idx < start + len(phrase)]
            near = trigger.i > tokens[0].i or entry.phase or "reports" not in phrase
            if tokens and near and not _is_reason(trigger):
                yield cue_of(entry, *tokens)
