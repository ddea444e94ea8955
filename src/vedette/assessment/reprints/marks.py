"""Which texts have a hash in common, and which hashes are standing text: what comes every day, as background does."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from vedette.assessment.reprints.texts import Text

MANY = 5
DAYS = 3
LONG = 30


class Marks:
    """Texts by number under the hashes that stand for them.

    A hash in more than five texts is standing text when one outlet has it on three days or when it returns for a month.
    A story that forty outlets print on one day is not. What has become standing text stays so.
    """

    def __init__(self) -> None:
        self._at: dict[int, int | list[int]] = {}
        self._days: dict[int, dict[str | None, set[str]]] = {}
        self._standing: set[int] = set()

    def add(self, number: int, text: Text, texts: list[Text]) -> frozenset[int]:
        """Put a text in; the hashes that became standing text by it."""
        return frozenset(mark for mark in set(text.all_marks.tolist()) if self._becomes_standing(mark, number, texts))

    def standing(self, marks: Iterable[int]) -> int:
        """How many of some hashes are standing text."""
        return sum(mark in self._standing for mark in marks)

    def holders(self, mark: int) -> list[int]:
        """The texts that have a hash."""
        held = self._at.get(mark, [])
        return [held] if isinstance(held, int) else held

    def near(self, text: Text) -> Counter[int]:
        """How many hashes each text has in common with one, standing text left out."""
        return Counter(number for mark in self._fresh(text) for number in self.holders(mark))

    def shared(self, left: Text, right: Text) -> int:
        """How many hashes two texts have in common, standing text left out."""
        return len(self._fresh(left) & self._fresh(right))

    def _fresh(self, text: Text) -> set[int]:
        return set(text.all_marks.tolist()) - self._standing

    def _becomes_standing(self, mark: int, number: int, texts: list[Text]) -> bool:
        held = self._at.get(mark)
        if held is None:
            self._at[mark] = number
            return False
        if isinstance(held, int):
            held = self._at[mark] = [held]
        held.append(number)
        if len(held) <= MANY or mark in self._standing or not self._returns(mark, held, texts):
            return False
        self._standing.add(mark)
        return True

    def _returns(self, mark: int, held: list[int], texts: list[Text]) -> bool:
        """Whether a hash in many texts comes back day after day."""
        fresh = held[-1:] if mark in self._days else held
        days = self._days.setdefault(mark, {})
        for number in fresh:
            document = texts[number].document
            days.setdefault(document.outlet or document.id, set()).add((document.published or "")[:10])
        every = sorted(day for known in days.values() for day in known if day)
        return max(map(len, days.values())) >= DAYS or (len(every) > 1 and _apart(every[0], every[-1]) > LONG)


def _apart(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
