"""The commands that look into the ledger: claims, show, issues. They load no assessment."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import click

from vedette.cli.commands import console, moment_of, opened, with_json, with_ledger, with_moment
from vedette.ledger import ClaimFilter
from vedette.views import (
    as_json,
    judgement_as_dict,
    judgement_in_words,
    plain,
    print_claim,
    print_row,
    print_table,
)  # fmt: skip

FILTERS = (
    ("--place", "place", "Name, GeoNames id or country code of a place."),
    ("--party", "party", "Name, actor or side of a party."),
    ("--kind", "kind", "control, violence, casualties, displacement …"),
    ("--type", "type_", "capture, airstrike, killed …"),
    ("--standing", "standing", "asserted, denied, unverified, forecast …"),
    ("--source", "source", "A name anywhere in the chain of sources."),
    ("--from", "from_", "Happened on this day or later (ISO)."),
    ("--to", "to", "Happened on this day or earlier (ISO)."),
    ("--text", "text", "Words of the evidence."),
)


def with_filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that choose claims."""
    for flag, name, words in reversed(FILTERS):
        command = click.option(flag, name, help=words)(command)
    command = with_moment(command)
    return click.option("--limit", type=click.IntRange(1), help="At most so many claims.")(command)


def chosen(options: dict[str, Any]) -> ClaimFilter:
    """The filter that some options make."""
    return ClaimFilter(
        place=options["place"], party=options["party"], source=options["source"], kind=options["kind"],
        type=options["type_"], standing=options["standing"], happened_from=options["from_"],
        happened_to=options["to"], text=options["text"], limit=options["limit"],
    )  # fmt: skip


@click.command("claims")
@with_filters
@with_ledger
@with_json
def claims_command(ledger: str | None, in_json: bool, **options: str | None) -> int:
    """List claims as a table.

    \b
    Example:
      vedette claims --place Homs --kind control --from 2024-12-05
    """
    with opened(ledger) as book:
        found = book.claims(moment_of(options), chosen(options))
        if in_json:
            click.echo(as_json([claim.as_dict() for claim in found]))
        elif not print_table(found, console()):
            click.echo("no claims", err=True)
    return 0


@click.command("show")
@click.argument("claim_id", metavar="ID")
@with_ledger
@with_json
def show_command(claim_id: str, ledger: str | None, in_json: bool) -> int:
    """Show one claim with its sentence in context, its chain and its history. The first letters of the id will do.

    \b
    Example:
      vedette show 3f9a12c4
    """
    with opened(ledger) as book:
        claim = book.claim(claim_id)
        history, judged = book.history(claim.id), book.judgements().about(claim.id)
    if in_json:
        judgements = [judgement_as_dict(one) for one in judged]
        click.echo(as_json({**claim.as_dict(), "judgements": judgements}))
        return 0
    out = console()
    print_claim(claim, out)
    for entry in history:
        reason = f": {plain(entry.reason)}" if entry.reason else ""
        print_row(entry.operation, f"{entry.recorded_at:%Y-%m-%d %H:%M} UTC by {plain(entry.by)}{reason}", out)
    for one in judged:
        print_row("judged", judgement_in_words(one), out)
    return 0


@click.command("issues")
@with_ledger
@with_json
def issues_command(ledger: str | None, in_json: bool) -> int:
    """List what was wrong with the documents read so far.

    \b
    Example:
      vedette issues
    """
    with opened(ledger) as book:
        if in_json:
            click.echo(as_json([{**asdict(kept.issue), "document": kept.document_id} for kept in book.issues()]))
            return 0
        for kept in book.issues():
            click.echo(plain(str(kept.issue)))
    return 0
