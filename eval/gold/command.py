"""`python -m eval gold`: reads the passages and prints how well chains, standings and denials come out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import click

from eval.gold.agreement import agreement, told
from eval.gold.fitting import fit_and_keep, pairs_of
from eval.gold.given import claims_at
from eval.gold.passages import GoldClaim, Passage, read_passages, read_second
from eval.gold.scores import (
    Answer,
    Share,
    added,
    at_event,
    chain_agrees,
    denial_share,
    given_links,
    links,
    macro_f1,
    mean,
    standing_scores,
)  # fmt: skip
from eval.results import commit_here
from eval.tasks.spans import token_at
from vedette.claims import extract
from vedette.claims.reading import Reading
from vedette.mentions import Marker
from vedette.model import Claim, Document, Marked


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold claim beside what the reading says of its event when given it, and the claims it found by itself."""

    passage: Passage
    gold: GoldClaim
    answer: Answer
    found: tuple[Claim, ...]
    given: tuple[Claim, ...]


@click.command("gold")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only this part; both without it.")
@click.option("--errors", is_flag=True, help="Print every claim of the dev part that came out wrong.")
@click.option("--fit", is_flag=True, help="Fit the weights by which denials are linked to the dev part, and keep them.")
@click.option("--agreement", "twice", is_flag=True, help="Compare the two annotations instead; nothing is read.")
def gold(split: str | None, errors: bool, fit: bool, twice: bool) -> None:
    """Score chains, standings and denials on the reference set in eval/gold."""
    passages = read_passages(split="dev" if fit else split)
    if fit:
        _fit(passages)
    elif twice:
        _compare(passages, split or "all", errors)
    else:
        _score(passages, split or "all", errors)


def _compare(passages: tuple[Passage, ...], split: str, errors: bool) -> None:
    again = {one.id: one for one in read_second(passages)}
    pairs = [(one, again[one.id]) for one in passages if one.id in again]
    click.echo(agreement(pairs, split))
    if errors:
        click.echo("\n" + "\n".join(line for one, two in pairs if one.split == "dev" for line in told(one, two)))


def _fit(passages: tuple[Passage, ...]) -> None:
    read = zip(passages, _marked(passages), strict=True)
    pairs = [pair for one, marked in read for pair in pairs_of(one, marked)]
    share = fit_and_keep(pairs, sum(len(claim.denies) for one in passages for claim in one.claims))
    click.echo(
        f"{len(pairs)} pairs of {len(passages)} passages; on passages left out, commit {commit_here()}: "
        f"P {share.precision:.3f}, R {share.recall:.3f}, F1 {share.f1:.3f}"
    )


def _score(passages: tuple[Passage, ...], split: str, errors: bool) -> None:
    read = list(zip(passages, _marked(passages), strict=True))
    claims = [extract(marked) for _, marked in read]
    judged = [one for pair, found in zip(read, claims, strict=True) for one in _judge(*pair, found)]
    denials = added(denial_share(passage, found) for passage, found in zip(passages, claims, strict=True))
    click.echo(table(judged, denials, split))
    if errors:
        click.echo("\n".join(_wrong(one) for one in judged if one.passage.split == "dev" and not _right(one)))


def _marked(passages: tuple[Passage, ...]) -> Iterator[Marked]:
    documents = (Document(one.text, outlet=one.outlet, published=one.published, language="en") for one in passages)
    return Marker().mark_all(documents)


def _judge(passage: Passage, marked: Marked, found: tuple[Claim, ...]) -> Iterator[Judged]:
    tokens = [token_at(marked.tokens, *one.event) for one in passage.claims]
    known = [(one, token) for one, token in zip(passage.claims, tokens, strict=True) if token is not None]
    given = claims_at(Reading(marked), [token for _, token in known])
    for (one, _), claims in zip(known, given, strict=True):
        answer = Answer(claims[0].chain[1:], claims[0].standing)
        yield Judged(passage, one, answer, tuple(at_event(one, found)), claims)


def table(judged: list[Judged], denials: Share, split: str) -> str:
    """The figures as lines of a Markdown table."""
    given = added(given_links([(one.gold, one.given) for one in of]) for of in _by_passage(judged))
    rows = {
        "chain exact, given events": mean([_chain_right(one) for one in judged]),
        "… with two links or more": mean([_chain_right(one) for one in judged if len(one.gold.chain) > 1]),
        "… and every type right": mean([_types_right(one) for one in judged]),
        "links F1": added(_links(one) for one in judged).f1,
        "standing accuracy, given events": mean([one.answer.standing == one.gold.standing for one in judged]),
        "standing macro F1": macro_f1(_standings(judged)),
        "denial links P, given events": given.precision,
        "denial links R, given events": given.recall,
        "denial links F1, given events": given.f1,
        "end to end: events found": mean([bool(one.found) for one in judged]),
        "end to end: chain exact": mean([_found_chain(one) for one in judged]),
        "end to end: standing right": mean([_found_standing(one) for one in judged]),
        "end to end: denial links P": denials.precision,
        "end to end: denial links R": denials.recall,
        "end to end: denial links F1": denials.f1,
    }
    head = f"{len({one.passage.id for one in judged})} passages, {len(judged)} claims ({split}), commit {commit_here()}"
    lines = [f"| {name} | {value:.3f} |" for name, value in rows.items()]
    classes = [
        f"| {name} | {one.wanted} | {one.precision:.2f} | {one.recall:.2f} | {one.f1:.2f} |"
        for name, one in _standings(judged).items()
    ]
    figures = [head, "", "| figure | |", "|---|---:|", *lines]
    return "\n".join([*figures, "", "| standing | n | P | R | F1 |", "|---|---:|---:|---:|---:|", *classes])


def _by_passage(judged: list[Judged]) -> Iterator[list[Judged]]:
    return (list(of) for _, of in groupby(judged, key=lambda one: one.passage.id))


def _chain_right(one: Judged) -> bool:
    return chain_agrees(one.passage.text, one.gold.chain, one.answer.chain)


def _types_right(one: Judged) -> bool:
    types = [gold.type for gold in one.gold.chain] == [link.source_type for link in one.answer.chain]
    return types and _chain_right(one)


def _links(one: Judged) -> Share:
    found = links(one.passage.text, one.gold.chain, one.answer.chain)
    return Share(len(found), len(one.gold.chain), len(one.answer.chain))


def _standings(judged: list[Judged]) -> dict[str, Share]:
    return standing_scores((one.gold.standing, one.answer.standing) for one in judged)


def _found_chain(one: Judged) -> bool:
    return any(chain_agrees(one.passage.text, one.gold.chain, claim.chain[1:]) for claim in one.found)


def _found_standing(one: Judged) -> bool:
    return any(claim.standing == one.gold.standing for claim in one.found)


def _right(one: Judged) -> bool:
    return _types_right(one) and one.answer.standing == one.gold.standing


def _wrong(one: Judged) -> str:
    """A claim that came out wrong, in a few lines."""
    text = one.passage.text
    wanted = " < ".join(f"{text[slice(*(link.source or link.cue or (0, 0)))]} ({link.type})" for link in one.gold.chain)
    said = " < ".join(f"{link.text} ({link.source_type})" for link in one.answer.chain)
    event = text[slice(*one.gold.event)]
    return f"\n{one.passage.id} {event}\n  gold {one.gold.standing}: {wanted}\n  said {one.answer.standing}: {said}"
