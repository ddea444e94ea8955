"""`vedette actors`: look actors up, add some, and say which names are one actor's."""

import os
from dataclasses import asdict
from typing import get_args

import click
from rapidfuzz import fuzz, process
from rich.text import Text

from vedette.cli.commands import console, with_json
from vedette.lexicon import load
from vedette.lexicon.actors import Actor, Reference, Registry, fold
from vedette.lexicon.own_actors import add_actor, merge_names, registry_with
from vedette.model import PartyType
from vedette.settings import actors_path
from vedette.views import as_json, plain, print_row

SHOWN = 12
ALIKE = 80.0


@click.group("actors")
def actors_command() -> None:
    """Look up who the registry knows, add actors, and merge names that mean one.

    \b
    Example:
      vedette actors find Golani
    """


@actors_command.command("find")
@click.argument("name", metavar="NAME")
@with_json
def find_command(name: str, in_json: bool) -> int:
    """Show the actors that a name, a part of one, or an id stands for.

    \b
    Example:
      vedette actors find "Hayat Tahrir al-Sham"
    """
    registry = registry_with(actors_path(os.environ))
    found = found_actors(registry, name)
    if in_json:
        click.echo(as_json([asdict(one) for one in found]))
    elif found:
        for one in found[:SHOWN]:
            print_actor(one, registry)
        if len(found) > SHOWN:
            click.echo(f"and {len(found) - SHOWN} more")
    else:
        click.echo(f"no actor is called {plain(name)}{_suggestion(registry, name)}", err=True)
    return 0


@actors_command.command("add")
@click.argument("name", metavar="NAME")
@click.option("--id", "id_", metavar="ID", help="Its id; without it one made from the name.")
@click.option("--type", "type_", type=click.Choice(get_args(PartyType)), default="armed", show_default=True)
@click.option("--alias", "aliases", multiple=True, metavar="NAME", help="Another name; may be given again.")
@click.option("--side", metavar="SIDE", help="The belligerent that it belongs to.")
@click.option("--country", metavar="XX", help="Its country (ISO 3166).")
@click.option("--part-of", multiple=True, metavar="ID", help="What it is a part of; may be given again.")
@click.option("--since", metavar="DATE", help="When it came to be: YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", metavar="DATE", help="When it ended.")
@click.option("--source", "sources", multiple=True, metavar="WORDS", help="Where this can be looked up.")
def add_command(
    name: str,
    id_: str | None,
    type_: PartyType,
    aliases: tuple[str, ...],
    side: str | None,
    country: str | None,
    part_of: tuple[str, ...],
    since: str | None,
    until: str | None,
    sources: tuple[str, ...],
) -> int:
    """Add an actor to those that the reader knows.

    \b
    Example:
      vedette actors add "Lions of the North" --side "Northern rebels" --country CF --alias LN
    """
    file = actors_path(os.environ)
    actor = Actor(
        id_ or fold(name).replace(" ", "-"), name, type_, aliases, country and country.upper(), side,
        since=since, until=until, part_of=part_of, sources=sources,
    )  # fmt: skip
    add_actor(file, actor)
    click.echo(f"added {plain(actor.name)} as {plain(actor.id)} to {plain(str(file))}; documents will be read anew")
    return 0


@actors_command.command("merge")
@click.argument("name", metavar="NAME")
@click.argument("into", metavar="ID")
def merge_command(name: str, into: str) -> int:
    """Let NAME, with all other names of that actor, mean the actor ID. NAME may be an id, or a name nobody has.

    \b
    Example:
      vedette actors merge "Lions of the North" lions-brigade
    """
    target, gained = merge_names(actors_path(os.environ), name, into)
    click.echo(f"{plain(target.name)} ({plain(target.id)}) is now also: {plain(', '.join(gained))}")
    return 0


def found_actors(registry: Registry, name: str) -> list[Actor]:
    """The actors of that name or id first, then those with the words in a name."""
    words = fold(name)
    exact = [one for one in registry.actors if one.id == name or words in map(fold, (one.name, *one.aliases))]
    within = [one for one in registry.actors if any(words in fold(other) for other in (one.name, *one.aliases))]
    return list(dict.fromkeys([*exact, *within]))


def print_actor(actor: Actor, registry: Registry) -> None:
    """Print all that is known of an actor."""
    out = console()
    out.print(Text(plain(f"{actor.name} ({actor.id})"), style="bold"))
    titles = {one.id: f"{one.title}, {one.publisher}" for one in load("references", Reference)}
    years = f"{actor.since or ''} – {actor.until or ''}" if actor.since or actor.until else ""
    rows = (
        ("type", actor.type), ("side", actor.side), ("country", actor.country), ("also", ", ".join(actor.aliases)),
        ("elsewhere", ", ".join(f"{side} in {country}" for country, side in actor.sides)),
        ("years", years), ("holds", "; ".join(_office(registry, one) for one in actor.holds)),
        ("part of", _names(registry, actor.part_of)), ("ACLED", str(actor.inter or "")),
        ("source", "; ".join(titles.get(key, key) for key in actor.sources)),
    )  # fmt: skip
    for label, value in rows:
        if value:
            print_row(label, plain(value), out)


def _office(registry: Registry, held: tuple[str, str, str, str]) -> str:
    body, title, since, until = held
    return f"{title}, {_names(registry, (body,))} ({since} – {until})"


def _names(registry: Registry, ids: tuple[str, ...]) -> str:
    return ", ".join(registry.by_id[id_].name if id_ in registry.by_id else id_ for id_ in ids)


def _suggestion(registry: Registry, name: str) -> str:
    names = [one for actor in registry.actors for one in (actor.name, *actor.aliases)]
    close = process.extract(name, names, scorer=fuzz.WRatio, limit=3, score_cutoff=ALIKE)
    return f"; close to it: {', '.join(dict.fromkeys(one[0] for one in close))}" if close else ""
