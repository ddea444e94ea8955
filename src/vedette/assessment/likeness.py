"""When two claims speak of the same thing: same kind and type, same place, same parties, times that fit."""

from datetime import date

from vedette.model import Claim, Party, Place

MAIN_ROLES = frozenset({"agent", "speaker", "subject", "leader", "backer", "member", "designator", "target", "object"})
SLACK_DAYS = 2


def same_event(left: Claim, right: Claim) -> bool:
    """Whether two claims may stand on one line of a brief."""
    if slots(left) != slots(right):
        return False
    return _parties_fit(left, right) and times_fit(left, right)


def slots(claim: Claim) -> tuple[object, ...]:
    """What has to be equal before anything else is compared."""
    return claim.kind, claim.type, claim.standing, claim.phase, figure(claim), spots(claim)


def figure(claim: Claim) -> tuple[object, ...] | None:
    """What two equal figures have in common."""
    amount = claim.quantity
    return (amount.low, amount.best, amount.high, amount.unit, amount.population) if amount else None


def spots(claim: Claim) -> frozenset[tuple[str, object]]:
    """The places of a claim with their roles, by GeoNames id where there is one."""
    return frozenset((place.role, spot(place)) for place in claim.places)


def spot(place: Place) -> object:
    """What makes two mentions the same place."""
    return place.geonames_id or (place.name or place.text).casefold()


def who(party: Party) -> str:
    """What makes two mentions the same party: the actor, else the words without the article and the nationality."""
    return party.actor or (party.name or party.text).casefold()


def parties(claim: Claim) -> frozenset[tuple[str, str]]:
    """The main parties of a claim with their roles."""
    return frozenset((party.role, who(party)) for party in claim.parties if party.role in MAIN_ROLES)


def _parties_fit(left: Claim, right: Claim) -> bool:
    """Equal, or told by one with fewer; "rebels" and "Syrian rebels" are the same at one place."""
    first, second = parties(left), parties(right)
    if first <= second or second <= first:
        return bool(first and second) or bool(spots(left))
    loose = [{(role, name.split()[-1]) for role, name in one} for one in (first, second)]
    return bool(spots(left)) and (loose[0] <= loose[1] or loose[1] <= loose[0])


def times_fit(left: Claim, right: Claim) -> bool:
    """Whether the windows of two claims overlap within two days; an unknown time fits any."""
    windows = [_window(claim) for claim in (left, right)]
    if windows[0] is None or windows[1] is None:
        return True
    (first, last), (other_first, other_last) = windows[0], windows[1]
    return (other_first - last).days <= SLACK_DAYS and (first - other_last).days <= SLACK_DAYS


def _window(claim: Claim) -> tuple[date, date] | None:
    time = claim.time
    if time is None or not (time.first or time.last):
        return None
    first, last = time.first or time.last or "", time.last or time.first or ""
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
