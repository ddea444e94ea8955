"""How far two annotations of the same passages agree: on events, and where both see one on all that they say of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from eval.gold.passages import GoldClaim, GoldLink, Passage
from eval.gold.scores import Share, added, chain_agrees, denials, kappa, links, mean, pointing_share, touches
from eval.results import commit_here
from vedette.model import Link, SourceType

SHOWN = 12
SOURCE_TYPE: dict[str, SourceType] = {one: one for one in get_args(SourceType)}


@dataclass(frozen=True, slots=True)
class Twice:
    """One event that both annotations mark."""

    passage: Passage
    first: GoldClaim
    second: GoldClaim

    @property
    def same_chain(self) -> bool:
        """Whether both give the same sources in the same order."""
        return chain_agrees(self.passage.text, self.first.chain, self._links)

    @property
    def same_types(self) -> bool:
        """Whether both give the same chain with the same types."""
        return self.same_chain and all(left == right for left, right in self.types)

    @property
    def types(self) -> list[tuple[str, str]]:
        """The types that both give to the sources they share."""
        return [(one.type, other.source_type) for one, other in links(self.passage.text, self.first.chain, self._links)]

    @property
    def links(self) -> Share:
        """The links they share."""
        return Share(len(self.types), len(self.first.chain), len(self.second.chain))

    @property
    def standings(self) -> tuple[str, str]:
        """The standing that each gives."""
        return self.first.standing, self.second.standing

    @property
    def _links(self) -> tuple[Link, ...]:
        return tuple(as_link(self.passage.text, one) for one in self.second.chain)


def as_link(text: str, gold: GoldLink) -> Link:
    """A link of an annotation in the form that a reading gives; where nobody is named it stands at its cue."""
    start, end = gold.source or gold.cue or (None, None)
    return Link("" if start is None else text[start:end], start, end, gold.name, SOURCE_TYPE[gold.type])


def met(passage: Passage, second: Passage) -> list[Twice]:
    """The events that both mark, each once, by the words that report them."""
    left, pairs = list(second.claims), []
    for one in passage.claims:
        other = next((claim for claim in left if touches(one.event, claim.event)), None)
        if other is not None:
            left.remove(other)
            pairs.append(Twice(passage, one, other))
    return pairs


def agreement(pairs: Sequence[tuple[Passage, Passage]], split: str) -> str:
    """The figures as lines of Markdown tables, first annotation against second."""
    twice = [one for pair in pairs for one in met(*pair)]
    counts = [sum(len(passage.claims) for passage in side) for side in zip(*pairs, strict=True)]
    head = f"{len(pairs)} passages, {' and '.join(map(str, counts))} claims ({split}), commit {commit_here()}"
    lines = [f"| {name} | {n} | {value:.3f} |" for name, n, value in _rows(pairs, twice, counts)]
    return "\n".join([head, "", "| figure | n | |", "|---|---:|---:|", *lines, "", *_differing(twice)])


def _rows(
    pairs: Sequence[tuple[Passage, Passage]], twice: list[Twice], counts: list[int]
) -> Iterator[tuple[str, int, float]]:
    yield "events F1", len(twice), Share(len(twice), *counts).f1 if counts else 0.0
    for least, name in enumerate(("chain exact", "… where either has a link", "… where either has two links or more")):
        long = [one for one in twice if max(len(one.first.chain), len(one.second.chain)) >= least]
        yield name, len(long), mean(one.same_chain for one in long)
    yield "chain exact and every type the same", len(twice), mean(one.same_types for one in twice)
    shared = added(one.links for one in twice)
    yield "links F1", shared.right, shared.f1
    yield from _beyond_chance("source type of shared links", [pair for one in twice for pair in one.types])
    yield from _beyond_chance("standing", [one.standings for one in twice])
    for name, share in _denials(pairs):
        yield name, share.right, share.f1


def _beyond_chance(name: str, pairs: list[tuple[str, str]]) -> Iterator[tuple[str, int, float]]:
    yield name, len(pairs), mean(left == right for left, right in pairs)
    yield f"{name}, kappa", len(pairs), kappa(pairs)


def _denials(pairs: Sequence[tuple[Passage, Passage]]) -> Iterator[tuple[str, Share]]:
    yield "denial links F1", added(pointing_share(denials(one.claims), denials(two.claims)) for one, two in pairs)
    both = [met(*pair) for pair in pairs]
    sides = [([one.first for one in known], [one.second for one in known]) for known in both]
    yield "… between events that both mark", added(pointing_share(denials(one), denials(two)) for one, two in sides)


def _differing(twice: list[Twice]) -> Iterator[str]:
    """The commonest pairs of standings and of types on which the two differ."""
    yield from _confused("standing", (one.standings for one in twice))
    yield ""
    yield from _confused("source type", (pair for one in twice for pair in one.types))


def _confused(name: str, pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield from (f"| {name}, first | second | times |", "|---|---|---:|")
    differing = Counter((left, right) for left, right in pairs if left != right)
    yield from (f"| {left} | {right} | {times} |" for (left, right), times in differing.most_common(SHOWN))


def told(first: Passage, second: Passage) -> Iterator[str]:
    """What the two see differently in one passage, in a line each."""
    twice = met(first, second)
    for name, claims, seen in (
        ("first", first.claims, {one.first.id for one in twice}),
        ("second", second.claims, {one.second.id for one in twice}),
    ):
        yield from (f"{first.id}: only the {name} {_put(first, one)}" for one in claims if one.id not in seen)
    for one in twice:
        if not one.same_types or len(set(one.standings)) > 1:
            yield f"{first.id}: first {_put(first, one.first)}\n  second {_put(first, one.second)}"


def _put(passage: Passage, claim: GoldClaim) -> str:
    text = passage.text
    chain = " < ".join(f"{text[slice(*(link.source or link.cue or (0, 0)))]} ({link.type})" for link in claim.chain)
    return f"{text[slice(*claim.event)]!r} {claim.standing}: {chain or '-'}"
