"""When two claims speak of the same thing: same kind and type, same place, same parties, times that fit."""

from datetime import date

from rapidfuzz import fuzz

from vedette.model import Claim, Party, Place

MAIN_ROLES = frozenset({"agent", "speaker", "subject", "leader", "backer", "member", "designator", "target", "object"})
FINEST = ("point", "settlement", "district", "province", "country", "region")
WORDED = frozenset({"statement", "assessment"})
SAME_WORDS = 80.0
SLACK_DAYS = 2
NEAR_DAYS = 21


def same_event(left: Claim, right: Claim) -> bool:
    """Whether two claims may stand on one line of a brief."""
    if slots(left) != slots(right) or not _parties_fit(left, right):
        return False
    return times_fit(left, right) and (left.kind not in WORDED or _same_words(left, right))


def slots(claim: Claim) -> tuple[object, ...]:
    """What has to be equal before anything else is compared; what is said is the same only from the same mouths."""
    mouths = parties(claim) if claim.kind in WORDED else None
    return claim.kind, claim.type, claim.standing, claim.phase, figure(claim), spots(claim), mouths


def figure(claim: Claim) -> tuple[object, ...] | None:
    """What two equal figures have in common."""
    amount = claim.quantity
    return (amount.low, amount.best, amount.high, amount.unit, amount.population) if amount else None


def spots(claim: Claim) -> frozenset[tuple[str, object]]:
    """The places of a claim with their roles, by GeoNames id where there is one."""
    return frozenset((place.role, spot(place)) for place in claim.places)


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


def who(party: Party) -> str:
    """What makes two mentions the same party: the actor, else the name, else the words."""
    return party.actor or (party.name or party.text).casefold()


def voice(claim: Claim) -> str:
    """Whose word a claim is; of a statement, who makes it."""
    speaker = next((who(one) for one in claim.parties if one.role == "speaker" and claim.kind == "statement"), None)
    if speaker is not None:
        return speaker
    return (claim.origin.name or claim.origin.text) if claim.origin else (claim.document.outlet or "")


def parties(claim: Claim) -> frozenset[tuple[str, str]]:
    """The main parties of a claim with their roles."""
    return frozenset((party.role, who(party)) for party in claim.parties if party.role in MAIN_ROLES)


def sides(claim: Claim) -> frozenset[str]:
    """The sides of those who act, as far as they are known: "fighters" alone may be anybody's."""
    named = (party.side or party.actor or _proper_name(party) for party in claim.parties if party.role == "agent")
    return frozenset(one for one in named if one)


def _proper_name(party: Party) -> str | None:
    name = party.name or party.text
    return name if name[:1].isupper() and not any(mark in name for mark in ("’s ", "'s ")) else None


def _same_words(left: Claim, right: Claim) -> bool:
    return fuzz.token_set_ratio(left.evidence.text, right.evidence.text) >= SAME_WORDS


def _parties_fit(left: Claim, right: Claim) -> bool:
    """Equal, or told by one with fewer; "rebels" and "Syrian rebels" are the same at one place."""
    first, second = parties(left), parties(right)
    if first <= second or second <= first:
        return bool(first and second) or bool(spots(left))
    loose = [{(role, *name.split()[-1:]) for role, name in one} for one in (first, second)]
    return bool(spots(left)) and (loose[0] <= loose[1] or loose[1] <= loose[0])


def times_fit(left: Claim, right: Claim) -> bool:
    """Whether the windows of two claims overlap within two days; an unknown time fits any."""
    first, second = window(left), window(right)
    if first is None or second is None:
        return True
    return (second[0] - first[1]).days <= SLACK_DAYS and (first[0] - second[1]).days <= SLACK_DAYS


def comes_after(later: Claim, earlier: Claim) -> bool:
    """Whether all of one claim's window lies behind the other's."""
    first, second = window(earlier), window(later)
    return first is not None and second is not None and second[0] > first[1]


def may_be_one(left: Claim, right: Claim) -> bool:
    """Whether the times of two claims, or else three weeks between publications, let them be about one thing."""
    if dated(left) and dated(right):
        return times_fit(left, right)
    first, second = left.document.published, right.document.published
    if first is None or second is None:
        return True
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days) <= NEAR_DAYS


def dated(claim: Claim) -> bool:
    """Whether words of the text say when it happened; the day of publication is only a guess."""
    return claim.time is not None and claim.time.precision != "published" and window(claim) is not None


def window(claim: Claim) -> tuple[date, date] | None:
    """The first and the last day of a claim."""
    time = claim.time
    if time is None or not (time.first or time.last):
        return None
    first, last = time.first or time.last or "", time.last or time.first or ""
    return date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
