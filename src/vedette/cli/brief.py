"""The commands that ask what the claims add up to: brief, diff, export with codes, documents with subjects."""

from dataclasses import asdict, replace
from pathlib import Path

import click

from vedette.cli.commands import (
    console,
    moment_of,
    opened,
    with_json,
    with_ledger,
    with_moment,
    written,
)  # fmt: skip
from vedette.cli.look import chosen, with_filters
from vedette.model import Document, moment_at
from vedette.run import coded, situation, subject
from vedette.views import (
    BRIEF_ROWS,
    as_json,
    brief_page,
    change_as_dict,
    claims_as_jsonl,
    plain,
    print_brief,
    print_changes,
    situation_as_dict,
)


@click.command("brief")
@click.option("--html", metavar="FILE", help="Write a self-contained web page instead.")
@click.option("--since", metavar="MOMENT", help="Begin with what changed since then (ISO).")
@click.option("--words", is_flag=True, help="With the sentence behind each line.")
@click.option("--all", "every", is_flag=True, help=f"With all lines of a section that has more than {BRIEF_ROWS}.")
@with_moment
@with_ledger
@with_json
def brief_command(
    html: str | None,
    since: str | None,
    words: bool,
    every: bool,
    ledger: str | None,
    in_json: bool,
    **options: str | None,
) -> int:
    """Print the situation: who has what, what is confirmed, only claimed, disputed, counted, said and expected.

    \b
    Example:
      vedette brief --known-at 2024-12-07T18:00 --since 2024-12-06T18:00
    """
    asked = moment_of(options)
    with opened(ledger) as book:
        found = situation(book, asked, replace(asked, known_at=moment_at(since)) if since else None)
    limit = None if every else BRIEF_ROWS
    if html:
        written(Path(html), brief_page(found, limit))
        click.echo(f"brief: {html}")
    elif in_json:
        click.echo(as_json(situation_as_dict(found)))
    else:
        print_brief(found, console(), words, limit)
    return 0


@click.command("diff")
@click.option("--from", "from_", metavar="MOMENT", required=True, help="As known then (ISO).")
@click.option("--to", metavar="MOMENT", help="As known then (ISO); now without it.")
@with_moment
@with_ledger
@with_json
def diff_command(from_: str, to: str | None, ledger: str | None, in_json: bool, **options: str | None) -> int:
    """Say what changed between two moments, and why: claims, confirmations, denials, revisions, judgements, states.

    \b
    Example:
      vedette diff --from 2024-12-06T18:00 --to 2024-12-07T18:00
    """
    asked = moment_of({**options, "known_at": to or options["known_at"]})
    with opened(ledger) as book:
        found = situation(book, asked, replace(asked, known_at=moment_at(from_)))
    if in_json:
        click.echo(as_json([change_as_dict(one) for one in found.changes]))
    elif not print_changes(found, console()):
        click.echo("nothing changed", err=True)
    return 0


@click.command("export")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--output", metavar="FILE", help="Write to a file instead of standard output.")
@with_filters
@with_ledger
def export_command(form: str, output: str | None, ledger: str | None, **options: str | None) -> int:
    """Write claims for other programs, one JSON object a line.

    \b
    Example:
      vedette export --format jsonl --output claims.jsonl
    """
    with opened(ledger) as book:
        asked = moment_of(options)
        lines = claims_as_jsonl(*coded(book, asked, chosen(options)), book.judgements(asked))
        if output:
            written(Path(output), "".join(f"{line}\n" for line in lines))
        else:
            for line in lines:
                click.echo(line)
    return 0


def record_of(document: Document) -> dict[str, str | None]:
    """A document as the export names it."""
    return {"id": document.id, **{name: value for name, value in asdict(document).items() if name != "text"}}


@click.command("documents")
@with_ledger
@with_json
def documents_command(ledger: str | None, in_json: bool) -> int:
    """List the documents of the ledger, each with what it is about in the terms of ACLED.

    \b
    Example:
      vedette documents
    """
    with opened(ledger) as book:
        if in_json:
            click.echo(as_json([{**record_of(one), "subject": subject(one)} for one in book.documents()]))
            return 0
        for document in book.documents():
            about = f"({subject(document) or 'no event'})"
            parts = (document.id[:8], document.published or "undated", document.outlet or "-", document.title or "")
            click.echo("  ".join(plain(part) for part in (*parts, about)))
    return 0
