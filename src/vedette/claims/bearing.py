"""What speaker and document do to how an event is put: hearsay, emphasis, first versions, contradiction."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading
from vedette.claims.sides import belongs, interested
from vedette.claims.standing import is_negated
from vedette.claims.syntax import SUBJECTS, agents_of, auxiliaries, is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token


def further_cues(
    reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]
) -> Iterator[Cue]:
    """The cues that no word near the event gives by itself."""
    yield from _nothing(trigger)
    yield from _emphatic(trigger)
    yield from _hearsay(over)
    yield from (cue for one in over if one.entry.act for cue in _first_version(one))
    if is_negated(cues) and not any(cue.standing == "denied" for cue in cues):
        yield from _rejecting(reading, trigger, over)


def _nothing(trigger: Token) -> Iterator[Cue]:
    """ "nothing was hit", "not one lorry came", "the crew is unhurt"."""
    if trigger.lower_ in word_class("grammar", "spared"):
        yield Cue((trigger,), "negated", name="not")
    for child in trigger.children:
        if child.dep_ in SUBJECTS | {"dobj"}:
            first, second = child.left_edge, child.left_edge.nbor() if child.left_edge.i < child.i else None
            if child.lower_ == "nothing" or (
                first.lower_ == "not" and second is not None and second.lower_ in {"one", "a", "a single"}
            ):
                yield Cue((first if child.lower_ != "nothing" else child,), "negated", name="not")


def _emphatic(trigger: Token) -> Iterator[Cue]:
    """ "they did occupy the hall": it is so, as was told."""
    helper = next((one for one in trigger.children if one.dep_ == "aux" and one.lemma_ == "do"), None)
    denied = any(child.dep_ == "neg" for child in trigger.children)
    asked = trigger.sent.text.rstrip(" \n\"'”").endswith("?")
    if helper is not None and helper.tag_ in {"VBD", "VBZ", "VBP"} and not denied and not asked:
        yield Cue((helper,), "confirmed", name="emphatic")


def _hearsay(over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """ "is said to have left", "there are reports that": told by nobody."""
    for one in over:
        if one.nameless and one.head.lemma_.lower() in word_class("grammar", "told by nobody"):
            yield Cue((one.head,), "unverified", name="reportedly")


def _first_version(one: Attribution) -> Iterator[Cue]:
    """ "at first said", "had earlier put the toll at": what no longer holds."""
    perfect = any(aux.lower_ == "had" for aux in auxiliaries(one.head))
    for child in one.head.children:
        if one.carried or child.i > one.head.i or child.dep_ not in {"advmod", "prep", "npadvmod"}:
            continue
        at_first = child.lower_ == "at" and any(inner.lower_ == "first" for inner in child.children)
        initial = child.lower_ in {"initially", "originally", "first"} and one.head.tag_ == "VBD"
        if at_first or initial or (perfect and child.lower_ in {"earlier", "previously"}):
            yield Cue((child, one.head), "superseded", name="earlier toll")


def _rejecting(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What is said not to have happened, and so rejects what others say: by its words, or since nobody else would."""
    text = f" {trigger.sent.text.lower()} "
    phrased = any(f" {phrase} " in text for phrase in word_class("grammar", "contradicting"))
    such = any(child.lower_ == "such" for child in trigger.children)
    if phrased or such or _own_deed(reading, trigger, over):
        yield Cue((trigger,), "denied", name="deny")


def _own_deed(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> bool:
    """ "We do not shell hospitals", "it has not lost ground": nobody speaks so of deeds that nobody lays to him."""
    lemma, helpers = trigger.lemma_.lower(), {one.lower_ for one in auxiliaries(trigger)}
    deed = lemma in word_class("grammar", "deeds") or lemma in word_class("grammar", "yielding")
    if not deed or helpers & {"will", "would", "'ll", "wo", "could", "can", "may", "might"}:
        return False
    doers = agents_of(trigger) if is_passive(trigger) else surface_subjects(trigger)
    return interested(reading, over) and any(belongs(reading, one, over) for one in doers)
