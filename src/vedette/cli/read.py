"""`vedette read`, `watch` and `demo`: documents into the ledger, with progress and a summary."""

import os
import sys
import time
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from importlib.resources import as_file, files
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

import vedette
from vedette.cli.commands import console, ledger_at, now, opened, with_json, with_ledger, written
from vedette.documents import Defaults, Loaded, list_sources, read_paths
from vedette.ledger import open_ledger
from vedette.model import Issue, VedetteError
from vedette.run import Reads, Report, ingest, situation
from vedette.settings import text_limit
from vedette.views import as_json, brief_page, plain, print_brief

SHOWN_ISSUES = 20
WORTH_A_PROCESS = 50  # documents: what a process reads in the seconds that its start takes
MOST_JOBS = 8  # of 500 MB each
DEMO = "demo"

type Looks = dict[Path, tuple[int, int]]


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
    started = time.monotonic()
    report = read_into(ledger, paths, Defaults(outlet, published), jobs, quiet=in_json)
    seconds = round(time.monotonic() - started, 1)
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


@click.command("watch")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--every", default=10.0, show_default=True, type=click.FloatRange(min=0.1), help="Seconds between looks.")
@click.option("--outlet", help="Who published the documents that do not say so themselves.")
@click.option("--published", metavar="DATE", help="Their date of publication (ISO), where they do not say so.")
@with_ledger
def watch_command(
    paths: tuple[str, ...], every: float, outlet: str | None, published: str | None, ledger: str | None
) -> int:
    """Go on reading what comes into folders, until you stop it with Ctrl-C.

    A file is read when it is new or was changed, and lies as it lay a look before, so that none is read half written.

    \b
    Example:
      vedette watch inbox/ --every 30
    """
    if "-" in paths:
        raise VedetteError("standard input cannot be watched: pipe it into vedette read -")
    reader, defaults = vedette.Reader(), Defaults(outlet, published)
    done: Looks = {}
    before = looked(paths)
    click.echo(f"watching {len(before)} files every {every:g} s (stop it with Ctrl-C)", err=True)
    while True:
        time.sleep(every)
        seen = looked(paths)
        if fresh := at_rest(before, seen, done):
            started = time.monotonic()
            found = read_paths(map(str, fresh), stdin=None, defaults=defaults, now=now(), limit=text_limit(os.environ))
            with open_ledger(ledger_at(ledger)) as book:
                report = ingest(found, book, reader, now, lambda _: None)
            if report.read or report.unread:
                print_summary(report, round(time.monotonic() - started, 1))
            done |= {path: seen[path] for path in fresh}
        before = seen


def looked(paths: Iterable[str]) -> Looks:
    """The files under some paths, each with its size and when it was changed last."""
    found: Looks = {}
    for source in list_sources(paths).sources:
        try:
            stat = source.path.stat() if source.path else None
        except OSError:  # it went away meanwhile
            continue
        if source.path and stat:
            found[source.path] = stat.st_size, stat.st_mtime_ns
    return found


def at_rest(before: Looks, seen: Looks, done: Looks) -> list[Path]:
    """Those that lie as they lay a look before and were not read as they lie."""
    return [path for path, look in seen.items() if before.get(path) == look != done.get(path)]


@click.command("demo")
@click.option("--ledger", metavar="PATH", help="Where the ledger goes; demo/ledger.db without it.")
def demo_command(ledger: str | None) -> int:
    """Read the sample reports that ship with Vedette, print the brief and write it as a web page.

    \b
    Example:
      vedette demo
    """
    started = time.monotonic()
    path = Path(ledger) if ledger else Path(DEMO) / "ledger.db"
    with as_file(files("vedette") / "samples" / "reports") as folder:
        report = read_into(str(path), (str(folder),), Defaults(None, None))
    with opened(str(path)) as book:
        found = situation(book)
    print_brief(found, console())
    page = path.parent / "brief.html"
    written(page, brief_page(found))
    click.echo()
    print_summary(report, round(time.monotonic() - started, 1))
    click.echo(f"ledger: {path}\nbrief:  {page}")
    return 0
