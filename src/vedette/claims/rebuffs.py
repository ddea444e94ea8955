"""Words by which somebody says of what was told that it is not so: "it is not true", "called the charge baseless"."""

from collections.abc import Iterator

from vedette.claims.syntax import SUBJECTS
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Doc, Token

PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod", "ccomp", "xcomp"})
CALLING = frozenset({"call", "brand", "label", "term", "describe", "dismiss", "denounce", "deride"})


def rebuffs(tokens: Doc) -> Iterator[Token]:
    """Every such word of a text."""
    return (token for token in tokens if is_rebuff(token))


def is_rebuff(token: Token) -> bool:
    """Whether it is the predicate of something told, and opens no clause of its own ("it is a lie that …")."""
    if token.lower_ in word_class("grammar", "untrue"):
        return _is_predicate(token) and not _opens_clause(token)
    return token.lower_ in word_class("grammar", "upheld") and _negated(token) and not _opens_clause(token)


def calling(token: Token) -> Token | None:
    """The verb that calls something by this word."""
    head = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    called = head.lemma_ in CALLING and head != token and token.i > head.i
    return head if called and token.dep_ in PREDICATES | {"dobj", "pobj"} else None


def _is_predicate(token: Token) -> bool:
    if calling(token) is not None:
        return True
    head = token.head
    told = [child.lower_ for child in head.children if child.dep_ in SUBJECTS]
    pointing = word_class("grammar", "said before") | {"he", "she", "they", "neither", "all"}
    return head.lemma_ == "be" and token.dep_ in PREDICATES and not pointing.isdisjoint(told)


def _negated(token: Token) -> bool:
    """ "is not true", "there is no truth", "does not correspond"."""
    near = (*token.children, *(token.head.children if token.head.lemma_ == "be" else ()))
    return any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in near)


def _opens_clause(token: Token) -> bool:
    below = (*token.children, *(token.head.children if token.head.lemma_ == "be" else ()))
    clauses = (child for child in below if child.dep_ in {"ccomp", "acl", "csubj", "relcl"} and child != token)
    return any(word.lower_ == "that" and word.dep_ == "mark" for clause in clauses for word in clause.children)
