"""How well one partition of mentions meets another: pairs, and the three measures whose mean is CoNLL's (2012)."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

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
    likeness = _best(tuple(gold), frozenset(said))
    return Tally(likeness, len(gold), likeness, len(said))


def _best(gold: tuple[Cluster, ...], said: frozenset[Cluster]) -> float:
    """The greatest sum of likeness: what touches nothing else is settled first, the rest is tried out."""
    if not gold:
        return 0.0
    first, rest = gold[0], gold[1:]
    touching = [one for one in said if first & one]
    tried = [2 * len(first & one) / (len(first) + len(one)) + _best(rest, said - {one}) for one in touching]
    alone = len(touching) == 1 and not any(touching[0] & one for one in rest)
    return max(tried if alone else [*tried, _best(rest, said)])


def conll(gold_and_said: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> float:
    """The mean F1 of the three measures over several partitions."""
    known = list(gold_and_said)
    return sum(summed(measure(*one) for one in known).f1 for measure in (muc, b_cubed, ceaf)) / 3
