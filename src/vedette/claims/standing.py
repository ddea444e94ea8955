"""How a claim is put: asserted, denied, possible, planned …, read from the words around and above the event word.

The values extend FactBank's certainty and polarity (Sauri and Pustejovsky 2009) with plans, demands and forecasts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from spacy.tokens import Span, Token

from vedette.claims.attribution import Attribution, cut_off
from vedette.claims.syntax import auxiliaries
from vedette.lexicon import load
from vedette.lexicon.shapes import HedgeEntry
from vedette.model import Standing

PRECEDENCE = (
    "denied", "hypothetical", "negated", "demanded", "attempted", "planned", "forecast", "unverified", "possible",
    "probable", "superseded", "admitted", "confirmed",
)  # fmt: skip
CLIMBED = frozenset({
    "xcomp", "ccomp", "pcomp", "prep", "pobj", "dobj", "acl", "nsubj", "nsubjpass", "csubj", "csubjpass", "oprd",
    "attr", "acomp", "conj", "dep",
})  # fmt: skip
NOBODY = frozenset({"no", "nobody", "none", "neither"})
TOLLS = frozenset({"toll", "count", "figure", "estimate", "tally"})
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
INTENTIONAL = frozenset({"diplomacy", "movement", "aid", "authority"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that set a standing or a phase ("" where they do not)."""

    tokens: tuple[Token, ...]
    standing: str
    phase: str = ""


@cache
def hedges(where: str) -> dict[str, HedgeEntry]:
    """Word to entry, for the hedges that stand in one relation to the event word."""
    return {word: entry for entry in load("hedges", HedgeEntry) if entry.where == where for word in entry.words}


def cues_at(trigger: Token, over: tuple[Attribution, ...]) -> tuple[Cue, ...]:
    """Every cue that bears on an event word, given the attributions that cover it."""
    limits = {token.i for one in over if one.entry.reports for token in one.cue}
    found: list[Cue] = []
    node = trigger
    while True:
        found.extend(_own_cues(node, node == trigger))
        head = node.head
        if head == node or node.dep_ not in CLIMBED or head.i in limits or cut_off(node) or _own_tense(node):
            break
        above = tuple(_governor(head, node))
        if _finite_clause(node):
            found.extend(above if _that_clause(node) else ())
            break
        if _bare_noun(head, node, trigger) and not above:
            break
        found.extend(above)
        node = head
    found.extend(_purpose(trigger, found))
    found.extend(Cue(one.cue, one.entry.standing) for one in over if one.entry.standing and _is_main(trigger, one))
    found.extend(_refused(over))
    found.extend(cue for one in over if one.head.pos_ == "NOUN" for cue in _governor(one.head.head, one.head))
    return (*found, *_sentence(trigger))


def settle(cues: tuple[Cue, ...], default: str = "") -> tuple[Standing, Cue | None]:
    """The standing that wins, and the cue it rests on; two negations cancel out."""
    negations = [cue for cue in cues if cue.standing == "negated" and cue.tokens[0].lower_ != "nor"]
    kept = [cue for cue in cues if cue.standing and not (cue.standing == "negated" and len(negations) % 2 == 0)]
    ranked = sorted(kept, key=lambda cue: PRECEDENCE.index(cue.standing))
    if ranked:
        return cast("Standing", ranked[0].standing), ranked[0]
    return cast("Standing", default or "asserted"), None


def phase_of(cues: tuple[Cue, ...]) -> Cue | None:
    """The cue that says whether it begins, goes on, eases or ends; the outermost wins."""
    phased = [cue for cue in cues if cue.phase]
    return phased[-1] if phased else None


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


def _own_cues(node: Token, is_trigger: bool) -> Iterator[Cue]:
    if node.pos_ in {"VERB", "AUX"}:
        yield from _auxiliary_cues(node)
    yield from (cue for child in node.children if (cue := _child_cue(child)) is not None)
    if is_trigger:
        yield from _subject_cues(node)
    if node.dep_ == "pcomp" and node.head.lower_ == "without":
        yield Cue((node.head,), "negated")


def _child_cue(child: Token) -> Cue | None:
    word = child.lower_
    if child.dep_ in {"neg", "det", "preconj", "cc"} and word in hedges("negation"):
        less = child.i + 1 < len(child.doc) and child.nbor().lower_ in {
            "longer",
            "fewer",
            "less",
            "only",
            "just",
            "merely",
        }
        return None if less else Cue((child,), "negated")
    if child.dep_ in {"advmod", "amod", "npadvmod", "acomp"} and (entry := hedges("adverb").get(word)):
        return Cue((child,), entry.standing, entry.phase)
    if child.dep_ == "amod" and child.head.lemma_ in TOLLS and (entry := hedges("toll").get(word)):
        return Cue((child,), entry.standing)
    if child.dep_ == "mark" and (entry := hedges("mark").get(word)):
        return Cue((child,), entry.standing)
    return None


def _auxiliary_cues(verb: Token) -> Iterator[Cue]:
    helpers = auxiliaries(verb)
    perfect = any(one.lower_ == "have" for one in helpers)
    for one in helpers:
        if entry := hedges("modal").get(one.lower_):
            yield Cue((one,), "hypothetical" if perfect and one.lower_ in {"would", "'d", "could"} else entry.standing)
        yield from (Cue((child,), "negated") for child in one.children if child.dep_ == "neg")


def _subject_cues(node: Token) -> Iterator[Cue]:
    """Words inside the arguments that bear on the event: "no troops left", "suspected bandits attacked"."""
    for child in node.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "agent"}:
            phrase = [
                child,
                *(c for c in child.subtree if c.dep_ in {"det", "amod", "preconj", "cc"} and c.i - child.i < 3),
            ]
            yield from (Cue((word,), "negated") for word in phrase[:3] if word.lower_ in NOBODY)
            if child.dep_ in {"nsubj", "agent"}:
                yield from (
                    Cue((w,), hedges("adverb")[w.lower_].standing) for w in phrase if w.lower_ in hedges("adverb")
                )


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


def _governor(head: Token, node: Token) -> Iterator[Cue]:
    if node.dep_ == "conj" or head.pos_ not in {"VERB", "AUX", "ADJ", "NOUN", "ADV"}:
        return
    particle = next((f" {child.lower_}" for child in head.children if child.dep_ in {"prt", "advmod"}), "")
    lemma = head.lemma_.lower()
    done = next((f" {child.lemma_.lower()}" for child in head.children if child.dep_ == "dobj" and child != node), "")
    denied = next((f"no {lemma}" for child in head.children if child.lower_ == "no"), "")
    said_of = (
        next((c.lemma_.lower() for c in head.children if c.dep_ in {"acomp", "attr"}), "") if lemma == "be" else ""
    )
    table = hedges("governor")
    entry = next(
        (table[one] for one in (denied, said_of, lemma + particle, lemma + done, lemma, head.lower_) if one in table),
        None,
    )
    if said_of and entry is not None:
        yield Cue((head,), entry.standing, entry.phase)
        return
    subject_of_stop = node.dep_ in {"nsubj", "nsubjpass", "dobj"}
    if entry is None or (entry.standing and not entry.phase and node.dep_ == "nsubj"):
        return
    if entry.phase and node.dep_ in {"ccomp", "pobj", "prep", "acl"} and not subject_of_stop and head.pos_ != "NOUN":
        return
    yield Cue((head,), entry.standing, entry.phase)


def _purpose(trigger: Token, found: list[Cue]) -> Iterator[Cue]:
    """An infinitive that nothing else explains is an aim: "moved in to retake the port"."""
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in trigger.children):
        return
    head = trigger.head
    implied = {head.lemma_.lower(), *(f"{head.lemma_.lower()} {c.lower_}" for c in head.children)}
    if any(cue.standing or cue.phase for cue in found) or not implied.isdisjoint(hedges("implicative")):
        return
    yield Cue((trigger.head,), "planned")


def _refused(over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """A source that "did not confirm" leaves its content unverified."""
    for one in over:
        if one.entry.standing in {"confirmed", "admitted"} and any(c.dep_ == "neg" for c in one.head.children):
            yield Cue((one.head,), "unverified")


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
                yield Cue(tuple(tokens), entry.standing, entry.phase)
