"""What of a claim tells which happening it speaks of, worked out once."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from vedette.lexicon.classes import families_of, word_class
from vedette.lexicon.stems import known_stems, stem
from vedette.model import Claim, Party, Place

AHEAD = frozenset({"planned", "forecast", "demanded", "hypothetical"})
WIDE_DAYS = 10
DOERS = frozenset({"agent", "speaker", "subject", "leader", "backer", "designator", "member"})
COARSE = frozenset({"province", "country", "region"})
TOWARD = frozenset({"to", "toward"})


@dataclass(frozen=True, slots=True)
class Who:
    """Parties in one role: ids of actors or proper names, sides, heads of their phrases; `loose` where a side has
    no actor to it ("Syrian rebels")."""

    ids: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a claim; days count from the year 1, `days` is the day of publication where not `dated`."""

    claim: Claim
    kind: str
    name: str
    families: frozenset[str]
    ahead: bool
    places: tuple[Place, ...]
    coarse: bool
    days: tuple[int, int] | None
    dated: bool
    wide: bool
    doers: Who
    targets: Who
    words: frozenset[str]
    rare: frozenset[str]


def traits(claim: Claim) -> Traits:
    """The traits of a claim."""
    name = f"{claim.kind}/{claim.type}"
    mutual = name in word_class("happenings", "mutual")
    days = _days(claim)
    words = _words(claim.evidence.text)
    return Traits(
        claim=claim,
        kind=claim.kind,
        name=name,
        families=families_of(name),
        ahead=claim.standing in AHEAD,
        places=claim.places,
        coarse=all(place.precision in COARSE for place in claim.places),
        days=days,
        dated=days is not None and claim.time is not None and claim.time.precision != "published",
        wide=days is not None and days[1] - days[0] > WIDE_DAYS,
        doers=_who(claim, [one for one in claim.parties if mutual or one.role in DOERS]),
        targets=_who(claim, [one for one in claim.parties if not mutual and one.role not in DOERS]),
        words=words,
        rare=words - known_stems(),
    )


def _days(claim: Claim) -> tuple[int, int] | None:
    time = claim.time
    if time is None or not (time.first or time.last):
        return None
    first, last = time.first or time.last or "", time.last or time.first or ""
    return date.fromisoformat(first[:10]).toordinal(), date.fromisoformat(last[:10]).toordinal()


def _who(claim: Claim, parties: list[Party]) -> Who:
    """The noun of a figure says how many of whom, not who: it is left to the figure."""
    if not parties:
        return Who()
    ids = frozenset(one.actor or _proper_name(one) for one in parties) - {""}
    sides = frozenset(one.side or one.actor or "" for one in parties) - {""}
    heads = frozenset(_head(one.text) for one in parties)
    return Who(ids, sides, heads, any(one.side and not one.actor for one in parties))


def _proper_name(party: Party) -> str:
    name = party.name or party.text
    owned = any(mark in name for mark in ("’s ", "'s "))
    return name.casefold() if name[:1].isupper() and not owned and " " in name.strip() else ""


def _head(text: str) -> str:
    """The last word before "of", "in", "from": the head of a phrase, as far as one sees it without a parse."""
    front = re.split(r" (?:of|in|from|at|near|who|that|with|for)\b|,", text, maxsplit=1)[0]
    found = re.findall(r"[^\W_]+", front)
    return stem(found[-1].casefold()) if found else ""


@cache
def _words(text: str) -> frozenset[str]:
    """The stems of the words of a sentence, without those that every sentence has."""
    common = word_class("happenings", "common")
    found = re.findall(r"[^\W_]{4,}|\d[\d,.]*\d|\d+", text.casefold())
    return frozenset(stem(word) for word in found if word not in common)
