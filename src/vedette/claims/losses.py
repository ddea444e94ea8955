"""What a side loses, told by itself: its dead, its ground, as the words of the event tell, whatever claim they give."""

from vedette.claims.attribution import Attribution
from vedette.claims.cues import Cue
from vedette.claims.reading import Reading, counted_by
from vedette.claims.sources import source_type
from vedette.claims.syntax import is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Token

INTERESTED = frozenset({"military", "belligerent", "official", "state-media"})
OURS = frozenset({"we", "us", "our"})
OWNING = frozenset({"its", "his", "their", "my", "her"})
SPEAKING = frozenset({"it", "he", "she", "they", "i"})


def own_loss(reading: Reading, event: Token, over: tuple[Attribution, ...]) -> Cue | None:
    """The cue that makes an event an admission: the speaker's own people fall, or it gives up its own ground."""
    speech = next((one for one in reversed(over) if one.sources and one.entry.reports), None)
    lemma = event.lemma_.lower()
    fallen, yielded = word_class("grammar", "falling"), word_class("grammar", "yielding")
    if lemma in word_class("grammar", "martyred"):
        lost = _interested(reading, speech)
    elif lemma in fallen or (lemma in word_class("grammar", "felling") and is_passive(event)):
        lost = any(_are_own(reading, one, speech) for one in _hit(event))
    else:
        lost = lemma in yielded and any(_is_own(one, speech) for one in surface_subjects(event))
    return Cue(speech.cue if speech else (event,), "admitted", name="admit") if lost else None


def _hit(event: Token) -> tuple[Token, ...]:
    if event.pos_ in {"VERB", "AUX", "ADJ"}:
        subjects = surface_subjects(event)
        copula = event.head.children if event.head.lemma_ == "be" else ()
        return subjects or tuple(child for child in copula if child.dep_ == "nsubj")
    below = [child for child in event.children if child.dep_ in {"poss", "pobj"}]
    return (*below, *(noun for child in event.children if child.lower_ == "of" for noun in child.children))


def _are_own(reading: Reading, noun: Token, speech: Attribution | None) -> bool:
    """Own people by "our" or "its", or soldiers of no other side in the mouth of a force."""
    head = counted_by(noun) or noun
    if _is_own(head, speech) or noun.lower_ in OURS:
        return True
    serving = reading.has_class(head, {"serving"}) or head.lemma_.lower() in word_class("grammar", "own people")
    named = any(one.text[:1].isupper() and one.i > head.sent.start for one in reading.phrase_tokens(head))
    return serving and not named and _interested(reading, speech)


def _is_own(noun: Token, speech: Attribution | None) -> bool:
    words = {noun.lower_, *(child.lower_ for child in noun.children if child.dep_ == "poss")}
    if words & OURS:
        return True
    return speech is not None and bool(words & (OWNING | SPEAKING)) and noun.i not in {t.i for t in speech.sources}


def _interested(reading: Reading, speech: Attribution | None) -> bool:
    """Whether who tells is a side: a force, a ministry, or an outlet that is one itself."""
    if speech is not None:
        return source_type(reading, speech.sources[0]) in INTERESTED
    outlet = set((reading.document.outlet or "").lower().split())
    return not outlet.isdisjoint(word_class("grammar", "side"))
