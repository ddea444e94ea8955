"""What the claims of one happening add up to: what it is called, and why they are held to be one."""

from collections import Counter
from collections.abc import Callable, Sequence

from vedette.assessment.events.traits import Traits
from vedette.assessment.events.weighing import why
from vedette.lexicon.classes import narrower
from vedette.model import Event, Reason, content_id

type Score = Callable[[str, str], float]

NEAR = 8
AFTERMATH = frozenset({"casualties", "displacement"})


def summed(members: Sequence[Traits], score: Score) -> Event:
    """The happening of some claims, given in order; `score`: how alike two are, by their ids."""
    kind, type_ = _name(members).split("/")
    first = members[0].claim
    claims = tuple(one.claim for one in members)
    return Event(content_id("event", first.id), kind, type_, claims, _reasons(members, score))


def _name(members: Sequence[Traits]) -> str:
    """What most claims call it, among the names that none of them has a narrower one for; people hurt come last."""
    names = Counter(one.name for one in members)
    deeds = [name for name in names if name.split("/")[0] not in AFTERMATH] or list(names)
    exact = [name for name in deeds if not any(narrower(other, name) for other in deeds)]
    return max(exact, key=lambda name: names[name])


def _reasons(members: Sequence[Traits], score: Score) -> tuple[Reason, ...]:
    """Each further claim beside the one before it that it is most like."""
    found = []
    for at, one in enumerate(members[1:], start=1):
        near = max(members[max(0, at - NEAR) : at], key=lambda other: score(other.claim.id, one.claim.id))
        found.append(Reason(why(near, one), (near.claim.id, one.claim.id)))
    return tuple(found)
