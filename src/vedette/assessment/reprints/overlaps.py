"""What two texts have in common, and whether that makes one the reprint of the other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vedette.assessment.reprints.alignment import Run
from vedette.assessment.reprints.texts import Text

THIRD = 0.3  # "a third of what the shorter one tells", some of it reworded beyond recognition
OWN_WORDS = 12

type Standing = Callable[[Iterable[int]], int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The news that two texts share, as the first of them sees it, and the share of each text that it makes up."""

    runs: tuple[Run, ...]
    shares: tuple[float, float]
    reprint: bool

    def turned(self) -> "Overlap":
        """The overlap as the other text sees it."""
        runs = tuple(sorted(run.turned() for run in self.runs))
        return Overlap(runs, self.shares[::-1], self.reprint)

    @property
    def reordered(self) -> bool:
        """Whether the other text tells it in another order."""
        starts = [run.other_start for run in self.runs]
        return starts != sorted(starts)


def overlap(left: Text, right: Text, runs: Iterable[Run], standing: Standing) -> Overlap:
    """The runs that are news to both texts, and whether they make a reprint.

    A reprint shares a third of the news of the shorter text, standing text left out, and not a quotation alone.
    """
    news = tuple(run for run in runs if not _is_standing(left, run, standing))
    ours, theirs = _covered(left, news), _covered(right, (run.turned() for run in news))
    shares = _share(left, ours, standing), _share(right, theirs, standing)
    told = shares[0] if left.words <= right.words else shares[1]
    spoken = int(np.count_nonzero(ours & ~left.quoted)) if news else 0
    return Overlap(news, shares, told >= THIRD and (spoken >= OWN_WORDS or told > 1 - THIRD))


def _is_standing(text: Text, run: Run, standing: Standing) -> bool:
    marks = text.marks_in(run.start, run.end).tolist()
    return bool(marks) and 2 * standing(marks) >= len(marks)


def _covered(text: Text, runs: Iterable[Run]) -> NDArray[np.bool_]:
    covered = np.zeros(text.words, np.bool_)
    for run in runs:
        covered[run.start : run.end] = True
    return covered


def _share(text: Text, covered: NDArray[np.bool_], standing: Standing) -> float:
    marks = text.all_marks.tolist()
    news = text.words * (1 - standing(marks) / len(marks)) if marks else 0.0
    return min(1.0, float(np.count_nonzero(covered)) / news) if news else 0.0
