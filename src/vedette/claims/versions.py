"""What was told at first and no longer holds: corrections, earlier counts, accounts that another one replaces."""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading, known
from vedette.claims.syntax import SUBJECTS, auxiliaries
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

BEFORE = frozenset({"earlier", "previously", "initially", "originally"})
HAD = frozenset({"had", "having"})
READERS = frozenset({"you", "readers", "listeners", "viewers"})
APART = frozenset({"relcl", "advcl", "pcomp"})


def version_cues(reading: Reading, trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """The cues that make an event part of an earlier version."""
    for one in over:
        if one.entry.reports and not one.carried:
            yield from _by_its_telling(reading, one)
    yield from _replaced(trigger, over)
    yield from _taken_for(trigger)
    yield from _discarded(trigger)


@known
def _by_its_telling(reading: Reading, one: Attribution) -> tuple[Cue, ...]:
    return (*_first_version(one), *_by_ourselves(one), *_before_now(reading, one))


def _superseded(*words: Token) -> Cue:
    return Cue(words, "superseded", name="earlier toll")


def _first_version(one: Attribution) -> Iterator[Cue]:
    """ "at first said", "had earlier put the toll at", "wrongly reported": what no longer holds."""
    verb = one.head
    since = any(child.dep_ == "mark" and child.lower_ != "as" for child in verb.lefts)
    perfect = any(aux.lower_ == "had" for aux in auxiliaries(verb))
    for child in verb.children:
        if since or child.dep_ not in {"advmod", "prep", "npadvmod"}:
            continue
        before = child.i < verb.i
        at_first = child.lower_ == "at" and any(inner.lower_ == "first" for inner in child.children)
        initial = child.lower_ in word_class("grammar", "at first") and verb.tag_ in {"VBD", "VBN", "VBG"}
        earlier = perfect and child.lower_ in {"earlier", "previously", "before", "hitherto"}
        wrongly = child.lower_ in word_class("grammar", "wrongly")
        if (before and (at_first or initial)) or earlier or wrongly:
            yield _superseded(child, verb)


def _by_ourselves(one: Attribution) -> Iterator[Cue]:
    """ "We told you at noon that …", "we had posted that …": an outlet recounts its own words only to correct them."""
    verb, helpers = one.head, {aux.lower_ for aux in auxiliaries(one.head)}
    readers = not one.addressees or any(each.lower_ in READERS for each in one.addressees)
    told = verb.lemma_ in word_class("grammar", "our telling") and readers
    past = verb.tag_ == "VBD" or "had" in helpers
    ours = any(source.lower_ == "we" for source in one.sources)
    if ours and told and past and not any(child.lower_ == "as" for child in verb.lefts):
        yield _superseded(verb)


def _before_now(reading: Reading, one: Attribution) -> Iterator[Cue]:
    """ "hours after a spokesman had announced it", "having put the toll at fifteen": said before what is said now."""
    verb = one.head
    had = any(aux.lower_ in HAD for aux in verb.children if aux.dep_ == "aux")
    times = (child for child in verb.subtree if child.i not in one.content)
    dated = any(child.lower_ in word_class("grammar", "before now") for child in times)
    others = (each for each in reading.said_in(verb) if _tells_now(each) and each.head != verb)
    others = (each for each in others if verb.dep_ in APART or verb.i not in each.content)
    below = verb.dep_ in APART or dated
    alone = dated and (_says_now_too(one) if verb.dep_ == "relcl" else had and _of_own_count(reading, one))
    since = any(c.lower_ in {"as", "because", "if"} for c in verb.lefts)
    if not since and (alone or (had and below and any(True for _ in others))):
        yield _superseded(verb)


def _says_now_too(one: Attribution) -> bool:
    """ "The radio, which on Monday reported the fall of the town, now has it held": who said so has more to say."""
    said = one.head.tag_ in {"VBD", "VBN"} and one.entry.standing not in {"admitted", "confirmed"}
    return said and one.head.head.dep_ in SUBJECTS and any(one.dep_ in SUBJECTS for one in one.head.lefts)


def _of_own_count(reading: Reading, one: Attribution) -> bool:
    """ "On Sunday he had put the dead at 84": a count, or the word of whoever was named just before."""
    named = any(source.pos_ == "PRON" for source in one.sources)
    return named or any(reading.tokens[i].pos_ == "NUM" for i in one.content)


def _tells_now(one: Attribution) -> bool:
    return one.entry.reports and bool(one.sources) and not any(aux.lower_ in HAD for aux in auxiliaries(one.head))


def _discarded(trigger: Token) -> Iterator[Cue]:
    """ "reversing its account of Saturday, in which …"; of a toll that is corrected the attack stands as it was."""
    for noun in (one for one in trigger.ancestors if one.lemma_.lower() in word_class("grammar", "version")):
        verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else noun
        named = trigger.pos_ == "NOUN" or trigger.dep_ == "acl"
        toll_of = noun.lower_ in word_class("grammar", "said figure") and named
        if verb.lemma_ in word_class("grammar", "discarding") and verb != noun and not toll_of:
            yield _superseded(verb)


def _replaced(trigger: Token, over: tuple[Attribution, ...]) -> Iterator[Cue]:
    """ "spoke of 17 dead, then of 15", "an earlier count had thirty"."""
    after = f" {trigger.doc.span(trigger.i + 1, trigger.sent.end).text.lower()} "
    then = over and any(f" {phrase} " in after for phrase in word_class("grammar", "then of"))
    if then or _in_an_earlier_version(trigger, over):
        yield _superseded(trigger)


def _in_an_earlier_version(trigger: Token, over: tuple[Attribution, ...]) -> bool:
    """ "in Thursday's account the pilot had fired", "a first count put it at thirty", "earlier it stood at 32"."""
    near = [noun for one in (trigger, trigger.head) for child in one.children if child.dep_ in {"prep", *SUBJECTS}
            for noun in (child, *child.children)]  # fmt: skip
    nouns = (trigger, *near, *(noun for each in over for noun in each.sources))
    versions = [one for one in nouns if one.lemma_.lower() in word_class("grammar", "version")]
    if not versions:
        return False
    verbs = (one for one in (trigger, *trigger.ancestors) if one.pos_ in {"VERB", "AUX"})
    moved = trigger in versions and any(child.lower_ in BEFORE for child in trigger.head.children)
    past = trigger.pos_ != "VERB" or any(one.tag_ in {"VBD", "VBN"} for one in verbs)
    return past and (moved or any(_is_earlier(one) for one in versions))


def _is_earlier(version: Token) -> bool:
    below = (child for child in version.children if child.dep_ in {"amod", "poss", "nmod", "compound"})
    words = {word.lower_ for child in below for word in (child, *child.children)}
    fresh = words & {"its", "our", "their"} and words & {"morning", "evening", "night"}  # "in its evening update"
    return not fresh and not words.isdisjoint(word_class("grammar", "earlier"))


def _taken_for(trigger: Token) -> Iterator[Cue]:
    """What was thought at first: "a woman listed as killed was found alive", "was earlier declared dead", "was first
    put down to a grenade"."""
    verb = next((one for one in trigger.ancestors if one.pos_ == "VERB"), trigger)
    if verb.lemma_ in word_class("grammar", "laid to") and verb.tag_ in {"VBD", "VBN"}:
        early = BEFORE | word_class("grammar", "at first")
        yield from (_superseded(one, verb) for one in verb.children if one.lower_ in early and one.i < verb.i)
        rest = {token.lower_ for token in verb.head.head.subtree} if verb.dep_ in {"acl", "relcl"} else set()
        if not rest.isdisjoint(word_class("grammar", "turned up")):
            yield _superseded(verb)
