"""Takes spaCy's parse of a text over into plain values, column by column; and changes the tree of one."""

from collections.abc import Iterable, Iterator, Sequence

import numpy
from spacy import attrs, tokens
from spacy.language import Language

from vedette.model.tokens import Doc, Span, Token

COLUMNS = (
    attrs.ORTH, attrs.TAG, attrs.DEP, attrs.SPACY, attrs.ENT_IOB, attrs.ENT_TYPE, attrs.SENT_START,
)  # fmt: skip
OF_USE = ("attribute_ruler", "lemmatizer")
IOB = ("", "I", "O", "B")
CLAUSAL = ("ROOT", "ccomp", "relcl")

type Use = tuple[str, str, bool, bool, bool, bool, bool, str, str, str, str, str]


class Uses(dict[tuple[int, int, int, bool], Use]):
    """What is known of a word by its form, tag and label, and by whether an expletive stands before it ("there is").

    Two of the packaged components find parts of speech and lemmas; each use of a word is shown to them once.
    """

    def __init__(self, language: Language) -> None:
        """With the pipeline that has the two components, though it need not run them."""
        super().__init__()
        self.strings = language.vocab.strings
        self._vocab = language.vocab
        self._pipes = [language.get_pipe(name) for name in OF_USE]
        known = self._pipes[-1].lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        for kind in list(known):
            known[kind] = frozenset(known[kind])  # the lists that it comes in are gone through for every form

    def __missing__(self, key: tuple[int, int, int, bool]) -> Use:
        form, tag, label, after_expletive = key
        pair = tokens.Doc(self._vocab, words=["there", self.strings[form]])
        before = self.strings["EX"], self.strings["expl" if after_expletive else "advmod"]
        pair.from_array([attrs.TAG, attrs.DEP], numpy.array([before, (tag, label)], dtype="uint64"))  # type: ignore[arg-type]
        for pipe in self._pipes:
            pair = pipe(pair)
        word = pair[1]
        flags = (word.is_space, word.is_punct, word.is_alpha, word.is_title, word.is_stop)
        self[key] = use = (
            word.text, word.lower_, *flags, word.lemma_, word.pos_, word.tag_, word.dep_, str(word.morph),
        )  # fmt: skip
        return use


def taken_over(pieces: Iterable[tokens.Doc], uses: Uses) -> Doc:
    """One text out of the parses of its pieces."""
    doc = Doc()
    for piece in pieces:
        first, nodes = len(doc), list(_tokens(doc, piece, uses))
        hang(nodes, _heads(piece))
        doc.text += piece.text
        doc += nodes
        doc.ents += tuple(Span(doc, first + one.start, first + one.end, one.label_) for one in piece.ents)
    return doc


def _tokens(doc: Doc, piece: tokens.Doc, uses: Uses) -> Iterator[Token]:
    idx, expletive, after_expletive = len(doc.text), uses.strings["expl"], False
    adjective, past, clausal = uses.strings["JJ"], uses.strings["VBD"], {uses.strings[label] for label in CLAUSAL}
    rows = piece.to_array(list(COLUMNS)).tolist()
    for i, (form, tag, label, space, iob, entity, opening) in enumerate(rows, len(doc)):
        told = tag == adjective and label in clausal and uses.strings[form].endswith("ed")
        use = uses[form, past if told else tag, label, after_expletive]  # "tanks advanced to": no "were" goes before
        kind = uses.strings[entity] if entity else ""
        yield Token(doc, i, idx, " " if space else "", kind, IOB[iob], opening == 1, *use)
        idx += len(use[0]) + space
        after_expletive = label == expletive


def _heads(piece: tokens.Doc) -> list[int]:
    """The place of each token's head in the piece."""
    away = piece.to_array(attrs.HEAD).astype(numpy.int64)
    heads: list[int] = (numpy.arange(len(piece)) + away).tolist()
    return heads


def hang(nodes: Sequence[Token], heads: Sequence[int]) -> None:
    """Give each token its head and its children, and the edges of what hangs below it."""
    for node in nodes:
        node.lefts = node.rights = ()
    for i, (node, at) in enumerate(zip(nodes, heads, strict=True)):
        node.head = head = nodes[at]
        if i < at:
            head.lefts = (*head.lefts, node)
        elif i > at:
            head.rights = (*head.rights, node)
    sides = _edges(heads, numpy.minimum), _edges(heads, numpy.maximum)
    for node, left, right in zip(nodes, *sides, strict=True):
        node.children = (*node.lefts, *node.rights)
        node.left_edge, node.right_edge = nodes[left], nodes[right]


def _edges(heads: Sequence[int], outer: numpy.ufunc) -> list[int]:
    """The outermost token below each, told up the tree until all heads know it, also where branches cross."""
    known, edges = None, numpy.arange(len(heads))
    while known is None or (known != edges).any():
        known = edges.copy()
        outer.at(edges, heads, known)
    found: list[int] = edges.tolist()
    return found


class Tree:
    """The changes to the tree of one text, applied together: the rules that make them see the tree as it was."""

    def __init__(self, parse: Doc) -> None:
        self.tokens = parse
        self.heads = [token.head.i for token in parse]
        self.labels: dict[int, str] = {}

    def hang(self, token: Token, head: Token, label: str) -> None:
        """Hang a token below another one of its sentence.

        A head that hangs below the token takes the token's place first, so that no ring closes.
        """
        if token.sent.start != head.sent.start:
            return
        if token.i in self._upwards(head.i):
            above = self.heads[token.i]
            self.heads[head.i] = head.i if above == token.i else above
            self.labels[head.i] = self.labels.get(token.i, token.dep_)
        self.heads[token.i], self.labels[token.i] = head.i, label

    def root(self, token: Token) -> None:
        """Make a token the root of its sentence."""
        self.heads[token.i], self.labels[token.i] = token.i, "ROOT"

    def _upwards(self, at: int) -> set[int]:
        seen = {at}
        while (at := self.heads[at]) not in seen:
            seen.add(at)
        return seen

    def applied(self) -> Doc:
        """The tokens with the changes made."""
        for at, label in self.labels.items():
            self.tokens[at].dep_ = label
        if self.labels:
            hang(self.tokens, self.heads)
            self.tokens.facts.clear()
        return self.tokens
