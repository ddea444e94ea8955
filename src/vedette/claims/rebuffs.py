"""Words by which somebody says of what was told that it is not so: "it is not true", "called the charge baseless"."""

from collections.abc import Iterator

from vedette.claims.syntax import SUBJECTS
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Doc, Token

PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod", "ccomp", "xcomp"})
CALLING = frozenset({"call", "brand", "label", "term", "describe", "dismiss", "denounce", "deride"})
PEOPLE = frozenset({"he", "she", "they", "we", "i", "neither", "all", "none", "nothing"})
MARKS = frozenset({".", ",", ";", ":", "!", '"', "''", "``", "“", "”", "-", "–", "—"})
US = frozenset({"us", "me", "ours", "we"})


def rebuffs(tokens: Doc) -> Iterator[Token]:
    """Every such word of a text."""
    return (token for token in tokens if is_rebuff(token))


def is_rebuff(token: Token) -> bool:
    """Whether it is the predicate of something told, or stands alone, and opens no clause ("it is a lie that …")."""
    if token.lower_ in word_class("grammar", "untrue"):
        return (_is_predicate(token) or _stands_alone(token)) and not _opens_clause(token)
    if token.lower_ in word_class("grammar", "upheld"):
        return _negated(token) and not _opens_clause(token)
    if token.lower_ in word_class("grammar", "borne out"):
        return _negated(token) and _is_told(token)
    return token.lower_ in {"nothing", "not", "none", "otherwise"} and _has_no_part(token)


def calling(token: Token) -> Token | None:
    """The verb that calls something by this word."""
    head = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "as" else token.head
    called = head.lemma_ in CALLING and head != token and token.i > head.i
    return head if called and token.dep_ in PREDICATES | {"dobj", "pobj"} else None


def _is_predicate(token: Token) -> bool:
    if calling(token) is not None:
        return True
    head = token.head
    pointing = word_class("grammar", "said before") | PEOPLE
    subjects = [child for child in head.children if child.dep_ in SUBJECTS]
    told = [child.lower_ for child in subjects]
    invented = token.lower_ in word_class("grammar", "invention") and any(_is_no_person(one) for one in subjects)
    passive = [child.lower_ for child in token.children if child.dep_ in SUBJECTS] if token.tag_ == "VBN" else []
    predicate = head.lemma_ in {"be", "appear", "seem"} and token.dep_ in PREDICATES
    return (predicate and (invented or not pointing.isdisjoint(told))) or not pointing.isdisjoint(passive)


def _is_no_person(subject: Token) -> bool:
    return subject.dep_ == "csubj" or (subject.pos_ == "NOUN" and subject.ent_type_ not in {"PERSON", "ORG", "GPE"})


def _is_told(token: Token) -> bool:
    return any(
        child.dep_ in SUBJECTS and child.lower_ in word_class("grammar", "said before") for child in token.children
    )


def _stands_alone(token: Token) -> bool:
    """ "False. Sorry.", "A lie, we control it": the word and its article between marks, at the front."""
    first = token.left_edge
    before = first.nbor(-1) if first.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    opens = first.i == token.sent.start or before is None or before.text in MARKS or before.is_space
    closes = after is None or after.text in MARKS or after.is_space
    return (
        opens
        and closes
        and token.i - first.i <= 2
        and token.dep_ in {"ROOT", "ccomp", "dep", "nsubj", "attr", "npadvmod", "appos"}
    )


def _has_no_part(token: Token) -> bool:
    """ "had nothing to do with it", "it was not us", "will have none of it", "says otherwise"."""
    head = token.head
    if token.lower_ == "nothing":
        part = (child for child in token.children if child.lemma_ == "do" and child.i > token.i)
        return head.lemma_ == "have" and any(True for _ in part)
    if token.lower_ == "none":
        of_it = any(child.lower_ == "of" for child in token.children)
        return head.lemma_ == "have" and token.dep_ == "dobj" and of_it
    if token.lower_ == "otherwise":
        return head.lemma_ in word_class("grammar", "speaking") and token.i > head.i
    subject = any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in head.children)
    who = (child for child in head.children if child.dep_ in {"attr", "acomp"} and child.i > token.i)
    return head.lemma_ == "be" and subject and any(child.lower_ in US for child in who)


def _negated(token: Token) -> bool:
    """ "is not true", "there is no truth", "none of it is true", "does not correspond"."""
    near = (*token.children, *(token.head.children if token.head.lemma_ == "be" else ()))
    if any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in near):
        return True
    subjects = [child for child in near if child.dep_ in SUBJECTS]
    return any(
        child.lower_ in {"none", "nothing", "neither"} or child.left_edge.lower_ in {"not", "no"} for child in subjects
    )


def _opens_clause(token: Token) -> bool:
    below = (*token.children, *(token.head.children if token.head.lemma_ == "be" else ()))
    clauses = (child for child in below if child.dep_ in {"ccomp", "acl", "csubj", "relcl"} and child != token)
    return any(word.lower_ == "that" and word.dep_ == "mark" for clause in clauses for word in clause.children)
