"""Where two texts have the same words: runs that may stand in another order, with small changes inside."""

from typing import NamedTuple

import numpy as np

from vedette.assessment.reprints.texts import IN_A_ROW, Text

GAP = 8
LEAST = 12
OPEN = 8  # runs that may still go on


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
