"""Points each denial, retraction and revised count at the claims of the same document that it is about."""

import re
from dataclasses import replace

from vedette.claims.merge import names_of, spots_of
from vedette.lexicon.classes import akin, word_class
from vedette.model import Claim

AGAINST = frozenset({"denied", "negated"})
TOLD_OF = frozenset({"statement", "assessment", "asset"})
OFFICES = frozenset({"leads", "holds-office", "member-of", "speaks-for"})
HARM = frozenset({"violence", "casualties"})
DOERS = frozenset({"agent", "speaker", "backer"})
WORD = re.compile(r"[^\W\d_]+")
NEAR = 4
STEM = 5


def point_denials(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with `denies` filled for those that reject, take back or replace others of the document."""
    return tuple(replace(one, denies=tuple(found)) if (found := _denied(one, claims)) else one for one in claims)


def _denied(one: Claim, claims: tuple[Claim, ...]) -> list[str]:
    if one.standing == "denied" or (one.standing == "superseded" and _is_taken_back(one, claims)):
        return [other.id for other in claims if one.kind != "statement" and _rejects(one, other)]
    if one.kind == "statement" and one.type == "deny" and one.standing not in AGAINST:
        return [other.id for other in _meant(one, claims)]
    return [other.id for other in claims if _replaces(one, other)]


def _is_taken_back(one: Claim, claims: tuple[Claim, ...]) -> bool:
    """Whether somebody retracts it, rather than a text that was corrected."""
    return any(other.type == "deny" and other.evidence == one.evidence for other in claims)


def _rejects(denial: Claim, claim: Claim) -> bool:
    """Of one family, by the same doer as far as both name one, about the same place, people or thing."""
    if claim.standing in AGAINST or claim is denial or not akin((claim.kind, claim.type), (denial.kind, denial.type)):
        return False
    if denial.standing == "superseded" and claim.standing == "superseded":
        return False
    return _doers_fit(claim, denial) and (_shares(claim, denial) or _answers(denial, claim))


def _answers(denial: Claim, claim: Claim) -> bool:
    """Whether it takes up the very word by which somebody else told of it, at no other place."""
    words = [WORD.findall(one.trigger.text.lower())[:1] if one.trigger else [] for one in (denial, claim)]
    apart = spots_of(claim) and spots_of(denial) and spots_of(claim).isdisjoint(spots_of(denial))
    told_before = _start(claim) < _start(denial) and claim.chain != denial.chain
    return bool(told_before and not apart and all(words) and words[0][0][:STEM] == words[1][0][:STEM])


def _doers_fit(claim: Claim, denial: Claim) -> bool:
    doers = [{name for role, name in names_of(one) if role in DOERS} for one in (claim, denial)]
    known = [{party.actor for party in one.parties if party.role in DOERS and party.actor} for one in (claim, denial)]
    if all(known) and known[0].isdisjoint(known[1]):
        return False
    return not all(doers) or claim.type != denial.type or not all(known) or not doers[0].isdisjoint(doers[1])


def _shares(claim: Claim, denial: Claim) -> bool:
    """A place in common; where one names no place, the same people or things, or at least the same parties."""
    if spots_of(claim) and spots_of(denial):
        return not spots_of(claim).isdisjoint(spots_of(denial))
    if not _things(claim).isdisjoint(_things(denial)):
        return True
    same = not names_of(claim).isdisjoint(names_of(denial))
    return same and (claim.kind, claim.type) == (denial.kind, denial.type) and not _things(denial)


def _things(claim: Claim) -> set[str]:
    """The words for what was hit, taken or moved."""
    texts = [party.name or party.text for party in claim.parties if party.role not in DOERS]
    texts += [place.text for place in claim.places]
    return {word.casefold().removesuffix("s") for text in texts for word in WORD.findall(text) if len(word) > 2}


def _meant(denial: Claim, claims: tuple[Claim, ...]) -> list[Claim]:
    """What a denial without words of its own points back at: what was last told by others before it."""
    back = _pointing_words(denial)
    own = [one for one in claims if one.standing in {"denied", "superseded"} and one.evidence == denial.evidence]
    if not (back or _is_bare(denial)) or own or denial.trigger is None:
        return []
    at = denial.trigger.start
    told = [one for one in claims if one.kind not in TOLD_OF and one.type not in OFFICES and _start(one) < at]
    told = [one for one in told if one.standing not in AGAINST and not _says_so_itself(one, denial)]
    if back and back.isdisjoint(word_class("grammar", "said before")):
        told = [one for one in told if one.kind in HARM]
    if back & word_class("grammar", "said figure"):
        told = [one for one in told if one.quantity is not None]
    last = max((one.evidence.start for one in told), default=0)
    return [one for one in told if one.evidence.start == last]


def _is_bare(denial: Claim) -> bool:
    """Whether its word itself says that what was told is not so."""
    words = word_class("grammar", "untrue") | word_class("grammar", "upheld")
    return denial.trigger is not None and denial.trigger.text.lower() in words


def _start(claim: Claim) -> int:
    return claim.trigger.start if claim.trigger else claim.evidence.start


def _says_so_itself(claim: Claim, denial: Claim) -> bool:
    """Whether the one who denies is the one whose word the claim is."""
    speakers = {(one.name or one.text).casefold() for one in denial.parties if one.role == "speaker"}
    origin = (claim.origin.name or claim.origin.text).casefold() if claim.origin and len(claim.chain) > 1 else ""
    return origin in speakers


def _pointing_words(denial: Claim) -> frozenset[str]:
    """The words near a denying verb that point back: "denied it", "called the reports baseless", "was rejected by"."""
    if denial.trigger is None:
        return frozenset()
    text, end = denial.document.text, denial.evidence.end
    after = [word.lower() for word in WORD.findall(text[denial.trigger.end : end])]
    before = [word.lower() for word in WORD.findall(text[denial.evidence.start : denial.trigger.start])]
    after = after[1:] if after[:1] == ["that"] and len(after) > 1 else after
    near = after[:NEAR] if after[:1] != ["by"] else before[-NEAR:]
    alone = not after or text[denial.trigger.end : end].lstrip()[:1] in {".", ",", ";"}
    meaning = word_class("grammar", "said before") | word_class("nouns", "violence")
    return frozenset(before[-NEAR:] if alone else near) & meaning


def _is_revision(claim: Claim) -> bool:
    """Whether its sentence says that the count takes the place of another."""
    words = {word.lower() for word in WORD.findall(claim.evidence.text)}
    return claim.kind in {"casualties", "displacement"} and not words.isdisjoint(word_class("grammar", "revising"))


def _replaces(claim: Claim, other: Claim) -> bool:
    """A count of the same that no longer holds, or that a revision comes after: another figure, at no other place."""
    if other.quantity is None or claim.quantity is None or (other.kind, other.type) != (claim.kind, claim.type):
        return False
    revised = _is_revision(claim) and _start(other) < _start(claim) and other.evidence != claim.evidence
    earlier = claim.standing in {"asserted", "confirmed", "admitted"} and (revised or other.standing == "superseded")
    figures = [(one.low, one.best, one.high) for one in (claim.quantity, other.quantity)]
    apart = spots_of(claim) and spots_of(other) and spots_of(claim).isdisjoint(spots_of(other))
    return earlier and figures[0] != figures[1] and not apart
