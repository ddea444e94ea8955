"""How well one partition of mentions meets another: pairs, and the three measures whose mean is CoNLL's (2012)."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from eval.gold.scores import Share

type Cluster = frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was earned of what could be, seen from the answers that are right and from those that were given."""

    recalled: float
    wanted: float
    precise: float
    said: float

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        recall = self.recalled / self.wanted if self.wanted else 0.0
        precision = self.precise / self.said if self.said else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def summed(tallies: Iterable[Tally]) -> Tally:
    """Several tallies as one."""
    known = list(tallies)
    return Tally(
        sum(one.recalled for one in known),
        sum(one.wanted for one in known),
        sum(one.precise for one in known),
        sum(one.said for one in known),
    )


def pairs(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Share:
    """Pairs of mentions that are together in both partitions."""
    wanted, found = ({frozenset(two) for one in side for two in combinations(one, 2)} for side in (gold, said))
    return Share(len(wanted & found), len(wanted), len(found))


def muc(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Tally:
    """By links (Vilain and others 1995)."""
    return Tally(*_links(gold, said), *_links(said, gold))


def _links(of: Sequence[Cluster], by: Sequence[Cluster]) -> tuple[float, float]:
    kept = sum(len(one) - sum(bool(one & other) for other in by) for one in of)
    return kept, sum(len(one) - 1 for one in of)


def b_cubed(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Tally:
    """By mentions (Bagga and Baldwin 1998)."""
    return Tally(*_mentions(gold, said), *_mentions(said, gold))


def _mentions(of: Sequence[Cluster], by: Sequence[Cluster]) -> tuple[float, float]:
    return sum(len(one & other) ** 2 / len(one) for one in of for other in by), sum(len(one) for one in of)


def ceaf(gold: Sequence[Cluster], said: Sequence[Cluster]) -> Tally:
    """By clusters, each set against one other so that their likeness is greatest (Luo 2005, phi 4)."""
    likeness = _best([[2 * len(one & other) / (len(one) + len(other)) for other in said] for one in gold])
    return Tally(likeness, len(gold), likeness, len(said))


def _best(likeness: Sequence[Sequence[float]]) -> float:
    """The greatest sum of likeness when each row is set against one column: the Hungarian method, row after row."""
    size = max([len(likeness), *map(len, likeness)])
    cost = [[-(likeness[i][j] if i < len(likeness) and j < len(likeness[i]) else 0.0) for j in range(size)]
            for i in range(size)]  # fmt: skip
    of_row, of_column, taken = [0.0] * size, [0.0] * size, [-1] * size  # what each may cost, and whose a column is
    for row in range(size):
        _place(row, cost, of_row, of_column, taken)
    return -sum(cost[taken[column]][column] for column in range(size))


def _place(row: int, cost: list[list[float]], of_row: list[float], of_column: list[float], taken: list[int]) -> None:
    """Give a row a column, moving others on along the cheapest way to one that is free."""
    size = len(cost)
    slack, before, seen, last = [inf] * size, [-1] * size, [False] * size, -1
    while last < 0 or taken[last] >= 0:
        at = row if last < 0 else taken[last]
        if last >= 0:
            seen[last] = True
        for column in range(size):
            over = cost[at][column] - of_row[at] - of_column[column]
            if not seen[column] and over < slack[column]:
                slack[column], before[column] = over, last
        nearest = min((column for column in range(size) if not seen[column]), key=slack.__getitem__)
        by = slack[nearest]
        of_row[row] += by
        for column in range(size):
            if seen[column]:
                of_row[taken[column]] += by
                of_column[column] -= by
            else:
                slack[column] -= by
        last = nearest
    while last >= 0:
        taken[last] = row if before[last] < 0 else taken[before[last]]
        last = before[last]


def conll(gold_and_said: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> float:
    """The mean F1 of the three measures over several partitions."""
    known = list(gold_and_said)
    return sum(summed(measure(*one) for one in known).f1 for measure in (muc, b_cubed, ceaf)) / 3
