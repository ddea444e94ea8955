"""The actors that a user adds to the registry, and the names a user says are one: a TOML file that only grows."""

import json
import re
import tomllib
from collections.abc import Iterable
from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

from vedette.lexicon.actors import Actor, Registry, fold, load_registry
from vedette.lexicon.loader import entry_of
from vedette.model import VedetteError

DIGITS = 8
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def registry_with(file: Path | None) -> Registry:
    """The registry of the package with what a user's file adds; VedetteError when the file is damaged."""
    builtin = load_registry()
    if file is None or not file.is_file():
        return builtin
    content = _content(file)
    own = [entry_of(str(file), number, raw, Actor) for number, raw in enumerate(content.get("entry", ()), start=1)]
    merged = {str(raw["name"]): str(raw["into"]) for raw in content.get("merge", ())}
    listed = [actor for actor in builtin.actors if builtin.state(actor) is None]
    return Registry(_merged([*listed, *own], merged), builtin.countries)


def fingerprint(file: Path | None) -> str:
    """A word that changes with the file, "" when there is none."""
    return sha256(file.read_bytes()).hexdigest()[:DIGITS] if file is not None and file.is_file() else ""


def add_actor(file: Path, actor: Actor) -> None:
    """Add one actor; VedetteError when its id or one of its names is taken, or what it refers to is unknown."""
    registry = registry_with(file)
    if actor.id in registry.by_id:
        raise VedetteError(f"the id {actor.id} is taken by {registry.by_id[actor.id].name}: give another with --id")
    for name in (actor.name, *actor.aliases):
        holder = registry.holder(name)
        if holder is not None:
            raise VedetteError(f"{name!r} is a name of {holder.name} ({holder.id}): leave it out, or merge the two")
    for other in (*actor.part_of, *filter(None, [actor.controlled_by])):
        _actor(registry, other)
    _check_facts(registry, actor)
    _append(file, "entry", {f.name: getattr(actor, f.name) for f in fields(actor)})


def _check_facts(registry: Registry, actor: Actor) -> None:
    if actor.country and registry.country(actor.country) is None:
        raise VedetteError(f"{actor.country!r} is no country of ISO 3166, such as SD")
    for day in (actor.since, actor.until):
        if day and not DAY.fullmatch(day):
            raise VedetteError(f"{day!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD")
    if actor.since and actor.until and actor.until < actor.since[: len(actor.until)]:
        raise VedetteError(f"{actor.name} cannot end ({actor.until}) before it begins ({actor.since})")


def merge_names(file: Path, name: str, into: str) -> tuple[Actor, tuple[str, ...]]:
    """Let every name of one actor, or a name that nobody has, mean another; the actor and the names it gained.

    VedetteError when the target is unknown or the two are one already.
    """
    registry = registry_with(file)
    target = _actor(registry, into)
    source = registry.by_id.get(name) or registry.holder(name)
    if source is not None and source.id == target.id:
        raise VedetteError(f"{name!r} is {target.name} already")
    gained = (source.name, *source.aliases) if source is not None else (name,)
    _append(file, "merge", {"name": source.id if source is not None else name, "into": target.id})
    return target, gained


def _actor(registry: Registry, id_: str) -> Actor:
    if id_ not in registry.by_id:
        raise VedetteError(f"no actor has the id {id_!r}: vedette actors find shows ids")
    return registry.by_id[id_]


def _merged(actors: Iterable[Actor], into: dict[str, str]) -> list[Actor]:
    """The actors without those that were merged, their names given to whom they were merged into."""
    by_id = {actor.id: actor for actor in actors}
    for name, target in into.items():
        source = by_id.pop(name, None)
        gained = (source.name, *source.aliases) if source is not None else (name,)
        if target in by_id:
            known = {fold(one) for one in (by_id[target].name, *by_id[target].aliases)}
            new = tuple(one for one in gained if fold(one) not in known)
            by_id[target] = replace(by_id[target], aliases=(*by_id[target].aliases, *new))
    return list(by_id.values())


def _content(file: Path) -> dict[str, list[dict[str, object]]]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VedetteError(f"{file} cannot be read as TOML: {error}") from error


def _append(file: Path, table: str, values: dict[str, object]) -> None:
    """Strings and lists are written as JSON, which TOML reads as well."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in values.items() if value not in (None, ())]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as out:
            out.write("\n".join(["", f"[[{table}]]", *lines, ""]))
    except OSError as error:
        raise VedetteError(f"{file} cannot be written: {error.strerror}") from error
