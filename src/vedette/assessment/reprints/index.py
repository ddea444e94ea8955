"""All documents with what they have from one another; one more costs only those that it shares words with."""

from collections.abc import Iterable, Iterator

from vedette.assessment.reprints.families import families_of, passages_of, tied
from vedette.assessment.reprints.marks import Marks
from vedette.assessment.reprints.overlaps import Overlap, Run, align, overlap
from vedette.assessment.reprints.texts import Text, text_of
from vedette.model import Document, Families, Family, Passage

SHARED = 2
COMPARED = 64


class Reprints:
    """Families of documents that print one text, and the passages that each has from others.

    What comes of documents one by one equals what comes of all at once.
    """

    def __init__(self) -> None:
        self._texts: list[Text] = []
        self._numbers: dict[str, int] = {}
        self._marks = Marks()
        self._runs: dict[tuple[int, int], tuple[Run, ...]] = {}
        self._near: dict[int, set[int]] = {}
        self._overlaps: dict[int, dict[int, Overlap]] = {}
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._families: dict[int, Family] = {}

    def add(self, documents: Iterable[Document]) -> frozenset[str]:
        """Put documents in; the ids of all whose family or passages are others than before."""
        stale: set[int] = set()
        for document in documents:
            if document.id not in self._numbers:
                stale |= self._put(text_of(document))
        pairs = {self._pair(number, other) for number in stale for other in self._near.get(number, ())}
        for pair in pairs:
            self._judge(*pair)
        return self._told_again(stale.union(*pairs))

    def families(self) -> Families:
        """All families and passages."""
        found = sorted(self._families.values(), key=lambda family: family.documents)
        return Families(tuple(found), dict(self._passages))

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The ids of the documents that have more in common than formulas and standing text, the earlier first."""
        for first, later in self._runs:
            if later in self._overlaps.get(first, {}):
                yield self._texts[first].document.id, self._texts[later].document.id

    def overlap(self, left: str, right: str) -> Overlap | None:
        """What the documents of two ids have in common; None: no more than formulas and standing text."""
        return self._overlaps.get(self._numbers[left], {}).get(self._numbers[right])

    def _put(self, text: Text) -> set[int]:
        """The texts to be judged again: the new one, and those with words that it has turned into standing text."""
        number = len(self._texts)
        self._texts.append(text)
        self._numbers[text.document.id] = number
        standing = self._marks.add(number, text, self._texts)
        for other in self._likest(number, text):
            pair = self._pair(number, other)
            runs = align(*(self._texts[end] for end in pair))
            if runs:
                self._runs[pair] = runs
                self._near.setdefault(number, set()).add(other)
                self._near.setdefault(other, set()).add(number)
        return {number} | {holder for mark in standing for holder in self._marks.holders(mark)}

    def _likest(self, number: int, text: Text) -> list[int]:
        """The other texts with the most in common, as many as are worth comparing word for word."""
        near = self._marks.near(text)
        found = [other for other in near if other != number and near[other] >= self._least(text, self._texts[other])]
        return sorted(found, key=lambda other: (-near[other], self._texts[other].order))[:COMPARED]

    def _pair(self, one: int, other: int) -> tuple[int, int]:
        """Two texts, the earlier first, so that the result does not depend on which was read first."""
        return (one, other) if self._texts[one].order < self._texts[other].order else (other, one)

    def _least(self, left: Text, right: Text) -> int:
        return min(SHARED, len(left.marks), len(right.marks))

    def _judge(self, first: int, later: int) -> None:
        left, right = self._texts[first], self._texts[later]
        enough = self._marks.shared(left, right) >= self._least(left, right)
        found = overlap(left, right, self._runs[first, later] if enough else (), self._marks.standing)
        for here, there, one in ((first, later, found), (later, first, found.turned())):
            if one.runs:
                self._overlaps.setdefault(here, {})[there] = one
            else:
                self._overlaps.get(here, {}).pop(there, None)

    def _told_again(self, stale: set[int]) -> frozenset[str]:
        """Work out the passages of some texts, and the families of all that reprints tie to them."""
        changed = {number for number in stale if self._renew_passages(number)}
        group = tied(stale, self._overlaps)
        ids = {self._texts[number].document.id for number in group}
        before = {root: family for root, family in self._families.items() if root in group}
        after = families_of(group, self._texts, self._overlaps)
        for root in before:
            del self._families[root]
        self._families |= after
        others = {root for root in before.keys() | after.keys() if before.get(root) != after.get(root)}
        members = {one for root in others for by in (before, after) if root in by for one in by[root].documents}
        return frozenset(members & ids | {self._texts[number].document.id for number in changed})

    def _renew_passages(self, number: int) -> bool:
        """Whether a text has other passages than before."""
        text = self._texts[number]
        found = passages_of(text, self._overlaps.get(number, {}), self._texts)
        known = self._passages.pop(text.document.id, ())
        if found:
            self._passages[text.document.id] = found
        return found != known
