"""Registers: ties of people and groups, statements, and assets with what became of them."""

from dataclasses import dataclass

from vedette.model.control import Certainty, Since, Spot
from vedette.model.voices import Reason, Voice


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a register calls it: its name, its id in the registry, its side."""

    name: str
    actor: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """Who leads, belongs to, backs, arms or designates whom, according to whom.

    `type` is the type of the claims (leads, member-of, backs ...), read from `who` to `whom`; `since` the earliest time
    at which it is said to be so; `denials` the ids of the claims that reject it, and `denied_by` who does.
    """

    type: str
    who: Named
    whom: Named
    title: str | None
    since: Since | None
    certainty: Certainty
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]
    denied_by: tuple[str, ...]
    denials: tuple[str, ...]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing said: by whom, to whom, when, where, in which words, and who passed it on.

    `type` is the type of the claims (say, deny, admit, demand ...). `verbatim` are the words in quotation marks, else
    the sentence paraphrases. `relayed` are the sources it came through, the nearest to the reader first. `about` are
    the claims that were made in it.
    """

    speaker: Named
    type: str
    said: Since | None
    venue: str | None
    venue_kind: str | None
    to: tuple[str, ...]
    words: str
    verbatim: tuple[str, ...]
    relayed: tuple[str, ...]
    claims: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssetStatus:
    """What an asset is said to be since a time: there, held, hit, captured, closed, evacuated, reopened."""

    status: str
    by: str | None
    since: Since
    certainty: Certainty
    voices: tuple[Voice, ...]
    claims: tuple[str, ...]
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A base, port, crossing, hospital or other site: where it stands, whose it is said to be, what became of it."""

    name: str
    type: str
    spot: Spot | None
    owners: tuple[Named, ...]
    history: tuple[AssetStatus, ...]
