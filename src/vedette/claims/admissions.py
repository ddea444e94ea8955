"""What a side admits by telling it: its dead, its ground, its deeds."""

from vedette.claims.attribution import Attribution
from vedette.claims.chains import SPEAKING
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading, counted_by
from vedette.claims.sides import (
    FIGHTING,
    OWN,
    belongs,
    camp_of,
    interested,
    is_in_arms,
    is_of_a_side,
    origin_of,
    speaker_camp,
    speech_over,
)
from vedette.claims.sources import source_type
from vedette.claims.syntax import agents_of, is_passive, objects_of, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model import SourceType
from vedette.model.tokens import Token

MEN = frozenset({"man", "member"})
BYSTANDERS: frozenset[SourceType] = frozenset({"ngo", "monitor", "expert", "agency", "document"})


def own_loss(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> Cue | None:
    """The cue that makes an event an admission: the speaker's own people fall, it gives up ground, or it owns up."""
    speech = speech_over(over)
    if any(test(reading, event, over) for test in (_lost, _regretted, _in_error, _owned_up, _wronged)):
        return Cue(speech.cue if speech else (event,), "admitted", name="admit")
    return None


def _lost(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """Whether the own side loses people or ground, as the event word itself says."""
    lemma = event.lemma_.lower()
    if lemma in word_class("grammar", "martyred") or _on_own_side(event):
        return interested(reading, over) or is_of_a_side(reading, ())
    if _is_fall(event):
        return any(_are_own(reading, one, over) for one in _hit(event))
    if lemma == "lose" and is_passive(event) and interested(reading, over):
        return not any(camp_of(reading, one).told for one in _hit(event))  # "two tanks were lost"
    left = lemma in word_class("grammar", "leaving") and any(
        reading.has_class(one, {"place", "facility"}) or one.lemma_ in word_class("grammar", "ground")
        for one in objects_of(event)
    )
    parts = {lemma, *(f"{lemma} {child.lower_}" for child in event.children if child.dep_ in {"prt", "advmod", "prep"})}
    if left or not parts.isdisjoint(word_class("grammar", "yielding")):
        owners = [one for one in event.children if one.dep_ == "poss"] if event.pos_ == "NOUN" else ()
        return any(belongs(reading, one, over) for one in owners or surface_subjects(event))
    return False


def _on_own_side(event: Token) -> bool:
    """ "Gave its own toll as 17 dead", "four killed on our side": whose dead they are is said of the toll."""
    if {event.lemma_.lower(), event.lower_}.isdisjoint(word_class("grammar", "falling", "tolled")):
        return False
    verb = next((one for one in event.ancestors if one.pos_ in {"VERB", "AUX"}), event)
    return any(
        one.lemma_ in word_class("grammar", "own losses") and any(c.lower_ in OWN for c in one.lefts)
        for one in verb.subtree
    )


def _regretted(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """ "The army regretted the death of the driver": nobody regrets so what others did."""
    verb = next((one for one in event.ancestors if one.lemma_ in {"regret", "apologise", "apologize"}), None)
    if verb is None:
        return False
    speakers = surface_subjects(verb)
    return is_of_a_side(reading, ()) or any(source_type(reading, one) in FIGHTING for one in speakers)


def _is_fall(event: Token) -> bool:
    lemma = event.lemma_.lower()
    felled = lemma in word_class("grammar", "felling") and is_passive(event)
    with_it = any(f"{lemma} {one.lemma_.lower()}" in word_class("grammar", "falling by") for one in event.children)
    counted = event.dep_ == "dobj" and event.lower_ in word_class("grammar", "falling")  # "has two wounded"
    return lemma in word_class("grammar", "falling") or felled or with_it or counted


def _in_error(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """ "Our guns hit the bus by mistake", "called it a lapse": who tells of one tells of his own, or says whose."""
    lemma, error = event.lemma_.lower(), word_class("grammar", "error")
    deed = lemma in word_class("grammar", "deeds")
    erred = lemma in error or (deed and any(one.lemma_.lower() in error for one in event.sent))
    return erred and any(
        interested(reading, over[:n]) for n in range(len(over) > 0, len(over) + 1)
    )  # also of an inquiry's


def _wronged(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """ "The army said its troops had killed twelve villagers": who of its own did it to whom."""
    lemma = event.lemma_.lower()
    if lemma not in word_class("grammar", "wrongs"):
        harmless = {"civilian", "hurtless", *(("place",) if lemma in word_class("grammar", "ruining") else ())}
        hit = objects_of(event) if lemma in word_class("grammar", "deeds") else ()
        if not any(reading.has_class(_counted(one), harmless) for one in hit):
            return False
    doers = doers_of(event)
    ours = any(one.lower_ == "we" for one in doers)
    return ours or (interested(reading, over) and any(belongs(reading, one, over) for one in doers))


def _owned_up(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """What a side confirms of its own deeds and dead, and of ground that others took."""
    speech = speech_over(over)
    emphatic = any(child.dep_ == "aux" and child.lemma_ == "do" for child in event.children)
    if speech is None or origin_of(reading, over).source_type in BYSTANDERS:
        return False
    undenied = speech.entry.standing == "denied" and any(child.dep_ == "neg" for child in speech.head.children)
    if speech.entry.standing != "confirmed" and not (undenied or emphatic):
        return False
    doers = doers_of(event)
    undenied = undenied and not doers and event.lemma_.lower() in word_class("grammar", "deeds")
    blamed = event.lemma_.lower() not in word_class("grammar", "taking ground")
    if undenied or (blamed and any(belongs(reading, one, over) for one in doers)):
        return True
    taken = speech.entry.standing == "confirmed" and not blamed
    fallen = _is_fall(event) and all(one.pos_ == "NUM" or one.lemma_ in MEN for one in _hit(event))
    teller = origin_of(reading, over).source_type
    return (taken or fallen) and (teller in FIGHTING or (taken and event.lemma_ == "fall" and teller == "official"))


def doers_of(event: Token) -> tuple[Token, ...]:
    """Whoever is told to do what an event word tells."""
    carried = event.dep_ == "dobj" and event.head.lemma_.lower() in word_class("verbs", "light")
    fault = event.head.head if event.dep_ == "pobj" and event.head.lower_ == "for" else event
    if fault.lemma_ in {"blame", "responsible"}:
        return surface_subjects(fault) or surface_subjects(fault.head)
    return agents_of(event) if is_passive(event) else surface_subjects(event.head if carried else event)


def _hit(event: Token) -> tuple[Token, ...]:
    holder = next((one for one in (event.head, event.head.head) if one.lemma_ == "have"), None)
    if holder is not None:
        return surface_subjects(holder)  # "our side has two dead"
    if event.dep_ in {"oprd", "acomp"} and (struck := objects_of(event.head)):
        return struck  # "shot dead two men"
    if event.pos_ in {"VERB", "AUX", "ADJ"}:
        subjects = surface_subjects(event)
        copula = event.head.children if event.head.lemma_ == "be" else ()
        return subjects or tuple(child for child in copula if child.dep_ == "nsubj")
    below = [child for child in event.children if child.dep_ in {"poss", "pobj"}]
    return (*below, *(noun for child in event.children if child.lower_ == "of" for noun in child.children))


def _are_own(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    """Own people by "our" or "its", or soldiers of no other side in the mouth of a force."""
    head = _counted(noun)
    titles = [head, *(child for child in head.children if child.dep_ in {"compound", "nmod", "appos"})]
    title = next((one for one in titles if is_in_arms(reading, one)), None)
    if title is not None and belongs(reading, title, over):
        return True
    own = noun.lower_ in {"we", "us"} or (noun.lower_ not in SPEAKING and belongs(reading, head, over))
    people = "people" in reading.lemma_classes(head) and not reading.has_class(head, {"office"})
    return own and (head.lemma_ in MEN or not people)


def is_of_others(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    """Whether one of several that fell is by name of another side than the speaker's."""
    return speaker_camp(reading, over).fits(camp_of(reading, noun)) is False


def _counted(noun: Token) -> Token:
    """What a number counts, be it told only before: "two soldiers died and one was wounded"."""
    bare = noun.pos_ == "NUM" or noun.lower_ in {"another", "others", "one"}
    verb = noun.head
    before = surface_subjects(verb.head) if bare and verb.dep_ == "conj" and counted_by(noun) is None else ()
    told = before[0] if before else noun
    return counted_by(told) or told
