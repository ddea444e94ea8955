"""Results as tables."""

from pathlib import Path

from eval.results import Result, commit_here, figures_of, markdown, merged, read_results, write_results

TIMES = Result("times", 3, 1.2, "abc", {"task": "times", "strict": {"F1": 0.5}, "value": {"F1": 0.25}})
FACTS = Result("factuality", 2, 0.4, "abc", {"MAE": 0.75})


def test_headline_figures_are_found_by_their_dotted_names() -> None:
    assert TIMES.figures == {"strict.F1": 0.5, "value.F1": 0.25}


def test_figures_go_by_task() -> None:
    assert figures_of([TIMES, FACTS])["factuality"] == {"MAE": 0.75}


def test_the_table_has_a_line_for_every_figure_with_its_floor() -> None:
    table = markdown([TIMES, FACTS], {"times": {"value.F1": 0.2}})
    assert "| times | 3 | 1 | abc | strict.F1 | 0.500 |  |" in table
    assert "| value.F1 | 0.250 | 0.200 |" in table


def test_the_table_says_which_figure_should_be_low() -> None:
    assert "MAE (lower is better)" in markdown([FACTS], {})


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    write_results([TIMES, FACTS], tmp_path / "results.json")
    assert read_results(tmp_path / "results.json") == [TIMES, FACTS]


def test_a_newer_result_takes_the_place_of_the_older_one_of_its_task() -> None:
    newer = Result("times", 9, 1.0, "def", {})
    assert merged([TIMES, FACTS], [newer]) == [newer, FACTS]


def test_nothing_was_measured_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_results(tmp_path / "none.json") == []


def test_a_commit_is_named_without_white_space() -> None:
    assert commit_here().split() == [commit_here()]
