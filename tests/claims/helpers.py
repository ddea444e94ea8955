"""Small questions that the tests ask of claims."""

from collections.abc import Iterable

from vedette.model import Claim


def only(claims: Iterable[Claim], name: str) -> Claim:
    """The one claim of a kind/type; fails with what there was instead."""
    listed = tuple(claims)
    found = [claim for claim in listed if f"{claim.kind}/{claim.type}" == name]
    assert len(found) == 1, [f"{claim.kind}/{claim.type} {claim.standing}" for claim in listed]
    return found[0]


def of_type(claims: Iterable[Claim], name: str) -> list[Claim]:
    """Every claim of a kind/type."""
    return [claim for claim in claims if f"{claim.kind}/{claim.type}" == name]


def chain(claim: Claim) -> list[str]:
    """The names in the chain, outlet first."""
    return [link.name or link.text for link in claim.chain]


def who(claim: Claim, role: str) -> list[str]:
    """The names of the parties in a role."""
    return [party.name or party.text for party in claim.parties if party.role == role]


def where(claim: Claim, role: str = "at") -> list[str]:
    """The words of the places in a role."""
    return [place.text for place in claim.places if place.role == role]
