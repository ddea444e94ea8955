"""Attribution: sources, cues and contents of the claims stage, widened to whole phrases.

The dataset marks the outermost attribution only, and a quote over several sentences as one.
"""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record, parsed
from eval.tasks.spans import stretches
from vedette.claims.attribution import Attribution, attributions
from vedette.claims.syntax import RELATIVES
from vedette.model.tokens import Doc, Token

AROUND_CUE = frozenset({"aux", "auxpass", "neg", "prt"})
JOINED = frozenset({"conj", "cc", "preconj"})
CLAUSES = frozenset({"relcl", "acl"})
NEAR = 3

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
    source = {i for head in _spoken_for(one) for i in _phrase(head)} - {token.i for token in one.cue} - content
    cue = _cue(one, content) - source
    return {
        "source": stretches(tokens, source),
        "cue": stretches(tokens, cue) or [[one.head.idx, one.head.idx + len(one.head)]],
        "content": stretches(tokens, content - cue),
    }


def _cue(one: Attribution, content: frozenset[int]) -> set[int]:
    """The head with its auxiliaries, particles and the adverbs beside it, and the preposition that leads on."""
    head, above = one.head, _leaning_on(one.head)
    words = {head.i, *above, *(token.i for token in one.cue if token.i not in content)}
    words |= {child.i for verb in (head, *(head.doc[i] for i in above)) for child in verb.children
              if child.dep_ in AROUND_CUE}  # fmt: skip
    words |= {child.i for child in head.children if child.dep_ == "prep" and _leads_on(child, content)}
    words |= {child.i for child in head.children if child.dep_ == "advmod" and child.i in {head.i - 1, head.i + 1}}
    return {i for i in range(min(words), max(words) + 1) if i not in content or i in words}


def _leaning_on(head: Token) -> tuple[int, ...]:
    """The verb that a cue completes: "refused" of "refused to say", "were" of "were sure"."""
    above = head.head
    near = head.dep_ == "xcomp" and head.tag_ == "VB" and head.i - NEAR <= above.i < head.i
    return (above.i,) if near or (head.dep_ == "acomp" and head.pos_ == "ADJ") else ()


def _leads_on(preposition: Token, content: frozenset[int]) -> bool:
    return preposition.i == preposition.head.i + 1 and any(child.i in content for child in preposition.children)


def _spoken_for(one: Attribution) -> tuple[Token, ...]:
    """The sources; of a relative clause the pronoun, which is what the dataset marks."""
    subject = next((child for child in one.head.children if child.dep_ == "nsubj"), None)
    if one.head.dep_ == "relcl" and subject is not None and subject.lower_ in RELATIVES and one.sources:
        return (subject,)
    return one.sources


def _phrase(head: Token) -> Iterator[int]:
    """The whole phrase of a head, without clauses set off and without what is joined: that has its own head."""
    yield head.i
    for child in head.children:
        if child.dep_ not in JOINED and not (child.dep_ in CLAUSES and _set_off(child)):
            yield from (token.i for token in child.subtree)


def _set_off(clause: Token) -> bool:
    return clause.left_edge.i > 0 and clause.left_edge.nbor(-1).is_punct
