"""The words for what is counted, whole: "refugees and migrants", "cases of cholera", "persons (IDPs)"."""

import re

from vedette.lexicon.classes import word_class
from vedette.model import Quote
from vedette.model.tokens import Doc, Token

PHRASE = frozenset({"compound", "amod", "nmod", "poss"})
RATE = re.compile(r"(?: per (?:\d[\d,]* ?)?[^\W\d]+)+")
SHORT = re.compile(r" \((?=[A-Za-z]*[A-Z])[A-Za-z]{2,7}\)")
NEXT = 4


def phrase_of(head: Token, after: int = 0) -> Quote:
    """The words that name a thing: its head with what modifies it from the left, from `after` on."""
    lefts = [child.left_edge.idx for child in head.lefts if child.dep_ in PHRASE and child.idx >= after]
    start, end = max(min([*lefts, head.idx]), after if after <= head.idx else 0), head.idx + len(head)
    spaces = len(head.doc.text[start:end]) - len(head.doc.text[start:end].lstrip(" \n-"))
    return Quote(start + spaces, end, head.doc.text[start + spaces : end])


def whole_phrase(head: Token, after: int) -> Quote:
    """The phrase of what is counted, with what it is joined to, made of, abbreviated as or counted by."""
    first, text = phrase_of(head, after), head.doc.text
    end = _end_of(head) if head.idx >= after else first.end
    for further in (SHORT, RATE):
        found = further.match(text, end)
        end = found.end() if found else end
    return Quote(first.start, end, text[first.start : end])


def _end_of(head: Token) -> int:
    """Past what a measure is of, and past further nouns that the same number counts."""
    last = _made_of(head) if head.lemma_.lower() in word_class("grammar", "measure") else head
    for joined in _joined(head):
        last = max(last, joined, key=lambda token: token.i)
    return last.idx + len(last)


def _made_of(head: Token) -> Token:
    of = next((child for child in head.children if child.lower_ == "of" and child.i == head.i + 1), None)
    inside = [child for child in of.children if child.dep_ == "pobj"] if of is not None else []
    return head if not inside or (inside[0].pos_ == "PROPN" and inside[0].ent_type_ == "GPE") else inside[0]


def _joined(head: Token) -> list[Token]:
    """ "women, children and men", unless one of them has a number of its own."""
    found, node = [], head
    while (following := _next(node)) is not None:
        found.append(following)
        node = following
    return [] if any(_is_numbered(one) for one in found) or not _by_and(head.doc, found) else found


def _next(node: Token) -> Token | None:
    near = (child for child in node.children if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"})
    return next((child for child in near if child.i <= node.i + NEXT), None)


def _is_numbered(noun: Token) -> bool:
    return any(child.dep_ in {"nummod", "det", "poss"} or child.pos_ == "NUM" for child in noun.children)


def _by_and(doc: Doc, found: list[Token]) -> bool:
    return bool(found) and any(one.lower_ in {"and", "&", "or"} for one in doc[found[-1].i - 3 : found[-1].i])
