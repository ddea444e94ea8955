"""Who leads, belongs to, speaks for, backs, arms or designates whom, according to whom; denials stand beside."""

from collections.abc import Iterator, Sequence, Set
from itertools import product

from vedette.assessment.begun import begun, narrowest
from vedette.assessment.registers.names import has_name, key_of, named, weigh
from vedette.assessment.voices import ALONE, voices
from vedette.lexicon.classes import akin
from vedette.model import AGAINST, TOLD, Claim, Families, Party, Tie, Voice

OVER: dict[str, str] = {
    "leads": "leader", "backs": "backer", "arms": "backer", "trains": "backer", "designates": "designator",
    "member-of": "member",
}  # fmt: skip
MUTUAL = frozenset({"allied-with", "linked-to"})
OFFICE = "holds-office"

type TieKey = tuple[str, str]
type Pair = tuple[Party, Party]
type Sort = tuple[str, str]
type Told = tuple[Claim, Pair]


def tie_keys(claim: Claim) -> tuple[TieKey, ...]:
    """The pairs of parties that a relation ties, whichever of them it is told of."""
    if claim.kind != "relation" or claim.standing not in TOLD | AGAINST:
        return ()
    return tuple(dict.fromkeys(_key(pair) for pair in _pairs(claim)))


def _key(pair: Pair) -> TieKey:
    left, right = sorted((key_of(pair[0]), key_of(pair[1])))
    return left, right


def _pairs(claim: Claim) -> Iterator[Pair]:
    role = OVER.get(claim.type, "subject")
    who = [party for party in claim.parties if party.role == role and has_name(party)]
    whom = [party for party in claim.parties if party.role == "object" and has_name(party)]
    yield from (pair for pair in product(who, whom) if key_of(pair[0]) != key_of(pair[1]))


def ties(key: TieKey, claims: Sequence[Claim], families: Families = ALONE) -> tuple[Tie, ...]:
    """The ties of one pair, one of each type and direction; a denial stands beside every one that it may mean.

    What is only denied is a tie as well: somebody must have told it elsewhere.
    """
    told, denied = _by_sort(key, claims, TOLD), _by_sort(key, claims, AGAINST)
    alone: dict[Sort, list[Told]] = {sort: [] for sort in denied if not any(_may_mean(sort, other) for other in told)}
    found = {**told, **alone}
    return tuple(
        _tie(sort, found[sort], [one for of, group in denied.items() if _may_mean(of, sort) for one in group], families)
        for sort in sorted(found)
    )


def _by_sort(key: TieKey, claims: Sequence[Claim], standings: Set[str]) -> dict[Sort, list[Told]]:
    found: dict[Sort, list[Told]] = {}
    for claim in claims:
        for pair in _pairs(claim) if claim.standing in standings else ():
            if _key(pair) == key:
                found.setdefault((claim.type, _from(claim.type, pair)), []).append((claim, pair))
    return found


def _from(type_: str, pair: Pair) -> str:
    return "" if type_ in MUTUAL else key_of(pair[0])


def _may_mean(denied: Sort, told: Sort) -> bool:
    """Whether a denial of one may be of the other: "denies backing" of arming, fighting beside, sending troops."""
    return akin(("relation", denied[0]), ("relation", told[0])) and ("" in {denied[1], told[1]} or denied[1] == told[1])


def _tie(sort: Sort, told: Sequence[Told], denied: Sequence[Told], families: Families) -> Tie:
    claims, denials = [claim for claim, _ in told], [claim for claim, _ in denied]
    who, whom = (*told, *denied)[0][1]
    weight = weigh(claims, denials, lambda voice: _is(voice, who), families)
    dated = [since for claim in claims if (since := begun(claim, lasting=True)).last]
    return Tie(
        type=sort[0],
        who=named(who),
        whom=named(whom),
        title=whom.text if sort[0] == OFFICE else None,
        since=narrowest(dated) if dated else None,
        certainty=weight.certainty,
        voices=weight.voices,
        claims=tuple(claim.id for claim in claims),
        denied_by=tuple(voice.name for voice in voices(denials, families)),
        denials=tuple(claim.id for claim in denials),
        reason=weight.reason,
    )


def _is(voice: Voice, who: Party) -> bool:
    """Whether the voice is that of the party itself: who backs, and says so."""
    return who.actor is not None and voice.actor == who.actor
