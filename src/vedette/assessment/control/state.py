"""Who has a place on a day, and what the known places of a province add up to; nothing is filled in."""

from collections.abc import Iterable, Sequence

from vedette.assessment.begun import near
from vedette.assessment.control.extent import is_outside
from vedette.assessment.control.spells import GONE
from vedette.model import AreaState, Certainty, ControlState, PlaceState, Reason, Spell, Timeline

INSIDE = frozenset({"settlement", "point", "district"})
HELD_BEFORE_DAYS = 21
SURER: tuple[Certainty, ...] = ("disputed", "claimed", "reported", "confirmed")


def state_at(timeline: Timeline, day: str) -> PlaceState:
    """Who has a place at the end of a day (ISO), by the spells that had begun and not ended by then."""
    spells = tuple(spell for spell in timeline.spells if _in_force(spell, day))
    holders = [spell for spell in spells if spell.state == "held" and spell.part is None]
    within = [one for one in spells if not (one.part and is_outside(one.part))] or spells
    inside = [one for one in within if one.state == "entered" or (one.state == "held" and one.part)]
    found = _held(holders, inside, spells) if holders else _not_held(inside, within)
    if found is None:
        return _until_it_left(timeline, day)
    state, main, certainty = found
    others = dict.fromkeys(one.side for one in spells if one.side not in {None, main.side} and one.state not in GONE)
    reason = Reason(_words(state, main, spells), tuple(dict.fromkeys(id_ for one in spells for id_ in one.claims)))
    return PlaceState(
        timeline.spot, day, state, main.side, certainty, tuple(filter(None, others)), spells, reason, main,
        _parts(main, spells) if state in {"held", "entered"} else None,
    )  # fmt: skip


def _until_it_left(timeline: Timeline, day: str) -> PlaceState:
    """Of a place of which nothing is told yet: held by whoever left or lost it some days later."""
    later = (one for one in timeline.spells if one.since.last > day and one.part is None)
    next_ = next((one for one in later if one.state not in {"contested", "besieged"}), None)
    if next_ is None or next_.state not in GONE or not next_.side or not near(day, next_.since.last, HELD_BEFORE_DAYS):
        return PlaceState(timeline.spot, day, None, None, None, (), (), Reason("nothing is told of it by then"))
    reason = Reason(f"told to have {'left' if next_.state == 'withdrawn' else 'lost'} it afterwards", next_.claims)
    return PlaceState(timeline.spot, day, "held", next_.side, next_.certainty, (), (), reason)


def _parts(main: Spell, spells: Sequence[Spell]) -> str | None:
    """The parts that a side has in the same way; None where it has the place."""
    if main.part is None:
        return None
    alike = [one.part for one in spells if (one.side, one.state) == (main.side, main.state) and one.part]
    return ", ".join(dict.fromkeys(alike))


def _in_force(spell: Spell, day: str) -> bool:
    return "" < spell.since.last <= day and (spell.until is None or spell.until.last > day)


type Found = tuple[ControlState, Spell, Certainty]


def _held(holders: Sequence[Spell], inside: Sequence[Spell], spells: Sequence[Spell]) -> Found:
    """Held by who took it last; contested where two sides say that they have it, which is disputed, or another side is
    inside or fights for it. Denials alone contest nothing."""
    last = ([one for one in holders if one.certainty != "disputed"] or list(holders))[-1]
    main = next(one for one in holders if one.claims == last.claims)  # of allies who took it together the first
    pressing = [
        one for one in inside
        if one.side not in {None, main.side} and one.since.last >= (main.since.first or "")
        if one.state == "held" or one.certainty != "disputed"
    ]  # fmt: skip
    pressing += [one for one in _fought(spells) if one.side != main.side]
    pressing += [one for one in holders if main.certainty == "disputed" and one.side != main.side]
    if pressing:
        return "contested", main, _surest(pressing)
    siege = next((one for one in reversed(spells) if one.state == "besieged" and one.side != main.side), None)
    return ("besieged", siege, siege.certainty) if siege is not None else ("held", main, main.certainty)


def _fought(spells: Sequence[Spell]) -> list[Spell]:
    """The fights for a place; the attacks of those who besiege it are a part of their siege."""
    around = {one.side for one in spells if one.state == "besieged"} - {None}
    return [one for one in spells if one.state == "contested" and one.side not in around]


def _surest(spells: Sequence[Spell]) -> Certainty:
    return max((one.certainty for one in spells), key=SURER.index)


def _not_held(inside: Sequence[Spell], spells: Sequence[Spell]) -> Found | None:
    sides = {one.side for one in inside}
    fought = _fought(spells)
    if fought or len(sides) > 1:
        return "contested", (inside or fought)[-1], _surest(fought or inside)
    for states in ({"besieged"}, {"held"}, {"entered"}, GONE):
        if found := [one for one in spells if one.state in states]:
            return found[-1].state, found[-1], found[-1].certainty
    return None


def _words(state: ControlState, main: Spell, spells: Sequence[Spell]) -> str:
    told = "; ".join(_told(one) for one in spells)
    return told if state == main.state and len(spells) == 1 else f"{state}: {told}"


def _told(one: Spell) -> str:
    part = f" in part ({one.part})" if one.part else ""
    return f"{one.state}{part} by {one.side or 'an unnamed side'}, {one.certainty}"


def areas(states: Iterable[PlaceState], day: str) -> tuple[AreaState, ...]:
    """What is claimed of each province as a whole on a day, and of the places known inside it, by their states then."""
    wholes: dict[tuple[str | None, str], PlaceState] = {}
    inside: dict[tuple[str | None, str], list[PlaceState]] = {}
    for one in states:
        if one.state is None:
            continue
        spot = one.spot
        if spot.precision == "province":
            wholes[spot.country, spot.admin1 or spot.name] = one
        elif spot.admin1 and spot.precision in INSIDE:
            inside.setdefault((spot.country, spot.admin1), []).append(one)
    keys = sorted({*wholes, *inside}, key=lambda key: (key[0] or "", key[1]))
    return tuple(_area(key, wholes.get(key), inside.get(key, []), day) for key in keys)


def _area(key: tuple[str | None, str], whole: PlaceState | None, inside: list[PlaceState], day: str) -> AreaState:
    known = tuple(sorted(inside, key=lambda one: one.spot.name))
    return AreaState(key[1], key[0], day, whole, known, area_words(whole, known))


def area_words(whole: PlaceState | None, known: Sequence[PlaceState]) -> str:
    """ "As a whole held by X, claimed. 3 of 5 known places held by X (...), 1 contested (...)"."""
    groups: dict[str, list[PlaceState]] = {}
    for one in known:
        groups.setdefault(_group(one), []).append(one)
    parts = [
        f"{len(group)} of {len(known)} known places {words} ({', '.join(map(_named, group))})"
        for words, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    told = f"as a whole {_group(whole)}, {whole.certainty}" if whole is not None else "nobody speaks of it as a whole"
    return "; ".join([told, *parts])


def _group(one: PlaceState) -> str:
    if one.state == "contested":
        return "contested"
    side = one.side or "an unnamed side"
    in_part = " in part" if one.part else ""
    return f"left by {side}" if one.state in GONE else f"{one.state}{in_part} by {side}"


def _named(one: PlaceState) -> str:
    return f"{one.spot.name} {one.certainty}"
