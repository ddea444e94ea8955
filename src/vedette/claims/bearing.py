"""What speaker and document do to how an event is put: conditions, own will, first versions, contradiction."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution, covering
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading
from vedette.claims.sources import source_type
from vedette.claims.standing import is_negated
from vedette.claims.syntax import SUBJECTS, auxiliaries, is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

AHEAD = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
OPEN = AHEAD | {"could", "may", "might"}
CLIMBED = frozenset({"xcomp", "conj", "dobj", "nsubj", "nsubjpass", "pobj", "prep", "attr", "acomp", "oprd"})
ABLE = frozenset({"official", "military", "belligerent", "un", "ngo", "state-media"})
OWN = frozenset({"we", "i", "our", "my", "its", "his", "her", "their"})
SPEAKER = frozenset({"it", "he", "she", "they"})
BACK = 3  # sentences within which a telling is answered
STEM = 5


def further_cues(
    reading: Reading, trigger: Token, over: tuple[Attribution, ...], cues: tuple[Cue, ...]
) -> Iterator[Cue]:
    """The cues that no word near the event gives by itself."""
    yield from _nothing(trigger)
    yield from _conditions(trigger)
    yield from _own_will(reading, trigger, over)
    yield from (cue for one in over if one.entry.act for cue in _first_version(one))
    if is_negated(cues) and not any(cue.standing == "denied" for cue in cues):
        yield from _contradicting(reading, trigger, over)


def _verbs(trigger: Token) -> Iterator[Token]:
    """The event word and the verbs that it shares a clause with."""
    node = trigger
    yield node
    while node.dep_ in CLIMBED and node.head != node:
        node = node.head
        if node.pos_ in {"VERB", "AUX"}:
            yield node


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


def _conditions(trigger: Token) -> Iterator[Cue]:
    """ "will close if the road is cut", "without fuel the ward would close", "should they come, we would leave"."""
    for verb in _verbs(trigger):
        if OPEN.isdisjoint(one.lower_ for one in auxiliaries(verb)):
            continue
        for child in verb.children:
            first = child.left_edge
            supposed = child.dep_ == "advcl" and (
                any(one.lower_ in {"if", "unless"} for one in child.lefts) or first.text in {"Should", "Were", "Had"}
            )
            lacking = child.dep_ == "prep" and child.lower_ == "without" and not child.is_ancestor(trigger)
            if supposed or lacking:
                yield Cue((first,), "hypothetical", name="if")


def _own_will(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """ "we will answer", "its troops would return, the ministry said": a plan in the mouth of who can carry it out."""
    helper = next((one for one in auxiliaries(trigger) if one.lower_ in AHEAD), None)
    unwilled = trigger.lemma_.lower() in word_class("grammar", "unwilled")
    if helper is None or unwilled or any(one.lower_ == "have" for one in auxiliaries(trigger)):
        return
    subjects = surface_subjects(trigger)
    speech = next((one for one in reversed(over) if one.sources and one.entry.reports), None)
    ourselves = any(_words(one) & {"we", "i", "our", "my"} for one in subjects)
    able = speech is not None and source_type(reading, speech.sources[0]) in ABLE
    theirs = is_passive(trigger) or any(_is_of_speaker(reading, one, speech) for one in subjects)
    if (ourselves and not is_passive(trigger)) or (able and theirs):
        yield Cue((helper,), "planned", name="plan")


def _is_of_speaker(reading: Reading, subject: Token, speech: Attribution | None) -> bool:
    if speech is None or subject.lower_ in SPEAKER or _words(subject) & OWN:
        return speech is not None
    party, source = reading.party(subject), reading.party(speech.sources[0])
    return party is not None and source is not None and party.side is not None and party.side == source.side


def _words(noun: Token) -> set[str]:
    return {noun.lower_, *(child.lower_ for child in noun.children if child.dep_ == "poss")}


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


def _contradicting(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """What a source says did not happen is denied where the sentence or another source says that it did."""
    text = f" {trigger.sent.text.lower()} "
    phrased = any(f" {phrase} " in text for phrase in word_class("grammar", "contradicting"))
    if phrased or next(tellings(reading, trigger, over), None) is not None:
        yield Cue((trigger,), "denied", name="deny")


def tellings(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Token]:
    """The words by which others told, shortly before, of what a source says did not happen."""
    speakers = {token.i for one in over for token in one.sources}
    if not speakers:
        return
    lemma, sentences = trigger.lemma_.lower(), [one for one in trigger.doc.sents if one.start <= trigger.i]
    for token in trigger.doc[sentences[-BACK - 1 :][0].start : trigger.sent.start]:
        if token.pos_ not in {"VERB", "NOUN"} or not same_word(lemma, token.lemma_.lower()):
            continue
        others = {source.i for one in covering(reading.said, token) for source in one.sources}
        if speakers.isdisjoint(others) and not any(child.dep_ == "neg" for child in token.children):
            yield token


def same_word(left: str, right: str) -> bool:
    """Whether two lemmas are one word or made from one: "withdraw" and "withdrawal"."""
    return left == right or (min(len(left), len(right)) >= STEM and left[:STEM] == right[:STEM])
