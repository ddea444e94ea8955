"""Claims that speak of one happening, and claims that cannot both be true."""

from dataclasses import dataclass

from vedette.model.claims import Claim
from vedette.model.voices import Reason
from vedette.model.words import AGAINST, ContradictionKind


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: the claims of any documents that tell or reject it, in order, and why they are held to be one.

    `id` is made of its first claim; `kind` and `type` are the narrowest that its claims give it.
    """

    id: str
    kind: str
    type: str
    claims: tuple[Claim, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def told(self) -> tuple[Claim, ...]:
        """The claims that say it is so, however surely."""
        return tuple(claim for claim in self.claims if claim.standing not in AGAINST)

    @property
    def against(self) -> tuple[Claim, ...]:
        """The claims that say it is not."""
        return tuple(claim for claim in self.claims if claim.standing in AGAINST)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be true, the one that was said first on the left, and why."""

    kind: ContradictionKind
    left: Claim
    right: Claim
    reason: Reason
