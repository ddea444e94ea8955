"""What two texts share: the words aligned, the runs that stand in both, and what that makes of the pair."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vedette.assessment.reprints.texts import IN_A_ROW, Text

GAP = 8
LEAST = 12
OPEN = 8  # runs that may still go on
THIRD = 0.3  # "a third of what the shorter one tells", some of it reworded beyond recognition
OWN_WORDS = 12

type Standing = Callable[[Iterable[int]], int]


class Run(NamedTuple):
    """Words of one text that stand in another: their bounds in both, end exclusive, and how many are the same."""

    start: int
    end: int
    other_start: int
    other_end: int
    same: int

    def turned(self) -> "Run":
        """The run as the other text sees it."""
        return Run(self.other_start, self.other_end, self.start, self.end, self.same)


def align(left: Text, right: Text) -> tuple[Run, ...]:
    """The runs of at least a dozen words that two texts have in common, in the order of the first.

    Up to eight words that differ lie inside of a run; a shorter one is a formula rather than a copy.
    """
    _, ours, theirs = np.intersect1d(left.shingles, right.shingles, return_indices=True)
    order = np.argsort(ours)
    runs: list[Run] = []
    for here, there in zip(ours[order].tolist(), theirs[order].tolist(), strict=True):
        last = range(len(runs) - 1, max(-1, len(runs) - 1 - OPEN), -1)
        at = next((i for i in last if _goes_on(runs[i], here, there)), None)
        if at is None:
            runs.append(Run(here, here + IN_A_ROW, there, there + IN_A_ROW, IN_A_ROW))
        else:
            runs[at] = _longer(runs[at], here, there)
    return tuple(run for run in runs if run.same >= LEAST)


def _goes_on(run: Run, here: int, there: int) -> bool:
    return -IN_A_ROW < here - run.end <= GAP and -IN_A_ROW < there - run.other_end <= GAP


def _longer(run: Run, here: int, there: int) -> Run:
    added = IN_A_ROW + min(0, here - run.end, there - run.other_end)
    return Run(run.start, here + IN_A_ROW, run.other_start, there + IN_A_ROW, run.same + added)


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
