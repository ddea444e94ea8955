"""Coreference: mentions of one topic are one event when their words mean alike and their documents share a subject."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc, Token

from eval.items import Item, Record, parsed
from eval.tasks.grouping import subjects_of
from eval.tasks.spans import token_at

ALIKE = 0.72
LIGHT = frozenset({"be", "have", "do", "go", "come", "take", "make", "get", "say", "it", "this", "that"})


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """The clusters of each topic."""
    readings = [(item, tokens) for item, tokens in parsed(items)]
    topics: dict[str, list[int]] = defaultdict(list)
    for at, (item, _) in enumerate(readings):
        topics[item.id.split("/")[0]].append(at)
    clusters = {name: cluster for topic in topics.values() for name, cluster in _topic(readings, topic)}
    for at, (item, tokens) in enumerate(readings):
        spans = _spans(item, tokens)
        yield {"id": item.id, "mentions": [_record(span, clusters[at, n]) for n, span in enumerate(spans)]}


def _record(span: tuple[int, int], cluster: str) -> Record:
    return {"start": span[0], "end": span[1], "cluster": cluster}


def _spans(item: Item, tokens: Doc) -> tuple[tuple[int, int], ...]:
    """The given mentions, else every verb that is no auxiliary."""
    if item.spans is not None:
        return item.spans
    return tuple((token.idx, token.idx + len(token)) for token in tokens if token.pos_ == "VERB")


type Readings = Sequence[tuple[Item, Doc]]
type Names = Iterator[tuple[tuple[int, int], str]]


def _topic(readings: Readings, topic: list[int]) -> Names:
    """(document, mention) to the name of its cluster, for the documents of one topic."""
    subjects = subjects_of([readings[at][0].full_text or readings[at][0].text for at in topic])
    by_subject: dict[int, list[tuple[tuple[int, int], Token]]] = defaultdict(list)
    for at, subject in zip(topic, subjects, strict=True):
        item, tokens = readings[at]
        for number, span in enumerate(_spans(item, tokens)):
            if (head := token_at(tokens, *span)) is not None:
                by_subject[subject].append(((at, number), head))
    for subject, mentions in by_subject.items():
        yield from _named(subject, mentions)


def _named(subject: int, mentions: list[tuple[tuple[int, int], Token]]) -> Names:
    words = Counter(_key(head) for _, head in mentions)
    heads = {_key(head): head for _, head in mentions}
    names = _synonyms(words, heads)
    for name, head in mentions:
        yield name, f"{subject} {names[_key(head)]}"


def _key(head: Token) -> str:
    return head.lemma_.lower()


def _synonyms(words: Mapping[str, int], heads: Mapping[str, Token]) -> dict[str, str]:
    """Each word to the most frequent one that means alike."""
    leaders: dict[str, str] = {}
    for word in sorted(words, key=lambda one: (-words[one], one)):
        near = [(_likeness(heads[word], heads[other]), other) for other in dict.fromkeys(leaders.values())]
        likeness, leader = max(near, default=(0.0, word))
        leaders[word] = leader if likeness >= ALIKE else word
    return leaders


def _likeness(left: Token, right: Token) -> float:
    if {left.lemma_.lower(), right.lemma_.lower()} & LIGHT:
        return 0.0
    if not (left.vocab[left.lemma_].has_vector and right.vocab[right.lemma_].has_vector):
        return 0.0
    return float(left.vocab[left.lemma_].similarity(right.vocab[right.lemma_]))
