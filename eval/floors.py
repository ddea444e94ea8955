"""The floors: figures that once were reached and may not be lost again. They only rise."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.tasks import LOWER_IS_BETTER

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.004

type Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure on the wrong side of its floor, or no longer measured (None)."""

    task: str
    figure: str
    floor: float
    measured: float | None

    def __str__(self) -> str:
        measured = "not measured" if self.measured is None else f"measured {self.measured:.4f}"
        return f"{self.task} {self.figure}: floor {self.floor:.4f}, {measured}"


def read_floors(path: Path) -> Figures:
    """The floors by task and figure; none where there is no file yet."""
    floors: Figures = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return floors


def falls(figures: Mapping[str, Mapping[str, float]], floors: Figures) -> list[Fall]:
    """Every figure that fell through its floor, among the tasks that were measured."""
    return [
        Fall(task, figure, floor, figures[task].get(figure))
        for task in floors
        if task in figures
        for figure, floor in floors[task].items()
        if not _holds(figure, floor, figures[task].get(figure))
    ]


def _holds(figure: str, floor: float, measured: float | None) -> bool:
    if measured is None:
        return False
    return measured <= floor if figure in LOWER_IS_BETTER else measured >= floor


def raised(figures: Mapping[str, Mapping[str, float]], floors: Figures) -> Figures:
    """The floors lifted to just below what was measured; none is ever let down."""
    lifted = {task: dict(known) for task, known in floors.items()}
    for task, measured in figures.items():
        known = lifted.setdefault(task, {})
        for figure, value in measured.items():
            known[figure] = _lifted(figure, value, known.get(figure))
    return lifted


def _lifted(figure: str, value: float, known: float | None) -> float:
    if figure in LOWER_IS_BETTER:
        new = round(value + MARGIN, 4)
        return new if known is None else min(new, known)
    new = round(max(0.0, value - MARGIN), 4)
    return new if known is None else max(new, known)


def write_floors(floors: Figures, path: Path) -> None:
    """Keep the floors as a table that reads well in a change."""
    path.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", "utf-8")
