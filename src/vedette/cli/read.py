"""`vedette read`: documents into the ledger, with progress and a summary."""

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from time import monotonic

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

import vedette
from vedette.cli.commands import console, ledger_at, now, with_json, with_ledger
from vedette.documents import Defaults, Loaded, list_sources, read_paths
from vedette.ledger import open_ledger
from vedette.model import Issue
from vedette.run import Reads, Report, ingest
from vedette.settings import text_limit
from vedette.views import as_json, plain

SHOWN_ISSUES = 20
WORTH_A_PROCESS = 50  # documents: what a process reads in the seconds that its start takes
MOST_JOBS = 8  # of 500 MB each


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--outlet", help="Who published the documents that do not say so themselves.")
@click.option("--published", metavar="DATE", help="Their date of publication (ISO), where they do not say so.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes read, else as many as is worth while.")
@with_ledger
@with_json
def read_command(
    paths: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    jobs: int | None,
    ledger: str | None,
    in_json: bool,
) -> int:
    """Read files, folders or standard input (-) into the ledger.

    Takes .txt, .md, .html, .json, .jsonl and .eml. What is in the ledger already is left alone, so the same command
    can be run again at any time, also after it was killed. Many documents are read by a process for each core, at most
    8, of about 500 MB; --jobs says how many.

    \b
    Example:
      vedette read reports/ --outlet "Example Times" --published 2024-12-07
    """
    started = monotonic()
    report = read_into(ledger, paths, Defaults(outlet, published), jobs, quiet=in_json)
    seconds = round(monotonic() - started, 1)
    if in_json:
        summary = {**asdict(report), "issues": [str(issue) for issue in report.issues], "seconds": seconds}
        click.echo(as_json(summary))
    else:
        print_summary(report, seconds)
    return 1 if report.unread else 0


def read_into(
    ledger: str | None, paths: tuple[str, ...], defaults: Defaults, jobs: int | None = None, quiet: bool = False
) -> Report:
    """Read paths into a ledger, in so many processes or as many as pay, showing progress on standard error."""
    total = list_sources(paths, sys.stdin.buffer).count()
    out = console(error=True)
    bar = Progress(
        TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"), console=out,
        transient=True, disable=quiet or not out.is_terminal,
    )  # fmt: skip
    with open_ledger(ledger_at(ledger)) as book, _readers(jobs or jobs_for(total)) as reader, bar:
        task = bar.add_task("reading", total=total, name="")

        def tell(one: Loaded | Issue) -> None:
            name = plain(one.where if isinstance(one, Issue) else one.name)
            bar.update(task, advance=1, name=name[-60:])
            if not quiet and not out.is_terminal:
                click.echo(f"{'trouble' if isinstance(one, Issue) else 'read'} {name}", err=True)

        found = read_paths(paths, stdin=sys.stdin.buffer, defaults=defaults, now=now(), limit=text_limit(os.environ))
        return ingest(found, book, reader, now, tell)


def jobs_for(documents: int, cores: int | None = None) -> int:
    """How many processes are worth their start for about so many documents, on so many cores."""
    return max(1, min(documents // WORTH_A_PROCESS, cores or os.cpu_count() or 1, MOST_JOBS))


def _readers(jobs: int) -> AbstractContextManager[Reads]:
    """What reads: this process itself, or others for it."""
    if jobs == 1:
        return nullcontext(vedette.Reader())
    from vedette.workers import Workers

    return Workers(jobs)


def print_summary(report: Report, seconds: float) -> None:
    """Say what was read, what was known, what fell short."""
    out = console(error=True)
    for issue in report.issues[:SHOWN_ISSUES]:
        out.print(f"! {plain(str(issue))}", style="yellow")
    if len(report.issues) > SHOWN_ISSUES:
        out.print(f"! {len(report.issues) - SHOWN_ISSUES} more: vedette issues", style="yellow")
    click.echo(
        f"documents: {report.read} read, {report.known} already known, {report.trouble} with trouble; "
        f"claims: {report.new_claims} new, {report.known_claims} known; {seconds} s"
    )
