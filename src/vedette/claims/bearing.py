"""What speaker and document do to how an event is put: hearsay, emphasis, first versions, contradiction."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading
from vedette.claims.sides import belongs, interested
from vedette.claims.standing import is_negated
from vedette.claims.syntax import SUBJECTS, agents_of, auxiliaries, is_passive, surface_subjects
from vedette.claims.versions import version_cues
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

ASKING, ANSWER, LEAD = frozenset({"ask", "question", "inquire", "wonder"}), 6, 3
ANSWERS = {
    "no": "denied", "not": "denied", "never": "denied", "nonsense": "denied", "yes": "confirmed", "indeed": "confirmed",
    "possibly": "possible", "perhaps": "possible", "maybe": "possible", "probably": "probable", "likely": "probable",
}  # fmt: skip


def further_cues(
    reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]
) -> Iterator[Cue]:
    """The cues that no word near the event gives by itself."""
    yield from _nothing(trigger)
    yield from _hearsay(over)
    yield from _asked(trigger)
    yield from version_cues(reading, trigger, over)
    yield from _left_open(cues)
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


def _asked(trigger: Token) -> Iterator[Cue]:
    """ "Asked whether they had lost the hill, he said: No", "Is he dead? Possibly.": what the answer makes of it."""
    if trigger.sent.text.rstrip(" \n\"'”").endswith("?"):
        after = trigger.doc[trigger.sent.end : trigger.sent.end + ANSWER]
        words = {one.lower_ for one in [one for one in after if one.is_alpha][:LEAD]}
    else:
        marks = {child.lower_ for one in (trigger, trigger.head) for child in one.children}
        asked = marks & {"whether", "if"} and any(one.lemma_ in ASKING for one in trigger.ancestors)
        words = {one.lower_ for one in trigger.doc[trigger.i + 1 : trigger.sent.end]} if asked else set()
    yield from (Cue((trigger,), standing, name="answer") for word, standing in ANSWERS.items() if word in words)


def _hearsay(over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """ "is said to have left", "there are reports that": told by nobody."""
    for one in over:
        if one.nameless and one.head.lemma_.lower() in word_class("grammar", "told by nobody"):
            yield Cue((one.head,), "unverified", name="reportedly")


def _left_open(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """ "did not rule out that errors were made": what is not shut out may be."""
    for cue in cues:
        word = cue.tokens[0]
        excluding = cue.name == "prevent" and word.lemma_ in {"rule", "exclude", "discount", "preclude"}
        if excluding and not is_negated(cues) and any(c.dep_ == "neg" for c in (*word.children, *word.head.children)):
            yield Cue((word,), "possible", name="open")


def _rejecting(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What is said not to have happened, and so rejects what others say: by its words, or since nobody else would."""
    text = f" {trigger.sent.text.lower()} "
    phrased = any(f" {phrase} " in text for phrase in word_class("grammar", "contradicting"))
    such = any(child.lower_ == "such" for child in trigger.children)
    if phrased or such or _answers(trigger, over) or _own_deed(reading, trigger, over):
        yield Cue((trigger,), "denied", name="deny")


def _answers(trigger: Token, over: tuple[Attribution, ...]) -> bool:
    """ "No shot was fired, he retorted": to what others say."""
    ahead = any(one.lower_ in {"will", "would", "wo"} for one in (*auxiliaries(trigger), *auxiliaries(trigger.head)))
    return not ahead and any(one.sources and one.head.lemma_ in word_class("grammar", "answering") for one in over)


def _own_deed(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> bool:
    """ "We do not shell hospitals", "it has not lost ground": nobody speaks so of deeds that nobody lays to him."""
    lemma, helpers = trigger.lemma_.lower(), {one.lower_ for one in auxiliaries(trigger)}
    deed = lemma in word_class("grammar", "deeds") or lemma in word_class("grammar", "yielding")
    if not deed or helpers & {"will", "would", "'ll", "wo", "could", "can", "may", "might"}:
        return False
    doers = agents_of(trigger) if is_passive(trigger) else surface_subjects(trigger)
    return interested(reading, over) and any(belongs(reading, one, over) for one in doers)
