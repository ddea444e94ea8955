"""Tellings of one place in the order of what happened become spells: who came, held, lay around it, left."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from vedette.assessment.begun import SLACK_DAYS, days_on, near
from vedette.assessment.control.extent import same_part
from vedette.assessment.control.sides import Sides
from vedette.assessment.control.tellings import GOING, Speaks, Telling
from vedette.lexicon.actors import load_registry
from vedette.model import ControlState, Since

RETOLD_DAYS = 21
HELD_SINCE_DAYS = 7
PASSING_DAYS = 3
THERE: tuple[ControlState, ...] = ("held", "entered", "besieged", "contested")
GONE: tuple[ControlState, ...] = ("withdrawn", "lost")


@dataclass(slots=True, eq=False)
class Draft:
    """A spell while its tellings are gathered; `taker` is the spell of another side that ended it, `renewed` tells
    whether its own side says that it holds on in spite of that, `left` when it went, whatever the taker says."""

    side: str | None
    state: ControlState
    part: str | None
    tellings: list[Telling] = field(default_factory=list)
    against: list[Telling] = field(default_factory=list)
    until: Since | None = None
    taker: "Draft | None" = None
    passing: bool = False
    renewed: bool = False
    left: Since | None = None

    @property
    def began(self) -> str:
        """The last day on which it can have begun."""
        return self.tellings[0].since.last

    @property
    def is_dated(self) -> bool:
        """Whether the day on which it began is told."""
        return self.tellings[0].is_dated

    @property
    def is_open(self) -> bool:
        """Whether nothing ended it; a fight is over by itself."""
        return self.until is None or self.passing

    def lasts(self, day: str) -> bool:
        """Whether it had begun before a day and not ended on it."""
        return self.began < day and (self.until is None or self.until.last > day)

    def end(self, since: Since, taker: "Draft | None" = None) -> None:
        """What is told to have ended it, and the spell of another side that did."""
        over = self.until is not None and self.until.last < since.last  # a fight that was over by then
        self.until, self.taker, self.passing = (self.until if over else since), taker, False


class Sweep:
    """The drafts of one place. `speaks` tells whether a claim is the word of a side itself."""

    def __init__(self, sides: Sides, speaks: Speaks) -> None:
        self.drafts: list[Draft] = []
        self._rivals: list[tuple[Draft, Draft]] = []
        self._sides = sides
        self._speaks = speaks
        self._acts: dict[str, Callable[[Telling], object]] = {
            "take": self._take, "hold": self._hold, "enter": self._enter, "besiege": self._lasting,
            "contest": self._lasting, "leave": self._leave, "lose": self._leave, "relieve": self._relieve,
        }  # fmt: skip

    def run(self, tellings: Iterable[Telling]) -> list[Draft]:
        """Take tellings in the order of what happened, then set the denials beside what they reject."""
        told = tuple(tellings)
        again = [one for one in told if one.again]
        ordered = sorted((self._before_return(one, again) for one in told), key=_order)
        for one in ordered:
            if not one.against:
                self._acts[one.act](one)
            elif one.act in {"leave", "lose"} and (side := self._keeper(one)) is not None:
                self._hold(one if one.side is not None else replace(one, side=side))
        for one in ordered:
            if one.against:
                self._deny(one)
        for left, right in self._rivals:
            _set_against(left, right)
            _set_against(right, left)
        return self.drafts

    def _before_return(self, one: Telling, again: Iterable[Telling]) -> Telling:
        """A loss that is not dated in a report of how the loser retook the place came before that."""
        if one.act not in GOING or not (one.undated or (one.claim.time and one.claim.time.carried)):
            return one
        back = [other.since for other in again if other.claim.document.id == one.claim.document.id
                and (one.side is None or self._same(one.side, other.side))]  # fmt: skip
        return replace(one, since=days_on(min(back, key=lambda since: since.last), -1)) if back else one

    def _keeper(self, one: Telling) -> str | None:
        """Who denies to have left or lost a place, and so claims to hold it."""
        side = one.side or self._sides.said_by(one.claim)
        return side if side is not None and self._speaks(one, side) else None

    def _take(self, one: Telling) -> None:
        draft = self._holding(one)
        if draft is not None:
            draft.tellings.append(one)
            return
        draft = self._new(one, "held")
        for other in self._still(THERE, but=draft) if one.part is None else ():
            if any(told.claim is one.claim for told in other.tellings):  # taken together
                continue
            if self._same(other.side, one.side):
                if other.state != "held" or other.part is not None:
                    other.end(one.since)
            elif other.state != "contested":
                self._succeed(other, draft, one)
            else:
                other.end(one.since)

    def _holding(self, one: Telling) -> Draft | None:
        """The spell that a telling is of; one that only a side's own word upheld ends where it comes back."""
        draft = self._open(one.side, ("held",), one.part)
        if draft is None or not self._came_back(draft, one):
            return draft or self._before_leaving(one)
        draft.end(one.since)
        return None

    def _came_back(self, draft: Draft, one: Telling) -> bool:
        """Whether a side that says that it holds a place comes to it after a rival came: it had not been there."""
        rivals = [other for pair in self._rivals if draft in pair for other in pair if other is not draft]
        return (
            not one.undated and draft.began < one.since.last and any(other.began < one.since.last for other in rivals)
        )

    def _succeed(self, other: Draft, draft: Draft, one: Telling) -> None:
        """One side took a place where another was: later, or by reports that date neither and so contradict each other.

        A report that tells both has an order of its own, which "retook" turns round.
        """
        undated = one.undated and all(told.undated for told in other.tellings) and other.state == "held"
        if undated and near(other.began, one.since.last) and not _tells(one, other):
            self._rivals.append((draft, other))
            return
        earlier, later = (draft, other) if undated and any(told.again for told in other.tellings) else (other, draft)
        earlier.end(later.tellings[0].since, later)

    def _hold(self, one: Telling) -> None:
        draft = self._open(one.side, ("held",), one.part) or self._before_leaving(one)
        rivals = [other for other in self._still(("held",)) if not self._same(other.side, one.side)]
        own, left = self._speaks(one, one.side), self._open(one.side, GONE, one.part)
        pressed = [
            other for other in rivals
            if (own and not left if _later(one, other) else own or near(other.began, one.since.last))
        ]  # fmt: skip
        if draft is not None and draft.until is not None:
            draft.tellings.append(one)
            return
        if draft is None:
            for other in self.drafts:
                other.renewed |= other.taker in pressed and self._same(other.side, one.side)
            left = self._left_to(one, HELD_SINCE_DAYS) if one.since.first is None else None
            one = replace(one, since=left.tellings[0].since) if left is not None and left.is_dated else one
            draft = self._new(one, "held")
            for other in self._still(("contested",)) if one.since.first and one.part is None else ():
                other.end(one.since)
        if one not in draft.tellings:
            draft.tellings.append(one)
        for other in rivals if one.part is None else [other for other in rivals if other.part == one.part]:
            if other in pressed:
                self._rivals += [(draft, other)] if other.part == one.part else []
            else:
                other.end(one.since, draft)

    def _enter(self, one: Telling) -> None:
        held = self._open(one.side, ("held",), None)
        if held is not None and self._came_back(held, one):
            self._take(one)
            return
        if held is not None and not near(held.began, one.since.last, 1):
            return
        draft = self._last(one.side, "entered") if held else self._open(one.side, ("entered",), one.part)
        if draft is not None:
            draft.tellings.append(one)
        elif held is None and (left := self._left_to(one, PASSING_DAYS)) is not None and self._held_by(left.side):
            self._take(one)
        else:
            self._new(one, "entered").until = held.tellings[0].since if held else None

    def _left_to(self, one: Telling, days: int) -> Draft | None:
        """The leaving of a rival some days before, with nobody else there: who is there then has the place."""
        gone, there = ([other for other in self._still(states) if other.part is None and other.side is not None
                        and not self._same(other.side, one.side)] for states in (GONE, THERE))  # fmt: skip
        alone = not there and one.part is None and one.side is not None
        return next((other for other in gone if alone and near(other.began, one.since.last, days)), None)

    def _held_by(self, side: str | None) -> bool:
        return any(one.state == "held" and one.part is None and self._same(side, one.side) for one in self.drafts)

    def _lasting(self, one: Telling) -> None:
        """A rising that is told when those who rose hold the place came before that."""
        state: ControlState = "besieged" if one.act == "besiege" else "contested"
        draft = self._open(one.side, (state,), one.part) or (self._siege(one) if state == "besieged" else None)
        held = self._open(one.side, ("held",), None)
        if draft is None or (draft.passing and not near(draft.tellings[-1].since.last, one.since.last, PASSING_DAYS)):
            draft = self._new(one, state)
            led_to = held.tellings[0].since if held and (one.undated or not one.passing) else None
            draft.until = led_to or (self._battle_ended(one) if one.passing else None)
        else:
            draft.tellings.append(one)
            draft.side = draft.side or one.side
        if one.passing and (draft.until is None or draft.passing):
            draft.until, draft.passing = days_on(one.since, PASSING_DAYS), True

    def _siege(self, one: Telling) -> Draft | None:
        """The siege that goes on there, of whose besiegers one telling need not speak; no part is besieged."""
        found = [other for other in self._still(("besieged",))
                 if None in {other.side, one.side} or self._same(other.side, one.side)]  # fmt: skip
        return found[-1] if found else None

    def _battle_ended(self, one: Telling) -> Since | None:
        """The capture that a battle led to, where the battle is told with days on which that was already made."""
        began = [(other.began, other.tellings[0]) for other in self._still(("held",)) if other.part is None]
        first = one.since.first or one.since.last
        taken = (told.since for day, told in began if first <= day and (told.since.first or not told.lasting))
        return next(taken, None)

    def _leave(self, one: Telling) -> None:
        keeper = None if one.vague else self._keeper(one)
        side = one.side or (keeper if keeper in load_registry().governments else None)  # it says that it lost it
        fallen = self._fallen_to(one) if side is None and one.act == "lose" else None
        if fallen is not None:
            fallen.tellings.append(one)
            return
        if one.side is None and one.act == "lose" and (taker := self._besieger(one)) is not None:
            self._take(replace(one, act="take", side=taker))
            return
        for other in self._still(THERE) if side is not None and one.part is None else ():
            if self._same(other.side, side):
                other.end(one.since)
        for other in self.drafts if one.part is None else ():
            if other.taker is not None and self._same(other.side, side) and other.began <= one.since.last:
                other.left = one.since
        gone = self._open(side, GONE, one.part)
        if gone is not None:
            gone.tellings.append(one)
        else:
            self._new(one, "withdrawn" if one.act == "leave" else "lost", side)
        self._leave_to(one, side)

    def _leave_to(self, one: Telling, side: str | None) -> None:
        """Who alone had entered a place by the time that its holder left has it."""
        there = [other for other in self._still(THERE) if not self._same(other.side, side)] if one.part is None else []
        if side is not None and len(there) == 1 and there[0].state == "entered" and there[0].side and not there[0].part:
            self._take(there[0].tellings[0])

    def _relieve(self, one: Telling) -> None:
        """Whoever lifts a siege ends it; who is not the besieger has the place, or else who was in it keeps it."""
        ended = list(self._still(("besieged", "contested")))
        for other in ended:
            other.end(one.since)
            other.side = other.side or self._sides.only_rival(one.side)
        if one.claim.type != "besiege":
            return
        lay = [other.side for other in ended if other.state == "besieged" and other.side is not None]
        inside = one.side
        if inside is None or any(self._same(other.side, inside) for other in ended):
            inside = self._sides.only_rival(lay[0], named=True) if lay and not any(self._still(("held",))) else None
        if inside is not None:
            self._hold(replace(one, side=inside))

    def _deny(self, one: Telling) -> None:
        for draft in () if one.vague and not one.claim.denies else self.drafts:
            own = one.side is None and draft.state not in GONE and self._speaks(one, draft.side)
            if own:  # "the town was not lost, the army said"
                continue
            if _rejects(one, draft, self._same) and one not in draft.tellings and one not in draft.against:
                draft.against.append(one)

    def _new(self, one: Telling, state: ControlState, side: str | None = None) -> Draft:
        draft = Draft(side or one.side, state, one.part, [one])
        if state not in GONE:
            for gone in self._still(GONE):
                if self._same(gone.side, draft.side) and draft.side is not None:
                    gone.end(one.since)
        self.drafts.append(draft)
        return draft

    def _open(self, side: str | None, states: tuple[ControlState, ...], part: str | None) -> Draft | None:
        found = [one for one in self._still(states) if self._same(one.side, side) and same_part(one.part, part)]
        return found[-1] if found else None

    def _last(self, side: str | None, state: ControlState) -> Draft | None:
        found = [one for one in self.drafts if one.state == state and self._same(one.side, side)]
        return found[-1] if found else None

    def _still(self, states: tuple[ControlState, ...], but: Draft | None = None) -> Iterator[Draft]:
        yield from [one for one in self.drafts if one.is_open and one.state in states and one is not but]

    def _before_leaving(self, one: Telling) -> Draft | None:
        """The spell that ended on the day of which something is told: who left by evening had come before."""
        gone = self._open(one.side, GONE, one.part)
        if gone is None or one.side is None or one.undated or one.again or one.since.last != gone.began:
            return None
        ended = [old for old in self.drafts if old.state == "held" and self._same(old.side, one.side) and old.until]
        if not ended or ended[-1].until is None or ended[-1].until.last != gone.began:
            ended = [Draft(one.side, "held", one.part, [], until=gone.tellings[0].since)]
            self.drafts += ended
        return ended[-1]

    def _besieger(self, one: Telling) -> str | None:
        """ "The town fell": to the only side that lay around it or fought for it just then."""
        came = ("besieged", "contested", "entered")
        pressing = {
            other.side for other in self.drafts
            if other.state in came and other.side is not None and near(other.tellings[-1].since.last, one.since.last, 3)
        }  # fmt: skip
        holders = [other.side for other in self._still(("held",)) if other.part is None]
        found = [side for side in pressing if not any(self._same(side, holder) for holder in holders)]
        return found[0] if len(found) == 1 else None

    def _fallen_to(self, one: Telling) -> Draft | None:
        days = RETOLD_DAYS if one.undated else SLACK_DAYS
        held = (other for other in self._still(("held",)) if near(other.began, one.since.last, days))
        taken = [other for other in held if any(told.act == "take" for told in other.tellings)]
        return taken[0] if len(taken) == 1 else None

    def _same(self, left: str | None, right: str | None) -> bool:
        return self._sides.same(left, right)


def _later(one: Telling, other: Draft) -> bool:
    """Whether it is dated after all that was told of another spell."""
    return not one.undated and all(told.since.last < one.since.last for told in other.tellings)


def _tells(one: Telling, taker: Draft) -> bool:
    return any(told.claim.document.id == one.claim.document.id for told in taker.tellings)


def _set_against(left: Draft, right: Draft) -> None:
    """What tells that one side holds a place speaks against another's holding it."""
    left.against.extend(one for one in right.tellings if one not in left.against and one not in left.tellings)


def _order(one: Telling) -> tuple[str, str, str, int]:
    return one.since.last, one.since.first or "", one.said or "~", one.claim.evidence.start


def _rejects(one: Telling, draft: Draft, same: Callable[[str | None, str | None], bool]) -> bool:
    """Whether a denial is about a spell: what it rejects, whose, and when; a denied loss rejects a rival's capture."""
    if one.part is not None and not same_part(one.part, draft.part):
        return False
    rival = one.act in GOING and draft.state not in GONE
    about = draft.state in (("held",) if rival else _REJECTED.get(one.act, ()))
    return about and (one.side is None or same(draft.side, one.side) != rival) and _of_one_time(one, draft)


_REJECTED: dict[str, tuple[ControlState, ...]] = {
    "enter": ("entered", "held"), "take": ("held",), "hold": ("held",), "besiege": ("besieged",),
    "contest": ("contested",), "leave": GONE, "lose": GONE,
}  # fmt: skip


def _of_one_time(one: Telling, draft: Draft) -> bool:
    """Within two days where the denial is dated, else within three weeks of the telling."""
    if any(told.claim.id in one.claim.denies for told in draft.tellings):
        return True
    days = RETOLD_DAYS if one.undated else SLACK_DAYS
    began = max((told.since.first or "" for told in draft.tellings), default="")
    return began <= (one.since.last or began) and any(
        near(told.since.last, one.since.last, days) for told in draft.tellings
    )
