"""A parsed text as plain values: tokens that hang together in trees, spans of them, sentences and named entities."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import accumulate, chain, pairwise
from typing import Any, Literal

QUOTE_MARKS = frozenset({'"', "''", "``"})


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One word of a text and its place in the tree of its sentence; a root is its own head.

    The names are those of spaCy, whose parse it holds; the values are plain, as the rules ask for them all the time.
    """

    doc: "Doc"
    i: int
    idx: int
    whitespace_: str
    ent_type_: str
    ent_iob_: str
    is_sent_start: bool
    text: str
    lower_: str
    is_space: bool
    is_punct: bool
    is_alpha: bool
    is_title: bool
    is_stop: bool
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    morph: str
    head: "Token" = field(init=False)
    lefts: "Sequence[Token]" = field(init=False, default=())
    rights: "Sequence[Token]" = field(init=False, default=())
    children: "Sequence[Token]" = field(init=False, default=())
    left_edge: "Token" = field(init=False)
    right_edge: "Token" = field(init=False)

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    def nbor(self, step: int = 1) -> "Token":
        """The token that stands so many places after this one."""
        at = self.i + step
        if at < 0:
            raise IndexError(at)
        return self.doc[at]

    @property
    def sent(self) -> "Span":
        """The sentence that the token stands in."""
        return self.doc.sentence_of[self.i]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """Its head, the head of that, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def listed_with(self) -> "Token":
        """The first of the words that it is joined to by commas and "and"; itself where it is that or stands alone."""
        token = self
        while token.dep_ == "conj":
            token = token.head
        return token

    @property
    def subtree(self) -> "Iterator[Token]":
        """The token and all that hangs below it, left to right."""
        return iter(_subtree(self))

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the other token hangs below this one."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


@dataclass(slots=True, unsafe_hash=True, repr=False)
class Span:
    """Tokens from `start` up to `end`, with the label of a named entity."""

    doc: "Doc" = field(compare=False)
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc[self.start : self.end])

    def __getitem__(self, at: int) -> Token:
        return self.doc[self.start : self.end][at]

    def __str__(self) -> str:
        return self.text

    __repr__ = __str__

    @property
    def start_char(self) -> int:
        """Where it begins in the text."""
        return self.doc.start_of(self.start)

    @property
    def end_char(self) -> int:
        """Where it ends in the text."""
        last = self.doc[self.end - 1] if self.end > self.start else None
        return last.idx + len(last.text) if last is not None else self.start_char

    @property
    def text(self) -> str:
        """Its words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def text_with_ws(self) -> str:
        """Its words with the space after them."""
        return self.doc.text[self.start_char : self.doc.start_of(self.end)]

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence."""
        start, end = self.start, self.end
        if end - start < 2:
            return self.doc[start]
        tops: list[Token] = []
        for token in self.doc[start:end]:
            head = token.head
            if head is token:
                return token
            if not start <= head.i < end:
                tops.append(token)
        return min(tops, key=_depth) if len(tops) > 1 else tops[0]


def _depth(token: Token) -> int:
    """How far below the root a token hangs; loose spaces and punctuation count as far."""
    loose = (token.is_space or token.is_punct) and not token.children
    return len(token.doc) if loose else sum(1 for _ in token.ancestors)


class Doc(list[Token]):
    """The tokens of a text, in order. `text` may differ from the text of the document, but has the same offsets."""

    def __init__(self) -> None:
        """No text yet: whoever parses one hangs its tokens in."""
        self.text = ""
        self.ents: tuple[Span, ...] = ()
        self.facts: dict[tuple[Callable[[Token], Any], int], Any] = {}

    def span(self, start: int, end: int) -> Span:
        """The tokens from one place up to another."""
        if 0 <= start <= end <= len(self):
            return Span(self, start, end)
        first, last, _ = slice(start, end).indices(len(self))
        return Span(self, first, max(first, last))

    def start_of(self, at: int) -> int:
        """Where the token at an index begins; the length of the text for the one after the last."""
        return self[at].idx if at < len(self) else len(self.text)

    @cached_property
    def sents(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        starts = [token.i for token in self if token.is_sent_start and token.i]
        edges = [0, *starts, len(self)] if self else []
        return tuple(Span(self, first, end) for first, end in pairwise(edges))

    @cached_property
    def sentence_of(self) -> list[Span]:
        """The sentence of each token."""
        return [sentence for sentence in self.sents for _ in range(len(sentence))]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens before which a mark in their line opens a quote that none closes."""
        marks = accumulate(self, lambda n, one: 0 if "\n" in one.text else n + (one.text in QUOTE_MARKS), initial=0)
        return frozenset(token.i for token, before in zip(self, marks, strict=False) if before % 2)

    @cached_property
    def semicolons(self) -> list[Token]:
        """The tokens that are one."""
        return [token for token in self if token.text == ";"]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self]

    def char_span(self, start: int, end: int, alignment_mode: Literal["contract", "expand"]) -> Span | None:
        """The tokens that stand wholly ("contract") or in part ("expand") between two offsets."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        if alignment_mode == "contract":
            opens, closes = self[first].idx >= start, self[last]
            first += not opens
            last -= end < closes.idx + len(closes.text)
            return Span(self, first, last + 1) if last >= first else None
        first += start == self[first].idx + len(self[first].text)
        return Span(self, first, last + 1)

    def _at(self, offset: int) -> int | None:
        """The token that an offset falls into, with the space after it."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        token = self[at]
        return at if offset < token.idx + len(token.text) + len(token.whitespace_) else None


def kept[Fact](find: Callable[[Token], Fact]) -> Callable[[Token], Fact]:
    """A fact about a token that is found once in a document, however many rules ask for it."""

    @wraps(find)
    def known(token: Token) -> Fact:
        facts, key = token.doc.facts, (find, token.i)
        try:
            found: Fact = facts[key]
        except KeyError:
            facts[key] = found = find(token)
        return found

    return known


@kept
def _subtree(token: Token) -> tuple[Token, ...]:
    before, after = (chain.from_iterable(map(_subtree, side)) for side in (token.lefts, token.rights))
    return (*before, token, *after) if token.children else (token,)
