"""Cases: a text, the claims it must and must not give; and how a partial claim is compared with a whole one."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vedette.model import Claim

FOLDER = Path(__file__).parent / "cases"
OPEN = "open"
ROLES = (
    "agent", "target", "speaker", "subject", "object", "member", "leader", "backer", "designator", "addressee",
)  # fmt: skip
PLACES = ("at", "from", "to", "toward")
PLAIN = ("kind", "type", "standing", "phase")
FIGURE = (
    "low", "best", "high", "quantifier", "unit", "measure", "population", "scope", "noun", "cumulative",
    "household_size", "term", "category",
)  # fmt: skip
KEYS = frozenset((*ROLES, *PLACES, *PLAIN, *FIGURE, "part_of", "when", "chain", "evidence"))


class CaseError(ValueError):
    """A case file says something that no claim can have."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what is expected of it; `theme` is the name of its file."""

    theme: str
    name: str
    text: str
    must: tuple[dict[str, Any], ...] = ()
    mustnot: tuple[dict[str, Any], ...] = ()
    published: str | None = "2025-01-30"
    outlet: str | None = "Example Times"

    def __post_init__(self) -> None:
        partials = (*self.must, *self.mustnot)
        if wrong := {key for partial in partials for key in partial} - KEYS:
            raise CaseError(f"{self.theme}.toml, {self.name}: unknown {sorted(wrong)}")
        if not partials or not all("kind" in partial for partial in partials):
            raise CaseError(f"{self.theme}.toml, {self.name}: expects nothing, or a claim without a kind")


def cases() -> Iterator[Case]:
    """Every case of every file, in order."""
    for path in sorted(FOLDER.glob("*.toml")):
        for raw in tomllib.loads(path.read_text("utf-8"))["case"]:
            expected: dict[str, Any] = {key: tuple(raw.pop(key, ())) for key in ("must", "mustnot")}
            yield Case(path.stem, **raw, **expected)


def matches(partial: dict[str, Any], claim: Claim) -> bool:
    """Whether a claim has everything that the partial claim says."""
    return all(_agrees(key, wanted, claim) for key, wanted in partial.items())


def _agrees(key: str, wanted: Any, claim: Claim) -> bool:  # noqa: ANN401 - TOML values are of any kind
    if key in PLAIN:
        return bool((getattr(claim, key) or "") == wanted)
    if key in FIGURE:
        return claim.quantity is not None and bool(getattr(claim.quantity, key) == wanted)
    if key == "part_of":
        whole = claim.quantity.part_of if claim.quantity else None
        return whole is not None and wanted in whole.text
    if key in ROLES:
        return _named(wanted, [one for one in claim.parties if one.role == key])
    if key in PLACES:
        return _named(wanted, [one for one in claim.places if one.role == key])
    if key == "chain":
        return _follows(wanted, claim)
    if key == "when":
        return claim.time is not None and (claim.time.first or "").startswith(wanted)
    return wanted.lower() in claim.evidence.text.lower()


def _named(wanted: str | list[str], found: list[Any]) -> bool:
    words = [wanted] if isinstance(wanted, str) else wanted
    return all(any(_says(word, one) for one in found) for word in words)


def _says(word: str, one: Any) -> bool:  # noqa: ANN401 - a party, a place or a link
    return word.lower() in f"{one.text}\n{one.name or ''}".lower()


def _follows(wanted: list[str], claim: Claim) -> bool:
    links = claim.chain[1:]
    return len(links) == len(wanted) and all(map(_says, wanted, links))


def told(claim: Claim) -> str:
    """A claim on one line, for the message of a failed case."""
    parties = " ".join(f"{one.role}={one.name or one.text}" for one in claim.parties)
    places = " ".join(f"{one.role}:{one.name or one.text}" for one in claim.places)
    time = claim.time.first if claim.time else None
    figure = claim.quantity
    count = f"{figure.low}/{figure.best}/{figure.high} {figure.quantifier} {figure.measure}" if figure else ""
    chain = " < ".join(link.name or link.text for link in claim.chain[1:])
    head = f"{claim.kind}/{claim.type} {claim.standing} {claim.phase or ''}"
    return f"{head} | {parties} | {places} | {time} | {count} | {chain}"
