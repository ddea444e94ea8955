"""Passages of the reference set, read from TOML; words of the annotation become stretches of the text."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from vedette.model import SourceType, Standing, VedetteError

FOLDER, SECOND = Path(__file__).with_name("passages"), Path(__file__).with_name("second")
MANNERS = frozenset(
    {"agency", "newspaper", "broadcast", "monitor", "ministry", "local", "social", "ngo", "analysis"}
)  # fmt: skip
STANDINGS, SOURCE_TYPES = frozenset(get_args(Standing)), frozenset(get_args(SourceType))

type Split = Literal["dev", "test"]
type Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldLink:
    """A source behind the outlet; `source` is None where nobody is named, `name` what a description stands for."""

    source: Stretch | None
    cue: Stretch | None
    type: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One claim: the word that reports it, its standing, the chain behind the outlet, the claims it denies."""

    id: str
    event: Stretch
    standing: str
    chain: tuple[GoldLink, ...]
    denies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with every claim in it."""

    id: str
    war: str
    manner: str
    outlet: str
    published: str
    split: Split
    text: str
    claims: tuple[GoldClaim, ...]


def read_passages(folder: Path = FOLDER, split: str | None = None) -> tuple[Passage, ...]:
    """Every passage of a folder, or of one split; VedetteError names the passage whose annotation does not fit it."""
    found = tuple(_read(folder, _passage))
    if twice := {one.id for one in found if sum(other.id == one.id for other in found) > 1}:
        raise VedetteError(f"{folder}: more than one passage {', '.join(sorted(twice))}")
    return tuple(one for one in found if split in {None, one.split})


def read_second(passages: Iterable[Passage], folder: Path = SECOND) -> tuple[Passage, ...]:
    """Those of the passages that were annotated twice, with the claims of the second annotation."""
    known = {one.id: one for one in passages}
    return tuple(one for one in _read(folder, lambda raw: _again(known, raw)) if one is not None)


def _again(known: Mapping[str, Passage], raw: Mapping[str, Any]) -> Passage | None:
    passage = known.get(raw["id"])
    return passage and replace(passage, claims=_claims(passage.text, raw["claim"]))


def _read[Found](folder: Path, make: Callable[[dict[str, Any]], Found]) -> Iterator[Found]:
    """What is made of every table of a folder; one that does not fit is named with its file."""
    for path in sorted(folder.glob("*.toml")):
        for raw in tomllib.loads(path.read_text("utf-8"))["passage"]:
            try:
                yield make(raw)
            except (KeyError, ValueError, TypeError) as error:
                raise VedetteError(f"{path.name}, {raw.get('id', 'a passage without id')}: {error}") from None


def _passage(raw: dict[str, Any]) -> Passage:
    text = raw["text"].strip()
    claims = _claims(text, raw["claim"])
    among(raw["manner"], MANNERS)
    among(raw["split"], {"dev", "test"})
    fields = {name: value for name, value in raw.items() if name != "claim"}
    return Passage(**{**fields, "text": text, "published": str(raw["published"]), "claims": claims})


def _claims(text: str, raw: Iterable[Mapping[str, Any]]) -> tuple[GoldClaim, ...]:
    claims = tuple(_claim(text, one) for one in raw)
    known = [one.id for one in claims]
    if len(set(known)) < len(known) or not {other for one in claims for other in one.denies} <= set(known):
        raise ValueError("ids of claims are not unique, or a denial names none of them")
    return claims


def _claim(text: str, raw: Mapping[str, Any]) -> GoldClaim:
    event = stretch_of(text, raw["event"])
    chain = tuple(_link(text, one) for one in raw["chain"])
    if event is None:
        raise ValueError("a claim without event")
    among(raw["standing"], STANDINGS)
    return GoldClaim(raw["id"], event, raw["standing"], chain, tuple(raw.get("denies", ())))


def _link(text: str, raw: Mapping[str, Any]) -> GoldLink:
    among(raw["type"], SOURCE_TYPES)
    name = raw.get("name")
    if name and name not in text:
        raise ValueError(f"the name {name!r} does not stand in the text")
    return GoldLink(stretch_of(text, raw["source"]), stretch_of(text, raw["cue"]), raw["type"], name)


def among(value: str, known: Iterable[str]) -> None:
    """ValueError when a value is none of those known."""
    if value not in known:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(known))}")


def stretch_of(text: str, words: str) -> Stretch | None:
    """Where words stand in a text as whole words; "shelled#2" is their second occurrence, "" nowhere."""
    if not words:
        return None
    plain, _, number = words.partition("#")
    places = [one.span() for one in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text)]
    which = int(number or 1) - 1
    if which not in range(len(places)):
        raise ValueError(f"{words!r} does not stand in the text")
    return places[which]
