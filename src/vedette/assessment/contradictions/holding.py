"""Holds the contradictions of all happenings, so that a change costs only the happenings and places it touches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from vedette.assessment.buckets import in_order
from vedette.assessment.contradictions.inside import inside
from vedette.assessment.contradictions.pairing import against, one_voice, told_by
from vedette.assessment.contradictions.places import Held, places_held, rivals
from vedette.assessment.control.groups import Groups
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


class Contradictions:
    """What speaks against what; what comes of updates of the happenings equals what comes of them at once."""

    def __init__(self, events: Events, groups: Groups | None = None) -> None:
        self._events, self._groups = events, groups
        self._stale: set[Held] = set()
        self._known: dict[str, Known] = {}
        self._at: dict[Held, dict[str, None]] = {}
        self._rivals: dict[Held, Mapping[str, Iterable[Contradiction]]] = {}
        self._pointing: dict[str, tuple[Traits, ...]] = {}
        self._found: dict[str, Found] = {}

    def results(self) -> Mapping[str, Found]:
        """For the id of each happening the contradictions that its claims are part of, in order."""
        now = self._events.results()
        gone = [id_ for id_, known in self._known.items() if now.get(id_) is not known.event]
        new = now.keys() - (self._known.keys() - set(gone))
        places = self._stale & self._at.keys()
        self._stale.clear()
        places.update(place for id_ in gone for place in self._forget(id_))
        places.update(place for id_ in new for place in self._learn(now[id_]))
        for place in places:
            self._rivals[place] = _by_claim(rivals(self._holding(place), self._groups))
        for id_ in new.union(*(self._at[place] for place in places)):
            self._found[id_] = self._of(self._known[id_])
        return self._with_pointed()

    def stale(self, places: Iterable[Held]) -> None:
        """Have who holds some places compared again: other groups are known around them."""
        self._stale.update(places)

    def _forget(self, id_: str) -> set[Held]:
        self._found.pop(id_, None)
        self._pointing.pop(id_, None)
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
        if points:
            self._pointing[event.id] = points
        self._known[event.id] = Known(event, tuple(inside(members)), held)
        return set(held)

    def _holding(self, place: Held) -> Iterator[Traits]:
        return (one for id_ in self._at[place] for one in self._known[id_].held[place])

    def _of(self, known: Known) -> Found:
        """What is inside a happening, and who else has the places that it tells of."""
        held = ((place, one.claim.id) for place, told in known.held.items() for one in told)
        return _each_once((*known.inside, *(one for place, id_ in held for one in self._rivals[place].get(id_, ()))))

    def _with_pointed(self) -> Mapping[str, Found]:
        """What denials in one happening point to in another can change with either, and is looked up each time."""
        found = {id_: ones for id_, ones in self._found.items() if ones}
        for one in chain.from_iterable(map(self._pointed, self._pointing.values())):
            for claim in (one.left, one.right):
                if (home := self._events.home(claim.id)) is not None:
                    found[home.id] = _each_once((*found.get(home.id, ()), one))
        return found

    def _pointed(self, denials: Iterable[Traits]) -> Iterator[Contradiction]:
        """What "denied it" points to in another happening, unless the same voice denies it there.

        Where that is told only to be denied ("called the claim that it fell a lie"), it is what others tell there.
        """
        for denial in denials:
            for id_ in denial.claim.denies:
                event = self._events.home(id_)
                if event is None or event is self._events.home(denial.claim.id):
                    continue
                heard = {self._events.traits(claim.id).mouths for claim in event.against}
                every = (self._events.traits(one) for one in (id_, *(claim.id for claim in event.told)))
                told = next((one for one in every if _is_of(one, denial) and not _by_one(one, denial)), None)
                if told is not None and denial.mouths not in heard:
                    yield against("standing", told, denial, f"{told_by(told)} tells it, {_speaker(denial)} rejects it")


def contradictions(events: Events) -> tuple[Contradiction, ...]:
    """All contradictions of some happenings, each once, in order."""
    return _each_once(chain.from_iterable(Contradictions(events).results().values()))


def _by_claim(found: Iterable[Contradiction]) -> Mapping[str, Iterable[Contradiction]]:
    """Claim id to the contradictions that the claim is part of."""
    by: dict[str, list[Contradiction]] = {}
    for one in found:
        for claim in (one.left, one.right):
            by.setdefault(claim.id, []).append(one)
    return by


def _each_once(found: Iterable[Contradiction]) -> Found:
    return tuple(sorted({(one.kind, one.left.id, one.right.id): one for one in found}.values(), key=_in_order))


def _rejects(claim: Claim) -> bool:
    return claim.standing in AGAINST or (claim.kind, claim.type) == ("statement", "deny")


def _is_of(told: Traits, denial: Traits) -> bool:
    """Who denies to have done it says nothing against those who only tell that it was done.

    A denial of one thing is none of another that is told beside it.
    """
    named = told.kind not in {"violence", "casualties"} or bool(told.doers.heads)
    return named and (denial.kind == "statement" or not told.tellings.isdisjoint(denial.tellings))


def _by_one(told: Traits, denial: Traits) -> bool:
    """Who is told to deny it is another voice than his report."""
    if denial.kind == "statement" and denial.doers.heads:
        return told_by(told) == _speaker(denial)
    return one_voice(told, denial)


def _speaker(denial: Traits) -> str:
    names = (one.name or one.text for one in denial.claim.parties if one.role == "speaker")
    return next(names, told_by(denial))


def _in_order(one: Contradiction) -> tuple[object, ...]:
    return (*in_order(one.left), *in_order(one.right), one.kind)
