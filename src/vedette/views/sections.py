"""The outline of a brief: what changed, who has what, what is confirmed, claimed, disputed, counted, said, expected."""

from collections.abc import Iterable, Iterator
from itertools import chain

from vedette.model import Line, PlaceState, Situation, Status
from vedette.views.judged import judgement_in_words
from vedette.views.rows import GROUPS, Row, Section, change_row, line_row
from vedette.views.tables import area_row, asset_row, control_row, series_row, tie_row, utterance_row

STATUSES: tuple[tuple[Status, str], ...] = (
    ("disputed", "Disputed: accounts that cannot all be true"),
    ("confirmed", "Confirmed, or told by several who do not depend on one another"),
    ("claimed", "Only claimed, and by whom"),
)
LATER: tuple[tuple[Status, str], ...] = (
    ("open", "Expected, planned, demanded, judged: not facts"),
    ("denied", "Only denied, or said not to have happened"),
)


def sections(situation: Situation) -> tuple[Section, ...]:
    """Every section that has a row. Each claim of the situation stands in one of them at least."""
    covered = _covered(situation)
    made = (
        ("changed", "What changed", [change_row(one, situation) for one in situation.changes]),
        ("control", "Who has which place", [control_row(one, situation) for one in _known(situation.states)]),
        (
            "areas",
            "Provinces, by the places known in them",
            [area_row(one, situation) for one in situation.areas if len(one.places) > 1],
        ),
        *((status, title, _by_group(_lines(situation, status, covered))) for status, title in STATUSES),
        ("figures", "Figures", _by_group(series_row(one, situation) for one in situation.series)),
        ("ties", "Who leads, backs, belongs to whom", [tie_row(one, situation) for one in situation.ties]),
        ("statements", "Statements", [utterance_row(one, situation) for one in situation.utterances]),
        ("sites", "Bases and sites", [asset_row(one, situation) for one in situation.assets]),
        *((status, title, _by_group(_lines(situation, status, covered))) for status, title in LATER),
        ("rejected", "Set aside by people", list(_rejected(situation))),
    )
    return tuple(Section(key, title, tuple(rows)) for key, title, rows in made if rows)


def _known(states: Iterable[PlaceState]) -> list[PlaceState]:
    """By country, the places whose state is known."""
    return sorted((one for one in states if one.state), key=lambda one: (one.spot.country or "~", one.spot.name))


def _covered(situation: Situation) -> frozenset[str]:
    """The claims that a table of figures or a register shows already."""
    return frozenset(
        chain(
            (count.claim for one in situation.series for count in one.counts),
            (id_ for one in situation.ties for id_ in (*one.claims, *one.denials)),
            (id_ for one in situation.utterances for id_ in one.claims),
            (id_ for one in situation.assets for status in one.history for id_ in status.claims),
        )
    )


def _by_group(rows: Iterable[Row]) -> list[Row]:
    """In the order of the groups, and otherwise as they came."""
    order = list(dict.fromkeys(GROUPS.values()))
    return sorted(rows, key=lambda row: order.index(row.group) if row.group in order else len(order))


def _lines(situation: Situation, status: Status, covered: frozenset[str]) -> Iterator[Row]:
    shown = (line for line in situation.lines if line.status == status and _has_more(line, covered))
    return (line_row(line, situation) for line in shown)


def _has_more(line: Line, covered: frozenset[str]) -> bool:
    return line.status == "disputed" or bool(line.judgements) or any(one.id not in covered for one in line.claims)


def _rejected(situation: Situation) -> Iterator[Row]:
    for one in (*situation.judgements.rejected.values(), *situation.judgements.lost):
        yield Row(text=judgement_in_words(one), group="lost" if one.lost else "")
