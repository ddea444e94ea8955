"""Joins the claims of one happening, whatever they make of it: those who tell it and those who deny it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vedette.assessment.buckets import Buckets, in_order
from vedette.assessment.events.blocking import AREA, Keyed, keys, meet, reach, under
from vedette.assessment.events.clustering import Clusters
from vedette.assessment.events.traits import Traits, traits_of
from vedette.assessment.events.weighing import points, summed
from vedette.model import Claim, Event, Judgements

type Pair = tuple[str, str]
type Links = Mapping[Pair, float]

NONE: Links = {}


class Events:
    """The happenings that claims add up to; what comes of updates equals what comes of the same claims at once."""

    def __init__(self) -> None:
        self._documents: dict[str, dict[str, Claim]] = {}
        self._traits_in: dict[str, frozenset[str]] = {}
        self._traits: dict[str, Traits] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._buckets: Buckets[str, Links] = Buckets(
            lambda claim: self._keys[claim.id], self._compared, lambda claim: self._traits[claim.id].by_day
        )
        self._links: dict[str, dict[str, float]] = {}
        self._judged = Judgements()
        self._ties: dict[str, set[str]] = {}
        self._stale: set[str] = set()
        self._fresh: set[str] = set()
        self._thinned: set[str] = set()
        self._homes: dict[str, str] = {}
        self._events: dict[str, Event] = {}

    def update(
        self, added: Iterable[Claim] = (), removed: Iterable[Claim] = (), judgements: Judgements | None = None
    ) -> None:
        """Take claims out, put claims in, and obey judgements from now on (None: those obeyed so far)."""
        touched: dict[str, None] = {}
        for claim in removed:
            self._documents.get(claim.document.id, {}).pop(claim.id, None)
            touched[claim.document.id] = None
        for claim in added:
            self._documents.setdefault(claim.document.id, {})[claim.id] = claim
            touched[claim.document.id] = None
        for document in touched:
            self._read(document)
        if judgements is not None:
            before, now = ({*one.same, *one.apart} for one in (self._judged, judgements))
            self._stale.update(id_ for pair in before ^ now for id_ in pair)
            self._judged, self._ties = judgements, _ties(judgements)

    def results(self) -> Mapping[str, Event]:
        """All happenings by id; every claim is in one of them."""
        self._relink()
        changed: dict[str, frozenset[str]] = {}
        for id_ in self._stale & self._traits.keys():
            if id_ not in changed:
                together = self._together(id_)
                changed.update(dict.fromkeys(together, together))
        for id_ in changed.keys() | self._stale:
            self._events.pop(self._homes.pop(id_, ""), None)
        for together in set(changed.values()):
            for event in self._clustered(together):
                self._events[event.id] = event
                self._homes.update((claim.id, event.id) for claim in event.claims)
        self._stale.clear()
        return self._events

    def home(self, claim_id: str) -> Event | None:
        """The happening that a claim is of, by the last results."""
        return self._events.get(self._homes.get(claim_id, ""))

    def traits(self, claim_id: str) -> Traits:
        """What a claim that is among them was joined by."""
        return self._traits[claim_id]

    def _read(self, document: str) -> None:
        """Sort the claims of a document anew: what one says also depends on those around it."""
        now = traits_of(self._documents[document].values())
        gone = self._traits_in.get(document, frozenset()) - now.keys()
        changed = [one for id_, one in now.items() if self._traits.get(id_) != one]
        for id_ in (*gone, *(one.claim.id for one in changed)):
            if id_ in self._traits:
                self._buckets.remove([self._traits.pop(id_).claim])
                self._thinned.update(self._keys.pop(id_))
            self._stale |= {id_, *self._ties.get(id_, ())}
        for one in changed:
            self._traits[one.claim.id], self._keys[one.claim.id] = one, keys(one)
        self._buckets.add(one.claim for one in changed)
        self._fresh.update(one.claim.id for one in changed)
        self._traits_in[document] = frozenset(now)

    def _compared(self, key: str, claims: tuple[Claim, ...]) -> Links:
        """The pairs under a key that are alike; each claim is compared with those that come next by day.

        Where claims only came, the pairs of the others are what they were.
        """
        if len(claims) < 2:
            return NONE
        ids = [claim.id for claim in claims]
        held = [self._traits[id_] for id_ in ids]
        if key.startswith(AREA) and not any(one.coarse for one in held):
            return NONE
        ordered = [under(key, one, self._keys[id_]) for one, id_ in zip(held, ids, strict=True)]
        new = range(len(ids)) if key in self._thinned else [at for at, id_ in enumerate(ids) if id_ in self._fresh]
        found = self._kept(key, ordered, ids) if len(new) < len(ids) else {}
        for at, to in _near(new, reach(key), ordered):
            if (score := points(held[at], held[to])) > 0:
                found[ids[at], ids[to]] = score
        return found or NONE

    def _kept(self, key: str, ordered: list[Keyed], ids: list[str]) -> dict[Pair, float]:
        """The pairs of claims that were under a key before, with their scores."""
        most, place = reach(key), {id_: at for at, id_ in enumerate(ids) if id_ not in self._fresh}
        return {
            (id_, other): score
            for id_, at in place.items()
            for other, score in self._links.get(id_, {}).items()
            if at < place.get(other, -1) <= at + most and meet(ordered[at], ordered[place[other]])
        }

    def _relink(self) -> None:
        """A pair is compared under one key, but a corrected claim may have it under another than before."""
        changes = [(before or {}, now or {}) for before, now in self._buckets.changes().values()]
        self._fresh.clear()
        self._thinned.clear()
        for before, now in changes:
            for left, right in (pair for pair, score in before.items() if now.get(pair) != score):
                self._links[left].pop(right, None)
                self._links[right].pop(left, None)
                self._stale |= {left, right}
        for before, now in changes:
            for (left, right), score in now.items():
                if before.get((left, right)) != score:
                    self._links.setdefault(left, {})[right] = score
                    self._links.setdefault(right, {})[left] = score
                    self._stale.update((left, right))

    def _together(self, start: str) -> frozenset[str]:
        """All that hangs together with a claim, link by link."""
        found, ahead = {start}, [start]
        while ahead:
            id_ = ahead.pop()
            near = {*self._links.get(id_, ()), *self._ties.get(id_, set()) & self._traits.keys()} - found
            found |= near
            ahead.extend(near)
        return frozenset(found)

    def _clustered(self, together: frozenset[str]) -> Iterator[Event]:
        if len(together) == 1:
            yield summed([self._traits[id_] for id_ in together], self._score)
            return
        order = sorted((self._traits[id_].claim for id_ in together), key=in_order)
        clusters = Clusters([claim.id for claim in order], self._score)
        clusters.forbid(pair for pair in self._judged.apart if pair <= together)
        clusters.unite(pair for pair in self._judged.same if pair <= together)
        linked = ((one, other, score) for one in together for other, score in self._links.get(one, {}).items())
        clusters.grow({(one, other): score for one, other, score in linked if one < other})
        for ids in clusters.found():
            yield summed([self._traits[id_] for id_ in ids], self._score)

    def _score(self, left: str, right: str) -> float:
        known = self._links.get(left, {}).get(right)
        return points(self._traits[left], self._traits[right]) if known is None else known


def join(claims: Iterable[Claim], judgements: Judgements | None = None) -> tuple[Event, ...]:
    """The happenings that some claims add up to, by their first claims."""
    events = Events()
    events.update(claims, judgements=judgements)
    return tuple(sorted(events.results().values(), key=lambda event: in_order(event.claims[0])))


def _ties(judgements: Judgements) -> dict[str, set[str]]:
    """For each claim those that people judged to be of the same happening."""
    ties: dict[str, set[str]] = {}
    for pair in judgements.same:
        for id_ in pair:
            ties.setdefault(id_, set()).update(pair - {id_})
    return ties


def _near(new: Sequence[int], most: int, row: Sequence[Keyed]) -> Iterator[tuple[int, int]]:
    """The pairs of places in a row that are near each other, one of them new, and meet under a key."""
    known = set(new)
    for at in new:
        own, behind = row[at], range(max(0, at - most), at) if len(known) < len(row) else ()
        yield from ((at, to) for to in range(at + 1, min(at + 1 + most, len(row))) if meet(own, row[to]))
        yield from ((to, at) for to in behind if to not in known and meet(own, row[to]))
