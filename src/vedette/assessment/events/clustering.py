"""Clusters of what is alike pair by pair: strongest pairs first, whole clusters weighed against each other."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

SAMPLE = 6
TINY = 1e-9
NEVER = -10.0


class Clusters[T: Hashable]:
    """Clusters of items in a given order; the outcome depends on the order of the items, never on that of the pairs.

    `score` is above zero where a pair is alike. Two clusters are merged while their pairs are alike on average, of
    large ones a few members that are spread evenly.
    """

    def __init__(self, items: Sequence[T], score: Callable[[T, T], float]) -> None:
        self._at = {item: number for number, item in enumerate(items)}
        self._items = items
        self._score = score
        self._members = {number: [number] for number in range(len(items))}
        self._home = list(range(len(items)))
        self._refused: set[tuple[int, int, int, int]] = set()
        self._apart: set[tuple[int, int]] = set()

    def forbid(self, pairs: Iterable[Collection[T]]) -> None:
        """Never have these pairs in one cluster."""
        for pair in pairs:
            left, right = sorted(self._at[item] for item in pair)
            self._apart.add((left, right))

    def unite(self, pairs: Iterable[Collection[T]]) -> None:
        """Merge the clusters of these pairs whatever their score, unless that is forbidden."""
        for left, right in sorted(sorted(self._at[item] for item in pair) for pair in pairs):
            one, other = self._home[left], self._home[right]
            if one != other and not self._forbidden(one, other):
                self._merge(one, other)

    def grow(self, pairs: Mapping[tuple[T, T], float]) -> None:
        """Merge the clusters of pairs that are alike, strongest first."""
        placed = ((-score, sorted((self._at[left], self._at[right]))) for (left, right), score in pairs.items())
        for _, (left, right) in sorted(placed):
            one, other = self._home[left], self._home[right]
            if one != other and not self._forbidden(one, other) and self._alike(one, other):
                self._merge(one, other)

    def found(self) -> list[list[T]]:
        """The clusters by their first items, each in order."""
        return [[self._items[number] for number in sorted(members)] for _, members in sorted(self._members.items())]

    def _forbidden(self, one: int, other: int) -> bool:
        crossing = {one, other}
        return any({self._home[left], self._home[right]} == crossing for left, right in self._apart)

    def _alike(self, one: int, other: int) -> bool:
        first, second = self._members[one], self._members[other]
        tried = (one, len(first), other, len(second)) if one < other else (other, len(second), one, len(first))
        if tried in self._refused:
            return False
        pairs = [(left, right) for left in _spread(first) for right in _spread(second)]
        scores = [self._score(self._items[left], self._items[right]) for left, right in pairs]
        alike = sum(scores) > TINY and min(scores) > NEVER
        if not alike:
            self._refused.add(tried)
        return alike

    def _merge(self, one: int, other: int) -> None:
        kept, gone = sorted((one, other))
        moved = self._members.pop(gone)
        self._members[kept].extend(moved)
        for number in moved:
            self._home[number] = kept


def _spread(members: list[int]) -> list[int]:
    """All of a small cluster, else a few from its first to its last."""
    if len(members) <= SAMPLE:
        return members
    ordered = sorted(members)
    return [ordered[number * (len(ordered) - 1) // (SAMPLE - 1)] for number in range(SAMPLE)]
