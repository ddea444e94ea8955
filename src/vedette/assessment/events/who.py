"""What of the parties of a claim is compared: whom they are known as, whose side they are on, what sort of people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vedette.assessment.codes import camp_of
from vedette.lexicon.classes import word_class
from vedette.lexicon.stems import stem, stems_of
from vedette.model import Claim, Party

VICTIMS = ("military", "fighters", "civilians")
BEFORE = 20
MEN = "man"  # soldiers or not, as the words beside say
PARTICLE = 3
ACRONYM = re.compile(r"[A-Z]{2,}[A-Z0-9-]*")

type Named = tuple[str | None, str | None, str, str, str | None]  # actor, side, name, text, camp


@dataclass(frozen=True, slots=True)
class Who:
    """Parties in one role: ids of actors or proper names, sides, heads of their phrases.

    `loose`: a side has no actor to it ("Syrian rebels"). `camp`: a state's or rebels, as far as the words tell.
    """

    ids: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    loose: bool = False
    camp: str | None = None


def who_of(parties: Sequence[Party], side: str | None = None) -> Who:
    """The traits of some parties in one role, who are of a side where their words do not tell."""
    return _who(tuple([(one.actor, one.side, one.name or one.text, one.text, camp_of(one)) for one in parties]), side)


@lru_cache(maxsize=1 << 16)  # so that many claims hold it once
def _who(parties: tuple[Named, ...], side: str | None) -> Who:
    ids = frozenset(actor or _proper_name(name) for actor, _, name, *_ in parties) - {""}
    sides = frozenset(own or actor or _proper_name(name) for actor, own, name, *_ in parties) - {""}
    heads = frozenset(_head(text) for *_, text, _ in parties)
    camps = {camp for *_, camp in parties}
    loose = any(own and not actor for actor, own, *_ in parties)
    camp = camps.pop() if len(camps) == 1 else None
    return Who(ids, sides or frozenset((side,) if side else ()), heads, loose, camp)


@lru_cache(maxsize=1 << 14)
def _proper_name(name: str) -> str:
    """A name of several words; a single capital may be that of any sentence."""
    words = name.split()
    if acronyms := [word for word in words if ACRONYM.fullmatch(word)]:
        return acronyms[0].casefold()
    named = [word for word in words if word[:1].isupper()]
    proper = len(named) > 1 and all(word[:1].isupper() or len(word) <= PARTICLE for word in words)
    return "" if not proper or any(word.endswith(("’s", "'s")) for word in words) else " ".join(words).casefold()


@lru_cache(maxsize=1 << 14)
def _head(text: str) -> str:
    """The last word before "of", "in", "from": the head of a phrase, as far as one sees it without a parse."""
    front = re.split(r" (?:of|in|from|at|near|who|that|with|for)\b|,", text, maxsplit=1)[0]
    found = re.findall(r"[^\W_]+", front)
    return stem(found[-1].casefold()) if found else ""


def victims_of(claim: Claim, targets: Sequence[Party]) -> str | None:
    """Whether those it is done to are soldiers of a state, fighters or civilians, where that is told."""
    counted = claim.quantity.population if claim.quantity else None
    if counted and counted != MEN:
        return _population(counted)
    sorts = {sort for one in targets if (sort := _sort_of(one)) is not None}
    if claim.kind == "casualties" and not sorts and claim.trigger is not None:
        before = claim.document.text[max(0, claim.trigger.start - BEFORE) : claim.trigger.start].split()
        sorts = {sort for word in before[-1:] if (sort := _population(word.casefold())) is not None}
    return sorts.pop() if len(sorts) == 1 else None


def _population(word: str) -> str | None:
    return next((name for name in VICTIMS if word in word_class("happenings", name)), None)


def _sort_of(party: Party) -> str | None:
    if party.type == "civilian":  # "people" and "60" may be anybody
        head = _head(party.text)
        anybody = stems_of("happenings", "anybody") | stems_of("grammar", "number word")
        return None if head in anybody or head.isnumeric() else "civilians"
    if party.type != "armed":
        return None
    camp = camp_of(party)
    return "military" if camp == "state" else "fighters" if camp or party.side else None
