"""What of a claim tells which happening it speaks of, worked out once for the claims of a document together."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from vedette.assessment.begun import is_undated
from vedette.assessment.buckets import shared
from vedette.assessment.codes import days_of
from vedette.assessment.events.who import Who, victims_of, who_of
from vedette.assessment.sources import losing_side, word_of
from vedette.lexicon.actors import fold, load_registry
from vedette.lexicon.classes import tellings, word_class
from vedette.lexicon.stems import known_words, meaning
from vedette.model import Claim, Families, Party, Place, Quantity

ALONE = Families()
AHEAD = frozenset({"planned", "forecast", "demanded", "hypothetical"})
DOERS = frozenset({"agent", "speaker", "subject", "leader", "backer", "designator", "member"})
COARSE = frozenset({"province", "country", "region"})
KILLING = "violence/killing"
WIDE_DAYS = 10
REACH = 500
KNOWN_WORD = 0.25
WORD = re.compile(r"[^\W_]{4,}|\d[\d,.]*\d|\d+")
NAME = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{3,}")
KNOWN = re.compile(r"(?:\b(?:the|that|this|those|these|its|their|his|her)|['’]s)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)

type Days = tuple[int, int]


@dataclass(slots=True)  # frozen, one would take thrice as long to make
class Traits:
    """What is compared of a claim. Days count from the year 1. `by_day` sorts claims by their days.

    `days` is when it was told where it is not `dated`. `scene` and `scene_days`: where and when the report was before
    it, for a claim that says nothing of its own. `known`: its words take something up as known ("the attack").
    `mouths`: whose word it may be. `count`: its figure, or that of the dead of the killing that it tells. `names`:
    proper names of its places, and others in its sentence that are of no source and no actor.
    """

    claim: Claim
    kind: str
    name: str
    tellings: frozenset[str]
    ahead: bool
    lasting: bool
    places: tuple[Place, ...]
    coarse: bool
    days: Days | None
    dated: bool
    wide: bool
    known: bool
    doers: Who
    targets: Who
    victims: str | None
    names: frozenset[str]
    mouths: frozenset[str]
    words: frozenset[str]
    rare: frozenset[str]
    weight: float
    by_day: tuple[int, str, str]
    count: Quantity | None = None
    scene: bool = False
    scene_days: Days | None = None


def traits_of(claims: Iterable[Claim]) -> Mapping[str, Traits]:
    """The traits of the claims of one document, by id."""
    ordered = sorted(map(_own, claims), key=lambda one: (one.claim.evidence.start, one.claim.id))
    whole = [one for one in ordered if one.count is not None and not one.count.part_of]
    dead = {one.claim.trigger.start: one.count for one in whole if one.claim.trigger is not None}
    for one in ordered:
        if one.name == KILLING and one.claim.trigger is not None:
            one.count = dead.get(one.claim.trigger.start)
    return {one.claim.id: _set_in_scene(one, ordered, at) for at, one in enumerate(ordered)}


def _own(claim: Claim) -> Traits:
    name = f"{claim.kind}/{claim.type}"
    mutual = name in word_class("happenings", "mutual")
    days = days_of(claim)
    words, rare = _words(claim.evidence.text)
    targets = [one for one in claim.parties if not mutual and one.role not in DOERS]
    places = claim.places or _unknown_places(name, targets)
    return Traits(
        claim=claim,
        kind=claim.kind,
        name=name,
        tellings=tellings(name),
        lasting=not {claim.kind, name}.isdisjoint(word_class("happenings", "lasting")),
        ahead=claim.standing in AHEAD,
        places=places,
        coarse=all(place.precision in COARSE for place in places),
        days=days,
        dated=days is not None and not is_undated(claim) and not (claim.time and claim.time.carried),  # only likely
        wide=days is not None and days[1] - days[0] > (1 if _is_tally(claim) else WIDE_DAYS),
        known=_known(claim),
        doers=who_of([one for one in claim.parties if mutual or one.role in DOERS]),
        targets=who_of(targets, losing_side(claim)),
        victims=victims_of(claim, targets),
        names=_names(claim),
        mouths=_mouths(claim),
        words=words,
        rare=rare,
        weight=weight_of(words, rare),
        by_day=(days[0] if days else 0, name, claim.id),
        count=claim.quantity,
    )


def _set_in_scene(one: Traits, ordered: Sequence[Traits], at: int) -> Traits:
    """With the place and the day of the claim before it, or else after it, that has them."""
    if (one.places and one.dated) or one.kind not in word_class("happenings", "scenic"):
        return one
    near = [other for other in (*reversed(ordered[:at]), *ordered[at + 1 :]) if _near(one, other)]
    if not one.places:
        places = next((other.places for other in near if other.places and not other.coarse), ())
        names = one.names or next((other.names for other in near if other.names), frozenset())
        one = replace(one, places=places, coarse=not places, scene=bool(places), names=names)
    if not one.dated:
        one = replace(one, scene_days=next((other.days for other in near if other.dated and not other.wide), None))
    return one


def _near(one: Traits, other: Traits) -> bool:
    scenic = other.kind in word_class("happenings", "scenic")
    return scenic and abs(one.claim.evidence.start - other.claim.evidence.start) <= REACH


def _is_tally(claim: Claim) -> bool:
    return claim.kind == "casualties" and claim.time is not None and claim.time.precision == "since"


def _known(claim: Claim) -> bool:
    if claim.trigger is None:
        return False
    before = claim.document.text[max(0, claim.trigger.start - 40) : claim.trigger.start]
    return KNOWN.search(before) is not None


def _unknown_places(name: str, targets: Sequence[Party]) -> tuple[Place, ...]:
    """What was taken or fired at and has a name that nobody knows, which the parties take for a person's."""
    if {name, name.split("/")[0]}.isdisjoint(word_class("happenings", "of places")):
        return ()
    nameless = [one for one in targets if not one.actor and not one.side and one.type in {"person", "organisation"}]
    named = [one for one in nameless if all(word[:1].isupper() for word in one.text.split())]
    return tuple(Place("at", one.text, one.start, one.end, name=one.name or one.text) for one in named)


def _mouths(claim: Claim) -> frozenset[str]:
    word = word_of(claim, ALONE)
    return shared(frozenset(source.key for source in (word.source, *word.others)))


def _names(claim: Claim) -> frozenset[str]:
    """A capital at the start of a sentence says nothing."""
    text = claim.evidence.text
    taken = [one.name or one.text for one in claim.chain]
    taken += [one.name or one.text for one in claim.parties if one.actor or one.side]
    elsewhere = {word for name in taken for word in _capitals(name)}
    found = {word for word in {*NAME.findall(text[1:])} - elsewhere if not _of_country(word)}
    placed = [place.name or place.text for place in claim.places if place.precision not in COARSE]
    found.update(word for name in placed for word in _capitals(name))
    return shared(frozenset(map(fold, found)) - word_class("happenings", "common"))


@lru_cache(maxsize=1 << 14)
def _capitals(name: str) -> tuple[str, ...]:
    return tuple(NAME.findall(name))


@cache
def _of_country(word: str) -> bool:
    registry = load_registry()
    return registry.by_adjective(word) is not None or registry.holder(word) is not None


def weight_of(words: frozenset[str], rare: frozenset[str]) -> float:
    """What some words tell of which happening it is; those that any report on a war has tell little."""
    return KNOWN_WORD * len(words) + (1 - KNOWN_WORD) * len(words & rare)


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of the words of a sentence, without those that every sentence has; and the rare among them."""
    common = word_class("happenings", "common")
    found = WORD.findall(text.casefold())
    words = frozenset(map(meaning, set(found) - common))
    return words, words - known_words()
