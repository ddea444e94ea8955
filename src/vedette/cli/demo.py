"""`vedette demo`: the sample reports read into a ledger of their own, and the brief of it."""

from importlib.resources import as_file, files
from pathlib import Path
from time import monotonic

import click

from vedette.cli.commands import console, opened, written
from vedette.cli.read import print_summary, read_into
from vedette.documents import Defaults
from vedette.run import situation
from vedette.views import brief_page, print_brief

FOLDER = "demo"


@click.command("demo")
@click.option("--ledger", metavar="PATH", help="Where the ledger goes; demo/ledger.db without it.")
def demo_command(ledger: str | None) -> int:
    """Read the sample reports that ship with Vedette, print the brief and write it as a web page.

    \b
    Example:
      vedette demo
    """
    started = monotonic()
    path = Path(ledger) if ledger else Path(FOLDER) / "ledger.db"
    with as_file(files("vedette") / "samples" / "reports") as folder:
        report = read_into(str(path), (str(folder),), Defaults(None, None))
    with opened(str(path)) as book:
        found = situation(book)
    print_brief(found, console())
    page = path.parent / "brief.html"
    written(page, brief_page(found))
    click.echo()
    print_summary(report, round(monotonic() - started, 1))
    click.echo(f"ledger: {path}\nbrief:  {page}")
    return 0
