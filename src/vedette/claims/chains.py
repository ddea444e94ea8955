"""The chain of sources a claim came through: the document's outlet first, whoever first said it last."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from vedette.claims.attribution import Attribution
from vedette.claims.reading import Reading
from vedette.claims.syntax import coordinated
from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.lexicon.shapes import SourceEntry
from vedette.model import Document, Link, Quote, SourceType

DATELINE = re.compile(r"^[A-Z][A-Za-z][^\n(]{0,80}\(([A-Z][A-Za-z .&]{1,30})\)\s{0,3}[-–—]\s", re.MULTILINE)
HEAD_OF_TEXT = 600
STATE_FORCES = 1
OF_PARTY: dict[str, SourceType] = {
    "media": "outlet", "monitor": "monitor", "state": "official", "armed": "armed-group", "official": "official",
    "civilian": "witness", "crowd": "witness", "organisation": "organisation",
}  # fmt: skip


@cache
def source_words() -> tuple[tuple[str, SourceType], ...]:
    """(word, source type), in the order in which the table decides."""
    return tuple((word, entry.source_type) for entry in load("sources", SourceEntry) for word in entry.words)


def chain_of(reading: Reading, over: tuple[Attribution, ...]) -> tuple[Link, ...]:
    """The links of a claim that these attributions cover, nearest to the reader first."""
    links = [*_document_links(reading.document)]
    for one in over:
        if one.entry.reports:
            links.extend(link for link in _links(reading, one) if not _same_as_last(link, links))
    return tuple(links)


def _same_as_last(link: Link, links: list[Link]) -> bool:
    known = {(other.name or other.text).casefold() for other in links}
    return (link.name or link.text).casefold() in known


def _document_links(document: Document) -> Iterator[Link]:
    yield Link(document.outlet or "unnamed outlet", None, None, document.outlet, "outlet")
    line = DATELINE.search(document.text[:HEAD_OF_TEXT])
    if line and line.group(1).casefold() != (document.outlet or "").casefold():
        yield Link(line.group(1), line.start(1), line.end(1), line.group(1), "agency")


def via(reading: Reading, one: Attribution) -> tuple[Link, ...]:
    """The media that a source spoke through, as links."""
    cue = reading.quote(one.cue)
    return tuple(_link(reading, (medium,), cue) for medium in _media(reading, one))


def _links(reading: Reading, one: Attribution) -> Iterator[Link]:
    yield from via(reading, one)
    if one.sources:
        yield _link(reading, one.sources, reading.quote(one.cue))


def _media(reading: Reading, one: Attribution) -> Iterator[Token]:
    """News media the source spoke through: "told Reuters", "in an interview with CNN", "carried by the agency"."""
    sources = {token.i for source in one.sources for token in source.subtree}
    heads = {source.i for source in one.sources}
    for token in one.head.subtree:
        outside = token.i not in one.content and token.i not in heads
        if outside and (mention := reading.party_by_root.get(token.i)) and mention.type == "media" and mention.actor:
            carried = token.i not in sources or any(a.lower_ == "by" for a in token.ancestors)
            if carried:
                yield token


def _link(reading: Reading, heads: tuple[Token, ...], cue: Quote) -> Link:
    first = heads[0]
    quote = _phrase(reading, heads)
    mention = reading.party(first)
    name = (mention.name if mention and len(heads) == 1 else None) or quote.text
    kind = source_type(reading, first, f"{quote.text} {name}")
    return Link(quote.text, quote.start, quote.end, name, kind, cue.text, cue.start, cue.end)


def _phrase(reading: Reading, heads: tuple[Token, ...]) -> Quote:
    mention = reading.party(heads[0])
    if mention is not None and len(heads) == 1:
        return Quote(mention.start, mention.end, mention.text)
    quotes = [reading.phrase(head) for head in heads]
    return reading.document.quote(min(q.start for q in quotes), max(q.end for q in quotes))


def source_type(reading: Reading, head: Token, words: str) -> SourceType:
    """What sort of source a phrase names: by its nouns, else by the type of the party."""
    mention = reading.party(head)
    if mention is not None and mention.type in {"media", "monitor", "state"}:
        agency = any(word in _words(words) for word, kind in source_words() if kind == "agency")
        return "agency" if mention.type == "media" and agency else OF_PARTY[mention.type]
    if mention is not None and mention.type in {"official", "organisation"} and head.pos_ == "PROPN":
        return OF_PARTY[mention.type]
    actor = load_registry().by_id.get(mention.actor or "") if mention is not None and mention.type == "armed" else None
    if actor is not None and head.pos_ == "PROPN" and mention is not None and actor.name == mention.name:
        return "military" if actor.inter == STATE_FORCES else "armed-group"
    lemma = head.lemma_.lower()
    by_head = next((kind for word, kind in source_words() if word == lemma), None)
    modifiers = _words(" ".join([words, *_apposed(reading, head)]))
    by_words = next((kind for word, kind in source_words() if word in modifiers), None)
    if by_head in {None, "unnamed", "document"} and by_words not in {None, "unnamed"} and by_words is not None:
        return by_words
    if by_head:
        return by_head
    if mention is not None:
        return OF_PARTY.get(mention.type, "person")
    return by_words or "unnamed"


def _apposed(reading: Reading, head: Token) -> Iterator[str]:
    """The lemmas of "X, a professor at …"."""
    for child in head.children:
        if child.dep_ == "appos":
            yield from (token.lemma_ for token in reading.phrase_tokens(child))


def _words(phrase: str) -> frozenset[str]:
    plain = [word.strip(".,'’\"()").casefold() for word in phrase.split()]
    singular = [word.removesuffix("s") for word in plain]
    pairs = [f"{left} {right}" for left, right in pairwise(plain)]
    return frozenset([*plain, *singular, *pairs])


def speakers(one: Attribution) -> tuple[Token, ...]:
    """The sources of an attribution with those joined to them."""
    return tuple(dict.fromkeys(token for source in one.sources for token in coordinated(source)))
