"""The groups that fight in each country, by all that is told of it, and the sides of which one part fights another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from vedette.assessment.control.labels import describes, label_of
from vedette.assessment.control.sides import Sides
from vedette.assessment.sources import is_person
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Claim, Party

_NOTHING: Counter[str] = Counter()


class Tallies:
    """How often things are told under each key; what is counted out again leaves no trace."""

    def __init__(self) -> None:
        self.held: dict[str, Counter[str]] = {}

    def of(self, key: str) -> Mapping[str, int]:
        """What is told under a key, and how often."""
        return self.held.get(key, _NOTHING)

    def count(self, key: str, thing: str, by: int) -> None:
        """Count a thing in or out."""
        told = self.held.setdefault(key, Counter())
        told[thing] += by
        if not told[thing]:
            del told[thing]
        if not told:
            del self.held[key]


class Groups:
    """The groups that claims name as fighting in each country, the countries that reports speak of, and for whom
    those speak who are named."""

    def __init__(self) -> None:
        self._named, self._spoken, self._feuds, self._speak, self._heard = (Tallies() for _ in range(5))
        self._counted: dict[str, tuple[tuple[str, str], ...]] = {}

    @property
    def split(self) -> frozenset[str]:
        """The sides of which one part is told to fight another."""
        return frozenset(self._feuds.held)

    def change(self, gone: Iterable[Claim], new: Iterable[Claim]) -> frozenset[str]:
        """Count claims out and in; the countries that have other groups now, the ids of reports of another country."""
        out, into = tuple(gone), tuple(new)
        reports = {claim.document.id for claim in (*out, *into)}
        before, whole = {id_: self._main(id_) for id_ in reports}, self.split
        spoke = {name: self.side_of(name) for claim in (*out, *into) for name, _ in _spokesmen(claim)}
        self._count(out, -1)
        self._count(into, 1)
        main = {id_: self._main(id_) for id_ in reports}
        tallies = [(one, -1) for claim in out for one in self._counted.pop(claim.id, ())]
        for claim in into:
            if counted := tuple(_groups(claim, main[claim.document.id])):
                self._counted[claim.id] = counted
                tallies += [(one, 1) for one in counted]
        named = {country: self.of(country) for country in {country for (country, _), _ in tallies}}
        for (country, label), by in tallies:
            self._named.count(country, label, by)
        moved = {id_ for id_, old in before.items() if main[id_] != old}
        moved |= {id_ for name, old in spoke.items() if self.side_of(name) != old for id_ in self._heard.of(name)}
        parted = whole ^ self.split
        divided = {country for country, tally in self._named.held.items() if not parted.isdisjoint(tally)}
        return frozenset({country for country, old in named.items() if self.of(country) != old} | moved | divided)

    def _count(self, claims: Iterable[Claim], by: int) -> None:
        for claim in claims:
            for side in _feud(claim):
                self._feuds.count(side, claim.id, by)
            for name, side in _spokesmen(claim):
                self._speak.count(name, side, by)
            for name in {name for link in claim.chain[1:] for name in _names(link.name or link.text)}:
                self._heard.count(name, claim.document.id, by)
            for country in {place.country for place in claim.places if place.country}:
                self._spoken.count(claim.document.id, country, by)

    def country(self, claims: Iterable[Claim]) -> str | None:
        """The country that the reports of some claims speak of most, for a place of which nobody tells it."""
        votes = Counter(main for id_ in {one.document.id for one in claims} if (main := self._main(id_)))
        return max(sorted(votes), key=votes.__getitem__, default=None)

    def side_of(self, name: str) -> str | None:
        """The only side for which somebody of a name, in full or by its last word, is told to speak."""
        found = list(self._speak.of(fold(name)))
        return found[0] if len(found) == 1 else None

    def of(self, country: str | None) -> tuple[str, ...]:
        """The groups of a country, in the order of their names."""
        return tuple(sorted(self._named.of(country or "")))

    def _main(self, report: str) -> str | None:
        votes = self._spoken.of(report)
        return max(sorted(votes), key=votes.__getitem__, default=None)


def sides_at(claims: Sequence[Claim], country: str | None, groups: Groups | None) -> Sides:
    """Who is who at a place, by what is told of it and of its country."""
    country = country or (groups.country(claims) if groups is not None else None)
    days = [one.document.published for one in claims if one.document.published]
    state = load_registry().ruler(country, min(days, default=None))
    ruled = state.code if state is not None else country
    if groups is None:
        return Sides(claims, ruled)
    return Sides(claims, ruled, groups.of(country), groups.split, groups.side_of)


def _groups(claim: Claim, country: str | None) -> Iterator[tuple[str, str]]:
    """The groups that a claim names as armed, each with the country."""
    armed = [one for one in claim.parties if one.type == "armed"]
    for one in {place.country for place in claim.places if place.country} or ({country} if country else set()):
        labels = {label for party in armed if (label := label_of(party, one)) and not describes(label)}
        yield from ((one, key) for key in sorted(labels - load_registry().governments))


def _spokesmen(claim: Claim) -> Iterator[tuple[str, str]]:
    """The persons whom a claim names with the side that they are of, each by the whole name and by its last word."""
    for one in claim.parties:
        if one.type == "person" and one.side and is_person(one.name or one.text):
            yield from ((name, one.side) for name in _names(one.name or one.text))


@lru_cache(maxsize=1 << 14)
def _names(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((fold(name), fold(name.split()[-1]))))


def _feud(claim: Claim) -> Iterator[str]:
    """The sides of which a claim tells that one part of them fights another."""
    doers, hit = ([one for one in claim.parties if one.role == role and one.actor] for role in ("agent", "target"))
    if claim.kind in {"violence", "control"}:
        yield from {one.side for one in doers for other in hit if one.side and _within_one_side(one, other)}


def _within_one_side(one: Party, other: Party) -> bool:
    return one.side == other.side and one.actor != other.actor
