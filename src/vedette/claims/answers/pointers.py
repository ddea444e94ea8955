"""Words that say of what was told that somebody confirms it, cannot check it, or takes it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vedette.claims.syntax import RELATIVES, SUBJECTS, auxiliaries, is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model.tokens import Doc, Token

ABILITY = frozenset({"could", "can", "able", "unable", "possible", "impossible", "difficult", "hard", "means", "way"})
NOBODY = frozenset({"nobody", "no", "none", "neither", "unable", "impossible", "difficult", "hard"})
BACK = RELATIVES | {"it", "this", "that", "them", "both", "either", "neither"}
OBJECTS = frozenset({"dobj", "nsubjpass", "pobj"})

type Effect = Literal["confirmed", "unverified", "superseded"]


@dataclass(frozen=True, slots=True)
class Pointer:
    """A word that points back, what it does to what it points at, and whether only its own sentence can be meant."""

    token: Token
    effect: Effect
    aside: bool


def pointers(tokens: Doc) -> Iterator[Pointer]:
    """Every such word of a text."""
    for token in tokens:
        effect = _effect(token) if token.pos_ in {"VERB", "AUX"} else None
        if effect is not None:
            yield Pointer(token, effect, _is_aside(token))


def _effect(verb: Token) -> Effect | None:
    lemma = verb.lemma_.lower()
    if lemma in word_class("grammar", "retracting") and _of_words(verb):
        return None if _negated(verb) else "superseded"
    if lemma not in word_class("grammar", "checking") or not (_points_back(verb) or _is_aside(verb)):
        return None
    if _is_beyond(verb):
        return "unverified"
    upheld = lemma in word_class("grammar", "bearing out") or _by_us(verb)
    return "confirmed" if upheld and not _negated(verb) and not _in_future(verb) else None


def _of_words(verb: Token) -> bool:
    """Whether it takes back words, not troops: "withdrew the report", "took that back", "corrected itself"."""
    particle = any(child.dep_ == "prt" and child.lower_ in {"back", "down"} for child in verb.children)
    if verb.lemma_ == "take" and not particle:
        return False
    words = word_class("grammar", "said before") | {"itself", "himself", "herself", "themselves", "notice", "bulletin"}
    pronouns = {"it", "them", "this", "that", "these"} if verb.lemma_ in {"withdraw", "delete", "remove"} else set()
    held = [child for child in verb.children if child.dep_ == "dobj"]
    held += surface_subjects(verb) if is_passive(verb) else ()
    return any(one.lower_ in words - pronouns for one in held)


def _points_back(verb: Token) -> bool:
    told = word_class("grammar", "said before") | BACK
    held = [child for child in verb.children if child.dep_ in OBJECTS]
    if any(one.lower_ in told or (one.dep_ == "dobj" and _by_us(verb)) for one in held):
        return True
    above = verb.head if verb.dep_ == "xcomp" else verb
    return any(child.dep_ in SUBJECTS and child.lower_ in told for child in above.children) and verb != above


def _is_aside(verb: Token) -> bool:
    """ "…, which the ministry confirmed", "as the mayor has confirmed", "whose origin could not be established"."""
    if verb.dep_ == "relcl":
        return any(one.lower_ in RELATIVES | {"whose"} for child in verb.lefts for one in child.subtree)
    return (
        verb.dep_ == "advcl"
        and any(child.lower_ == "as" for child in verb.lefts)
        and not any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)
    )


def _is_beyond(verb: Token) -> bool:
    """Whether nobody is able to: "could not be checked", "no one could", "it was not possible to", "unable to"."""
    above = verb.head if verb.dep_ in {"xcomp", "ccomp", "acl"} else verb
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
    if is_passive(verb):
        return False
    return any(child.dep_ in SUBJECTS and child.lower_ in {"we", "i"} for child in (*verb.children, *above.children))
