"""Words by which somebody says of what was told that it is not so: "it is not true", "called the charge baseless"."""

from collections.abc import Callable, Iterator
from functools import cache

from vedette.claims.syntax import RELATIVES, SUBJECTS
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Doc, Token

PREDICATES = frozenset({"acomp", "attr", "oprd", "advmod", "ccomp", "xcomp", "prep"})
PEOPLE = frozenset({"he", "she", "they", "we", "i", "neither", "all", "none", "nothing"})
MARKS = frozenset({".", ",", ";", ":", "!", "?", '"', "''", "``", "“", "”", "-", "–", "—"})
SHOUTED = frozenset({"FALSE", "FAKE", "NO", "WRONG", "UNTRUE", "LIE", "LIES", "NONSENSE", "HOAX"})  # "closed: NO"
US = frozenset({"us", "me", "ours", "we"})
POINTING = frozenset({"it", "this", "that", "them", "these", "those", "such"})
BEING = frozenset({"be", "appear", "seem", "sound", "remain"})
ELLIPTICAL = frozenset({"be", "have", "do"})
SORT = frozenset({"kind", "sort", "thing"})
NO_PART = frozenset({"nothing", "not", "none", "thing", "responsible"})


def rebuffs(tokens: Doc) -> Iterator[Token]:
    """Every such word of a text."""
    return (token for token in tokens if is_rebuff(token))


def is_rebuff(token: Token) -> bool:
    """Whether it is the predicate of something told, or stands alone, and opens no clause ("it is a lie that …")."""
    shouted = token.text in SHOUTED and token.i > 0 and token.nbor(-1).text in MARKS
    if shouted or _is_taken_for(token) or (token.lemma_ in ELLIPTICAL and _is_elliptical(token)):
        return True
    if token.lower_ == "no" and token.dep_ in {"intj", "ROOT", "dobj", "advmod"} and _is_flat(token):
        return True
    named = token.lemma_ if token.tag_ == "NNS" else token.lower_
    by_form, by_lemma = _tests()
    test = by_form.get(named) or by_lemma.get(token.lemma_)
    return test(token) if test is not None else token.lower_ in NO_PART and _has_no_part(token)


@cache
def _tests() -> tuple[dict[str, Callable[[Token], bool]], ...]:
    """What must hold of a word: by its form, and by the lemma of an act."""
    return tuple({word: test for name, test in reversed(tests.items()) for word in word_class("grammar", name)}
                 for tests in (REBUFFS, ACTS))  # fmt: skip


def _is_taken_for(token: Token) -> bool:
    """ "dismissed talk of such soldiers as delirium", "a boast that he called wishful", whatever the word."""
    if token.dep_ == "acl" or token.tag_[:2] not in {"JJ", "NN", "VB"} or token.lower_ in word_class("grammar", "fair"):
        return False
    verb = calling(token)
    if verb is None:
        return False
    held = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and child != token]
    if verb.dep_ == "relcl" and (not held or any(one.lower_ in RELATIVES for one in held)):
        held = [verb.head]
    told = word_class("grammar", "contestable")
    turned = verb.lemma_ in word_class("grammar", "turning down") and any(map(_tells, held))
    return turned or any(one.lemma_.lower() in told for one in held)


def _is_flat(token: Token) -> bool:
    """ "No.", "Paris says no": the whole answer."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    ends = after is None or after.text in {".", "!", ";"} or after.is_space
    return ends and (token.i == token.sent.start or token.nbor(-1).lemma_ in word_class("grammar", "speaking"))


def _is_called_untrue(token: Token) -> bool:
    return _is_predicate(token) or _stands_alone(token)


def _is_not_so(token: Token) -> bool:
    return _negated(token) or _unfounded(token)


def _did_not_come_about(verb: Token) -> bool:
    """ "It never happened", "the claim does not hold"."""
    held = any(child.dep_ in {"dobj", "xcomp", "prep"} for child in verb.children)
    told = POINTING | word_class("grammar", "contestable")
    pointing = any(not told.isdisjoint(c.lower_ for c in (one, *one.children)) for one in _subjects(verb))
    return _negated(verb) and pointing and not held


def _is_elliptical(verb: Token) -> bool:
    """ "It has not.", "They did not; …": no more words than that it is not so."""
    below = {child.dep_ for child in verb.children}
    bare = below.isdisjoint({"attr", "acomp", "dobj", "xcomp", "ccomp", "prep", "oprd", "advmod", "agent"})
    pronoun = any(child.pos_ == "PRON" for child in _subjects(verb))
    return "neg" in below and bare and pronoun and verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}


def _differs(verb: Token) -> bool:
    held = [child for child in verb.children if child.dep_ in {"dobj", "prep", "ccomp"}]
    return verb.pos_ == "VERB" and all(one.left_edge.i and one.left_edge.nbor(-1).text == ":" for one in held)


def calling(token: Token) -> Token | None:
    """The verb that calls something by this word."""
    after_as = token.head.lower_ == "as" and token.dep_ in {"pobj", "amod", "acomp", "advmod"}
    head = token.head.head if after_as else token.head
    head = head.head if (after_as or token.dep_ == "acl") and head.dep_ == "dobj" else head
    calling = word_class("grammar", "calling")
    claim = _claim_before(token) if token.lower_ in word_class("grammar", "untrue") else None
    if claim is not None and head.lemma_ not in calling:
        head = claim.head
    called = head.lemma_ in calling and head != token and token.i > head.i
    fits = after_as or claim is not None or token.dep_ in PREDICATES | {"dobj", "pobj", "acl"}
    return head if called and fits else None


def _claim_before(token: Token) -> Token | None:
    """The claim in "called the claim that they had taken the bridge baseless", which the parse has end with that."""
    told = (one for one in token.ancestors if one.dep_ == "dobj" and one.lower_ in word_class("grammar", "said before"))
    claim = next(told, None)
    return claim if claim is not None and token.i == claim.right_edge.i != claim.i else None


def _is_predicate(token: Token) -> bool:
    if calling(token) is not None:
        return True
    node = token.head if token.dep_ == "pobj" and token.head.lower_ in {"from", "of", "beyond", "beneath"} else token
    node = token.head.head if token.head.lower_ == "but" else node  # "nothing but lies"
    subjects = _subjects(node.head.head if node.head.dep_ == "xcomp" else node.head)  # "proved to be wrong"
    if token.tag_ == "VBN" and (own := _subjects(token)):
        return any(map(_tells, own))
    if node.head.lemma_ not in BEING or node.dep_ not in PREDICATES:
        return False
    if any(one.lower_ == "which" for one in subjects) and token.lower_ in word_class("grammar", "incorrect"):
        return True
    invented = token.lower_ in word_class("grammar", "invention") and any(_is_no_person(one) for one in subjects)
    return invented or any(_tells(one) for one in subjects)


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in SUBJECTS]


def _tells(subject: Token) -> bool:
    """Whether a subject stands for what was told: a pronoun, "the story", "what is being published"."""
    if subject.lower_ in PEOPLE or subject.lower_ in word_class("grammar", "said before"):
        return True
    return subject.dep_ == "csubj" and subject.left_edge.lower_ in {"what", "all", "whatever"}


def _is_no_person(subject: Token) -> bool:
    return subject.dep_ == "csubj" or (subject.pos_ == "NOUN" and subject.ent_type_ not in {"PERSON", "ORG", "GPE"})


def _stands_alone(token: Token) -> bool:
    """ "False. Sorry.", "A lie, we control it": the word and its article between marks, at the front."""
    first = token.left_edge.nbor() if token.left_edge.text in MARKS else token.left_edge
    before = first.nbor(-1) if first.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    opens = first.i == token.sent.start or before is None or before.text in MARKS or before.is_space
    closes = after is None or after.text in MARKS or after.is_space
    return (
        opens
        and closes
        and token.i - first.i <= 2
        and token.dep_ in {"ROOT", "ccomp", "dep", "nsubj", "attr", "npadvmod", "appos", "advcl"}
    )


def _unfounded(token: Token) -> bool:
    """ "without foundation", "has no basis in fact", "lacks substance": said of something told."""
    over = token.head
    bare = over.lower_ in {"without", "of"} or over.lemma_ == "lack" or any(c.lower_ == "no" for c in token.children)
    verb = over if over.pos_ in {"VERB", "AUX"} else over.head
    near = (*verb.children, *verb.head.children) if verb.pos_ in {"VERB", "AUX", "ADJ"} else (verb,)
    below = (one for prep in token.children if prep.lower_ in {"to", "in", "for"} for one in prep.children)
    return bare and any(_tells(one) for one in (*near, *below) if one != token)


def _has_no_part(token: Token) -> bool:
    """ "had nothing to do with it", "no such thing", "it was not us", "was not responsible", "will have none of it"."""
    head = token.head
    if token.lower_ == "thing":
        return {"no", "such"} <= {child.lower_ for child in token.children}
    if token.lower_ == "none":
        of_it = any(child.lower_ == "of" for child in token.children)
        return head.lemma_ == "have" and token.dep_ == "dobj" and of_it
    if token.lower_ == "nothing":
        part = (child for child in token.children if child.lemma_ == "do" and child.i > token.i)
        kind = (one for child in token.children if child.lower_ == "of" for one in child.children)
        wished = any(child.lower_ in {"should", "must"} for child in head.lefts)  # "should have nothing to do with it"
        none = head.lemma_ == "have" and not wished and any(True for _ in part)
        return none or any(one.lower_ in SORT for one in kind)
    if token.lower_ == "responsible":
        return token.dep_ == "acomp" and _negated(token) and not any(child.dep_ == "prep" for child in token.children)
    subject = any(child.lower_ == "it" for child in _subjects(head))
    who = (child for child in head.children if child.dep_ in {"attr", "acomp"} and child.i > token.i)
    return head.lemma_ == "be" and subject and any(child.lower_ in US for child in who)


def _negated(token: Token) -> bool:
    """ "is not true", "there is no truth", "none of it is true", "does not correspond"."""
    part = token.head.head if token.head.lower_ in {"of", "from"} else token  # "not a word of", "nothing further from"
    near = (*token.children, *part.children, *(part.head.children if part.head.lemma_ in BEING else ()))
    if any(child.dep_ == "neg" or (child.dep_ == "det" and child.lower_ == "no") for child in near):
        return True
    subjects = [child for child in near if child.dep_ in SUBJECTS]
    return any(
        child.lower_ in {"none", "nothing", "neither"} or child.left_edge.lower_ in {"not", "no"} for child in subjects
    )


REBUFFS = {
    "untrue": _is_called_untrue, "upheld": _is_not_so, "foundation": _unfounded,
}  # fmt: skip
ACTS = {"coming about": _did_not_come_about, "differing": _differs}
