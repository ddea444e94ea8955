"""Through whom a document tells of an event, how it is put, and whether the speaker's own side loses by it: what
speaker and document do to it by hearsay, emphasis, first versions, contradiction.
"""

from collections.abc import Iterator
from typing import NamedTuple, cast

from vedette.claims.ahead import cues_ahead, is_foretold
from vedette.claims.attribution import Attribution
from vedette.claims.chains import chain_of
from vedette.claims.cues import Cue, cues_at
from vedette.claims.cues.model import BANDS, band_of, is_negated, phase_of, settle
from vedette.claims.reading import Reading
from vedette.claims.rebuffs import is_rebuff
from vedette.claims.sides import belongs, interested, own_loss
from vedette.claims.syntax import SUBJECTS, agents_of, auxiliaries, is_passive, surface_subjects
from vedette.claims.versions import version_cues
from vedette.lexicon.classes import word_class
from vedette.model import Link, Phase, Probability, Quote, Standing
from vedette.model.tokens import Token

UNKNOWN = "other"  # the kind of a word that is given as an event and that no rule finds
NEGATIVE = frozenset({"not", "can", "no longer"})


class Put(NamedTuple):
    """The chain of an event word, its standing, the words that decide the standing, its phase, how likely it is."""

    chain: tuple[Link, ...]
    standing: Standing
    cue: Quote | None
    phase: Phase | None
    probability: Probability | None


def put_at(reading: Reading, token: Token, default: str = "") -> Put:
    """How the document puts what one of its words reports; the word may have a standing."""
    over = reading.over(token)
    cues = cues_at(token, over)
    lost = own_loss(reading, token, over)
    cues = (*cues, *cues_ahead(reading, token, over, cues), *((lost,) if lost else ()))
    cues = (*cues, *further_cues(reading, token, over, cues))
    own = NEGATIVE if default == "asserted" else ()  # "no trains run", "not seen since": the word says what is not so
    cues = tuple(c for c in cues if c.name not in own and not (c.standing == "attempted" and _ahead_of_a_try(c, cues)))
    if is_foretold(reading, over, cues):
        cues = tuple(cue for cue in cues if cue.standing != "negated")  # "it will not hold, a trader said"
    standing, cue = settle(cues, default) if not is_rebuff(token) else ("asserted", None)
    phase = cast("Phase | None", phased.phase if (phased := phase_of(cues)) else None)
    return Put(
        chain_of(reading, over), standing, reading.quote(cue.tokens) if cue else None, phase, _likely(reading, cues),
    )  # fmt: skip


def _ahead_of_a_try(attempt: Cue, cues: tuple[Cue, ...]) -> bool:
    """ "is expected to try": the trying itself is yet to come."""
    over = {token.i for token in attempt.tokens[0].ancestors} | {one.i for one in attempt.tokens[0].children}
    return any(cue.standing in {"forecast", "planned"} and cue.tokens[0].i in over for cue in cues)


def _likely(reading: Reading, cues: tuple[Cue, ...]) -> Probability | None:
    if (found := band_of(cues)) is None:
        return None
    words, term = reading.quote(found[0].tokens), found[1]
    return Probability(words.text, words.start, words.end, *BANDS[term], term)


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
