"""Whether a claim is about a whole place or a part of it: "most of Goma", "the airport in Goma", "Goma's port"."""

import re
from functools import cache

from vedette.lexicon.classes import word_class
from vedette.lexicon.sites import site_noun
from vedette.model import Claim, Place

SETTLED = frozenset({"settlement", "point"})
NEAR_BY = 90
OPENING = frozenset({"the", "a", "an", "its", "their"})
OWN_SORT = (
    r"(?:\b(?:the|a|an|its?|their)\s+)?(?:[\w-]+\s+){{0,3}}?\b"
    r"(?:(?:{sorts})\s+of\s+(?:the\s+)?(?:{listed})?|(?:{plural})\s+of\s+(?:the\s+)?{listed})$"
)
AROUND = "the area around it"
LIST = re.compile(r",?\s+(?:and\s+)?(?:the\s+)?[A-Z]")
BEFORE = re.compile(
    r"((?:[\w'’-]+\s+){0,3}[\w'’-]+)\s+(?:of|in|at|inside|within)\s+(?:the\s+)?(?:(?:north|south|east|west|centr)[\w-]*\s+)?$"
)
AFTER = re.compile(r"^(?:['’]s?)\s+((?:[\w-]+\s+){0,2}[\w-]+)")
AND_MOST = re.compile(
    r"^(?:['’]s?(?: [\w-]+){1,3})?,? and (?:(?:now|nearly|almost|virtually) )*"
    r"(?:most|all|the rest|the bulk) of (?:the|it)\b"
)
BESIDE = re.compile(r" ([a-z]+)\b")
INSIDE = re.compile(
    r"^\s*((?:the|an?|its?|their|his|several|some|many|dozens|\d+|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?:[\w'’-]+\s+){0,7}?([\w'’-]+))\s+(?:in|at|inside|within)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
LISTED = r"(?:[\w'’-]+,?\s+){1,6}?and\s+"
GRIP = frozenset({"control", "power", "rule"})
OBJECT = re.compile(r"^\s+((?:the|its|an?)\s+(?:[\w-]+\s+){0,3}?[\w-]+)")


def extent(claim: Claim, place: Place) -> str | None:
    """The words that say it is only a part of a place; None where the whole is meant."""
    most = AND_MOST.match(claim.document.text[place.end : place.end + NEAR_BY])
    part = None if most else _own_part(claim, place) or _named_part(claim, place)
    return None if part is not None and _is_itself(place, part) else part


def _is_itself(place: Place, part: str) -> bool:
    """Whether words for a part are those of the place: "the pass" of the Dura pass, "the base" outside Kodok."""
    noun, name = site_noun(part) or part.casefold().removeprefix("the "), (place.name or "").casefold()
    return name.endswith(noun) or (place.precision == "point" and name.startswith(f"{noun} "))


def _own_part(claim: Claim, place: Place) -> str | None:
    """ "The airport", by which the one of the town spoken of is meant; what an attack on was beaten back."""
    named = place.precision == "point" or (place.name or "").casefold().endswith(
        place.text.casefold().removeprefix("the ")
    )
    if not named and (own := _part(place.text, sites_only=True)):
        return own
    beaten = claim.type == "repel" and claim.facility is not None and claim.facility.start > place.end
    return claim.facility.text if beaten and claim.facility else None


def _named_part(claim: Claim, place: Place) -> str | None:
    """What stands before, behind or around the name of the place."""
    text, trigger = claim.document.text, claim.trigger
    start = trigger.end if trigger is not None and trigger.end <= place.start else claim.evidence.start
    before = text[max(start, place.start - NEAR_BY) : place.start]
    if "of" in before.casefold():
        before = _own_sort(LIST.match(text, place.end) is not None).sub("", before)
    if start != claim.evidence.start and (found := INSIDE.match(before)) and found[2].casefold() not in GRIP:
        return found[1]
    if (found := BEFORE.search(before)) and (part := _part(found[1])):
        return part
    if (found := AFTER.match(text[place.end : place.end + NEAR_BY])) and (part := _part(found[1])):
        return part
    beside = BESIDE.match(text, place.end)
    if beside and place.precision != "point" and _singular(beside[1]) in _sites():
        return f"{place.text} {beside[1]}"
    if place.precision in SETTLED and place.radius_km is not None and place.geonames_id is not None:
        return AROUND
    inside = trigger is not None and place.end <= trigger.start and before.rstrip().casefold().endswith("in")
    found = OBJECT.match(text[trigger.end : claim.evidence.end]) if inside and trigger else None
    return _part(found[1]) if found else None


def is_object(claim: Claim, place: Place) -> bool:
    """Whether the place itself is what was attacked: "attacked the town of Minova", "an assault on Minova"."""
    trigger = claim.trigger
    if trigger is None or trigger.end > place.start:
        return False
    between = _own_sort(True).sub("", claim.document.text[trigger.end : place.start]).strip()
    return between in {"", "on", "against"}


def _part(words: str, *, sites_only: bool = False) -> str | None:
    """The phrase up to the first word for a part or a site in it, if there is one; who has most of it has it."""
    held = words.split()
    if held[-1].casefold() in word_class("place_words", "nearly whole"):
        return None
    known = _sites() if sites_only else _parts()
    for i, word in enumerate(held):
        if _singular(word) in known or _are_several(word):
            first = max((at for at in range(i) if held[at].casefold() in OPENING), default=0)
            return " ".join(held[first : i + 1])
    return None


def is_a_town(part: str) -> bool:
    """Whether a part of a province or country is a town or several of which no name is told: "a mining town"."""
    return _singular(part.split()[-1]) in word_class("place_words", "settlement")


def is_outside(part: str) -> bool:
    """Whether a part lies around a town, and who has it is not in the town: "the area around it", villages."""
    return part == AROUND or any(map(_are_several, part.split()))


def _are_several(word: str) -> bool:
    """ "The surrounding villages" are not the town."""
    return word.endswith("s") and word.casefold().removesuffix("s") in word_class("place_words", "settlement")


def _singular(word: str) -> str:
    low = word.casefold()
    return low if low in _parts() else low.removesuffix("s")


@cache
def _parts() -> frozenset[str]:
    names = ("portion", "site", "site-name", "strategic")
    return frozenset().union(word_class("nouns", "facility"), *(word_class("place_words", name) for name in names))


@cache
def _sites() -> frozenset[str]:
    return (_parts() - word_class("place_words", "settlement")) | {"road", "highway"}


@cache
def _own_sort(several: bool) -> re.Pattern[str]:
    """ "The town of", "the towns of" where `several` are named; "the villages of" one town are not the town."""
    sorts = word_class("place_words", "settlement", "province") | {"district", "port city"}
    plural = {f"{one[:-1]}ies" if one.endswith("y") else f"{one}s" for one in sorts}
    one, many = ("|".join(sorted(map(re.escape, words))) for words in (sorts | plural if several else sorts, plural))
    return re.compile(OWN_SORT.format(sorts=one, plural=many, listed=LISTED), re.IGNORECASE)


def same_part(left: str | None, right: str | None) -> bool:
    """Whether two phrases name one part of a place, or both none."""
    return (left or "").casefold().removeprefix("the ") == (right or "").casefold().removeprefix("the ")
