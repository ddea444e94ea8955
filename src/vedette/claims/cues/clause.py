"""Cues of the clause: auxiliaries, adverbs, conjunctions and negated arguments that hang below the event word."""

from collections.abc import Iterator
from dataclasses import replace

from vedette.claims.cues.model import Cue, cue_of, hedges
from vedette.claims.syntax import auxiliaries
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import HedgeEntry
from vedette.model.tokens import Token

NOBODY = frozenset({"no", "nobody", "none", "neither"})
TOLLS = frozenset({"toll", "count", "figure", "estimate", "tally"})
OPEN_TO_DOUBT = frozenset({"say", "tell", "know", "clear", "unclear", "certain", "about", "over", "on"})
COMPARING = frozenset({"longer", "fewer", "less", "only", "just", "merely", "later", "sooner"})


def own_cues(node: Token, is_trigger: bool) -> Iterator[Cue]:
    """The cues that hang below a word: auxiliaries, adverbs, conjunctions, negated arguments of the event word."""
    if node.pos_ in {"VERB", "AUX"}:
        yield from _auxiliary_cues(node)
        yield from _cleft(node)
    if is_trigger or node.lemma_ == "be":  # "no refugee was a target"
        yield from _subject_cues(node)
    yield from (cue for child in node.children if (cue := _child_cue(child)) is not None)
    if is_trigger:
        yield from _mood(node)
    yield from _link_cues(node)


def _cleft(verb: Token) -> Iterator[Cue]:
    """ "It was not his militia that entered the camps"."""
    be = verb.head.head
    if verb.dep_ == "relcl" and verb.head.dep_ == "attr" and any(child.lower_ == "it" for child in be.children):
        yield from (cue_of(hedges("negation")["not"], child) for child in be.children if child.dep_ == "neg")


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
    asked = root.sent.text.rstrip(" \n\"'").endswith("?")
    if root.pos_ not in {"VERB", "AUX"} or not (asked or root.tag_ == "VB") or root.sent.root not in {root, root.head}:
        return
    first = next((token for token in root.subtree if token.is_alpha), root)
    if asked and first.dep_ in {"aux", "auxpass"} and first.head == root:
        yield Cue((first,), "hypothetical", name="question")
    told = first.lemma_.lower() in {"expect", "imagine", "suppose"}
    if (
        first.tag_ == "VB"
        and first == root
        and not told
        and not any(c.dep_ in {"nsubj", "nsubjpass", "aux"} for c in root.children)
    ):
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
    if child.dep_ == "prep" and (noun := _at_no_time(child)) is not None:
        return cue_of(hedges("negation")["no"], noun)
    if child.dep_ == "mark" and (entry := hedges("mark").get(word)):
        aimed = any(one.lower_ == "to" for one in auxiliaries(child.head))
        if word == "whether" and not aimed and _left_open(child.head.head):
            return Cue((child,), "unverified", name="unsettled")
        return None if word == "if" and child.nbor().lower_ in {"any", "anything", "anyone"} else cue_of(entry, child)
    return None


def _left_open(verb: Token) -> bool:
    """ "Could not establish whether it was hit", "no means of checking whether", "unclear whether"."""
    return verb.lemma_.lower() in word_class("grammar", "checking") | OPEN_TO_DOUBT


def _at_no_time(preposition: Token) -> Token | None:
    """The "no" of "at no time did our men leave", "under no circumstances", "in no way"."""
    nouns = (one for one in preposition.children if one.lemma_ in word_class("grammar", "occasion"))
    return next((one for noun in nouns for one in noun.lefts if one.lower_ == "no"), None)


def _by_degree(child: Token, entry: HedgeEntry) -> Cue:
    """ "Almost certainly" is probable."""
    cue = with_degree(cue_of(entry, child))
    almost = next((one for one in child.children if one.lower_ in {"almost", "nearly", "virtually"}), None)
    return replace(cue, tokens=(almost, child), standing="probable") if almost and entry.name == "certainly" else cue


def with_degree(cue: Cue) -> Cue:
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
