"""Fits what each trait of a pair says for the one denying the other to the `dev` passages (`bearings.toml`).

Logistic regression by Newton's method with a ridge, on the traits that say most; measured by passages left out.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy
from numpy.typing import NDArray

from eval.gold.given import told_at
from eval.gold.passages import Passage
from eval.gold.scores import Share, touches
from eval.tasks.spans import token_at
from vedette.claims.answers import before_links
from vedette.claims.answers.pairs import eligible, enough, sort_of, traits
from vedette.claims.answers.telling import Telling
from vedette.claims.reading import Reading
from vedette.model import Marked

type Numbers = NDArray[numpy.float64]

FEWEST, LEAST, RIDGE, ROUNDS, FOLDS, SMALL = 20, 0.15, 6.0, 60, 8, 1e-6
HEAD = (
    '# What each trait of bearings adds to the log-odds that a claim denies another, "" what holds of every pair.\n'
    "# Fitted to the dev passages of eval/gold by `python -m eval gold --fit`.\n"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events of a passage, the traits of their claims, and whether the one denies the other in gold."""

    passage: str
    ends: tuple[str, str]
    traits: tuple[str, ...]
    denied: bool


def pairs_of(passage: Passage, marked: Marked) -> Iterator[Pair]:
    """Every pair of gold events of which the first may deny the second, as the rules see them."""
    reading = Reading(marked)
    words = [token for one in passage.claims if (token := token_at(marked.tokens, *one.event)) is not None]
    told = before_links(reading, told_at(reading, words))
    links = {(one.id, other) for one in passage.claims for other in one.denies}
    for one in (each for each in told if sort_of(each)):
        among = eligible(one, told)
        for other in among:
            ends = _event(passage, one), _event(passage, other)
            if all(ends) and ends[0] != ends[1]:
                yield Pair(passage.id, ends, traits(one, other, among, told), ends in links)


def _event(passage: Passage, one: Telling) -> str:
    at = one.token.idx, one.token.idx + len(one.token)
    return next((claim.id for claim in passage.claims if touches(claim.event, at)), "")


def fit_and_keep(pairs: Sequence[Pair], wanted: int) -> Share:
    """Writes the weights fitted to all pairs; gives what they are worth on passages that they were not fitted to."""
    names, weights = _fitted(pairs)
    keep("bearings", HEAD, ["", *names], weights)
    return _left_out(pairs, wanted)


def keep(table: str, head: str, names: Sequence[str], weights: Numbers) -> None:
    """Write a table of the lexicon: the constant first, then what says most."""
    first, *rest = zip(names, weights.tolist(), strict=True)
    ranked = (first, *sorted(rest, key=lambda pair: -abs(pair[1])))
    entries = (f"\n[[entry]]\nname = {json.dumps(name)}\npoints = {points:.2f}\n" for name, points in ranked)
    write(table, head + "".join(entries))


def write(table: str, text: str) -> None:
    """Put the text of a table of the lexicon in its place."""
    Path(str(files("vedette.lexicon") / "data" / f"{table}.toml")).write_text(text, "utf-8")


def _left_out(pairs: Sequence[Pair], wanted: int) -> Share:
    """Links found and right, each passage judged by weights fitted to seven eighths of the others."""
    ids = sorted({one.passage for one in pairs})
    fold = {name: at % FOLDS for at, name in enumerate(ids)}
    right = said = 0
    for part in range(FOLDS):
        held = [one for one in pairs if fold[one.passage] == part]
        names, weights = _fitted([one for one in pairs if fold[one.passage] != part])
        chances = 1 / (1 + numpy.exp(-(_table(names, held) @ weights)))
        best: dict[tuple[str, str], float] = {}
        for one, chance in zip(held, chances, strict=True):
            key = one.passage, one.ends[0]
            best[key] = max(best.get(key, 0.0), float(chance))
        linked = {(one.passage, one.ends, one.denied) for one, chance in zip(held, chances, strict=True)
                  if chance >= enough(one.traits[0], best[one.passage, one.ends[0]])}  # fmt: skip
        said += len(linked)
        right += sum(denied for _, _, denied in linked)
    return Share(right, wanted, said)


def _fitted(pairs: Sequence[Pair]) -> tuple[list[str], Numbers]:
    """The traits that say most, and their weights, the constant first."""
    counts = Counter(name for one in pairs for name in set(one.traits))
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    gold = numpy.array([one.denied for one in pairs], dtype=float)
    weights = weights_for(_table(names, pairs), gold)
    names = [name for name, weight in zip(names, weights[1:], strict=True) if abs(weight) >= LEAST]
    return names, weights_for(_table(names, pairs), gold)


def _table(names: Sequence[str], pairs: Sequence[Pair]) -> Numbers:
    column = {name: at for at, name in enumerate(names, start=1)}
    table = numpy.zeros((len(pairs), len(names) + 1))
    table[:, 0] = 1.0
    for row, one in enumerate(pairs):
        table[row, [column[name] for name in set(one.traits) if name in column]] = 1.0
    return table


def weights_for(table: Numbers, gold: Numbers) -> Numbers:
    """The weights of a logistic regression with a ridge, the constant (first column) free of it."""
    penalty = RIDGE * numpy.eye(table.shape[1])
    penalty[0, 0] = 0.0
    weights = numpy.zeros(table.shape[1])
    for _ in range(ROUNDS):
        chances = 1 / (1 + numpy.exp(-(table @ weights)))
        slope = table.T @ (chances - gold) + penalty @ weights
        step = numpy.linalg.solve((table * (chances * (1 - chances))[:, None]).T @ table + penalty, slope)
        weights -= step
        if numpy.abs(step).max() < SMALL:
            break
    return weights
