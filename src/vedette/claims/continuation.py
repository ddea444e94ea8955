"""Sentences that go on with somebody's account without saying so: "The army had left, he said. Its tanks were gone."

Such links are only likely, and marked `carried`.
"""

from collections.abc import Iterator

from vedette.claims.attribution import Attribution
from vedette.claims.syntax import auxiliaries
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import Doc, Span, Token

GOES_ON = SpeechEntry(yes=(), verbs=("go on",))
PAST = frozenset({"VBD", "VBN"})


def carried(tokens: Doc, found: tuple[Attribution, ...]) -> Iterator[Attribution]:
    """An attribution for each sentence that goes on with the account of the one before, in the same paragraph."""
    last: Attribution | None = None
    before: Span | None = None
    for sentence in tokens.sents:
        own = _own(sentence, found)
        if own is not None or before is None or _parted(before, sentence):
            last = own
        elif last is not None and _goes_on(sentence):
            content = frozenset(token.i for token in sentence)
            yield Attribution(GOES_ON, last.cue, last.sources, content, order=-1, running=True, carried=True)
        else:
            last = None
        before = sentence


def _own(sentence: Span, found: tuple[Attribution, ...]) -> Attribution | None:
    """The outermost source that vouches for most of a sentence; an Attribution without sources ends an account."""
    inside = range(sentence.start, sentence.end)
    over = [one for one in found if one.entry.reports and not one.content.isdisjoint(inside)]
    named = [one for one in over if one.sources and (one.head.i in inside or one.running)]
    return max(named or over, key=lambda one: len(one.content), default=None)


def _parted(before: Span, sentence: Span) -> bool:
    """Whether a line ends between two sentences."""
    text = before.doc.span(before.start, sentence.start).text_with_ws
    return "\n" in text[len(before.text.rstrip()) :]


def _goes_on(sentence: Span) -> bool:
    """In the tense of reported speech or about what is owned by somebody just named, and no turn to something else."""
    first = next((token for token in sentence if not token.is_space and not token.is_punct), None)
    root = sentence.root
    if first is None or first.lower_ in word_class("grammar", "turn") or not _past(root) or _own_knowledge(sentence):
        return False
    return _backshifted(root) or _refers_back(root)


def _past(root: Token) -> bool:
    return root.tag_ == "VBD" or any(helper.tag_ == "VBD" for helper in auxiliaries(root))


def _backshifted(root: Token) -> bool:
    """ "had fled", "would return": the tense of reported speech."""
    return root.tag_ != "VBD" and any(helper.lower_ in {"had", "would"} for helper in auxiliaries(root))


def _refers_back(root: Token) -> bool:
    """A subject that belongs to somebody of the sentence before: "its tanks"."""
    subjects = [child for child in root.children if child.dep_ in {"nsubj", "nsubjpass"}]
    return any(child.tag_ == "PRP$" for subject in subjects for child in subject.children)


def _own_knowledge(sentence: Span) -> bool:
    """What an outlet adds by itself: that it could not check, that nobody answered, years and history."""
    words = {token.lemma_.lower() for token in sentence}
    return not words.isdisjoint(word_class("grammar", "background")) or any(
        len(token.text) == 4 and token.text.isdigit() and token.text[:2] in {"19", "20"} for token in sentence
    )
