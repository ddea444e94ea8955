"""Coreference: mentions of one topic are one event when their words mean alike and their documents share a subject."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from eval.items import Item, Record, parsed
from eval.tasks.grouping import subjects_of
from eval.tasks.spans import token_at
from vedette.lexicon import load
from vedette.lexicon.shapes import SpeechEntry
from vedette.lexicon.stems import meaning
from vedette.model.tokens import Doc, Token

SPEAKS = frozenset({"nsubj", "nsubjpass", "poss"})

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
            yield (at, number), f"{subject} {_told(token_at(tokens, *span))}"


def _told(head: Token | None) -> str:
    """What a word means; of a word of saying also who says it, as in the assessment of claims."""
    if head is None:
        return ""
    lemma = head.lemma_.lower()
    speakers = [one.lemma_.lower() for one in head.children if one.dep_ in SPEAKS] if lemma in _saying() else []
    return " ".join([meaning(lemma), *speakers[:1]])


@cache
def _saying() -> frozenset[str]:
    """The verbs by which a source says something, as far as that is a statement of its own."""
    return frozenset(verb for entry in load("speech", SpeechEntry) if entry.act for verb in entry.verbs)
