"""What a denial is about: the claims of the same kind that share its place or parties and may be the same event."""

from collections.abc import Iterable

from vedette.assessment.likeness import focus, may_be_one, sides, who
from vedette.lexicon.classes import akin
from vedette.model import AGAINST, OPEN, Claim

LOOSE = frozenset({"violence", "displacement"})
ALSO_DENIED = {"lose": ("capture", "enter", "withdraw"), "enter": ("capture",), "withdraw": ("lose",)}


def denied_by(denial: Claim, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that a denied or negated claim rejects: those its own document names, and any that it matches.

    Who denies that a town was lost also denies that it was captured; who denies shelling it, that it was attacked.
    """
    return tuple(claim for claim in claims if claim.standing not in AGAINST | OPEN and _denies(denial, claim))


def _denies(denial: Claim, claim: Claim) -> bool:
    if denial.denies and claim.id in denial.denies:
        return True
    if claim.kind != denial.kind or not may_be_one(denial, claim):
        return False
    if claim.type == denial.type:
        return _same_doers(denial, claim) and _about_the_same(denial, claim)
    if claim.type in ALSO_DENIED.get(denial.type, ()):
        return _about_the_same(denial, claim)
    alike = denial.kind in LOOSE and akin((denial.kind, denial.type), (claim.kind, claim.type))
    return alike and bool(denial.places) and _same_doers(denial, claim) and _about_the_same(denial, claim)


def _same_doers(denial: Claim, claim: Claim) -> bool:
    """Unless both name a side, and not the same: that Russia denies a strike says nothing of another's."""
    ours, theirs = sides(denial), sides(claim)
    return not ours or not theirs or not ours.isdisjoint(theirs)


def _about_the_same(denial: Claim, claim: Claim) -> bool:
    if denial.kind != "relation" and (denial.places or claim.places):
        return not focus(denial).isdisjoint(focus(claim))
    mine, theirs = ({(party.role, who(party)) for party in one.parties} for one in (denial, claim))
    return mine <= theirs or theirs <= mine if denial.kind == "relation" else not mine.isdisjoint(theirs)
