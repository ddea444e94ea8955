"""What stands where and whose it is, and what became of it: hit, captured, closed, evacuated, reopened."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from vedette.assessment.begun import begun, narrowest
from vedette.assessment.control.extent import extent
from vedette.assessment.registers.names import named, weigh
from vedette.assessment.spots import finest, key_of, spot_of
from vedette.assessment.voices import ALONE
from vedette.lexicon import load
from vedette.lexicon.actors import fold
from vedette.lexicon.shapes import NounEntry
from vedette.lexicon.sites import at_site
from vedette.model import AGAINST, TOLD, Asset, AssetStatus, Claim, Families, Named, Place, replace

STATUS: dict[tuple[str, str], str] = {
    ("violence", "airstrike"): "hit", ("violence", "drone-strike"): "hit", ("violence", "shelling"): "hit",
    ("violence", "bombing"): "hit", ("violence", "suicide-bombing"): "hit", ("violence", "attack"): "hit",
    ("violence", "destruction"): "destroyed", ("control", "capture"): "captured", ("control", "hold"): "held",
    ("control", "enter"): "entered", ("control", "lose"): "lost", ("control", "withdraw"): "left",
    ("control", "besiege"): "besieged", ("movement", "evacuate"): "evacuated", ("hardship", "closure"): "closed",
    ("hardship", "outage"): "out of service", ("unrest", "looting"): "looted",
}  # fmt: skip
ENDED = {"closed": "reopened", "out of service": "in service again", "besieged": "relieved", "held": "lost"}
LASTING = frozenset({"there", "held", "besieged", "closed", "out of service"})
OWNING = frozenset({"subject", "agent"})
OWN_WORDS = re.compile(r"^(?:the|a|an|its|his|her|their|one of)\s+", re.IGNORECASE)
POINT = "point"
BASE = "base"
BASES = frozenset({"air-base", "naval-base"})

type AssetKey = int | str


@dataclass(frozen=True, slots=True)
class Site:
    """What a claim tells of: the name, the type, and the place where it stands."""

    name: str
    type: str
    place: Place

    @property
    def own_name(self) -> str:
        """What tells it from others of its sort in the same town; empty for "the airport in Port Sudan"."""
        return fold(self.name) if self.name[:1].isupper() and self.name != self.place.written else ""


def asset_keys(claim: Claim) -> tuple[AssetKey, ...]:
    """The places of the sites that a claim tells something of."""
    return tuple(dict.fromkeys(key_of(site.place) for site in _sites(claim)))


def _sites(claim: Claim) -> Iterator[Site]:
    if claim.standing not in TOLD | AGAINST or status_of(claim) is None:
        return
    places = finest([place for place in claim.places if place.role != "toward"])
    for place in places:
        if place.precision == POINT:
            type_ = _type_in(place.text) or (claim.type if claim.kind == "asset" else None)
            if type_ is not None:
                yield Site(place.written, type_, place)
        else:
            words = _words_for(claim, place)
            if words is not None and (type_ := _type_in(words) or (claim.type if claim.kind == "asset" else None)):
                own, spot = OWN_WORDS.sub("", words), at_site(place, words)
                named = own[:1].isupper() or spot is place
                spot = place if spot is place else replace(spot, text=words)
                yield Site(own if named else spot.name or own, type_, spot)


def _words_for(claim: Claim, place: Place) -> str | None:
    """The words for a site that stands in a town: the thing that it was done to, or the part of the town."""
    things = [party.text for party in claim.parties if party.role in {"object", "target"} and _type_in(party.text)]
    if claim.kind == "asset":
        return things[0] if things else claim.type.replace("-", " ")
    return things[0] if things else extent(claim, place)


def _type_in(words: str) -> str | None:
    """The type of asset that some words name, the longest that fits."""
    found = _nouns().search(words.casefold())
    return _types()[found[1]] if found else None


@cache
def _types() -> dict[str, str]:
    return {word: entry.name for entry in load("assets", NounEntry) for word in entry.words}


@cache
def _nouns() -> re.Pattern[str]:
    words = sorted(map(re.escape, _types()), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(words)})(?:s|es)?\b")


def status_of(claim: Claim) -> str | None:
    """What a claim says that became of a site; None where it says nothing of one."""
    if claim.kind == "asset":
        return {"begins": "opened", "ends": "closed"}.get(claim.phase or "", "there")
    status = STATUS.get((claim.kind, claim.type))
    if status == "destroyed" and claim.trigger is not None and claim.trigger.text.casefold().startswith("damag"):
        return "damaged"
    return ENDED.get(status or "") if claim.phase == "ends" else status


def assets(key: AssetKey, claims: Sequence[Claim], families: Families = ALONE) -> tuple[Asset, ...]:
    """The sites at one place with all that is told of them, by when it happened; none that is only denied."""
    found: dict[tuple[str, str], list[tuple[Claim, Site]]] = {}
    for claim in claims:
        for site in _sites(claim):
            if key_of(site.place) == key:
                found.setdefault((site.type, site.own_name), []).append((claim, site))
    narrower = [sort for sort in found if sort[0] in BASES]
    if len(narrower) == 1 and (BASE, "") in found:  # "military sites, including an air base at X"
        found[narrower[0]] += found.pop((BASE, ""))
    every = (_asset(type_, told, families) for (type_, _), told in sorted(found.items()))
    return tuple(one for one in every if one.history)


def _asset(type_: str, told: Sequence[tuple[Claim, Site]], families: Families) -> Asset:
    claims = [claim for claim, _ in told]
    names = [site.name for _, site in told]
    name, spot = max(names, key=lambda name: (names.count(name), name)), spot_of([site.place for _, site in told])
    return Asset(
        name=name if spot.precision == POINT else f"{name} in {spot.name}",
        type=type_,
        spot=spot,
        owners=_owners(claims),
        history=_history(claims, families),
    )


def _owners(claims: Sequence[Claim]) -> tuple[Named, ...]:
    """Who has it, by the claims that say no more than that."""
    whose = [party for claim in claims if claim.kind == "asset" and claim.standing in TOLD for party in claim.parties]
    found = {owner.name: owner for party in whose if party.role in OWNING for owner in [named(party)]}
    return tuple(found.values())


def _history(claims: Sequence[Claim], families: Families) -> tuple[AssetStatus, ...]:
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        status = status_of(claim)
        if status is not None and claim.standing in TOLD:
            day = "" if status == "there" else begun(claim, lasting=False).last
            groups.setdefault((day, status, _by(claim) or ""), []).append(claim)
    denied = [claim for claim in claims if claim.standing in AGAINST]
    return tuple(_status(status, group, denied, families) for (_, status, _), group in sorted(groups.items()))


def _by(claim: Claim) -> str | None:
    doer = next((party for party in claim.parties if party.role == "agent"), None)
    return (doer.side or named(doer).name) if doer is not None and claim.kind != "asset" else None


def _status(status: str, group: Sequence[Claim], denied: Sequence[Claim], families: Families) -> AssetStatus:
    against = [one for one in denied if status_of(one) == status]
    weight = weigh(group, against, lambda _: any(claim.standing == "admitted" for claim in group), families)
    return AssetStatus(
        status=status,
        by=_by(group[0]),
        since=narrowest([begun(claim, status in LASTING) for claim in group]),
        certainty=weight.certainty,
        voices=weight.voices,
        claims=tuple(claim.id for claim in group),
        against=tuple(claim.id for claim in against),
    )
