"""`python -m eval stories`: reads the stories, assesses them and prints how well the answers come out."""

from collections.abc import Callable, Iterable

import click

from eval.gold.scores import Share, added, mean
from eval.results import commit_here
from eval.stories.answers import answers
from eval.stories.coreference import conll, pairs
from eval.stories.scores import (
    Judged,
    best,
    contradictions,
    control,
    found,
    partitions,
    points,
    voices_found,
    voices_given,
)  # fmt: skip
from eval.stories.stories import KINDS, Story, read_stories
from vedette.reader import Reader


@click.command("stories")
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only this part; both without it.")
@click.option("--errors", is_flag=True, help="Print what is missed and what is too much in the dev part.")
def stories(split: str | None, errors: bool) -> None:
    """Score events, contradictions, voices, control and figures on the stories in eval/stories."""
    judged = judge(read_stories(split=split))
    click.echo(table(judged, split or "all"))
    if errors:
        click.echo("\n".join(line for one in judged if one.story.split == "dev" for line in told(one)))


def judge(every: Iterable[Story]) -> list[Judged]:
    """Every story with what Vedette says of it."""
    reader = Reader()
    return [Judged(one, answers(reader, one)) for one in every]


def table(judged: list[Judged], split: str) -> str:
    """The figures as lines of Markdown tables."""
    parts = [partitions(one) for one in judged]
    joined = added(pairs(*one) for one in parts)
    days = [day for one in judged for day in control(one)]
    rows = {
        "mentions of events found": added(map(found, judged)).recall,
        "joining, pairs P": joined.precision,
        "joining, pairs R": joined.recall,
        "joining, pairs F1": joined.f1,
        "joining, CoNLL F1": conll(parts),
        "voices exact, given events": _mean(judged, voices_given),
        "voices exact, as joined": _mean(judged, voices_found),
        "control: state right": mean(day.state for day in days),
        "… and its side": mean(day.side for day in days),
        "… and how sure": mean(day.certainty for day in days),
        "figures in a series": added(map(points, judged)).recall,
        "current best right": _mean(judged, best),
    }
    head = f"{len(judged)} stories ({split}), commit {commit_here()}"
    lines = [f"| {name} | {value:.3f} |" for name, value in rows.items()]
    figures = [head, "", "| figure | |", "|---|---:|", *lines]
    return "\n".join(
        [*figures, "", "| contradictions | n | P | R | F1 |", "|---|---:|---:|---:|---:|", *_kinds(judged)]
    )


def _kinds(judged: list[Judged]) -> list[str]:
    shares = {kind: added(contradictions(one, kind) for one in judged) for kind in sorted(KINDS)}
    return [_row(name, one) for name, one in {**shares, "all": added(shares.values())}.items()]


def _row(name: str, one: Share) -> str:
    return f"| {name} | {one.wanted} | {one.precision:.2f} | {one.recall:.2f} | {one.f1:.2f} |"


def _mean(judged: list[Judged], of: Callable[[Judged], list[bool]]) -> float:
    return mean(right for one in judged for right in of(one))


def told(judged: Judged) -> list[str]:
    """What was missed, joined wrongly or contradicted wrongly in a story, a line each."""
    gold, said = partitions(judged)
    apart = [f"  apart: {_words(judged, one)}" for one in gold if not any(one <= other for other in said)]
    mixed = [f"  mixed: {_words(judged, one)}" for one in said if not any(one <= other for other in gold)]
    missed = [
        f"  missed: {report} {judged.story.reports[report].text[slice(*stretch)]}"
        for event in judged.story.events
        for report, stretch in event.mentions
        if not judged.answers.at(judged.story, (report, stretch))
    ]
    return [f"\n{judged.story.id}", *missed, *apart, *mixed]


def _words(judged: Judged, cluster: Iterable[object]) -> str:
    known = [one for event in judged.story.events for one in event.mentions if one in cluster]
    return ", ".join(f"{report} {judged.story.reports[report].text[slice(*stretch)]}" for report, stretch in known)
