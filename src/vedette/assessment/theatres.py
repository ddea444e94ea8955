"""Figures by the country that their document speaks of most, which a figure is of where no place is told."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from vedette.assessment.buckets import Buckets
from vedette.assessment.series import series_keys, theatre_of
from vedette.assessment.series.keys import SeriesKey
from vedette.model import Claim, Series

type Found = tuple[Series, ...]


class Figures:
    """The series of all claims that were put in and not taken out, as Buckets hold them.

    A document that comes to speak of another country has its figures moved.
    """

    def __init__(self, work: Callable[[SeriesKey, Sequence[Claim]], Found]) -> None:
        self._theatres: dict[str, str | None] = {}
        self._held: dict[str, dict[str, Claim]] = {}
        self._buckets: Buckets[SeriesKey, Found] = Buckets(self._keys, work)

    def add(self, claims: Iterable[Claim]) -> None:
        """Put claims in; one that is there already, by its id, is replaced."""
        new: dict[str, dict[str, Claim]] = {}
        for claim in claims:
            new.setdefault(claim.document.id, {})[claim.id] = claim
        for document, some in new.items():
            self._change(document, self._held.get(document, {}) | some)

    def remove(self, claims: Iterable[Claim]) -> None:
        """Take claims out; one that is not there is passed over."""
        gone: dict[str, set[str]] = {}
        for claim in claims:
            gone.setdefault(claim.document.id, set()).add(claim.id)
        for document, ids in gone.items():
            held = self._held.get(document, {})
            self._change(document, {id_: claim for id_, claim in held.items() if id_ not in ids})

    def touch(self, claims: Iterable[Claim]) -> None:
        """Have the series of claims worked out again."""
        self._buckets.touch(claims)

    def results(self) -> Mapping[SeriesKey, Found]:
        """All series by their keys."""
        return self._buckets.results()

    def _keys(self, claim: Claim) -> tuple[SeriesKey, ...]:
        return series_keys(claim, self._theatres.get(claim.document.id))

    def _change(self, document: str, now: dict[str, Claim]) -> None:
        before = self._held.get(document, {})
        theatre = theatre_of(now.values())
        moved = theatre != self._theatres.get(document)
        self._buckets.remove(one for id_, one in before.items() if moved or now.get(id_) is not one)
        self._theatres[document] = theatre
        self._held[document] = now
        self._buckets.add(one for id_, one in now.items() if moved or before.get(id_) is not one)
