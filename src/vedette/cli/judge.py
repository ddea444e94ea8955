"""`vedette judge`: what people decide about claims and sources, with name and reason; nothing is ever struck out."""

import os
from collections.abc import Callable, Mapping
from typing import Any, get_args

import click

from vedette.cli.commands import console, ledger_at, now, with_json, with_ledger
from vedette.corrections import corrected_fields
from vedette.ledger import open_ledger
from vedette.model import JudgementKind, Phase, Standing
from vedette.settings import actors_path, judge_name, places_path
from vedette.views import as_json, judgement_as_dict, judgement_in_words, print_row

FIELDS = (
    ("--kind", "kind", "control, violence, casualties …"),
    ("--type", "type", "capture, airstrike, killed …"),
    ("--standing", "standing", f"One of {', '.join(get_args(Standing))}."),
    ("--phase", "phase", f"One of {', '.join(get_args(Phase))}."),
    ("--place", "place", "Where it happened, as the gazetteer names it."),
    ("--party", "party", "Who did it: a name, or the id of an actor."),
    ("--figure", "figure", "A number, or two as 10..20."),
    ("--day", "day", "When it happened: an ISO date, or two with / between."),
)

PLAIN: tuple[tuple[JudgementKind, tuple[str, ...], str, str], ...] = (
    ("accept", ("ID",), "Hold a claim for true.", '3f9a12c4 --reason "seen on video, place confirmed"'),
    ("reject", ("ID",), "Leave a claim out of every assessment.", '3f9a12c4 --reason "a film of last year"'),
    (
        "same", ("ID", "ID"), "Say that two claims tell of one happening.",
        '3f9a12c4 0b77aa31 --reason "one strike, two names of the village"',
    ),
    (
        "apart", ("ID", "ID"), "Say that two claims tell of different happenings.",
        '3f9a12c4 0b77aa31 --reason "the second strike came at night"',
    ),
    (
        "undo", ("ID",), "Take a judgement back; vedette judge list has its id. To take back an undo undoes it.",
        '81bc04de --reason "meant for another claim"',
    ),
)  # fmt: skip


@click.group("judge")
def judge_command() -> None:
    """Accept, reject or correct a claim, say what is the same, grade a source. Every assessment obeys.

    \b
    Example:
      vedette judge reject 3f9a12c4 --reason "a film of last year" --by anna
    """


def with_reason(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every judgement takes."""
    command = click.option("--by", metavar="NAME", help="Who judges (or VEDETTE_BY); your login without it.")(command)
    return click.option("--reason", metavar="WORDS", required=True, help="Why.")(with_ledger(command))


def with_fields(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what is right."""
    for flag, name, words in reversed(FIELDS):
        command = click.option(flag, name, help=words)(command)
    return command


def judged(
    kind: JudgementKind,
    targets: tuple[str, ...],
    ledger: str | None,
    reason: str,
    by: str | None,
    value: str | Mapping[str, str] = "",
) -> int:
    """Append a judgement and say so; of a correction `value` says what is right."""
    with open_ledger(ledger_at(ledger), create=False) as book:
        if isinstance(value, Mapping):
            value = corrected_fields(book.claim(targets[0]), value, places_path(os.environ), actors_path(os.environ))
        done = book.judge(kind, targets, reason, now(), judge_name(by, os.environ), value)
    click.echo(f"{done.id[:8]}: {judgement_in_words(done)}")
    return 0


def plain_command(kind: JudgementKind, ids: tuple[str, ...], words: str, example: str) -> None:
    """A command that takes nothing but the ids that it judges."""

    @judge_command.command(kind, help=f"{words}\n\n\b\nExample:\n  vedette judge {kind} {example}")
    @click.argument("targets", nargs=len(ids), metavar=" ".join(ids))
    @with_reason
    def command(targets: str | tuple[str, ...], ledger: str | None, reason: str, by: str | None) -> int:
        return judged(kind, (targets,) if isinstance(targets, str) else targets, ledger, reason, by)


for one in PLAIN:
    plain_command(*one)


@judge_command.command("correct")
@click.argument("claim_id", metavar="ID")
@with_fields
@with_reason
def correct_command(claim_id: str, ledger: str | None, reason: str, by: str | None, **right: str | None) -> int:
    """Set right what was read wrongly. The claim keeps its id, its words and its history.

    \b
    Example:
      vedette judge correct 3f9a12c4 --standing denied --place Hama --reason "the headline says so"
    """
    value = {name: words for name, words in right.items() if words is not None}
    return judged("correct", (claim_id,), ledger, reason, by, value)


@judge_command.command("grade")
@click.argument("source", metavar="SOURCE")
@click.argument("letter", metavar="GRADE")
@with_reason
def grade_command(source: str, letter: str, ledger: str | None, reason: str, by: str | None) -> int:
    """Grade how reliable a source is: A (completely) to E (not at all), F where nobody can say.

    \b
    Example:
      vedette judge grade "Radio Delta" B --reason "right in nine of ten cases that we could check"
    """
    return judged("grade", (source,), ledger, reason, by, letter)


@judge_command.command("list")
@with_ledger
@with_json
def list_command(ledger: str | None, in_json: bool) -> int:
    """List every judgement, also those undone, and what became of its claims in newer readings.

    \b
    Example:
      vedette judge list
    """
    with open_ledger(ledger_at(ledger), create=False) as book:
        found = book.judgements()
    if in_json:
        click.echo(as_json([judgement_as_dict(one) for one in found.history]))
        return 0
    for one in found.history:
        print_row(one.id[:8], judgement_in_words(one), console())
    return 0
