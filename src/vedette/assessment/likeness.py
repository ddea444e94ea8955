"""What a claim is about: its finest places and its days."""

from datetime import date

from vedette.model import Claim, Place

FINEST = ("point", "settlement", "district", "province", "country", "region")


def focus(claim: Claim) -> frozenset[object]:
    """The places a claim is about, whatever their roles: the towns where it names a province as well."""
    finest = min((FINEST.index(place.precision) for place in claim.places if place.precision), default=None)
    return frozenset(
        spot(place)
        for place in claim.places
        if finest is None or place.precision is None or FINEST.index(place.precision) == finest
    )


def spot(place: Place) -> object:
    """What makes two mentions the same place."""
    return place.geonames_id or (place.name or place.text).casefold()


def window(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a claim."""
    time = claim.time
    if time is None or not (time.first or time.last):
        return None
    first, last = time.first or time.last or "", time.last or time.first or ""
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
