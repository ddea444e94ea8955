"""The group of commands and what they share: the ledger option, the clock, the console."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from vedette.model import VedetteError
from vedette.settings import ledger_path

MODULES = {
    "read": "vedette.cli.read",
    "claims": "vedette.cli.look",
    "show": "vedette.cli.look",
    "brief": "vedette.cli.look",
    "export": "vedette.cli.look",
    "documents": "vedette.cli.look",
    "issues": "vedette.cli.look",
    "demo": "vedette.cli.demo",
}


class Commands(click.Group):
    """Loads a command's module when it is called, so that help comes at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order in which a user meets them."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in MODULES:
            return None
        command: click.Command = getattr(import_module(MODULES[cmd_name]), f"{cmd_name}_command")
        return command


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


def with_json(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option that asks for JSON."""
    return click.option("--json", "as_json", is_flag=True, help="JSON for a script instead of text.")(command)


def ledger_at(option: str | None) -> Path:
    """The ledger a command works on."""
    return ledger_path(option, os.environ)


def now() -> datetime:
    """The clock; nothing below the edges reads it."""
    return datetime.now(UTC)


def console(error: bool = False) -> Console:
    """Where text is written: colour on a terminal unless NO_COLOR is set, full lines in a pipe."""
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else int(os.environ.get("COLUMNS") or 0) or 160
    return Console(file=stream, width=width, highlight=False, soft_wrap=False, emoji=False, markup=False)


def moment(text: str | None) -> datetime | None:
    """A point in time from an option: an ISO date (its end) or date-time, UTC where no zone is given."""
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise VedetteError(f"{text!r} is no date: write 2024-12-07 or 2024-12-07T18:00") from None
    if len(text) == len("2024-12-07"):
        found = found.replace(hour=23, minute=59, second=59, microsecond=999_999)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
