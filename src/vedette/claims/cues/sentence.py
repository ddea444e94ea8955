"""Cues of the sentence: phrases that say of all that is told there, or was just told, that nobody could check it."""

from collections.abc import Iterator

from vedette.claims.cues.model import Cue, cue_of, hedges
from vedette.model.tokens import Span, Token

POINTING_BACK = (
    "neither ",
    "none of the claims",
    "the claim",
    "the report",
    "those claims",
    "that claim",
    "it was not",
    "it could not",
    "this could not",
)


def sentence_cues(trigger: Token) -> Iterator[Cue]:
    """The cues in the sentence of an event word, and in the next where that points back."""
    yield from _said_of(trigger.sent, trigger)
    end = trigger.sent.end
    after = trigger.doc[end].sent if end < len(trigger.doc) else None
    if after is not None and after.text.lower().lstrip().startswith(POINTING_BACK):
        yield from _said_of(after, after[-1])


def _is_reason(trigger: Token) -> bool:
    """ "… could not be verified because lines were cut": the reason is no part of what could not."""
    clauses = [one for one in (trigger, *trigger.ancestors) if one.dep_ == "advcl"]
    return any(child.lower_ == "because" for one in clauses for child in one.lefts)


def _said_of(sentence: Span, trigger: Token) -> Iterator[Cue]:
    """Phrases in a sentence that say of what is told there, or was just told, that nobody could verify it."""
    text = sentence.text.lower()
    for phrase, entry in hedges("sentence").items():
        at = text.find(phrase)
        if at >= 0:
            start = sentence.start_char + at
            tokens = [token for token in sentence if start <= token.idx < start + len(phrase)]
            near = trigger.i > tokens[0].i or entry.phase or "reports" not in phrase
            if tokens and near and not _is_reason(trigger):
                yield cue_of(entry, *tokens)
