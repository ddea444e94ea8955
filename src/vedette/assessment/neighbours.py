"""Looks up the claims that can speak against one, so that a large ledger is not compared claim by claim."""

from collections.abc import Iterable

from vedette.assessment.likeness import focus, who
from vedette.model import Claim

type Key = tuple[object, ...]


class Neighbours:
    """Claims by kind and place; ties between parties by party; figures without a place by what they count;
    denials by what they point to."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_key: dict[Key, list[Claim]] = {}
        for claim in claims:
            for key in _keys(claim):
                self._by_key.setdefault(key, []).append(claim)
            for denied in claim.denies:
                self._by_key.setdefault(("denies", denied), []).append(claim)

    def of(self, claim: Claim) -> tuple[Claim, ...]:
        """The neighbours of a claim, itself among them, each once."""
        keys = (*_keys(claim), ("denies", claim.id))
        found = {id(other): other for key in keys for other in self._by_key.get(key, ())}
        return tuple(found.values())


def _keys(claim: Claim) -> tuple[Key, ...]:
    if claim.kind == "relation" or not claim.places:
        tied = tuple((claim.kind, "party", who(party)) for party in claim.parties)
        amount = claim.quantity
        return (*tied, (claim.kind, claim.type, amount.population, amount.unit)) if amount else tied
    return tuple((claim.kind, "place", where) for where in focus(claim))
