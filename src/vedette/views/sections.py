"""The outline of a brief: what changed, who has what, what is confirmed, claimed, disputed, counted, said, expected."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from vedette.model import (
    AreaState,
    Asset,
    Change,
    Judgement,
    Line,
    PlaceState,
    Series,
    Situation,
    Status,
    Tie,
    Utterance,
)
from vedette.views.record import judgement_in_words
from vedette.views.rows import GROUPS, Row, Section, change_row, line_row
from vedette.views.tables import area_row, asset_row, control_row, series_row, tie_row, utterance_row

type Told = Change | PlaceState | AreaState | Line | Series | Tie | Utterance | Asset | Judgement

STATUSES: tuple[tuple[Status, str], ...] = (
    ("disputed", "Disputed: accounts that cannot all be true"),
    ("confirmed", "Confirmed, or told by several who do not depend on one another"),
    ("claimed", "Only claimed, and by whom"),
)
LATER: tuple[tuple[Status, str], ...] = (
    ("open", "Expected, planned, demanded, judged: not facts"),
    ("denied", "Only denied, or said not to have happened"),
)


def sections(situation: Situation, limit: int | None = None) -> tuple[Section, ...]:
    """Every section that has a row. Each claim of the situation stands in one of them at least.

    `limit`: no more than so many rows of each, those that were told last; of what changed the weightiest.
    """
    covered = _covered(situation)
    areas = [one for one in situation.areas if len(one.places) > 1]
    judged = (*situation.judgements.rejected.values(), *situation.judgements.lost)
    made = (
        _section("changed", "What changed", change_row, situation.changes[:limit], situation),
        _section("control", "Who has which place", control_row, _known(situation.states), situation, limit),
        _section("areas", "Provinces, by the places known in them", area_row, areas, situation, limit),
        *_of_lines(STATUSES, situation, covered, limit),
        _section("figures", "Figures", series_row, situation.series, situation, limit),
        _section("ties", "Who leads, backs, belongs to whom", tie_row, situation.ties, situation, limit),
        _section("statements", "Statements", utterance_row, situation.utterances, situation, limit),
        _section("sites", "Bases and sites", asset_row, situation.assets, situation, limit),
        *_of_lines(LATER, situation, covered, limit),
        _section("rejected", "Set aside by people", _judged_row, judged, situation, limit),
    )
    changed = replace(made[0], more=len(situation.changes) - len(made[0].rows))
    return tuple(one for one in (changed, *made[1:]) if one.rows)


def _section[T: Told](
    key: str, title: str, row: Callable[[T, Situation], Row], told: Sequence[T], situation: Situation,
    limit: int | None = None,
) -> Section:  # fmt: skip
    shown = told
    if limit is not None and len(told) > limit:
        newest = sorted(range(len(told)), key=lambda at: _said(told[at], situation), reverse=True)[:limit]
        shown = [told[at] for at in sorted(newest)]
    rows = [row(one, situation) for one in shown]
    grouped = rows if key in {"changed", "control", "areas"} else _by_group(rows)
    return Section(key, title, tuple(grouped), len(told) - len(shown))


def _said(told: Told, situation: Situation) -> str:
    """When it was told last."""
    if isinstance(told, Judgement):
        return told.recorded_at
    known = (situation.claim.get(id_) for id_ in _rests_on(told))
    return max((claim.document.published or "" for claim in known if claim is not None), default="")


def _rests_on(told: Told) -> Iterable[str]:
    """The ids of the claims that something rests on."""
    match told:
        case Line() | Tie() | Utterance():
            return (one if isinstance(one, str) else one.id for one in told.claims)
        case Series():
            return (one.claim for one in told.counts)
        case Asset():
            return (id_ for one in told.history for id_ in one.claims)
        case AreaState():
            return (id_ for one in told.places for id_ in one.reason.claims)
        case Change() | PlaceState():
            return told.reason.claims
    return ()


def _of_lines(
    statuses: Iterable[tuple[Status, str]], situation: Situation, covered: frozenset[str], limit: int | None
) -> Iterator[Section]:
    for status, title in statuses:
        told = [one for one in situation.lines if one.status == status and _has_more(one, covered)]
        yield _section(status, title, line_row, told, situation, limit)


def _known(states: Iterable[PlaceState]) -> list[PlaceState]:
    """By country, the places whose state is known."""
    return sorted((one for one in states if one.state), key=lambda one: (one.spot.country or "~", one.spot.name))


def _covered(situation: Situation) -> frozenset[str]:
    """The claims that a table of figures or a register shows already; what is done to a site is news beside it."""
    sites = {id_ for id_, claim in situation.claim.items() if claim.kind == "asset"}
    return frozenset(
        chain(
            (count.claim for one in situation.series for count in one.counts),
            (id_ for one in situation.ties for id_ in (*one.claims, *one.denials)),
            (id_ for one in situation.utterances for id_ in one.claims),
            (id_ for one in situation.assets for id_ in _rests_on(one) if id_ in sites),
        )
    )


def _by_group(rows: Iterable[Row]) -> list[Row]:
    """In the order of the groups, and otherwise as they came."""
    order = list(dict.fromkeys(GROUPS.values()))
    return sorted(rows, key=lambda row: order.index(row.group) if row.group in order else len(order))


def _has_more(line: Line, covered: frozenset[str]) -> bool:
    return line.status == "disputed" or bool(line.judgements) or any(one.id not in covered for one in line.claims)


def _judged_row(one: Judgement, _: Situation) -> Row:
    return Row(text=judgement_in_words(one), group="lost" if one.lost else "")
