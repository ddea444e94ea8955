"""The timeline of one place: its spells with since when, how sure, and what would change them."""

from collections.abc import Sequence
from functools import partial
from itertools import chain

from vedette.assessment.begun import narrowest, near
from vedette.assessment.control.certainty import Ladder
from vedette.assessment.control.groups import Groups, sides_at
from vedette.assessment.control.settling import settled
from vedette.assessment.control.sides import Sides
from vedette.assessment.control.spells import GONE, PASSING_DAYS, Draft, Sweep
from vedette.assessment.control.tellings import GOING, Telling, spots, tellings
from vedette.assessment.spots import key_of, spot_of
from vedette.assessment.voices import ALONE, voices
from vedette.lexicon.actors import fold
from vedette.model import AGAINST, Certainty, Claim, Families, Reason, Since, Spell, Timeline

UNSURE: frozenset[Certainty] = frozenset({"claimed", "disputed"})
LEFT_DAYS = 3
AFTER = {"held": "lost or left", "entered": "left", "besieged": "lifted its siege of", "contested": "gave up"}


def control_keys(claim: Claim) -> tuple[int | str, ...]:
    """The places whose control a claim is about, by GeoNames id, else by name."""
    return tuple(dict.fromkeys(key_of(place) for place in spots(claim)))


def timeline(
    key: int | str, claims: Sequence[Claim], families: Families = ALONE, groups: Groups | None = None
) -> Timeline:
    """What the claims about one place, in order of publication, add up to."""
    here = {claim.id: [place for place in spots(claim) if key_of(place) == key] for claim in claims}
    spot = spot_of(chain.from_iterable(here.values()))
    sides = sides_at(claims, spot.country, groups)
    printed = _printed_first(claims, families)
    told = _without_raids([one for claim in printed for one in tellings(claim, here[claim.id][0], sides)])
    if all(one.passing and one.side is None for one in told):  # somebody fights there, and nobody tells who has it
        told = []
    speaks = partial(_speaks, sides=sides)
    drafts = Sweep(sides, speaks).run(settled(told, sides, speaks))
    ladders = {id(draft): Ladder(draft, _leavings(draft, drafts, sides), sides, families) for draft in drafts}
    spells = [_spell(draft, ladders[id(draft)], ladders.get(id(draft.taker))) for draft in drafts]
    return Timeline(spot, tuple(sorted(spells, key=_when)))


def _without_raids(told: list[Telling]) -> list[Telling]:
    """An attack on a place is a fight for it only where more is told of who has it in those days."""
    others = [one.since.last for one in told if not one.raid]
    return [one for one in told if not one.raid or any(near(one.since.last, day, PASSING_DAYS) for day in others)]


def _printed_first(claims: Sequence[Claim], families: Families) -> list[Claim]:
    """Without the denials that only reprint an earlier one, which would look like denials of what came in between."""
    printed: set[str] = set()
    kept: list[Claim] = []
    for claim in claims:
        passage = families.printed(claim.document.id, claim.evidence.start, claim.evidence.end)
        first = passage is None or passage.first == claim.document.id
        words = fold(claim.evidence.text)
        if claim.standing not in AGAINST or (first and words not in printed):
            kept.append(claim)
            printed.add(words if claim.standing in AGAINST else "")
    return kept


def _when(spell: Spell) -> tuple[str, str, str, str]:
    return spell.since.last, spell.since.first or "", spell.state, spell.claims[0]


def _leavings(draft: Draft, drafts: Sequence[Draft], sides: Sides) -> list[Telling]:
    """What tells that another side left or lost the place where this one took or entered it, or is the only one left.

    Who left a part of it leaves no more than that; who it was that left need not be told where this one took it. Who
    took it back says that it had been lost.
    """
    if draft.state not in {"held", "entered"}:
        return []
    rivals = [one for one in drafts if one.state == "held" and not sides.same(one.side, draft.side)]
    whole = draft.state == "held" and draft.part is None
    came = any(one.act == "take" for one in draft.tellings)
    back = [one for one in draft.taker.tellings if one.again and one.part is None] if draft.taker and whole else []
    return back + [
        one
        for gone in drafts
        if gone.state in GONE and (came or gone.side) and not sides.same(gone.side, draft.side)
        if gone.part is None or not whole
        for one in gone.tellings
        if near(one.since.last, draft.began, LEFT_DAYS) or (gone.side and _alone(draft, rivals, one.since.last))
    ]


def _alone(draft: Draft, rivals: Sequence[Draft], day: str) -> bool:
    """Whether a side is the only one that is said to hold the place on a day."""
    return draft.state == "held" and draft.lasts(day) and not any(one.lasts(day) for one in rivals)


def _speaks(one: Telling, side: str | None, sides: Sides) -> bool:
    """Whether it is the word of a side itself."""
    return sides.stake(sides.speaker(one.claim, voices((one.claim,))[0]), side) == "own"


def _spell(draft: Draft, ladder: Ladder, taker: Ladder | None) -> Spell:
    """Who took it only ends a spell where more than the taker's own word says so."""
    last = ladder.steps[-1]
    taken = taker is not None and taker.steps[-1].certainty in UNSURE and not draft.renewed
    told = [one.since for one in draft.tellings if one.against or one.act not in GOING]
    began = narrowest(told or [draft.tellings[0].since])
    if draft.until is not None and began.first is None and draft.until.last < began.last:
        began = Since(None, draft.until.last, began.precision)
    return Spell(
        side=draft.side,
        state=draft.state,
        certainty=last.certainty,
        since=began,
        until=draft.left if taken else draft.until,
        part=draft.part,
        steps=tuple(ladder.steps),
        voices=ladder.voices,
        claims=tuple(one.claim.id for one in draft.tellings),
        against=tuple(one.claim.id for one in draft.against),
        reasons=(last.reason, *_answered(ladder), *_threat(draft, taker if taken else None)),
        change=what_would_change(draft, ladder),
    )


def _answered(ladder: Ladder) -> list[Reason]:
    """The denials that others have outweighed since."""
    told = {one.voice.name: one for one in ladder.denials if one.answered}
    return [
        Reason(f"{name} denied it before {', '.join(sorted(one.after))} told it", (one.telling.claim.id,))
        for name, one in told.items()
    ]


def _threat(draft: Draft, taker: Ladder | None) -> list[Reason]:
    if taker is None or draft.taker is None:
        return []
    who, ids = draft.taker.side or "another side", tuple(one.claim.id for one in draft.taker.tellings)
    return [Reason(f"{who} is said to have taken it, which is {taker.steps[-1].certainty}", ids)]


def what_would_change(draft: Draft, ladder: Ladder) -> tuple[str, ...]:
    """What would make a spell surer, and what would end it, in words."""
    certainty, side = ladder.steps[-1].certainty, draft.side or "the side that did"
    losing = "its own word" if draft.state in GONE else "the word of the side that loses by it"
    surer = {
        "claimed": f"one voice that is not of {side}, or {losing}, would make it confirmed"
        if ladder.interested
        else f"one voice that vouches for it would make it reported; two, or {losing}, confirmed",
        "reported": f"a second independent voice, or {losing}, would make it confirmed",
    }.get(certainty, f"{_settled(ladder)}, or {losing}, would settle it" if ladder.disputed_by else "")
    if draft.state in GONE:
        ended = f"word that {side} is back would end it"
    elif draft.state == "entered":
        ended = f"word that {side} holds it would make it held, word that {side} left or was beaten back would end it"
    else:
        ended = f"word that {side} {AFTER[draft.state]} it would end it"
    return tuple(filter(None, (surer, ended if draft.until is None else "")))


def _settled(ladder: Ladder) -> str:
    names = ", ".join(dict.fromkeys(one.voice.name for one in ladder.disputed_by))
    needed = max(2 - len(one.after) if one.stake != "rival" else 1 for one in ladder.disputed_by)
    voices_ = "one more voice" if needed == 1 else "two more voices"
    return f"{voices_} from outside after the denial by {names}"
