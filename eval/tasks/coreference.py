"""Coreference: mentions of one topic are one event when their words mean alike and their documents share a subject."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from eval.items import Item, Record, parsed
from eval.tasks.grouping import subjects_of
from eval.tasks.spans import token_at
from vedette.claims.events import entries
from vedette.model.tokens import Doc, Token

ENDING = re.compile(r"(?<=\w{4})(?:ations?|itions?|ments?|ings?|[eo]rs?|ions?|als?|[ae]nces?|ed|i?es|[esy])$")
TELLING = frozenset({"violence", "casualties", "authority", "control", "unrest", "aid", "displacement"})

type Readings = Sequence[tuple[Item, Doc]]
type Mention = tuple[int, int]


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """The clusters of each topic."""
    readings = list(parsed(items))
    topics: dict[str, list[int]] = defaultdict(list)
    for at, (item, _) in enumerate(readings):
        topics[item.id.split("/")[0]].append(at)
    clusters = {mention: name for topic in topics.values() for mention, name in _topic(readings, topic)}
    for at, (item, tokens) in enumerate(readings):
        spans = enumerate(_spans(item, tokens))
        yield {"id": item.id, "mentions": [_record(span, clusters[at, number]) for number, span in spans]}


def _record(span: tuple[int, int], cluster: str) -> Record:
    return {"start": span[0], "end": span[1], "cluster": cluster}


def _spans(item: Item, tokens: Doc) -> tuple[tuple[int, int], ...]:
    """The given mentions, else every verb that is no auxiliary."""
    if item.spans is not None:
        return item.spans
    return tuple((token.idx, token.idx + len(token)) for token in tokens if token.pos_ == "VERB")


def _topic(readings: Readings, topic: list[int]) -> Iterator[tuple[Mention, str]]:
    """(document, mention) and the name of its cluster, for the documents of one topic."""
    subjects = subjects_of([readings[at][0].full_text or readings[at][0].text for at in topic])
    for at, subject in zip(topic, subjects, strict=True):
        item, tokens = readings[at]
        for number, span in enumerate(_spans(item, tokens)):
            yield (at, number), f"{subject} {_meaning(token_at(tokens, *span))}"


def _meaning(head: Token | None) -> str:
    """The type of event that a word names in the lexicon, else its stem."""
    lemma = head.lemma_.lower() if head is not None else ""
    return _types().get(lemma) or ENDING.sub("", lemma)


@cache
def _types() -> dict[str, str]:
    """Single words to the first type of event they are listed under."""
    table: dict[str, str] = {}
    for entry in entries():
        if entry.kind in TELLING:
            for word in (*entry.verbs, *entry.nouns, *entry.adjectives):
                table.setdefault(word, f"{entry.kind}/{entry.type}")
    return table
