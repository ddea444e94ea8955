"""Which claims of a document one contradicts, points back at, takes back or replaces."""

from collections.abc import Sequence

from vedette.claims.answers.pairs import (
    has_grown,
    is_like,
    meant,
    of_the_sort,
    saying_what,
    sort_of,
    subjects_of,
)  # fmt: skip
from vedette.claims.answers.telling import Telling, same_word, words_of
from vedette.claims.merge import spots_of
from vedette.claims.syntax import is_passive
from vedette.lexicon.classes import word_class
from vedette.model import Claim
from vedette.model.tokens import Token

WHAT_WAS_SAID = frozenset({"which"})  # A backs B, which C denies
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
REACH = 3  # sentences
CLAUSES = frozenset({"ccomp", "xcomp", "pcomp"})


def denied_by(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings that one rejects, takes back or replaces."""
    sort = sort_of(one)
    if sort == "bare":
        return _meant(one, tellings)
    if one.claim.standing == "superseded":
        return _taken_back_to(one, tellings)
    figure = one.claim.quantity is not None
    replaced = [other for other in tellings if _replaces(one.claim, other.claim)] if figure else []
    found = replaced or (meant(one, tellings) if sort else [])
    return [other for other in found if sort != "new" or not _takes_back(other, one, tellings)]


def _taken_back_to(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """What was claimed before, where that is taken back in words of its own."""
    taken = one.claim.standing == "superseded"
    return [other for other in tellings if taken and _takes_back(one, other, tellings)]


def _takes_back(one: Telling, other: Telling, tellings: Sequence[Telling]) -> bool:
    """ "Retracted its claim that it had captured the town": what it had claimed before."""
    retracted = any(act.claim.type == "deny" and act.token.is_ancestor(one.token) for act in tellings)
    earlier = other.affirmed and other.claim.standing != "superseded" and other.token.i < one.token.i
    return retracted and earlier and other.of_events and same_word(one.token.lemma_, other.token.lemma_)


def _meant(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """What a denial without words of its own points back at."""
    below = [other for other in tellings if _is_below(one.token, other.token) and other.of_events]
    if any(other.claim.standing == "denied" or _taken_back_to(other, tellings) for other in below):
        return []
    if below or _of_something_else(one.token):
        return [other for other in below if other.affirmed]
    if one.token.lemma_ in word_class("grammar", "retracting"):  # what is said instead comes after
        tellings = [other for other in tellings if other.token.i < one.token.i]
    clause = next((child for child in one.token.children if child.dep_ in CLAUSES and child.i > one.token.i), None)
    found = [other for other in meant(one, tellings) if clause is None or _speaks_of(clause, other)]
    reported = [other for other in found if other.claim.chain[1:]]  # what the outlet itself tells is background
    return _own_words_before(one, tellings) or reported or found


def _speaks_of(clause: Token, other: Telling) -> bool:
    """ "Denied that any fire had been opened": whether a clause has in it something that the other tells."""
    told = word_class("grammar", "said before", "share") | {"behind", "involved", "so"}
    words = (one for one in clause.subtree if one.pos_ not in {"PRON", "DET", "AUX"} and not _is_aside(clause, one))
    return any(one.lower_ in told or is_like(one.lemma_.lower(), other) for one in words)


def _of_something_else(verb: Token) -> bool:
    """ "Denied wrongdoing", "corrected an earlier statement": an object that points at nothing told here."""
    held = [child for child in verb.children if child.dep_ == "dobj"]
    some = [one for one in held if any(child.lower_ in {"a", "an"} for child in one.children)]
    told = saying_what() | REFLEXIVE | WHAT_WAS_SAID | word_class("grammar", "share")
    return bool(held) and not any(one.lower_ in told and one not in some for one in held)


def _is_below(pointer: Token, token: Token) -> bool:
    """Below the denying word, or below what it is said of: the subject, where that is not who denies."""
    after = token.i > pointer.i and not _is_aside(pointer, token) and is_held(pointer, token)
    said_of = () if pointer.pos_ == "VERB" and not is_passive(pointer) else subjects_of(pointer)
    return after or any(noun.is_ancestor(token) for noun in said_of)


def _is_aside(verb: Token, token: Token) -> bool:
    """The ambush of "denied sheltering the men who ambushed the convoy", not "a bulletin by which they had fled"."""
    told = word_class("grammar", "said before", "version")
    below = [one for one in (token, *token.ancestors) if verb.is_ancestor(one)]
    labels = (one for one in below if one.dep_ == "relcl" or (one.dep_ == "acl" and one.tag_ == "VBN"))
    plain = told.isdisjoint(one.lower_ for one in below)
    return plain and any(all(child.dep_ != "mark" for child in one.children) for one in labels)


def is_held(verb: Token, token: Token) -> bool:
    """Whether a word stands below another, and not in what goes on beside it: "withdrew the count and now says …"."""
    while token.head not in {verb, token}:
        if token.dep_ == "prep" and token.head.lower_ in word_class("grammar", "said figure"):
            return False
        token = token.head
    return token.head == verb != token and token.dep_ not in {"conj", "parataxis", "advcl"}


def _own_words_before(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """ "We said the town had fallen. We were wrong", "withdrew the report": what was told before and is superseded."""
    retracted = one.token.lemma_ in word_class("grammar", "retracting")
    far = REACH if retracted else 1
    told = [
        other for other in tellings
        if other.claim.standing == "superseded" and other.of_events and 0 <= one.sentence - other.sentence <= far
        and other.token.i < one.token.i and (retracted or other.voice == one.voice)
    ]  # fmt: skip
    return [other for other in told if other.sentence == told[-1].sentence]


def taken_back(one: Telling, tellings: Sequence[Telling]) -> list[Telling]:
    """What the one who takes something back told last; where nobody is named, what anybody did."""
    if _of_something_else(one.token):
        return []
    before = [t for t in tellings if t.of_events and t.token.i < one.token.i and one.sentence - t.sentence <= REACH]
    own = [t for t in before if t.voice == one.voice] or before
    last = max((t.sentence for t in own), default=0)
    return [t for t in own if t.sentence == last]


def _is_revision(claim: Claim) -> bool:
    """Whether its sentence says that the count takes the place of another."""
    words = words_of(claim.evidence.text)
    return claim.kind in {"casualties", "displacement"} and not words.isdisjoint(word_class("grammar", "revising"))


def _replaces(claim: Claim, other: Claim) -> bool:
    """A count of the same that no longer holds, or that a revision comes after: another figure, at no other place."""
    if other.quantity is None or claim.quantity is None or other.type != claim.type or other.kind != claim.kind:
        return False
    revised = other.told_at < claim.told_at and other.evidence != claim.evidence and _is_revision(claim)
    earlier = claim.standing in {"asserted", "confirmed", "admitted"} and (revised or other.standing == "superseded")
    figures = [(one.low, one.best, one.high) for one in (claim.quantity, other.quantity)]
    apart = spots_of(claim) and spots_of(other) and spots_of(claim).isdisjoint(spots_of(other))
    return earlier and figures[0] != figures[1] and not apart and not has_grown(claim, other)


def last_told(pointer: Token, sentence: int, tellings: Sequence[Telling], voices: frozenset[str]) -> list[Telling]:
    """What was told last before a pointing word by anybody but the voices: its whole account, in one sentence.

    Words of others go before words of the outlet; where nothing came before, what comes after is meant.
    """
    told = [one for one in tellings if one.of_events and one.affirmed and one.voice not in voices]
    told = of_the_sort(pointer, told)
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
    """Of several voices in one sentence the one that speaks nearest to the pointer."""
    nearest = min(group, key=lambda one: abs(one.token.i - pointer.i))
    return [one for one in group if one.teller == nearest.teller]
