"""Floors hold what was reached."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from eval.floors import MARGIN, Figures, falls, raised, read_floors, write_floors

shares = st.floats(0, 1)
tables = st.dictionaries(
    st.sampled_from(["times", "places", "factuality"]),
    st.dictionaries(st.sampled_from(["F1", "MAE"]), shares, min_size=1),
)


def test_a_figure_below_its_floor_falls_and_is_named() -> None:
    (fall,) = falls({"times": {"value.F1": 0.5}}, {"times": {"value.F1": 0.6}})
    assert str(fall) == "times value.F1: floor 0.6000, measured 0.5000"


def test_an_error_above_its_floor_falls() -> None:
    assert falls({"factuality": {"MAE": 0.7}}, {"factuality": {"MAE": 0.6}})
    assert not falls({"factuality": {"MAE": 0.5}}, {"factuality": {"MAE": 0.6}})


def test_a_figure_that_is_no_longer_given_falls() -> None:
    (fall,) = falls({"times": {}}, {"times": {"value.F1": 0.6}})
    assert "not measured" in str(fall)


def test_a_task_that_was_not_run_does_not_fall() -> None:
    assert falls({}, {"times": {"value.F1": 0.6}}) == []


@given(tables, tables)
def test_no_floor_is_ever_let_down(measured: Figures, floors: Figures) -> None:
    lifted = raised(measured, floors)
    for task, known in floors.items():
        for figure, floor in known.items():
            assert lifted[task][figure] <= floor if figure == "MAE" else lifted[task][figure] >= floor


@given(tables)
def test_what_was_measured_holds_against_the_floors_made_of_it(measured: Figures) -> None:
    assert falls(measured, raised(measured, {})) == []


def test_a_floor_leaves_room_for_rounding_only() -> None:
    floors = raised({"times": {"value.F1": 0.6}}, {})
    assert falls({"times": {"value.F1": 0.6 - 2 * MARGIN}}, floors)


def test_floors_are_kept_as_they_are(tmp_path: Path) -> None:
    write_floors({"times": {"value.F1": 0.6}}, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == {"times": {"value.F1": 0.6}}


def test_there_are_no_floors_before_the_first(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "none.json") == {}
