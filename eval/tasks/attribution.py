"""Attribution: sources, cues and contents of the claims stage, widened to whole phrases.

The dataset marks the outermost attribution only, and a quote over several sentences as one.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from eval.items import Item, Record, parsed
from eval.tasks.spans import stretches
from vedette.claims.attribution import Attribution, attributions

AROUND_CUE = frozenset({"aux", "auxpass", "neg", "prt"})

type Whole = tuple[Attribution, frozenset[int]]


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every attribution of each text."""
    for item, tokens in parsed(items):
        found = [_record(tokens, one, content) for one, content in _outermost(_joined(attributions(tokens)))]
        yield {"id": item.id, "attributions": [one for one in found if one["cue"] and one["content"]]}


def _joined(found: Iterable[Attribution]) -> list[Whole]:
    """Attributions with the same cue as one, with the content of all."""
    whole: dict[tuple[int, ...], Whole] = {}
    for one in found:
        cue = tuple(token.i for token in one.cue)
        first, content = whole.get(cue, (one, frozenset()))
        whole[cue] = first, content | one.content
    return list(whole.values())


def _outermost(found: list[Whole]) -> list[Whole]:
    inner = {i for one, content in found for i in content if i != one.head.i}
    return [(one, content) for one, content in found if one.head.i not in inner]


def _record(tokens: Doc, one: Attribution, content: frozenset[int]) -> Record:
    cue = {token.i for word in one.cue for token in (word, *word.children) if token in one.cue or _joins(token)}
    source = {i for head in one.sources for i in _phrase(head)} - cue - content
    return {
        "source": stretches(tokens, source),
        "cue": stretches(tokens, cue),
        "content": stretches(tokens, content - cue),
    }


def _joins(token: Token) -> bool:
    return token.dep_ in AROUND_CUE


def _phrase(head: Token) -> Iterator[int]:
    """The whole phrase of a head, without what is joined to it: each joined source has its own head."""
    yield head.i
    for child in head.children:
        if child.dep_ not in {"conj", "cc", "preconj"}:
            yield from (token.i for token in child.subtree)
