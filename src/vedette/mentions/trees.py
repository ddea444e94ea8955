"""Takes spaCy's parse of a text over into plain values, column by column; and changes one before that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import numpy
from spacy import attrs, tokens
from spacy.strings import StringStore
from spacy.vocab import Vocab

from vedette.model.tokens import Doc, Span, Token

NAMED = (attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.MORPH, attrs.ENT_TYPE)
NUMBERED = (attrs.ORTH, attrs.SPACY, attrs.ENT_IOB, attrs.SENT_START)
IOB = ("", "I", "O", "B")

type Form = tuple[str, str, bool, bool, bool, bool, bool]


class _Strings(dict[int, str]):
    """The strings that spaCy's numbers stand for, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, number: int) -> str:
        self[number] = string = self._store[number]
        return string


class _Forms(dict[int, Form]):
    """What is known of a word by its form alone, each looked up once."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, number: int) -> Form:
        word = self._vocab[number]
        flags = (word.is_space, word.is_punct, word.is_alpha, word.is_title, word.is_stop)
        self[number] = form = (word.orth_, word.lower_, *flags)
        return form


@cache
def _known(vocab: Vocab) -> tuple[_Strings, _Forms]:
    return _Strings(vocab.strings), _Forms(vocab)


def taken_over(pieces: Iterable[tokens.Doc]) -> Doc:
    """One text out of the parses of its pieces."""
    doc = Doc()
    for piece in pieces:
        first, nodes = len(doc), list(_tokens(doc, piece))
        _hang(nodes, _heads(piece))
        doc.text += piece.text
        doc += nodes
        doc.ents += tuple(Span(doc, first + one.start, first + one.end, one.label_) for one in piece.ents)
    return doc


def _tokens(doc: Doc, piece: tokens.Doc) -> Iterator[Token]:
    strings, forms = _known(piece.vocab)
    names = [map(strings.__getitem__, column.tolist()) for column in piece.to_array(list(NAMED)).T]
    written, spaced, inside, opens = piece.to_array(list(NUMBERED)).T.tolist()
    idx = len(doc.text)
    columns = zip(written, spaced, inside, opens, *names, strict=True)
    for i, (number, space, iob, opening, *named) in enumerate(columns, len(doc)):
        text, lower, *flags = forms[number]
        lemma, pos, tag, dep, morph, entity = named
        gap = " " if space else ""
        yield Token(doc, i, idx, text, lower, gap, lemma, pos, tag, dep, morph, entity, IOB[iob], opening == 1, *flags)
        idx += len(text) + space


def _heads(piece: tokens.Doc) -> list[int]:
    """The place of each token's head in the piece."""
    away = piece.to_array(attrs.HEAD).astype(numpy.int64)
    heads: list[int] = (numpy.arange(len(piece)) + away).tolist()
    return heads


def _hang(nodes: Sequence[Token], heads: Sequence[int]) -> None:
    """Give each token its head and its children, and the edges of what hangs below it."""
    for i, (node, at) in enumerate(zip(nodes, heads, strict=True)):
        node.head = head = nodes[at]
        if i < at:
            head.lefts = (*head.lefts, node)
        elif i > at:
            head.rights = (*head.rights, node)
    for node in nodes:
        node.children = (*node.lefts, *node.rights)
    for node, left, right in zip(nodes, _edges(heads, min), _edges(heads, max), strict=True):
        node.left_edge, node.right_edge = nodes[left], nodes[right]


def _edges(heads: Sequence[int], outer: Callable[[int, int], int]) -> list[int]:
    """The outermost token below each, told up the tree until all heads know it, also where branches cross."""
    edges = list(range(len(heads)))
    there, back = list(enumerate(heads)), list(enumerate(heads))[::-1]
    known: list[int] = []
    while known != edges:
        known = edges.copy()
        for child, head in (*there, *back):
            edges[head] = outer(edges[head], edges[child])
    return edges


class Tree:
    """The changes to one parse, applied together because spaCy cannot follow them one by one."""

    def __init__(self, parse: tokens.Doc) -> None:
        self.tokens = parse
        self.heads = [token.head.i for token in parse]
        self.labels = [token.dep_ for token in parse]
        self.changed = False

    def hang(self, token: tokens.Token, head: tokens.Token, label: str) -> None:
        """Hang a token below another one of its sentence.

        A head that hangs below the token takes the token's place first, so that no ring closes.
        """
        if token.sent.start != head.sent.start:
            return
        if token.i in self._upwards(head.i):
            above = self.heads[token.i]
            self.heads[head.i], self.labels[head.i] = head.i if above == token.i else above, self.labels[token.i]
        self.heads[token.i], self.labels[token.i], self.changed = head.i, label, True

    def root(self, token: tokens.Token) -> None:
        """Make a token the root of its sentence."""
        self.heads[token.i], self.labels[token.i], self.changed = token.i, "ROOT", True

    def _upwards(self, at: int) -> set[int]:
        seen = {at}
        while (at := self.heads[at]) not in seen:
            seen.add(at)
        return seen

    def applied(self) -> tokens.Doc:
        """The tokens with the changes made."""
        if self.changed:
            strings = self.tokens.vocab.strings
            labels = [strings.add(label) for label in self.labels]
            offsets = [(head - i) % 2**64 for i, head in enumerate(self.heads)]
            table = numpy.array([offsets, labels], dtype="uint64").T
            self.tokens.from_array(["HEAD", "DEP"], table)  # type: ignore[arg-type]
        return self.tokens
