"""The group of commands and what they share: the ledger option, the clock, the console."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import click
from rich.console import Console

from vedette.ledger import Ledger, open_ledger
from vedette.model import KnownBy, Moment, VedetteError, moment_at
from vedette.settings import ledger_path

MODULES = {
    "read": ("vedette.cli.read", "Read files, folders or standard input (-) into the ledger."),
    "watch": ("vedette.cli.read", "Go on reading what comes into folders, until it is stopped."),
    "claims": ("vedette.cli.look", "List claims as a table."),
    "show": ("vedette.cli.look", "Show one claim with its sentence in context, its chain and its history."),
    "brief": ("vedette.cli.brief", "Print the situation, each line with its voices, its grade and its claims."),
    "diff": ("vedette.cli.brief", "Say what changed between two moments, and why."),
    "export": ("vedette.cli.brief", "Write claims for other programs, one JSON object a line."),
    "judge": ("vedette.cli.judge", "Accept, reject or correct a claim, say what is the same, grade a source."),
    "documents": ("vedette.cli.brief", "List the documents of the ledger."),
    "issues": ("vedette.cli.look", "List what was wrong with the documents read so far."),
    "gazetteer": ("vedette.cli.gazetteer", "Add lists of places, and see what a name may mean."),
    "actors": ("vedette.cli.actors", "Look up actors, add some, merge names that mean one."),
    "serve": ("vedette.cli.serve", "Open the workbench: a map, a timeline and the ledger in the browser."),
    "users": ("vedette.cli.serve", "Give a person a token to read and judge with in the workbench."),
    "demo": ("vedette.cli.read", "Read the sample reports, print their brief and write it as a web page."),
}


KNOWN_BY = "What counts as known: what was published by then, or what this ledger held."


class Commands(click.Group):
    """Loads a command's module only when it is called, so that help comes at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which a user meets them."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in MODULES:
            return None
        command: click.Command = getattr(import_module(MODULES[cmd_name][0]), f"{cmd_name}_command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with what it does."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in MODULES.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="vedette")
def vedette() -> None:
    """Read reports about an armed conflict into a ledger of claims, and see what they add up to.

    \b
    Example:
      vedette read reports/ && vedette brief
    """


def with_ledger(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that names the ledger."""
    return click.option("--ledger", metavar="PATH", help="The ledger file (or VEDETTE_LEDGER).")(command)


def with_moment(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say what a view is asked of; `moment_of` reads them."""
    by = click.Choice(get_args(KnownBy))
    command = click.option("--known-by", type=by, default="published", show_default=True, help=KNOWN_BY)(command)
    command = click.option("--known-at", metavar="MOMENT", help="Only what was known by then (ISO).")(command)
    return click.option("--as-of", metavar="MOMENT", help="Only what happened by then (ISO).")(command)


def moment_of(options: Mapping[str, Any]) -> Moment:
    """The moment that the options of `with_moment` name."""
    return Moment(moment_at(options["as_of"]), moment_at(options["known_at"]), options["known_by"])


def with_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that asks for JSON."""
    return click.option("--json", "in_json", is_flag=True, help="JSON for a script instead of text.")(command)


def ledger_at(option: str | None) -> Path:
    """The ledger a command works on."""
    return ledger_path(option, os.environ)


def opened(ledger: str | None) -> Ledger:
    """The ledger that an option names, which must be there already."""
    return open_ledger(ledger_at(ledger), create=False)


def written(path: Path, text: str) -> None:
    """Write a text file; trouble is the user's to mend."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", "replace")
    except OSError as error:
        raise VedetteError(f"{path} cannot be written: {error.strerror}") from error


def now() -> datetime:
    """The clock; nothing below the edges reads it."""
    return datetime.now(UTC)


class Pipe(Console):
    """A console that lets the edge decide what a closed pipe means."""

    def on_broken_pipe(self) -> None:
        """The reader of the output has seen enough."""
        raise BrokenPipeError


def console(error: bool = False) -> Console:
    """Where text is written: colour on a terminal unless NO_COLOR is set, full lines in a pipe."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else int(os.environ.get("COLUMNS") or 0) or 160
    return Pipe(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)
