"""The labelled pairs, read from TOML, and how groups of documents held to be one text are scored against them."""

import hashlib
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal

from eval.gold.scores import Share
from vedette.model import VedetteError

PAIRS = Path(__file__).with_name("pairs.toml")

type Ends = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles by id, in order; whether they print one text, and of which kind they are."""

    ends: Ends
    reprint: bool
    kind: str

    @property
    def split(self) -> Literal["dev", "test"]:
        """By a hash of the pair, so that nobody chose the part it is in."""
        return "test" if hashlib.sha256(" ".join(self.ends).encode()).digest()[0] % 2 else "dev"


def read_pairs(path: Path = PAIRS, split: str | None = None) -> tuple[Pair, ...]:
    """Every pair, or those of one split; VedetteError where one is labelled twice."""
    labels = tomllib.loads(path.read_text("utf-8"))
    found = tuple(
        Pair(ordered(*ends), label == "reprint", kind)
        for label in ("reprint", "other")
        for kind, pairs in labels[label].items()
        for ends in pairs
    )
    if twice := {one.ends for one in found if sum(other.ends == one.ends for other in found) > 1}:
        raise VedetteError(f"{path.name}: labelled twice: {sorted(twice)}")
    return tuple(one for one in found if split in {None, one.split})


def ordered(left: str, right: str) -> Ends:
    """Two ids as a pair that is the same whichever came first."""
    return (left, right) if left < right else (right, left)


def held(groups: Iterable[Iterable[str]]) -> frozenset[Ends]:
    """The pairs that stand in one group."""
    return frozenset(ordered(*two) for group in groups for two in combinations(set(group), 2))


def share(pairs: Iterable[Pair], said: frozenset[Ends]) -> Share:
    """Labelled reprints that were said to be, of those that are and of the labelled pairs that were said."""
    known = tuple(pairs)
    right = sum(one.reprint and one.ends in said for one in known)
    return Share(right, sum(one.reprint for one in known), sum(one.ends in said for one in known))


def shares_by_kind(pairs: Iterable[Pair], said: frozenset[Ends]) -> dict[str, tuple[int, int]]:
    """For each kind how many pairs were judged rightly, and how many there are."""
    known = tuple(pairs)
    return {
        kind: (sum(one.reprint == (one.ends in said) for one in of), len(of))
        for kind in dict.fromkeys(one.kind for one in known)
        if (of := [one for one in known if one.kind == kind])
    }
