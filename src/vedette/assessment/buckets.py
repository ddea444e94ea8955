"""Claims sorted into buckets that are assessed apart, so that a new document costs only the buckets it touches.

What comes of updates equals what comes of the same claims at once; the result never depends on their order.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import cast

from vedette.model import Claim

in_order: Callable[[Claim], tuple[str, str, int, str]] = attrgetter("order")


class Buckets[K: Hashable, T]:
    """What each bucket of claims adds up to; a bucket that did not change is not worked out again.

    `keys` names the buckets of a claim (none: it has no part in this). `work` is handed a key and the claims under it
    in order, without another `order` by publication, place in the document and id.
    """

    def __init__(
        self,
        keys: Callable[[Claim], Iterable[K]],
        work: Callable[[K, tuple[Claim, ...]], T],
        order: Callable[[Claim], tuple[str | int, ...]] = in_order,
    ) -> None:
        self._keys, self._work, self._order = keys, work, order
        self._claims: dict[K, Claim | dict[str, Claim]] = {}  # most hold one, for which a dict would be large
        self._stale: dict[K, None] = {}
        self._results: dict[K, T] = {}

    def add(self, claims: Iterable[Claim]) -> None:
        """Put claims in; one that is there already, by its id, is replaced."""
        for claim in claims:
            for key in self._keys(claim):
                held = self._claims.setdefault(key, claim)
                if isinstance(held, dict):
                    held[claim.id] = claim
                elif held is not claim:
                    self._claims[key] = claim if held.id == claim.id else {held.id: held, claim.id: claim}
                self._stale[key] = None

    def remove(self, claims: Iterable[Claim]) -> None:
        """Take claims out; one that is not there is passed over."""
        for claim in claims:
            for key in self._keys(claim):
                held = self._claims.get(key)
                if isinstance(held, dict):
                    gone = held.pop(claim.id, None) is not None
                else:
                    gone = held is not None and held.id == claim.id
                    held = None if gone else held
                if gone:
                    self._stale[key] = None
                    if not held:
                        del self._claims[key]

    def touch(self, claims: Iterable[Claim]) -> None:
        """Have the buckets of claims worked out again: something that they rest on has changed."""
        self.stale(key for claim in claims for key in self._keys(claim))

    def stale(self, keys: Iterable[K]) -> None:
        """Have buckets worked out again, as far as they hold a claim."""
        self._stale.update((key, None) for key in keys if key in self._claims)

    def results(self) -> Mapping[K, T]:
        """What every bucket that holds a claim adds up to."""
        self.changes()
        return self._results

    def changes(self) -> dict[K, tuple[T | None, T | None]]:
        """The buckets worked out again since last asked: what they added up to, and what now."""
        changed: dict[K, tuple[T | None, T | None]] = {}
        for key in self._stale:
            before = self._results.pop(key, None)
            held = self._claims.get(key)
            if held is not None:
                claims = sorted(held.values(), key=self._order) if isinstance(held, dict) else (held,)
                self._results[key] = self._work(key, tuple(claims))
            changed[key] = before, self._results.get(key)
        self._stale.clear()
        return changed


def shared[T: Hashable](value: T) -> T:
    """The first value that equals this one, so that many who have the same hold it once."""
    return cast("T", _first(value))


@lru_cache(maxsize=1 << 16)
def _first(value: Hashable) -> Hashable:
    return value
