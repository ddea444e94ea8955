"""Attribution: sources, cues and contents of the claims stage, widened to whole phrases."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from eval.items import Item, Record, parsed
from eval.tasks.spans import stretches
from vedette.claims.attribution import Attribution, attributions

AROUND_CUE = frozenset({"aux", "auxpass", "neg", "prt"})


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every attribution of each text."""
    for item, tokens in parsed(items):
        found = [_record(tokens, one) for one in attributions(tokens)]
        yield {"id": item.id, "attributions": [one for one in found if one["cue"] and one["content"]]}


def _record(tokens: Doc, one: Attribution) -> Record:
    cue = {token.i for word in one.cue for token in (word, *word.children) if token in one.cue or _joins(token)}
    source = {i for head in one.sources for i in _phrase(head)} - cue - one.content
    return {
        "source": stretches(tokens, source),
        "cue": stretches(tokens, cue),
        "content": stretches(tokens, one.content - cue),
    }


def _joins(token: Token) -> bool:
    return token.dep_ in AROUND_CUE


def _phrase(head: Token) -> Iterator[int]:
    """The whole phrase of a head, without what is joined to it: each joined source has its own head."""
    yield head.i
    for child in head.children:
        if child.dep_ not in {"conj", "cc", "preconj"}:
            yield from (token.i for token in child.subtree)
