"""What is yet to come: conditions, and what only may happen."""

from collections.abc import Iterator

from vedette.claims.cues import Cue, hedges
from vedette.claims.syntax import SUBJECTS, auxiliaries, semicolons, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Span, Token, kept

AHEAD = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
MAYBE = frozenset({"could", "may", "might"})
OPEN = AHEAD | MAYBE
CLIMBED = frozenset({"xcomp", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "pcomp", "prep", "attr", "acomp", "oprd"})
SUPPOSING = frozenset({"if", "unless"})
INVERTED = frozenset({"Should", "Were", "Had"})
LASTING = ("so long as", "as long as", "in case", "on condition that", "on the condition", "in the event that")
IN_LASTING = frozenset({"long", "case", "cases", "condition", "conditions", "event"})
PROVIDED = frozenset({"provided", "providing", "assuming", "supposing"})
CONDITIONAL = SUPPOSING | PROVIDED | {"otherwise"}
OPENING = CONDITIONAL | {word.lower() for word in INVERTED}
ANYBODY = frozenset({"any", "anyone", "anybody", "whoever", "anything", "every"})
WAITING = frozenset({"until", "before"})
ONLY = frozenset({"once", "after", "when", "if"})


def cues_ahead(trigger: Token, cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """What conditions and modals do to an event that has not happened yet."""
    verbs = tuple(_verbs(trigger))
    planned = any(cue.standing in {"planned", "forecast"} for cue in cues)
    for verb in verbs:
        yield from _conditions(trigger, verb, _opened(verb) or planned)
        yield from _awaited(verb)
    yield from _lasting(trigger, verbs)
    yield from _supposed_at_first(trigger, verbs)
    yield from _any_that(trigger, verbs)
    yield from _maybe(trigger, verbs)
    yield from _said_to_come(trigger, verbs)
    yield from _supposed_event(trigger)


def _verbs(trigger: Token) -> Iterator[Token]:
    """The event word and the verbs that it shares a clause with."""
    node = trigger
    yield node
    while node.dep_ in CLIMBED and node.head != node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            yield node


def _conditions(trigger: Token, verb: Token, ahead: bool) -> Iterator[Cue]:
    """ "will close if the road is cut", "without fuel the ward would close"."""
    for child in (one for one in verb.children if ahead and one.dep_ in {"prep", "advcl"}):
        first = child.left_edge
        supposed = child.dep_ == "advcl" and (
            any(one.lower_ in SUPPOSING for one in child.lefts)
            or first.text in INVERTED
            or _only(child)
            or _turned(child)
        )
        under = child == trigger or child.is_ancestor(trigger)
        if _lacking(child) or (not under and (supposed or child.lower_ in PROVIDED)):
            yield Cue((first,), "hypothetical", name="if")
    if verb.dep_ == "advcl" and (verb.lower_ == "failing" or (_opened(verb.head) and (_only(verb) or _turned(verb)))):
        yield Cue((verb.left_edge,), "hypothetical", name="if")


def _turned(clause: Token) -> bool:
    """ "… would attack again should the police return"."""
    first = next(iter(clause.lefts), clause)
    if semicolons(first, clause.head):
        return False
    return (
        first.text.capitalize() in INVERTED
        and first.dep_ in {"aux", "auxpass"}
        and any(one.dep_ in SUBJECTS for one in clause.lefts)
    )


@kept
def _opened(verb: Token) -> bool:
    return not OPEN.isdisjoint(one.lower_ for one in auxiliaries(verb))


def _only(clause: Token) -> bool:
    """ "… would be freed only once the army had left"."""
    lefts = {one.lower_ for one in clause.lefts} | {clause.left_edge.nbor(-1).lower_ if clause.left_edge.i else ""}
    return "only" in lefts and not ONLY.isdisjoint(lefts)


def _lacking(link: Token) -> bool:
    """ "Without fuel", "failing an agreement", "in the event of an attack"."""
    events = (f"{one.lower_} of" for one in link.children if one.dep_ == "pobj" and link.lower_ == "in")
    entries = (hedges("link").get(words) for words in (link.lower_, *events))
    return link.lower_ == "without" or any(one is not None and one.standing == "hypothetical" for one in entries)


def _lasting(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "nothing will be handed over so long as they stay": both hang on one another."""
    if trigger.doc.words_around[trigger.i].isdisjoint(IN_LASTING):
        return
    opens = {"so", "as", "in", *(("on",) if any(_opened(one) or _opened(one.head) for one in verbs) else ())}
    for token in (one for one in trigger.sent if one.lower_ in opens):
        phrase = trigger.doc.span(token.i, token.i + 4).text.lower()
        if phrase.startswith(LASTING) and not any(one.text == ";" for one in _between(trigger, token)):
            yield Cue((token,), "hypothetical", name="if")


def _between(one: Token, other: Token) -> Span:
    return one.doc.span(min(one.i, other.i), max(one.i, other.i))


def _awaited(verb: Token) -> Iterator[Cue]:
    """ "There will be no talks until they leave", "vows to go on until they leave": the leaving is a demand, and the
    talks hang on it."""
    if WAITING.isdisjoint(verb.doc.words_around[verb.i]):
        return
    mark = next((one for one in verb.lefts if one.dep_ == "mark" and one.lower_ in WAITING), None)
    sworn = verb.head.dep_ == "xcomp" and verb.tag_ in {"VBP", "VBZ"}
    if verb.dep_ == "advcl" and mark is not None and (_refused(verb.head) or sworn):
        yield Cue((mark,), "demanded", name="until")
    for child in verb.children:
        opened = next((one for one in child.lefts if one.dep_ == "mark" and one.lower_ in WAITING), None)
        if child.dep_ == "advcl" and opened is not None and _refused(verb):
            yield Cue((opened,), "hypothetical", name="if")


def _refused(verb: Token) -> bool:
    """Whether a verb says of what is to come that it will not."""
    near = (*verb.children, *(below for child in verb.children if child.dep_ in SUBJECTS | {"attr", "dobj"}
                              for below in child.children))  # fmt: skip
    negated = any(one.dep_ == "neg" or (one.dep_ == "det" and one.lower_ == "no") for one in near)
    return negated and not AHEAD.isdisjoint(one.lower_ for one in auxiliaries(verb))


def _supposed_at_first(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "If they go, said the captain, the road will be opened": whatever the parse hangs the condition on."""
    if OPENING.isdisjoint(trigger.doc.words_around[trigger.i]):
        return
    words = _words_of(trigger)
    first = words[0] if words else trigger
    comma = next((token.i for token in trigger.sent if token.text == "," and token.i > first.i), trigger.sent.end)
    opened = any(map(_opened, verbs))
    supposed = first.lower_ in CONDITIONAL or (
        first.text in INVERTED and (first.dep_ in {"aux", "auxpass"} or (first.text == "Were" and _opened(first.head)))
    )
    inside = trigger.i < comma and first.text in INVERTED
    if supposed and (inside or (trigger.i > comma and opened)):
        yield Cue((first,), "hypothetical", name="if")
    late = (one for one in words if one.lower_ in SUPPOSING and one.dep_ == "mark" and one.i > trigger.i
            and one.head.dep_ == "advcl" and not one.head.is_ancestor(trigger))  # fmt: skip
    if any("would" in {one.lower_ for one in auxiliaries(verb)} for verb in verbs):
        yield from (Cue((one,), "hypothetical", name="if") for one in late)


def _any_that(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "Any ship that enters our waters will be sunk", "whoever stays will be shot": one hangs on the other; "only an
    amnesty would bring them"."""
    for subject in surface_subjects(trigger):
        if subject.left_edge.lower_ == "only" and {"would", "could"} & {one.lower_ for one in auxiliaries(trigger)}:
            yield Cue((subject.left_edge,), "hypothetical", name="if")
        ahead = not AHEAD.isdisjoint(one.lower_ for one in auxiliaries(trigger))
        free = subject.left_edge.lower_ in ANYBODY
        if ahead and free and any(child.dep_ == "relcl" for child in subject.children):
            yield Cue((subject.left_edge,), "hypothetical", name="if")
    for verb in verbs:
        whoever = verb.head.left_edge
        if verb.dep_ == "relcl" and verb.tag_ in {"VBZ", "VBP"} and whoever.lower_ in ANYBODY:
            yield Cue((whoever,), "hypothetical", name="if")


def _words_of(trigger: Token) -> list[Token]:
    """The words of its sentence from semicolon to semicolon, without an "and" before them."""
    words = [one for one in trigger.sent if one.is_alpha and not semicolons(one, trigger)]
    return words[1:] if words and words[0].dep_ == "cc" else words


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


def _said_to_come(trigger: Token, verbs: tuple[Token, ...]) -> Iterator[Cue]:
    """ "More clashes are likely", "fighting is likely to go on", "a raid seems imminent", "only a matter of time"."""
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
    for verb in verbs:
        before = verb.dep_ == "advcl" and any(one.lower_ == "before" for one in verb.lefts)
        sure = (one for one in verb.head.children if one.lemma_ in {"matter", "question"}) if before else ()
        yield from (Cue((one,), "forecast", name="coming") for one in sure)


def _supposed_event(trigger: Token) -> Iterator[Cue]:
    """ "A blockade would be an act of war", "any attack on our ships will be answered": an event that only may be, and
    what would come of it."""
    node = trigger.head.head if trigger.head.lower_ == "of" else trigger
    subjects = (node, *surface_subjects(trigger))
    for noun in (one for one in subjects if one.pos_ == "NOUN"):
        named = (noun, *(below for of in noun.children if of.lower_ == "of" for below in of.children))
        events = [one for one in named if one.lemma_.lower() in word_class("grammar", "happenings")]
        first = noun.left_edge.lower_
        helpers = {one.lower_ for one in auxiliaries(noun.head)}
        begins = noun.head.lemma_ in word_class("grammar", "beginning")
        new = first in {"a", "an", "another", "more", "further"} and "would" in helpers and not begins
        open_ = new or first in ANYBODY | {"only"}
        if events and open_ and not OPEN.isdisjoint(helpers):
            yield Cue((noun.left_edge,), "hypothetical", name="if")


def _likely_to(verb: Token) -> Token | None:
    """ "is likely to be caught": the adjective over an infinitive that is no perfect."""
    to = any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)
    perfect = any(one.lower_ == "have" for one in auxiliaries(verb))
    over = verb.head
    return over if to and not perfect and over.lower_ in {"likely", "unlikely"} and over.pos_ == "ADJ" else None
