"""Points each denial at the claims of the same document that it denies."""

from dataclasses import replace

from vedette.claims.merge import names_of, spots_of
from vedette.model import Claim

AGAINST = frozenset({"denied", "negated"})


def point_denials(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with `denies` filled for those that are denied and whose counterpart is told in the same document."""
    return tuple(replace(one, denies=_denied(one, claims)) if one.standing == "denied" else one for one in claims)


def _denied(denial: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    return tuple(
        one.id
        for one in claims
        if one.standing not in AGAINST and (one.kind, one.type) == (denial.kind, denial.type) and _shares(one, denial)
    )


def _shares(claim: Claim, denial: Claim) -> bool:
    """A place in common, or where neither has a place a party."""
    if spots_of(claim) or spots_of(denial):
        return not spots_of(claim).isdisjoint(spots_of(denial))
    return not names_of(claim).isdisjoint(names_of(denial))
