"""One event told several times in a document: its tellings are linked."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from vedette.claims.events import is_event_noun
from vedette.claims.merge import spot_of
from vedette.claims.nearness import MANY
from vedette.lexicon.classes import word_class
from vedette.lexicon.grids import is_entry, line_of
from vedette.model import Claim, Party, Quantity, replace

HAPPENED = frozenset({"asserted", "confirmed", "admitted", "unverified", "possible", "probable", "attempted"})
TELLING = frozenset({"violence", "casualties", "control", "displacement", "unrest", "movement"})
AREAS = frozenset({"province", "country", "region"})
DOERS = frozenset({"agent", "subject"})
ATTACKS = frozenset(
    {"attack", "airstrike", "drone-strike", "shelling", "bombing", "suicide-bombing", "killing", "mine", "abduction"}
)
BACK = re.compile(r"\b(?:the|this|that|these|those|such|its|their|his|her)\s+((?:[\w'-]+\s+){0,2})$", re.IGNORECASE)
RANKED = re.compile(r"\b(?:\w+est|first|second|third|last|next|most|worst|only|previous|other)\b", re.IGNORECASE)
FAR = 700
MORE = 2
FIGHTERS = frozenset({"combatant", "military"})
LONGEST_TITLE = 90
ENDS = frozenset(".,;:")


def link_tellings(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims with `same_as` filled for those that tell one event."""
    ordered = sorted((one for one in claims if one.kind in TELLING), key=_position)
    pairs = [
        (early.id, one.id)
        for late, one in enumerate(ordered)
        for early in _tellings(one, ordered[max(0, late - MANY) : late])
    ]
    groups = _groups(pairs)
    return tuple(replace(one, same_as=tuple(sorted(group - {one.id}))) if (group := groups.get(one.id)) else one
                 for one in claims)  # fmt: skip


def _groups(pairs: list[tuple[str, str]]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for left, right in pairs:
        joined = groups.get(left, {left}) | groups.get(right, {right})
        groups.update(dict.fromkeys(joined, joined))
    return groups


def _position(claim: Claim) -> tuple[int, Claim]:
    return claim.told_at, claim


def _points_back(claim: Claim) -> bool:
    """Whether its word is a noun that takes up what is known: "the attack", "their raid"."""
    word = claim.trigger
    if word is None or claim.kind not in TELLING or not is_event_noun(word.text.split()[-1]):
        return False
    before = BACK.search(claim.document.text[max(word.start - 60, 0) : word.start])
    return before is not None and not RANKED.search(before[1])


def _antecedents(claim: Claim, before: list[Claim]) -> Iterator[int]:
    """The events told before that a noun may take up, the last one first."""
    for number in reversed(range(len(before))):
        one = before[number]
        if claim.told_at - one.told_at > FAR:
            return
        if one.evidence != claim.evidence and _may_be_one(one, claim):
            yield number


def _tellings(claim: Claim, before: list[Claim]) -> Iterator[Claim]:
    """Which of the claims before tell the same event."""
    if _points_back(claim):
        yield from (before[number] for number in islice(_antecedents(claim, before), 1))
    for one in before:
        if one.evidence != claim.evidence and _may_be_one(one, claim) and _is_retold(one, claim):
            yield one


def _is_retold(one: Claim, claim: Claim) -> bool:
    """Whether enough is the same: the figure of a toll; else two of place, doer and day, or one below a headline."""
    if claim.kind == "casualties" or (one.quantity is not None and claim.quantity is not None):
        return _figures_meet(one, claim)
    if _heads(one, claim):
        return True
    if one.type != claim.type:
        return False
    shared = [not _own_spots(one).isdisjoint(_own_spots(claim)), not _doers(one).isdisjoint(_doers(claim)),
              _dated(one) and _dated(claim)]  # fmt: skip
    return sum(shared) >= (1 if _is_headline(one) else 2)


def _is_headline(claim: Claim) -> bool:
    text = claim.document.text
    first = text.find("\n")
    return claim.evidence.end <= first and not text[:first].rstrip().endswith(".")


def _heads(one: Claim, claim: Claim) -> bool:
    """Whether one claim is told by the title right above the paragraph that tells the other."""
    text = claim.document.text
    if text.find("\n", one.evidence.end - 1, claim.evidence.start) < 0:
        return False
    start, end = line_of(text, one.evidence.end - 1)
    titled = end - start <= LONGEST_TITLE and not is_entry(text, start, end) and text[end - 1] not in ENDS
    return titled and end < claim.evidence.start and "\n" not in text[end : claim.evidence.start].lstrip("\n")


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether nothing sets two claims apart: kind, standing, doers, places, days."""
    if one.kind != other.kind or one.phase != other.phase or not _types_fit(one.type, other.type):
        return False
    if {one.standing, other.standing} - HAPPENED:
        return False
    return _doers_fit(one, other) and _places_fit(one, other) and _days_fit(one, other)


def _types_fit(one: str, other: str) -> bool:
    """The same, or "attack" for a narrower one."""
    return one == other or ("attack" in {one, other} and {one, other} <= ATTACKS)


def _doers(claim: Claim) -> set[str]:
    return {(one.actor or one.name or one.text).casefold() for one in claim.parties if one.role in DOERS}


def _doers_fit(one: Claim, other: Claim) -> bool:
    """Whether the doers may be the same; those without a name ("the attackers") may be anybody."""
    left, right = (
        [party for party in claim.parties if party.role in DOERS and not _is_anybody(party)] for claim in (one, other)
    )
    return not left or not right or any(_same_doer(mine, yours) for mine in left for yours in right)


def _is_anybody(party: Party) -> bool:
    """ "Gunmen", "the attackers": words that name nobody in particular."""
    return party.actor is None and _are_common(party.name or party.text)


@lru_cache(maxsize=1 << 12)
def _are_common(name: str) -> bool:
    common = word_class("nouns", "armed", "people")
    return all({word, word.removesuffix("s")} & common or word == "the" for word in name.lower().split())


def _same_doer(mine: Party, yours: Party) -> bool:
    if (mine.actor is not None and mine.actor == yours.actor) or (mine.side is not None and mine.side == yours.side):
        return True
    return not _names_of(mine.name or mine.text).isdisjoint(_names_of(yours.name or yours.text))


@lru_cache(maxsize=1 << 12)
def _names_of(words: str) -> frozenset[str]:
    return frozenset(word for word in words.split() if word[:1].isupper())


def _own_spots(claim: Claim) -> set[object]:
    return {spot_of(one) for one in claim.places if not one.carried}


def _places_fit(one: Claim, other: Claim) -> bool:
    narrow = [{spot_of(place) for place in claim.places if not place.carried and place.precision not in AREAS}
              for claim in (one, other)]  # fmt: skip
    return not all(narrow) or not narrow[0].isdisjoint(narrow[1])


def _dated(claim: Claim) -> bool:
    return claim.time is not None and claim.time.text is not None and claim.time.precision != "since"


def _days_fit(one: Claim, other: Claim) -> bool:
    """Whether the days told meet, as far as both tell them."""
    if one.time is None or other.time is None or not (_dated(one) and _dated(other)):
        return True
    left, right = one.time, other.time
    first, last = max(left.first or "", right.first or ""), min(left.last or "9", right.last or "9")
    return first[:10] <= last[:10]


def _figures_meet(one: Claim, other: Claim) -> bool:
    left, right = one.quantity, other.quantity
    if left is None or right is None or one.type != other.type or left.part_of or right.part_of:
        return False
    hurt = {one.population for one in (left, right)}
    if not hurt.isdisjoint(FIGHTERS) and len(hurt) > 1 and left.best != right.best:
        return False  # "18 people", "24 terrorists"
    lows, highs = zip(*map(_ends, (left, right)), strict=True)
    return max(lows) <= min(highs) and left.unit == right.unit


def _ends(figure: Quantity) -> tuple[float, float]:
    """The least and the most that is meant; of "at least nine" no more than twice as many."""
    least = figure.best if figure.best is not None else figure.low or 0.0
    return least, figure.high or figure.best or MORE * least
