"""What the codebooks call each claim: ACLED, PLOVER, UCDP and CAMEO, after their own rules (docs/codebooks.md)."""

from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from typing import Any

from vedette.assessment.spots import finest, key_of
from vedette.lexicon.actors import Actor, fold, load_registry
from vedette.lexicon.codebooks import CodeEntry, acled_types, code_entries, party_sorts
from vedette.model import TOLD, Claim, Party

AUXILIARY = {
    "forecast": "future", "planned": "future", "demanded": "future", "hypothetical": "hypothetical",
    "possible": "hypothetical", "denied": "negation", "negated": "negation", "attempted": "hypothetical",
}  # fmt: skip
SORTS = {1: "state", 2: "rebel", 3: "militia", 4: "identity", 5: "crowd", 6: "crowd", 7: "civilian", 8: "foreign"}
STATE, REBEL, MILITIA, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL = 1, 2, 3, 5, 6, 7, 8
ARMED = frozenset({"state", "foreign", "rebel", "militia", "identity"})
DOING, SUFFERING = ("agent", "leader", "speaker", "backer"), ("target", "addressee", "object")
WITHOUT_A_FIGHT = (
    "without a fight", "without fighting", "without resistance", "no resistance", "without firing", "without a shot",
    "unopposed", "peacefully",
)  # fmt: skip
RIOTOUS, DEMONSTRATIVE = frozenset({"riot", "looting"}), frozenset({"protest", "strike", "topple"})
OWN = frozenset({"movement", "displacement"})
CHANGING = frozenset({"capture", "enter"})


def codes(claims: Iterable[Claim]) -> dict[str, dict[str, Any]]:
    """Claim id to its codes, as exported.

    Whether a place changed hands depends on the other claims: what is lost again within a day was a clash (ACLED).
    """
    every = tuple(claims)
    exchanged = _exchanged(every)
    return {claim.id: _codes(claim, claim.id in exchanged) for claim in every}


def _codes(claim: Claim, exchanged: bool) -> dict[str, Any]:
    inters = tuple(_inter_of(claim, roles) for roles in (DOING, SUFFERING))
    entry = _entry(claim, inters, exchanged)
    told = claim.standing in TOLD
    return {
        "acled": _acled(entry.acled, inters, "acled" in entry.near) if entry and entry.acled and told else None,
        "plover": _plover(claim, entry) if entry and entry.plover else None,
        "ucdp": _type_of_violence(claim, inters) if told else None,
        "cameo": {"root": entry.cameo, "exact": "cameo" not in entry.near} if entry and entry.cameo else None,
    }


def _entry(claim: Claim, inters: tuple[int | None, ...], exchanged: bool) -> CodeEntry | None:
    manners = _manners(claim, exchanged)
    for entry in code_entries().get((claim.kind, claim.type), ()):
        sorts_fit = _fits(entry.doer, inters[0]) and _fits(entry.target, inters[1])
        if sorts_fit and (not entry.manner or entry.manner in manners):
            return entry
    return None


def _fits(wanted: tuple[str, ...], inter: int | None) -> bool:
    sort = SORTS[inter] if inter else "unknown"
    return not wanted or sort in wanted or ("armed" in wanted and sort in ARMED)


def _manners(claim: Claim, exchanged: bool) -> frozenset[str]:
    words = claim.evidence.text.casefold()
    found = {"exchange"} if exchanged else set()
    if any(phrase in words for phrase in WITHOUT_A_FIGHT):
        found.add("peaceful")
    if claim.standing == "planned":
        found.add("announced")
    return frozenset(found)


def _exchanged(claims: tuple[Claim, ...]) -> frozenset[str]:
    """The claims that a side took a place which another side took within a day of it."""
    at: dict[object, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "control" and claim.type in CHANGING and claim.standing in TOLD:
            for place in set(map(key_of, finest(claim.places))):
                at.setdefault(place, []).append(claim)
    return frozenset(
        one.id for group in at.values() for one in group if any(_takes_back(one, other) for other in group)
    )


def _takes_back(one: Claim, other: Claim) -> bool:
    sides = [{party.side or party.actor for party in claim.parties if party.role == "agent"} for claim in (one, other)]
    windows = days_of(one), days_of(other)
    known = None not in sides[0] | sides[1] and all(sides)
    if not known or not sides[0].isdisjoint(sides[1]) or windows[0] is None or windows[1] is None:
        return False
    return abs(windows[0][0] - windows[1][0]) <= 1


def _acled(sub_event: str, inters: tuple[int | None, ...], near: bool) -> dict[str, Any]:
    kind = acled_types()[sub_event]
    known = [inter for inter in inters if inter]
    joint = "".join(map(str, sorted(known))).ljust(2, "0") if known else None
    return {
        "disorder_type": kind.disorder, "event_type": kind.event, "sub_event_type": sub_event,
        "inter1": inters[0], "inter2": inters[1], "interaction": int(joint) if joint else None, "exact": not near,
    }  # fmt: skip


def _plover(claim: Claim, entry: CodeEntry) -> dict[str, Any]:
    event, mode = entry.plover
    announced = entry.manner == "announced"
    auxiliary = None if announced else AUXILIARY.get(claim.standing)
    return {"event": event, "mode": mode or None, "auxiliary": auxiliary, "exact": "plover" not in entry.near}


def _type_of_violence(claim: Claim, inters: tuple[int | None, ...]) -> dict[str, int] | None:
    """UCDP: 1 where a state fights, 2 between others in arms, 3 against civilians; None where nobody does violence."""
    if (claim.kind, claim.type) != ("casualties", "killed") and claim.kind != "violence":
        return None
    doer, target = (SORTS[inter] if inter else "unknown" for inter in inters)
    if doer not in ARMED:
        return None
    if target in {"civilian", "crowd"}:
        return {"type_of_violence": 3}
    if target not in ARMED:
        return None
    return {"type_of_violence": 1 if {"state", "foreign"} & {doer, target} else 2}


def _inter_of(claim: Claim, roles: tuple[str, ...]) -> int | None:
    """ACLED's interaction code of the first party in some roles.

    Both sides of a clash are doers; whom one moves is one's own and no other side.
    """
    if roles == SUFFERING and claim.kind in OWN:
        return None
    parties = [party for party in claim.parties if party.role in roles]
    if claim.type == "clash" and roles == SUFFERING and not parties:
        parties = [party for party in claim.parties if party.role in DOING][1:]
    country = next((place.country for place in claim.places if place.country), None)
    found = (inter for party in parties if (inter := inter_code(party, country, claim.type)) is not None)
    return next(found, None)


def inter_code(party: Party, country: str | None, event: str = "") -> int | None:
    """ACLED's interaction code of a party in a country (ISO code), by the registry, else by its words and its type."""
    actor = load_registry().by_id.get(party.actor or "")
    if actor is not None and party.type != "civilian":
        known = _listed(actor, country)
        return known if known is not None or party.type != "armed" else _worded(party) or REBEL
    return _worded(party) or _typed(party, event)


def _listed(actor: Actor, country: str | None) -> int | None:
    state = actor.type in {"state", "official"} or actor.inter == STATE
    if state:
        return EXTERNAL if country and actor.country and actor.country != country else STATE
    if actor.inter is None and actor.type in {"person", "organisation", "media", "monitor"}:
        return CIVILIANS
    return actor.inter


def _worded(party: Party) -> int | None:
    if party.type not in {"armed", "crowd", "state", None} and party.role != "agent":
        return None
    return sort_of((party.text if party.actor is None else f"{party.text} {party.name}").casefold())


@cache
def sort_of(phrase: str) -> int | None:
    """ACLED's interaction code that the words for a party stand for ("rebels" 2), in small letters."""
    words = {form for word in phrase.split() for form in (word, word.removesuffix("s"))}
    return next((inter for word, inter in party_sorts() if word in words), None)


def days_of(claim: Claim) -> tuple[int, int] | None:
    """The first and the last day of a claim, counted from the year 1."""
    time = claim.time
    if time is None or not (time.first or time.last):
        return None
    first, last = time.first or time.last or "", time.last or time.first or ""
    return date.fromisoformat(first[:10]).toordinal(), date.fromisoformat(last[:10]).toordinal()


def camp_of(party: Party) -> str | None:
    """Whether a party is of a state or of those who fight one, by its side, else by its words."""
    return "state" if party.side in load_registry().governments else _camp(party.text)


@lru_cache(maxsize=1 << 14)
def _camp(phrase: str) -> str | None:
    return {STATE: "state", REBEL: "rebels", MILITIA: "rebels"}.get(sort_of(fold(phrase)) or 0)


def _typed(party: Party, event: str) -> int | None:
    if party.type == "crowd":
        return RIOTERS if event in RIOTOUS else PROTESTERS
    if party.type == "civilian" and event in DEMONSTRATIVE and party.role == "agent":
        return PROTESTERS
    if party.type == "state":
        return STATE
    return None if party.type in {"armed", "unknown", None} else CIVILIANS
