"""The command line of the measurements, on a small data folder with a scorer of its own."""

import json
from pathlib import Path

import pytest

import eval.__main__ as program

SCORER = """
import json, sys
task, gold, answers = sys.argv[1:]
pairs = zip(*(map(json.loads, open(path, encoding="utf-8")) for path in (gold, answers)))
right = [one["label"] == other["label"] and one["id"] == other["id"] for one, other in pairs]
print(json.dumps({"task": task, "weighted_F1": sum(right) / len(right)}))
"""
ITEMS = (
    {"id": "a", "text": "A suicide bomber blew himself up in Kandahar.", "label": "SUIC_BOMB"},
    {"id": "b", "text": "Floods cut off villages near Beira.", "label": "NATURAL_DISASTER"},
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a scorer and the items of one task."""
    (tmp_path / "event_type").mkdir()
    (tmp_path / "score.py").write_text(SCORER, "utf-8")
    (tmp_path / "event_type" / "dev.jsonl").write_text("\n".join(map(json.dumps, ITEMS)), "utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Results and floors go to a folder of the test."""
    out = tmp_path / "out"
    monkeypatch.setattr(program, "OUT", out)
    monkeypatch.setattr(program, "LAST", out / "results.json")
    monkeypatch.setattr(program, "TABLE", tmp_path / "results.md")
    monkeypatch.setattr(program, "FLOORS", tmp_path / "floors.json")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["eval", *map(str, arguments)])
    try:
        return program.run()
    except SystemExit as left:
        return int(left.code or 0)


def test_predictions_come_one_a_line_in_order(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = data / "answers.jsonl"
    assert run(monkeypatch, "predict", "event_type", data / "event_type" / "dev.jsonl", target) == 0
    assert [json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()] == ["a", "b"]


def test_an_unknown_task_is_told_in_one_line(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "predict", "poetry", data, data / "x") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_missing_file_is_told_in_one_line(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "predict", "event_type", data / "none.jsonl", data / "x") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_without_data_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "score", tmp_path / "nowhere") == 2
    assert "no evaluation data" in capsys.readouterr().err


def test_a_run_without_floors_passes_and_keeps_its_results(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "score", data) == 0
    assert json.loads((data / "out" / "results.json").read_text("utf-8"))[0]["metrics"]["weighted_F1"] == 1.0


def test_a_figure_below_its_floor_fails_the_run(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "floors.json").write_text('{"event_type": {"weighted_F1": 1.5}}', "utf-8")
    assert run(monkeypatch, "score", data) == 1
    assert "event_type weighted_F1: floor 1.5000, measured 1.0000" in capsys.readouterr().err


def test_raising_sets_floors_just_below_the_last_run(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "score", data)
    assert run(monkeypatch, "raise") == 0
    assert json.loads((data / "floors.json").read_text("utf-8")) == {"event_type": {"weighted_F1": 0.996}}


def test_there_is_nothing_to_raise_before_the_first_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "raise") == 2


def test_a_sample_keeps_nothing(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "score", data, "--sample", 1) == 0
    assert not (data / "out" / "results.json").exists()


def test_answers_that_the_scorer_refuses_are_told(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "score.py").write_text("import sys; sys.exit('bad offsets')", "utf-8")
    assert run(monkeypatch, "score", data) == 2
