"""What is yet to come: conditions, and what only may happen."""

from collections.abc import Iterator

from vedette.claims.cues import Cue, hedges
from vedette.claims.syntax import SUBJECTS, auxiliaries, semicolons, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token, kept

AHEAD = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
MAYBE = frozenset({"could", "may", "might"})
OPEN = AHEAD | MAYBE
CLIMBED = frozenset({"xcomp", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "pcomp", "prep", "attr", "acomp", "oprd"})
SUPPOSING = frozenset({"if", "unless", "provided", "providing", "assuming", "supposing"})
INVERTED = frozenset({"should", "were", "had"})
LASTING = ("so long as", "as long as", "in case", "on condition that", "on the condition", "in the event that")
BOTH = frozenset({"so", "as", "in"})  # each hangs on the other
ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "anything", "every"})
ANOTHER = frozenset({"a", "an", "another", "more", "further"})
WAITING = frozenset({"until", "before"})
ONLY = frozenset({"once", "after", "when", "if"})


def cues_ahead(trigger: Token, cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """What conditions and modals do to an event that has not happened yet."""
    verbs = tuple(_verbs(trigger))
    planned = any(cue.standing in {"planned", "forecast"} for cue in cues)
    yield from _conditions(trigger, verbs, planned or any(map(_opened, verbs)))
    yield from (cue for verb in verbs for cue in _awaited(verb))
    yield from _any(trigger, verbs)
    yield from _maybe(trigger, verbs)
    yield from _said_to_come(trigger)


def _verbs(trigger: Token) -> Iterator[Token]:
    """The event word and the verbs that it shares a clause with."""
    node = trigger
    yield node
    while node.dep_ in CLIMBED and node.head != node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            yield node


def _conditions(trigger: Token, verbs: tuple[Token, ...], ahead: bool) -> Iterator[Cue]:
    """What "will close if the road is cut", "without fuel would close", wherever the parse hangs the condition; and
    the condition itself, where none of the words that mark one opens it ("should they return")."""
    would = any("would" in {one.lower_ for one in auxiliaries(verb)} for verb in verbs)
    for word, clause in _suppositions(trigger.sent[0]):
        if semicolons(word, trigger):
            continue
        lasting = word.lower_ in BOTH and clause == word
        front = (
            word.is_title
            and word.lower_ in INVERTED
            and not any(one.text == "," for one in word.doc[word.i : trigger.i])
        )
        inside = clause == trigger or clause.is_ancestor(trigger) or (front and word.i < trigger.i)
        turned = inside and clause != word and word.lower_ not in SUPPOSING
        near = clause.head in verbs or word.lower_ == "on" or (clause != word and (word.i < trigger.i or would))
        if lasting or turned or (ahead and near and not inside):
            yield Cue((word,), "hypothetical", name="if")


@kept
def _suppositions(first: Token) -> tuple[tuple[Token, Token], ...]:
    """The words of the sentence that one opens by which something is supposed, each with the head of that."""
    return tuple((word, clause) for word in first.sent if (clause := _supposed(word)) is not None)


def _supposed(word: Token) -> Token | None:
    """The head of what a word supposes: "if", "should they", "only once" a clause, "without", "failing" a thing."""
    lower, phrase = word.lower_, word.doc.span(word.i, word.i + 4).text.lower()
    subject = any(one.dep_ in SUBJECTS and one.i > word.i for one in word.head.lefts)
    turned = lower in INVERTED and (
        (word.dep_ in {"aux", "auxpass"} and (subject or word.is_title)) or (word.text == "Were" and _opened(word.head))
    )
    only = lower in ONLY and word.i > 0 and word.nbor(-1).lower_ == "only" and _opened(word.head.head)
    if (lower in SUPPOSING and word.dep_ == "mark") or turned or only:
        return word.head
    alone = lower == "otherwise" and word.i in {word.sent.start, word.sent.start + 1}
    lacking = word.dep_ in {"prep", "advcl"} and (lower in SUPPOSING or _lacking(word))
    return word if alone or lacking or phrase.startswith(LASTING) else None


@kept
def _opened(verb: Token) -> bool:
    return not OPEN.isdisjoint(one.lower_ for one in auxiliaries(verb))


def _lacking(link: Token) -> bool:
    """ "Without fuel", "failing an agreement", "in the event of an attack"."""
    events = (f"{one.lower_} of" for one in link.children if one.dep_ == "pobj" and link.lower_ == "in")
    entries = (hedges("link").get(words) for words in (link.lower_, *events))
    return link.lower_ == "without" or any(one is not None and one.standing == "hypothetical" for one in entries)


def _awaited(verb: Token) -> Iterator[Cue]:
    """ "There will be no talks until they leave", "vows to go on until they leave": the leaving is a demand, and the
    talks hang on it."""
    for clause in (verb, *verb.children):
        mark = next((one for one in clause.lefts if one.dep_ == "mark" and one.lower_ in WAITING), None)
        if clause.dep_ == "advcl" and mark is not None:
            sworn = clause == verb and verb.head.dep_ == "xcomp" and verb.tag_ in {"VBP", "VBZ"}
            if sworn or _refused(clause.head):
                yield Cue((mark,), "demanded" if clause == verb else "hypothetical", name="until")


def _refused(verb: Token) -> bool:
    """Whether a verb says of what is to come that it will not."""
    near = (*verb.children, *(below for child in verb.children if child.dep_ in SUBJECTS | {"attr", "dobj"}
                              for below in child.children))  # fmt: skip
    negated = any(one.dep_ == "neg" or (one.dep_ == "det" and one.lower_ == "no") for one in near)
    return negated and not AHEAD.isdisjoint(one.lower_ for one in auxiliaries(verb))


def _any(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """What only may be, and what would come of it: "any ship that enters will be sunk", "a blockade would be war",
    "only an amnesty would bring them"."""
    node = trigger.head.head if trigger.head.lower_ == "of" else trigger
    for noun in (node, *surface_subjects(trigger)):
        first, helpers = noun.left_edge.lower_, {one.lower_ for one in auxiliaries(noun.head)}
        named = (noun, *(below for of in noun.children if of.lower_ == "of" for below in of.children))
        event = any(one.lemma_.lower() in word_class("grammar", "happenings") for one in named if noun.pos_ == "NOUN")
        free = first in ANYBODY and (event or any(child.dep_ == "relcl" for child in noun.children))
        begins = noun.head.lemma_ in word_class("grammar", "beginning")
        new = event and first in ANOTHER and "would" in helpers and not begins
        if new or (free and helpers & OPEN) or (first == "only" and helpers & {"would", "could"}):
            yield Cue((noun.left_edge,), "hypothetical", name="if")
    whoever = [verb for verb in verbs if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"}]
    yield from (Cue((verb.head.left_edge,), "hypothetical", name="if") for verb in whoever
                if verb.head.left_edge.lower_ in ANYBODY)  # fmt: skip


def _maybe(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "may reach the road by noon": a prediction, where "may have reached" and "may be in town" are none."""
    verb = trigger.head if trigger.dep_ == "nsubj" else trigger  # "fighting may spread"
    if (
        verb.pos_ not in {"VERB", "AUX"}
        or verb.lemma_ in word_class("grammar", "stative")
        or (trigger.tag_ == "VBG" and trigger.dep_ != "pcomp")
    ):
        return
    for verb in verbs:
        helpers = auxiliaries(verb)
        modal = next((one for one in helpers if one.lower_ in MAYBE), None)
        if modal is not None and not any(one.lower_ == "have" for one in helpers):
            yield Cue((modal,), "forecast", name="may")
        likely = _likely_to(verb)
        if likely is not None:
            yield Cue((likely,), "forecast", name="likely")


def _said_to_come(trigger: Token) -> Iterator[Cue]:
    """ "More clashes are likely", "fighting is likely to go on", "a raid seems imminent"."""
    above = trigger.head if trigger.dep_ == "nsubj" and trigger.pos_ == "NOUN" else None
    if above is not None and above.tag_ in {"VBZ", "VBP"}:
        if above.lemma_ in {"loom", "impend"}:
            yield Cue((above,), "forecast", name="coming")
        goes_on = (one for child in above.children for one in child.children if _likely_to(one) is not None)
        anew = trigger.left_edge.lower_ in word_class("grammar", "further") or any(
            one.lemma_ not in word_class("grammar", "stative") for one in goes_on
        )  # executions that are likely may be past
        said = (one for one in above.children if one.dep_ in {"acomp", "oprd"} and (anew or "likely" not in one.lower_))
        coming = word_class("grammar", "coming")
        yield from (Cue((one,), "forecast", name="coming") for one in said if one.lower_ in coming)


def _likely_to(verb: Token) -> Token | None:
    """ "is likely to be caught": the adjective over an infinitive that is no perfect."""
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    perfect = any(one.lower_ == "have" for one in auxiliaries(verb))
    over = verb.head
    return over if to and not perfect and over.lower_ in {"likely", "unlikely"} and over.pos_ == "ADJ" else None
