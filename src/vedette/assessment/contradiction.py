"""What speaks against a claim: denials of it, other sides said to hold the place, other figures for the same thing."""

from collections.abc import Iterable, Sequence
from datetime import date

from vedette.assessment.likeness import figure, spots, times_fit, who
from vedette.model import Claim

AGAINST = frozenset({"denied", "negated"})
TAKES = frozenset({"enter", "capture", "hold"})
LOSES = frozenset({"repel", "withdraw", "lose"})
ALSO_DENIED = {"lose": ("capture", "enter", "withdraw"), "enter": ("capture",), "withdraw": ("lose",)}
OPEN = frozenset({"forecast", "hypothetical", "possible", "planned", "demanded", "attempted"})


class Neighbours:
    """Looks up the claims that can speak against one: same kind, and a place in common or none on either side."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._by_spot: dict[tuple[str, object], list[Claim]] = {}
        for claim in claims:
            for key in self._keys(claim):
                self._by_spot.setdefault(key, []).append(claim)

    def of(self, claim: Claim) -> tuple[Claim, ...]:
        """The neighbours of a claim, itself among them, each once."""
        found = [other for key in self._keys(claim) for other in self._by_spot.get(key, ())]
        return tuple({other.id: other for other in found}.values())

    def _keys(self, claim: Claim) -> tuple[tuple[str, object], ...]:
        if claim.kind == "relation":
            return tuple((claim.kind, who(party)) for party in claim.parties) or ((claim.kind, None),)
        return tuple((claim.kind, where) for _, where in spots(claim)) or ((claim.kind, None),)


def denied_by(denial: Claim, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that a denied or negated claim rejects, with a party or a place in common.

    Who denies that a town was lost also denies that it was captured.
    """
    return tuple(
        claim
        for claim in claims
        if claim.kind == denial.kind
        and (claim.type == denial.type or claim.type in ALSO_DENIED.get(denial.type, ()))
        and claim.standing not in AGAINST | OPEN
        and (_shared_parties(claim, denial) if denial.kind == "relation" else _shared(claim, denial))
    )


def _shared(left: Claim, right: Claim) -> bool:
    places = {spot for _, spot in spots(left)} & {spot for _, spot in spots(right)}
    return bool(places) or (not spots(left) and not spots(right) and _shared_parties(left, right))


def _shared_parties(left: Claim, right: Claim) -> bool:
    return not {who(party) for party in left.parties}.isdisjoint(who(party) for party in right.parties)


def notes(lead: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """What the other claims hold against a line, in words, with the id of the first that says so."""
    found = [note for claim in claims if claim.id != lead.id and (note := _against(lead, claim))]
    first = {note.rpartition(" [")[0]: note for note in reversed(found)}
    return tuple(sorted(first.values(), key=found.index))


def _against(lead: Claim, other: Claim) -> str | None:
    if lead.standing in AGAINST | OPEN or other.standing in OPEN:
        return None
    if other.standing in AGAINST and denied_by(other, [lead]):
        return f"{other.standing} by {_voice(other)} [{other.id[:8]}]"
    if lead.kind == other.kind == "control":
        return _rival(lead, other)
    return _other_figure(lead, other)


def _voice(claim: Claim) -> str:
    origin = claim.origin
    return (origin.name or origin.text) if origin else (claim.document.outlet or "an unnamed outlet")


def _close(left: Claim, right: Claim) -> bool:
    """Published within three weeks of one another: figures without a place are of one crisis only then."""
    dates = [claim.document.published for claim in (left, right)]
    if dates[0] is None or dates[1] is None:
        return bool(spots(left))
    return bool(spots(left)) or abs((date.fromisoformat(dates[0][:10]) - date.fromisoformat(dates[1][:10])).days) <= 21


def _rival(lead: Claim, other: Claim) -> str | None:
    """Another side at the same place and time, or an attack on it beaten back."""
    here = {spot for _, spot in spots(lead)} & {spot for _, spot in spots(other)}
    if not here or not times_fit(lead, other) or lead.type not in TAKES:
        return None
    if other.type == "repel" and other.standing == "asserted":
        return f"contested: {_voice(other)} says an attack was repelled [{other.id[:8]}]"
    sides = [{party.side or who(party) for party in claim.parties if party.role == "agent"} for claim in (lead, other)]
    if other.type in TAKES and lead.type == other.type and all(sides) and sides[0].isdisjoint(sides[1]):
        return f"contested: {', '.join(sorted(sides[1]))} according to {_voice(other)} [{other.id[:8]}]"
    return None


def _other_figure(lead: Claim, other: Claim) -> str | None:
    """Another figure for the same people at the same place: a revision where one mouth gives both."""
    comparable = (lead.kind, lead.type) == (other.kind, other.type) and lead.kind in {"casualties", "displacement"}
    if not comparable or lead.quantity is None or other.quantity is None or figure(lead) == figure(other):
        return None
    same_people = lead.quantity.population == other.quantity.population and lead.quantity.unit == other.quantity.unit
    if not same_people or spots(lead) != spots(other) or lead.quantity.measure != other.quantity.measure:
        return None
    if not _close(lead, other):
        return None
    earlier = (other.document.published or "") < (lead.document.published or "")
    if _voice(lead) == _voice(other):
        return f"{'was' if earlier else 'later'} {other.quantity.text} [{other.id[:8]}]"
    return f"{_voice(other)}: {other.quantity.text} [{other.id[:8]}]" if times_fit(lead, other) else None
