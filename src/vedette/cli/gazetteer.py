"""`vedette gazetteer`: add lists of places, and see what a name may mean."""

import os
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.table import Table
from rich.text import Text

from vedette.cli.commands import console, with_json
from vedette.mentions.gazetteer.adding import Outcome, add_places
from vedette.mentions.gazetteer.lookup import Gazetteer, load_gazetteer
from vedette.mentions.gazetteer.tables import Entry, country_of
from vedette.mentions.places.context import Candidate, Found, described, find_places
from vedette.settings import places_path
from vedette.views import as_json, plain

SHOWN = 20
COLUMNS = ("place", "precision", "country", "admin 1", "people", "lat, lon", "GeoNames", "p-code", "from")


def with_country(help_: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option that names a country."""
    return click.option("--country", metavar="XX", help=help_)


@click.group("gazetteer")
def gazetteer_command() -> None:
    """Add lists of places to those that the reader knows, and see what a name may mean.

    \b
    Example:
      vedette gazetteer add SY.zip && vedette gazetteer find Homs
    """


@gazetteer_command.command("add")
@click.argument("file", metavar="FILE")
@with_country("The country of rows that do not name theirs (ISO 3166).")
@with_json
def add_command(file: str, country: str | None, in_json: bool) -> int:
    """Add the places of a list: a country dump of GeoNames, or a table with p-codes as OCHA publishes them.

    Takes .txt and .csv, plain or in a .zip. The same list again adds nothing.

    \b
    Example:
      vedette gazetteer add SY.zip
      vedette gazetteer add nga_adm3.csv --country NG
    """
    with console(error=True).status(f"reading {plain(file)}"):
        outcome = add_places(Path(file), places_path(os.environ), country and country_of(country))
    if in_json:
        issues = [str(issue) for issue in outcome.issues]
        click.echo(as_json({**asdict(outcome), "issues": issues, "file": str(outcome.file) if outcome.file else None}))
    else:
        print_outcome(outcome)
    return 1 if outcome.refused else 0


def print_outcome(outcome: Outcome) -> None:
    """Say what was added, known, left out and refused."""
    out = console(error=True)
    for issue in outcome.issues[:SHOWN]:
        out.print(f"! {plain(str(issue))}", style="yellow")
    if outcome.refused > SHOWN:
        out.print(f"! {outcome.refused - SHOWN} more rows were refused", style="yellow")
    added = ", ".join(f"{count} {precision}" for precision, count in outcome.added.most_common())
    click.echo(
        f"rows: {outcome.rows} read, {outcome.added.total()} places added{f' ({added})' if added else ''}, "
        f"{outcome.known} already known, {outcome.left_out} left out, {outcome.refused} refused"
    )
    if outcome.file is not None:
        click.echo(f"kept in {plain(str(outcome.file))}; delete that file to forget them")


@gazetteer_command.command("find")
@click.argument("name", metavar="NAME")
@click.option("--near", metavar="PLACE", help="As in a text that also names this place.")
@with_country("Only places of this country (ISO 3166).")
@with_json
def find_command(name: str, near: str | None, country: str | None, in_json: bool) -> int:
    """List what a name may mean, likeliest first, and say why the first one wins.

    \b
    Example:
      vedette gazetteer find Tripoli --near Beirut
    """
    gazetteer = load_gazetteer(places_path(os.environ))
    found = find_places(gazetteer, name, near, country and country_of(country))
    if in_json:
        click.echo(as_json(as_record(found, gazetteer)))
    elif not found.candidates:
        click.echo(
            f"no place is called {plain(name)}; a list that has it can be added: vedette gazetteer add", err=True
        )
    else:
        print_found(found, gazetteer)
    return 0


def origin(entry: Entry) -> str:
    """Where an entry comes from."""
    return entry.source or ("GeoNames" if entry.geonames_id else "Vedette")


def division_name(entry: Entry, gazetteer: Gazetteer) -> str | None:
    """The name of the first-level division that an entry lies in, else its code."""
    division = gazetteer.division(entry)
    return division.name if division is not None else entry.admin1


def record_of(one: Candidate, gazetteer: Gazetteer) -> dict[str, object]:
    """A candidate for a script."""
    return {
        **{key: value for key, value in asdict(one.entry).items() if key not in {"source", "capital"}},
        "admin1": division_name(one.entry, gazetteer),
        "from": origin(one.entry),
        "score": one.score,
        "reasons": dict(one.reasons),
    }


def as_record(found: Found, gazetteer: Gazetteer) -> dict[str, object]:
    """What was found for a script."""
    near = described(found.near, gazetteer) if found.near else None
    return {"candidates": [record_of(one, gazetteer) for one in found.candidates], "why": found.why, "near": near}


def print_found(found: Found, gazetteer: Gazetteer) -> None:
    """Print the candidates, and why the first one is the first."""
    out = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in COLUMNS:
        table.add_column(column, justify="right" if column == "people" else "left", overflow="fold")
    for one in found.candidates[:SHOWN]:
        table.add_row(*(Text(plain(cell)) for cell in _cells(one.entry, gazetteer)))
    out.print(table)
    if len(found.candidates) > SHOWN:
        out.print(f"and {len(found.candidates) - SHOWN} more")
    if found.near is not None:
        out.print(f"The other place was taken for {plain(described(found.near, gazetteer))}.")
    out.print(f"The reader takes {plain(described(found.candidates[0].entry, gazetteer))}.", style="bold")
    for reason in found.why:
        out.print(plain(reason))


def _cells(entry: Entry, gazetteer: Gazetteer) -> tuple[str, ...]:
    where = f"{entry.lat:.4f}, {entry.lon:.4f}" if entry.lat is not None and entry.lon is not None else "-"
    number, people = str(entry.geonames_id or "-"), f"{entry.population:,}" if entry.population else "-"
    admin1 = division_name(entry, gazetteer) or "-"
    return (
        entry.name, entry.precision, entry.country or "-", admin1, people, where, number, entry.pcode or "-",
        origin(entry),
    )  # fmt: skip
