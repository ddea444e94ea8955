"""Which claims of a document one contradicts, points back at, takes back or replaces."""

import re
from collections.abc import Sequence

from vedette.claims.answers.telling import AGAINST, Telling, same_word
from vedette.claims.events import kinds_of
from vedette.claims.merge import names_of, spots_of
from vedette.claims.put import UNKNOWN
from vedette.claims.syntax import SUBJECTS
from vedette.lexicon.classes import akin, word_class
from vedette.model import Claim
from vedette.model.tokens import Token

WHAT_WAS_SAID = frozenset({"which"})  # A backs B, which C denies
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
WORD = re.compile(r"[^\W\d_]+")
REACH = 3  # sentences
NEAR = 5  # words
NO_PART = frozenset({"nothing", "not"})  # had nothing to do with it, it was not us
HARM = frozenset({"violence", "casualties"})
SEVERAL = frozenset({"both", "either", "neither", "all"})
DOERS = frozenset({"agent", "speaker", "backer"})
BEFORE, AFTER = 4, 2  # sentences
ENOUGH = 0.7
NEARER = 0.25  # what each sentence between them takes away


def answered(denial: Telling, tellings: Sequence[Telling], after: int = AFTER) -> list[Telling]:
    """The tellings that a denied or negated one contradicts: those that fit best, not too long after it."""
    scored = [(likeness(denial, one), one) for one in tellings if _could_be_meant(denial, one, after)]
    best = max((score for score, _ in scored), default=0.0)
    return [one for score, one in scored if score >= ENOUGH and score >= best - NEARER]


def _could_be_meant(denial: Telling, one: Telling, after: int) -> bool:
    near = -BEFORE <= one.sentence - denial.sentence <= after and (after or one.token.i < denial.token.i)
    return bool(near) and one.of_events and one.affirmed and one.token != denial.token and one.voice != denial.voice


def likeness(denial: Telling, told: Telling) -> float:
    """How much two speak of one thing: word, type and family, doers, places and things, nearness; 0 if they cannot."""
    left, right = denial.claim, told.claim
    kinds = (left.kind, left.type), (right.kind, right.type)
    word = same_word(denial.token.lemma_.lower(), told.token.lemma_.lower())
    family = any(akin(one, other) for one in _kinds_of(denial) for other in _kinds_of(told))
    if not (word or family) or _only_the_harm(left, right) or not _fit(left, right):
        return 0.0
    alike = 2.0 * word + 1.5 * (family and kinds[0] == kinds[1]) + 1.0 * family
    places = not spots_of(left).isdisjoint(spots_of(right))
    return alike + 1.0 * places + 1.0 * _share_parties(left, right) - NEARER * abs(denial.sentence - told.sentence)


def _kinds_of(one: Telling) -> frozenset[tuple[str, str]]:
    """What it is claimed to be, else what its word may be."""
    known = one.claim.kind != UNKNOWN
    return frozenset({(one.claim.kind, one.claim.type)}) if known else kinds_of(one.token.lemma_.lower())


def _only_the_harm(denial: Claim, claim: Claim) -> bool:
    """ "Nobody was hurt" does not answer an attack, nor dead."""
    return denial.kind == "casualties" and (claim.kind, claim.type) not in {
        (denial.kind, denial.type), ("violence", "killing")
    }  # fmt: skip


def _fit(denial: Claim, claim: Claim) -> bool:
    """No other place, and no other known doer of the same."""
    if spots_of(denial) and spots_of(claim) and spots_of(denial).isdisjoint(spots_of(claim)):
        return False
    known = [{party.actor for party in one.parties if party.role in DOERS and party.actor} for one in (denial, claim)]
    return not (all(known) and known[0].isdisjoint(known[1]) and denial.type == claim.type)


def _share_parties(left: Claim, right: Claim) -> bool:
    return not {name for _, name in names_of(left)}.isdisjoint(name for _, name in names_of(right))


def denied_by(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that one rejects, takes back or replaces."""
    claim = one.claim
    if claim.kind == "statement" and claim.type == "deny" and claim.standing not in AGAINST:
        return _meant(one, tellings)
    if claim.standing == "denied":
        return answered(one, tellings)
    if claim.standing == "superseded":
        return [other for other in tellings if _takes_back(one, other, tellings)]
    return [other for other in tellings if _replaces(claim, other.claim) or _corrects(one, other)]


def _takes_back(one: Telling, other: Telling, tellings: Sequence[Telling]) -> bool:
    """ "Retracted its claim that it had captured the town": what it had claimed before."""
    retracted = any(act.claim.type == "deny" and act.token.is_ancestor(one.token) for act in tellings)
    earlier = other.affirmed and other.claim.standing != "superseded" and other.token.i < one.token.i
    return retracted and earlier and other.of_events and likeness(one, other) >= ENOUGH


def _corrects(one: Telling, other: Telling) -> bool:
    """ "There was no strike, it said, correcting its own report": what somebody says did not happen after all."""
    near = abs(one.sentence - other.sentence) <= 1
    return (
        one.claim.standing == "negated" and other.claim.standing == "superseded" and near
        and likeness(one, other) >= ENOUGH
    )  # fmt: skip


def _meant(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """What a denial without words of its own points back at."""
    retracted = one.token.lemma_.lower() in word_class("grammar", "retracting")
    below = [other for other in tellings if _is_below(one.token, other.token) and other.of_events]
    if any(other.claim.standing in {"denied", "superseded"} for other in below) or _of_something_else(one.token):
        return []
    if below:
        return [other for other in below if other.affirmed]
    if retracted:
        return taken_back(one, tellings)
    own_words = _own_words_before(one, tellings)
    return own_words or last_told(one.token, one.sentence, tellings, frozenset({one.voice}))


def _of_something_else(verb: Token) -> bool:
    """ "Denied wrongdoing": an object that points at nothing told."""
    held = [child for child in verb.children if child.dep_ == "dobj"]
    return bool(held) and not any(one.lower_ in pointing_words(verb) | REFLEXIVE | WHAT_WAS_SAID for one in held)


def _is_below(pointer: Token, token: Token) -> bool:
    after = pointer.is_ancestor(token) and token.i > pointer.i
    return after or any(noun.is_ancestor(token) for noun in subjects_of(pointer))


def _own_words_before(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """ "We said the town had fallen. We were wrong": what was told by oneself, and is superseded by that."""
    return [
        other for other in tellings
        if other.claim.standing == "superseded" and other.of_events and 0 <= one.sentence - other.sentence <= 1
        and other.token.i < one.token.i and other.voice == one.voice
    ]  # fmt: skip


def taken_back(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """What the one who takes something back told last; where nobody is named, what anybody did."""
    before = [t for t in tellings if t.of_events and t.token.i < one.token.i and one.sentence - t.sentence <= REACH]
    own = [t for t in before if t.voice == one.voice] or before
    last = max((t.sentence for t in own), default=0)
    return [t for t in own if t.sentence == last]


def _is_revision(claim: Claim) -> bool:
    """Whether its sentence says that the count takes the place of another."""
    words = {word.lower() for word in WORD.findall(claim.evidence.text)}
    return claim.kind in {"casualties", "displacement"} and not words.isdisjoint(word_class("grammar", "revising"))


def _start(claim: Claim) -> int:
    return claim.trigger.start if claim.trigger else claim.evidence.start


def _replaces(claim: Claim, other: Claim) -> bool:
    """A count of the same that no longer holds, or that a revision comes after: another figure, at no other place."""
    if other.quantity is None or claim.quantity is None or (other.kind, other.type) != (claim.kind, claim.type):
        return False
    revised = _is_revision(claim) and _start(other) < _start(claim) and other.evidence != claim.evidence
    earlier = claim.standing in {"asserted", "confirmed", "admitted"} and (revised or other.standing == "superseded")
    figures = [(one.low, one.best, one.high) for one in (claim.quantity, other.quantity)]
    apart = spots_of(claim) and spots_of(other) and spots_of(claim).isdisjoint(spots_of(other))
    return earlier and figures[0] != figures[1] and not apart


def last_told(pointer: Token, sentence: int, tellings: Sequence[Telling], voices: frozenset[str]) -> list[Telling]:
    """What was told last before a pointing word by anybody but the voices: its whole account, in one sentence.

    Words of others go before words of the outlet; where nothing came before, what comes after is meant.
    """
    told = [one for one in tellings if one.of_events and one.affirmed and one.voice not in voices]
    told = _of_the_sort(pointer, told)
    before = [one for one in told if one.token.i < pointer.i and sentence - one.sentence <= REACH]
    for group in (
        [one for one in before if one.voice],
        before,
        [one for one in told if one.token.i > pointer.i and 0 <= one.sentence - sentence < REACH and one.voice],
    ):
        if group:
            nearest = min(abs(one.sentence - sentence) for one in group)
            return _one_account([one for one in group if abs(one.sentence - sentence) == nearest], pointer)
    return []


def _one_account(group: list[Telling], pointer: Token) -> list[Telling]:
    """Of several voices in one sentence the one that speaks nearest to the pointer; both where it says so."""
    if pointing_words(pointer) & SEVERAL:
        return group
    nearest = min(group, key=lambda one: abs(one.token.i - pointer.i))
    return [one for one in group if one.teller == nearest.teller]


def _of_the_sort(pointer: Token, told: list[Telling]) -> list[Telling]:
    """ "Disputed the figure" means a figure, "denied the attack" one, "the accusation" what somebody is accused of."""
    words = pointing_words(pointer)
    nouns = (*subjects_of(pointer), *(one for one in pointer.subtree if one.pos_ == "NOUN" and one != pointer))
    named = [one for one in told if any(same_word(one.token.lemma_, noun.lemma_) for noun in nouns)]
    if named:
        return named
    if pointer.lower_ in NO_PART:
        return [one for one in told if one.claim.kind == "violence"][-1:]
    if words & word_class("grammar", "said figure"):
        return [one for one in told if one.claim.quantity is not None]
    if words & word_class("grammar", "accusation"):
        charged = [one for one in told if any(a.lemma_ in {"accuse", "blame", "charge"} for a in one.token.ancestors)]
        return charged or told
    if words and words.isdisjoint(word_class("grammar", "said before") | SEVERAL):
        return [one for one in told if one.claim.kind in HARM]
    return told


def pointing_words(pointer: Token) -> frozenset[str]:
    """The words near a pointing word that say what it points at."""
    meaning = word_class("grammar", "said before") | word_class("nouns", "violence") | SEVERAL
    first, last = max(pointer.i - NEAR, pointer.sent.start), min(pointer.i + NEAR + 1, pointer.sent.end)
    near = {token.lower_ for token in pointer.doc[first:last] if token != pointer}
    return frozenset(near & meaning)


def subjects_of(pointer: Token) -> tuple[Token, ...]:
    """What a word that calls something untrue says it of: the subject of its verb."""
    holders = (pointer, *((pointer.head,) if pointer.head.lemma_ in {"be", "appear", "seem"} else ()))
    return tuple(child for one in holders for child in one.children if child.dep_ in SUBJECTS)
