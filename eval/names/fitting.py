"""Fits what each trait of a name says for its being a town's (`place_traits.toml`); measured on texts left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from eval.gold.fitting import keep, weights_for
from eval.gold.scores import Share
from eval.names.texts import Masked
from vedette.lexicon.actors import load_registry
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.parser import parse_all
from vedette.mentions.places.evidence import Judge
from vedette.mentions.places.runs import run_at
from vedette.mentions.places.traits import traits
from vedette.model.tokens import Doc, Span

type Numbers = NDArray[numpy.float64]

KEPT, FEWEST, FOLDS = 140, 12, 4
HEAD = (
    '# What each trait of a name that nobody knows adds to the log-odds of a town, "" what holds of every name.\n'
    "# Fitted to texts of our own with invented names by `python -m eval names`.\n"
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A name of a text, its traits, and whether it stands for a town."""

    id: str
    traits: frozenset[str]
    town: bool


def seen(texts: Iterable[Masked]) -> Iterator[Seen]:
    """Every name in the texts but those of known groups and those that may be places besides."""
    texts = list(texts)
    for one, tokens in zip(texts, parse_all(each.text for each in texts), strict=True):
        actors = Judge(tokens, load_gazetteer(), load_registry()).actors
        for span in _runs(tokens):
            town = _touches(span, one.towns)
            known = not actors.isdisjoint(range(span.start, span.end)) or _touches(span, one.unsure)
            if town or not (known or _may_be_town(span)):
                yield Seen(one.id, frozenset(traits(span)), town)


def _runs(tokens: Doc) -> Iterator[Span]:
    at = 0
    while at < len(tokens):
        span = run_at(tokens, at, load_gazetteer())
        if span is not None:
            yield span
        at = span.end if span is not None else at + 1


def _touches(span: Span, stretches: Iterable[tuple[int, int]]) -> bool:
    return any(start < span.end_char and span.start_char < end for start, end in stretches)


def _may_be_town(span: Span) -> bool:
    """A name that the gazetteer knows, where the recogniser sees no person."""
    found = load_gazetteer().lookup(span.text)
    return span[0].ent_type_ != "PERSON" and any(one.main or one.precision != "settlement" for one in found)


def fit_and_keep(names: Sequence[Seen]) -> Share:
    """Writes the weights fitted to all names; gives what they are worth on texts that they were not fitted to."""
    table, columns = _table(names)
    gold = numpy.array([one.town for one in names], dtype=float)
    kept, weights = _fitted(table, gold)
    keep("place_traits", HEAD, [columns[at] for at in kept.tolist()], weights)
    return _left_out(names, table, gold)


def _left_out(names: Sequence[Seen], table: Numbers, gold: Numbers) -> Share:
    ids = {name: at % FOLDS for at, name in enumerate(sorted({one.id for one in names}))}
    fold = numpy.array([ids[one.id] for one in names])
    right = said = 0
    for part in range(FOLDS):
        kept, weights = _fitted(table[fold != part], gold[fold != part])
        found = table[fold == part][:, kept] @ weights > 0
        said += int(found.sum())
        right += int(gold[fold == part][found].sum())
    return Share(right, int(gold.sum()), said)


def _table(names: Sequence[Seen]) -> tuple[Numbers, list[str]]:
    counts = Counter(trait for one in names for trait in one.traits)
    columns = ["", *sorted(trait for trait, count in counts.items() if count >= FEWEST)]
    number = {trait: at for at, trait in enumerate(columns)}
    table = numpy.zeros((len(names), len(columns)))
    table[:, 0] = 1.0
    for row, one in enumerate(names):
        table[row, [number[trait] for trait in one.traits if trait in number]] = 1.0
    return table, columns


def _fitted(table: Numbers, gold: Numbers) -> tuple[NDArray[numpy.int64], Numbers]:
    """The columns that say most, and their weights: half of those too many are dropped at a time."""
    kept = numpy.arange(table.shape[1])
    while True:
        weights = weights_for(table[:, kept], gold)
        too_many = len(kept) - 1 - KEPT
        if too_many <= 0:
            return kept, weights
        says = numpy.abs(weights[1:]) * numpy.sqrt(table[:, kept[1:]].sum(axis=0))
        dropped = too_many if too_many < KEPT / 3 else too_many // 2
        kept = numpy.concatenate([kept[:1], kept[1:][numpy.sort(numpy.argsort(says)[dropped:])]])
