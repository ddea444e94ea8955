"""The command line: `vedette COMMAND`; exit status 0 done, 1 something fell short, 2 the user's to mend."""

import os
import sys

import click

from vedette.cli.commands import vedette
from vedette.model import VedetteError

INTERRUPTED = 130


def main() -> None:
    """Run a command and leave with its exit status; trouble is told in one line on standard error."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit status of one command."""
    try:
        status = vedette.main(arguments, prog_name="vedette", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return 2
    except VedetteError as error:
        click.echo(f"vedette: {error}", err=True)
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("vedette: stopped; run the same command again to go on", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0
