"""Holds the contradictions of all happenings, so that a change costs only the happenings and places it touches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from vedette.assessment.buckets import in_order
from vedette.assessment.contradictions.inside import inside
from vedette.assessment.contradictions.pairing import against, told_by
from vedette.assessment.contradictions.places import Held, places_held, rivals
from vedette.assessment.events import Events
from vedette.assessment.events.traits import Traits
from vedette.model import AGAINST, Claim, Contradiction, Event

type Found = tuple[Contradiction, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What was worked out for one happening."""

    event: Event
    inside: Found
    held: Mapping[Held, tuple[Traits, ...]]
    pointing: tuple[Traits, ...]


class Contradictions:
    """What speaks against what; what comes of updates of the happenings equals what comes of them at once."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._known: dict[str, Known] = {}
        self._at: dict[Held, dict[str, None]] = {}
        self._rivals: dict[Held, Found] = {}

    def results(self) -> Mapping[str, Found]:
        """For the id of each happening the contradictions that its claims are part of, in order."""
        now = self._events.results()
        places: set[Held] = set()
        for id_ in [id_ for id_, known in self._known.items() if now.get(id_) is not known.event]:
            places |= self._forget(id_)
        for id_ in now.keys() - self._known.keys():
            places |= self._learn(now[id_])
        for place in places:
            self._rivals[place] = tuple(rivals(self._holding(place)))
        return self._by_event()

    def _forget(self, id_: str) -> set[Held]:
        held = self._known.pop(id_).held.keys()
        for place in held:
            self._at[place].pop(id_, None)
        return set(held)

    def _learn(self, event: Event) -> set[Held]:
        members = [self._events.traits(claim.id) for claim in event.claims]
        held: dict[Held, tuple[Traits, ...]] = {}
        for one in members:
            for place in places_held(one):
                held[place] = (*held.get(place, ()), one)
        for place in held:
            self._at.setdefault(place, {})[event.id] = None
        points = tuple(one for one in members if one.claim.denies and _rejects(one.claim))
        self._known[event.id] = Known(event, tuple(inside(members)), held, points)
        return set(held)

    def _holding(self, place: Held) -> Iterator[Traits]:
        return (one for id_ in self._at[place] for one in self._known[id_].held[place])

    def _by_event(self) -> Mapping[str, Found]:
        found: dict[str, dict[object, Contradiction]] = {}
        for one in self._every():
            for claim in (one.left, one.right):
                if (home := self._events.home(claim.id)) is not None:
                    found.setdefault(home.id, {})[one.kind, one.left.id, one.right.id] = one
        return {id_: tuple(sorted(ones.values(), key=_in_order)) for id_, ones in found.items()}

    def _every(self) -> Iterator[Contradiction]:
        for known in self._known.values():
            yield from known.inside
            yield from self._pointed(known.pointing)
        yield from chain.from_iterable(self._rivals.values())

    def _pointed(self, denials: Iterable[Traits]) -> Iterator[Contradiction]:
        """What "denied it" points to in another happening, unless the same voice denies it there."""
        for denial in denials:
            for id_ in denial.claim.denies:
                event = self._events.home(id_)
                if event is None or event is self._events.home(denial.claim.id):
                    continue
                heard = {self._events.traits(claim.id).mouths for claim in event.against}
                if denial.mouths not in heard:
                    told = self._events.traits(id_)
                    yield against("standing", told, denial, f"{told_by(told)} tells it, {_speaker(denial)} rejects it")


def contradictions(events: Events) -> tuple[Contradiction, ...]:
    """All contradictions of some happenings, each once, in order."""
    every = chain.from_iterable(Contradictions(events).results().values())
    return tuple(sorted({(one.kind, one.left.id, one.right.id): one for one in every}.values(), key=_in_order))


def _rejects(claim: Claim) -> bool:
    return claim.standing in AGAINST or (claim.kind, claim.type) == ("statement", "deny")


def _speaker(denial: Traits) -> str:
    names = (one.name or one.text for one in denial.claim.parties if one.role == "speaker")
    return next(names, told_by(denial))


def _in_order(one: Contradiction) -> tuple[object, ...]:
    return (*in_order(one.left), *in_order(one.right), one.kind)
