"""Words that say of what was told that somebody confirms it, cannot check it, or takes it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vedette.claims.reading import Reading, known
from vedette.claims.syntax import RELATIVES, SUBJECTS, auxiliaries, is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Doc, Token, kept

ABILITY = frozenset({"could", "can", "able", "unable", "possible", "impossible", "difficult", "hard", "means", "way"})
NOBODY = frozenset({"nobody", "no", "none", "neither", "unable", "impossible", "difficult", "hard"})
BACK = RELATIVES | {"it", "this", "that", "them", "both", "either", "neither"}
OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})
SEVERAL = frozenset({
    "claims", "reports", "accounts", "both", "either", "neither", "these", "those", "versions", "assertions",
    "statements", "stories", "details", "anything", "figures", "allegations", "rumours", "rumors", "posts", "them",
})  # fmt: skip
OURSELVES = frozenset({"itself", "himself", "herself", "themselves"})
HALF = frozenset({"partly", "half", "partially", "only"})
TOLD_RIGHT = frozenset({"both", "all", "they", "he", "she"})

type Effect = Literal["confirmed", "unverified", "superseded"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points back, what it does to what it points at, and whether only its own sentence can be meant."""

    token: Token
    effect: Effect
    aside: bool
    several: bool = False


@known
def pointers(reading: Reading) -> tuple[Pointer, ...]:
    """Every such word of a text."""
    return tuple(_pointers(reading.tokens))


def _pointers(tokens: Doc) -> Iterator[Pointer]:
    for token in tokens:
        if token.lower_ in word_class("grammar", "right") and _is_right(token):
            yield Pointer(token, "confirmed", aside=False)
        effect = _effect(token) if token.pos_ in {"VERB", "AUX"} else "unverified" if _is_unsure(token) else None
        if effect is not None:
            yield Pointer(token, effect, _is_aside(token), not SEVERAL.isdisjoint(_told_of(token)))


def _is_unsure(word: Token) -> bool:
    """ "The figure is unconfirmed", "independent verification was impossible", "there was no confirmation"."""
    if word.lower_ in word_class("grammar", "unsure"):
        return word.dep_ in {"acomp", "attr", "oprd"}
    if word.lemma_ not in {"verification", "confirmation"}:
        return False
    near = {one.lower_ for one in (*word.children, *word.head.children)}
    held = any(child.lower_ in {"of", "that"} or child.dep_ in {"acl", "relcl"} for child in word.children)
    return not held and bool(near & (NOBODY | {"not"}))


def _told_of(verb: Token) -> Iterator[str]:
    """The words by which a verb of checking says what could not be checked."""
    above = verb.head if verb.dep_ in {"xcomp", "ccomp", "acl"} else verb
    for child in (*verb.children, *above.children):
        if child.dep_ in OBJECTS | SUBJECTS:
            yield from (one.lower_ for one in (child, *child.subtree))


def _is_right(word: Token) -> bool:
    """ "That is true", "both are right": what was told bears out."""
    verb = word.head
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    told = any(one.lower_ in TOLD_RIGHT or one.lower_ in word_class("grammar", "said before") for one in subjects)
    below = (*verb.children, *word.children)
    open_ = any(child.dep_ in {"mark", "neg", "aux", "advcl"} or child.lower_ in HALF for child in below)
    clause = any(child.dep_ in {"ccomp", "xcomp", "prep"} for child in below)
    return verb.lemma_ in {"be", "prove"} and told and not open_ and not clause and word.dep_ in {"acomp", "attr"}


@kept
def _effect(verb: Token) -> Effect | None:
    lemma = verb.lemma_.lower()
    if lemma in word_class("grammar", "retracting") and _of_words(verb):
        return None if _negated(verb) or _counts_anew(verb) else "superseded"
    if lemma not in word_class("grammar", "checking") or not (_points_back(verb) or _is_aside(verb)):
        return None
    if _is_beyond(verb) or (_negated(verb) and is_passive(verb)):  # "has not been confirmed"
        return "unverified"
    upheld = lemma in word_class("grammar", "bearing out") or _by_us(verb)
    return "confirmed" if upheld and not _negated(verb) and not _in_future(verb) else None


def _counts_anew(verb: Token) -> bool:
    """ "Corrected the number of dead to ten": what stands there is the new count."""
    return any(child.lower_ == "to" and any(one.pos_ == "NUM" for one in child.children) for child in verb.children)


def _of_words(verb: Token) -> bool:
    """Whether it takes back words, not troops: "withdrew the report", "took that back", "corrected itself"."""
    particle = any(child.dep_ in {"prt", "advmod"} and child.lower_ in {"back", "down"} for child in verb.children)
    if verb.lemma_ == "take" and not particle:
        return False
    words = word_class("grammar", "said before", "version") | {"announcement"} | OURSELVES
    pronouns = {"it", "them", "this", "that", "these"} if verb.lemma_ in {"withdraw", "delete", "remove"} else set()
    held = [child for child in verb.children if child.dep_ == "dobj"]
    held += [one for child in verb.children if child.lower_ == "for" for one in child.children]
    held += surface_subjects(verb) if is_passive(verb) else ()
    held += [verb.head] if verb.dep_ == "relcl" and not any(child.dep_ == "prep" for child in verb.lefts) else []
    return any(one.lower_ in words - pronouns for one in held)


def _points_back(verb: Token) -> bool:
    told = word_class("grammar", "said before") | BACK
    held = [child for child in verb.children if child.dep_ in OBJECTS and not _says_what(child)]
    ofs = (of for noun in held for of in noun.children if of.lower_ == "of")
    held = [*held, *(one for of in ofs for one in of.children)]  # "any of these claims"
    told_of = any(child.dep_ in {"ccomp", "xcomp", "advcl", "dobj", "nsubjpass", "conj"} for child in verb.children)
    if verb.lemma_ == "confirm" and verb.dep_ in {"ROOT", "conj"} and not told_of and _closes(verb):
        return True
    if any(one.lower_ in told or (one.dep_ == "dobj" and _by_us(verb)) for one in held):
        return True
    above = verb.head if verb.dep_ == "xcomp" else verb
    return any(child.dep_ in SUBJECTS and child.lower_ in told for child in above.children) and verb != above


def _says_what(noun: Token) -> bool:
    """ "Could not confirm reports that a hospital was hit": those reports, and nothing told before."""
    return any(
        child.dep_ in {"acl", "ccomp", "relcl"} and any(one.lower_ == "that" for one in child.lefts)
        for child in noun.rights
    )


def _closes(verb: Token) -> bool:
    """Whether a sentence ends with a verb: "His nephew confirmed."."""
    after = [token for token in verb.doc[verb.i + 1 : verb.sent.end] if not token.is_space]
    return (bool(after) and after[0].text in {".", ";", "!"}) or not after


def _is_aside(verb: Token) -> bool:
    """ "…, which the ministry confirmed", "as the mayor has confirmed", "whose origin could not be established"."""
    outer = verb
    while outer.dep_ in {"xcomp", "acomp"} or (outer.dep_ == "ccomp" and outer.head.dep_ == "acl"):
        outer = outer.head  # "whose origin we were unable to establish", "a claim that he said he could not confirm"
    if outer.dep_ == "relcl":
        return any(one.lower_ in RELATIVES | {"whose"} for child in outer.lefts for one in child.subtree)
    if outer.dep_ == "acl" and outer.head.lemma_ in word_class("grammar", "contestable") | {"fact", "detail"}:
        return any(child.dep_ == "mark" for child in outer.lefts) and _holds_nothing(verb)
    return verb.dep_ == "advcl" and any(child.lower_ == "as" for child in verb.lefts) and _holds_nothing(verb)


def _holds_nothing(verb: Token) -> bool:
    return not any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)


def _is_beyond(verb: Token) -> bool:
    """Whether nobody is able to: "could not be checked", "no one could", "it was not possible to", "unable to"."""
    above = verb.head if verb.dep_ in {"xcomp", "ccomp", "acl"} else verb.head.head if verb.dep_ == "pcomp" else verb
    over = [above, *([above.head] if above.pos_ == "ADJ" else [])]
    near = [
        *verb.children,
        *auxiliaries(verb),
        *(child for one in over if one != verb for child in one.children),
        above,
    ]
    words = {one.lower_ for one in near if one != verb}
    subject = {child.left_edge.lower_ for child in near if child.dep_ in SUBJECTS}
    refused = bool((words | subject) & NOBODY) or any(one.dep_ == "neg" for one in near)
    return bool(words & ABILITY) and refused


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in {"neither", "nor"} for child in verb.children)


def _in_future(verb: Token) -> bool:
    return any(one.lower_ in {"will", "would", "may", "might", "to", "should", "could"} for one in auxiliaries(verb))


def _by_us(verb: Token) -> bool:
    """ "we have checked", "our staff verified"."""
    above = verb.head if verb.dep_ == "xcomp" else verb
    over = above.head if above.pos_ == "ADJ" else above
    near = (*verb.children, *above.children, *over.children)
    return not is_passive(verb) and any(child.dep_ in SUBJECTS and child.lower_ in {"we", "i"} for child in near)
