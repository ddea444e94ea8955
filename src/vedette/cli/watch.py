"""`vedette watch`: folders looked at again and again, and what is new or changed in them read into the ledger."""

import os
import time
from collections.abc import Iterable
from pathlib import Path

import click

import vedette
from vedette.cli.commands import ledger_at, now, with_ledger
from vedette.cli.read import print_summary
from vedette.documents import Defaults, list_sources, read_paths
from vedette.ledger import open_ledger
from vedette.model import VedetteError
from vedette.run import ingest
from vedette.settings import text_limit

type Looks = dict[Path, tuple[int, int]]


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
