"""Whose side a speaker is on, and what a side admits by telling it: its dead, its ground, its deeds."""

from vedette.claims.attribution import Attribution
from vedette.claims.chains import chain_of
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading, counted_by
from vedette.claims.sources import source_type
from vedette.claims.syntax import agents_of, is_passive, objects_of, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model import Link, PartyMention, SourceType
from vedette.model.tokens import Token

PARTIES: frozenset[SourceType] = frozenset({"military", "belligerent", "official", "state-media"})
FIGHTING: frozenset[SourceType] = frozenset({"military", "belligerent"})
ABLE: frozenset[SourceType] = PARTIES | {"un", "ngo"}
OWN = frozenset({"we", "i", "our", "my", "its", "his", "her", "their"})
MEN = frozenset({"man", "member"})
SPEAKING = frozenset({"it", "he", "she", "they"})


def speech_over(over: tuple[Attribution, ...]) -> Attribution | None:
    """The innermost attribution that names who reports."""
    return next((one for one in reversed(over) if one.sources and one.entry.reports), None)


def origin_of(reading: Reading, over: tuple[Attribution, ...]) -> Link:
    """Whoever tells it: the last link of its chain, be it the outlet."""
    return chain_of(reading, over)[-1]


def able(reading: Reading, over: tuple[Attribution, ...]) -> bool:
    """Whether who tells could carry out what is told: a body or a force, an outlet only where it is one itself."""
    return is_of_a_side(reading, over) or origin_of(reading, over).source_type in ABLE


def interested(reading: Reading, over: tuple[Attribution, ...]) -> bool:
    """Whether who tells is a side of the war."""
    return is_of_a_side(reading, over) or origin_of(reading, over).source_type in PARTIES


def is_of_a_side(reading: Reading, over: tuple[Attribution, ...]) -> bool:
    """Whether the outlet itself tells, and is a party: a ministry, a force, a movement."""
    if speech_over(over) is not None:
        return False
    words = {word.strip(",.;:()") for word in (reading.document.outlet or "").casefold().split()}
    return not words.isdisjoint(word_class("grammar", "side"))


def belongs(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    """Whether somebody is of the speaker's side: "its troops", "it", or by the registry."""
    words = {noun.lower_, *(child.lower_ for child in noun.children if child.dep_ == "poss")}
    speech, beside = speech_over(over), [noun, *(one for one in noun.lefts if one.dep_ in {"amod", "compound"})]
    parties = [party for one in beside if (party := reading.party(one)) is not None]
    if speech is None:
        return bool(words & {"we", "our"})
    owners = [child for one in speech.sources for child in one.children if child.dep_ == "poss"]
    sources = [found for one in (*speech.sources, *owners) if (found := reading.party(one)) is not None]
    names = {one.name for one in parties if noun.lower_ == "they" and one.name}
    others = names and names.isdisjoint(one.name for one in sources)  # "They are regrouping, and so are we"
    if words & (OWN | SPEAKING) and not others:
        return noun.i not in {token.i for token in speech.sources}
    return any(_same_side(party, one) for party in parties for one in sources)


def _same_side(party: PartyMention, other: PartyMention) -> bool:
    return bool((party.actor and party.actor == other.actor) or (party.side and party.side == other.side))


def own_loss(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> Cue | None:
    """The cue that makes an event an admission: the speaker's own people fall, it gives up ground, or it owns up."""
    lemma = event.lemma_.lower()
    if lemma in word_class("grammar", "martyred"):
        lost = interested(reading, over)
    elif _is_fall(event):
        lost = any(_are_own(reading, one, over) for one in _hit(event))
    else:
        yielded = lemma in word_class("grammar", "yielding")
        lost = yielded and any(belongs(reading, one, over) for one in surface_subjects(event))
    speech = speech_over(over)
    if (
        lost
        or _regretted(reading, event, over)
        or _in_error(reading, event, over)
        or _owned_up(reading, event, over)
        or _wronged(reading, event, over)
    ):
        return Cue(speech.cue if speech else (event,), "admitted", name="admit")
    return None


def _regretted(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """ "The army regretted the death of the driver": nobody regrets so what others did."""
    verb = next((one for one in event.ancestors if one.lemma_ in {"regret", "apologise", "apologize"}), None)
    if verb is None:
        return False
    speakers = surface_subjects(verb)
    return is_of_a_side(reading, over) or any(source_type(reading, one) in FIGHTING for one in speakers)


def _is_fall(event: Token) -> bool:
    lemma = event.lemma_.lower()
    felled = lemma in word_class("grammar", "felling") and is_passive(event)
    life = lemma == "lose" and any(child.dep_ == "dobj" and child.lemma_ == "life" for child in event.children)
    return lemma in word_class("grammar", "falling") or felled or life


def _in_error(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """ "Our guns hit the bus by mistake", "called it a lapse": who tells of one tells of his own, or says whose."""
    lemma = event.lemma_.lower()
    words = {one.lemma_.lower() for one in event.sent}
    erred = lemma in word_class("grammar", "deeds") and not words.isdisjoint(word_class("grammar", "error"))
    return (erred or lemma in word_class("grammar", "error")) and interested(reading, over)


def _wronged(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """ "The army said its troops had killed twelve villagers": who of its own did it to whom."""
    own = any(belongs(reading, one, over) for one in _doers(event)) and interested(reading, over)
    hit = any(reading.has_class(_counted(one), {"civilian", "hurtless"}) for one in objects_of(event))
    return own and hit and event.lemma_.lower() in word_class("grammar", "deeds")


def _owned_up(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> bool:
    """What a side confirms of its own deeds and dead, and of ground that others took."""
    speech = speech_over(over)
    emphatic = any(child.dep_ == "aux" and child.lemma_ == "do" for child in event.children)
    if speech is None or not (speech.entry.standing in {"confirmed", "denied"} or emphatic):
        return False
    doers = agents_of(event) if is_passive(event) else _doers(event)
    undenied = (
        speech.entry.standing == "denied" and not doers and event.lemma_.lower() in word_class("grammar", "deeds")
    )
    blamed = event.lemma_.lower() not in word_class("grammar", "taking ground")
    if undenied or (blamed and any(belongs(reading, one, over) for one in doers)):
        return True
    taken = speech.entry.standing == "confirmed" and not blamed
    fallen = _is_fall(event) and all(one.pos_ == "NUM" or one.lemma_ in MEN for one in _hit(event))
    return (taken or fallen) and origin_of(reading, over).source_type in FIGHTING


def _doers(event: Token) -> tuple[Token, ...]:
    carried = event.dep_ == "dobj" and event.head.lemma_.lower() in word_class("verbs", "light")
    return surface_subjects(event.head if carried else event)


def _hit(event: Token) -> tuple[Token, ...]:
    if event.pos_ in {"VERB", "AUX", "ADJ"}:
        subjects = surface_subjects(event)
        copula = event.head.children if event.head.lemma_ == "be" else ()
        return subjects or tuple(child for child in copula if child.dep_ == "nsubj")
    below = [child for child in event.children if child.dep_ in {"poss", "pobj"}]
    return (*below, *(noun for child in event.children if child.lower_ == "of" for noun in child.children))


def _are_own(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    """Own people by "our" or "its", or soldiers of no other side in the mouth of a force."""
    head = _counted(noun)
    if noun.lower_ in {"we", "us"} or _owned(head) or (noun.lower_ not in SPEAKING and belongs(reading, head, over)):
        return _serves(reading, head) or head.lemma_ in MEN or "people" not in reading.lemma_classes(head)
    titles = [head, *(child for child in head.children if child.dep_ in {"compound", "nmod", "appos"})]
    title = next((one for one in titles if _serves(reading, one)), None)
    before = [one for one in reading.phrase_tokens(title) if one.i < title.i] if title is not None else []
    named = any(one.pos_ in {"PROPN", "ADJ"} and one.text[:1].isupper() for one in before)
    return title is not None and not named and interested(reading, over)


def _counted(noun: Token) -> Token:
    """What a number counts, be it told only before: "two soldiers died and one was wounded"."""
    bare = noun.pos_ == "NUM" or noun.lower_ in {"another", "others", "one"}
    verb = noun.head
    before = surface_subjects(verb.head) if bare and verb.dep_ == "conj" and counted_by(noun) is None else ()
    return before[0] if before else counted_by(noun) or noun


def _serves(reading: Reading, noun: Token) -> bool:
    return reading.has_class(noun, {"serving"}) or noun.lemma_.lower() in word_class("grammar", "own people")


def _owned(noun: Token) -> bool:
    return any(child.dep_ == "poss" and child.lower_ == "our" for child in noun.children)
