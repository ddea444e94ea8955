"""Repetition inside one document is claimed once: the fullest telling stays, the other places go into `also`."""

from collections.abc import Iterable

from vedette.model import Claim, Place, PlaceMention, replace


def merge(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims without repeats, in order of the text."""
    kept: list[Claim] = []
    at: dict[object, list[int]] = {}  # their numbers by what a claim has in common with all that it may repeat
    for claim in sorted(claims, key=lambda one: (-_fullness(one), one.evidence.start)):
        marks = _marks(claim)
        twin = next((i for mark in marks[:1] for i in at.get(mark, ()) if _same(claim, kept[i])), None)
        if twin is not None:
            kept[twin] = with_also(kept[twin], claim)
            continue
        for mark in marks:
            at.setdefault(mark, []).append(len(kept))
        kept.append(claim)
    return tuple(sorted(kept, key=position))


def _marks(claim: Claim) -> list[object]:
    """What another claim has that this one only repeats, the first alone; a claim without any repeats none."""
    told, figure = _heads(claim), _figure(claim)
    marks: list[object] = [(told, spot) for spot in spots_of(claim)]
    marks += [(told, figure)] if figure else ()
    return [*marks, told] if claim.kind == "relation" else marks


def position(claim: Claim) -> tuple[int, int, str, str, Claim]:
    """Where a claim stands in its document; itself last, since its id, which costs, is seldom to decide."""
    first = min((place.start for place in claim.places), default=claim.evidence.end)
    return claim.evidence.start, first, claim.kind, claim.type, claim


def _fullness(claim: Claim) -> int:
    return len(claim.parties) + len(claim.places) + 2 * bool(claim.time and claim.time.text) + bool(claim.quantity)


def _same(claim: Claim, other: Claim) -> bool:
    """Same kind, type, standing and origin; and no party, place, day or figure of the thinner one is new."""
    if _heads(claim) != _heads(other) or _figure(claim) not in {None, _figure(other)} or _listed(claim, other):
        return False
    told = bool(spots_of(claim) or _figure(claim)) or claim.kind == "relation"
    unnamed = not other.parties and spots_of(claim) == spots_of(other)
    others = claim.kind == "casualties" and _figure(claim) is None  # "a mother died. A crew died."
    fits = names_of(claim) <= names_of(other) or (unnamed and not others)
    return told and fits and spots_of(claim) <= spots_of(other) and _fits_in_time(claim, other)


def _heads(claim: Claim) -> tuple[str | None, ...]:
    return claim.kind, claim.type, claim.standing, claim.phase, _origin(claim)


def _listed(claim: Claim, other: Claim) -> bool:
    """ "A man and his son were killed": two figures of one event word are two."""
    both = claim.quantity is not None and other.quantity is not None and claim.trigger == other.trigger
    return both and claim.quantity != other.quantity


def _fits_in_time(claim: Claim, other: Claim) -> bool:
    """Not two different days, as far as the words tell."""
    dated = [one.time for one in (claim, other) if one.time and one.time.text and one.time.precision != "since"]
    return len(dated) < 2 or dated[0].first == dated[1].first


def _origin(claim: Claim) -> str:
    return ((claim.origin.name or claim.origin.text) if claim.origin else "").casefold()


def _figure(claim: Claim) -> tuple[object, ...] | None:
    figure = claim.quantity
    return (figure.low, figure.best, figure.high, figure.unit) if figure else None


def names_of(claim: Claim) -> set[tuple[str, str]]:
    """The parties of a claim with their roles, by actor where there is one."""
    return {(party.role, (party.actor or party.name or party.text).casefold()) for party in claim.parties}


def spots_of(claim: Claim) -> set[object]:
    """The places of a claim, by GeoNames id where there is one."""
    return set(map(spot_of, claim.places))


def spot_of(place: Place | PlaceMention) -> object:
    """What makes two mentions one place."""
    return place.geonames_id or (place.name or place.text).casefold()


def with_also(claim: Claim, twin: Claim) -> Claim:
    """A claim that also stands where its twin does, with what only the twin tells."""
    here = (twin.evidence.start, twin.evidence.end)
    known = {*claim.also, (claim.evidence.start, claim.evidence.end)}
    fuller = replace(
        claim,
        parties=claim.parties or twin.parties,
        time=twin.time if _tells_when(twin, claim) else claim.time,
        weapon=claim.weapon or twin.weapon,
        facility=claim.facility or twin.facility,
        direction=claim.direction or twin.direction,
        duration=claim.duration or twin.duration,
    )
    return fuller if here in known else replace(fuller, also=tuple(sorted({*claim.also, here})))


def _tells_when(twin: Claim, claim: Claim) -> bool:
    """Whether the twin alone has a day, or tells since when what lasts has been so."""
    lasts = claim.type == "hold" and twin.time is not None and twin.time.precision == "since"
    return lasts or (_undated(claim) and not _undated(twin))


def _undated(claim: Claim) -> bool:
    return claim.time is None or claim.time.text is None
