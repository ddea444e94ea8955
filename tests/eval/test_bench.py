"""The speed measurement, on a handful of short reports."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval import bench
from eval.bench import Figures, budgets, table
from vedette.model import VedetteError


def reports(folder: Path) -> Path:
    folder.mkdir()
    (folder / "one.txt").write_text("Rebels captured the town of Saraqib on Friday, the army said.", "utf-8")
    return folder


def test_the_whole_path_and_bare_spacy_read_the_same_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "OUT", tmp_path / "bench.json")
    arguments = [str(reports(tmp_path / "in")), "--documents", "3", "--rounds", "1"]
    done = CliRunner().invoke(bench.bench, arguments, catch_exceptions=False)
    results = json.loads((tmp_path / "bench.json").read_text("utf-8"))
    assert [one["documents"] for one in results] == [3, 3]
    assert "bare spaCy" in done.output


def test_what_is_measured_stands_beside_its_budget() -> None:
    seconds = {"whole": 25.0, "two": 15.0, "attribution": 24.0, "mentions": 3.0, "gazetteer": 0.4, "claims": 0.31}
    parts = {name: {"seconds": taken, "documents": 63} for name, taken in seconds.items()}
    lines = [" ".join(line.split()[-5:]) for line in budgets(parts, 20.0).splitlines()]
    assert [line.split()[-3:] for line in lines[:3]] == [
        ["1.25", "budget", "1.5"], ["0.75", "budget", "1.5"], ["1.20", "budget", "1.3"]
    ]  # fmt: skip
    assert lines[3].endswith("15% budget 20%") and lines[5] == "63 MB budget 400 MB"
    assert [lines[4], lines[6]] == ["0.40 s budget 1.5 s", "0.31 s budget 0.5 s"]


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(VedetteError, match="no reports"):
        CliRunner().invoke(bench.bench, [str(tmp_path / "in")], catch_exceptions=False)


def test_the_table_tells_how_much_longer_the_whole_path_takes() -> None:
    whole, bare = Figures("whole", 10, 900, 5.0, 450, 2.0, 600), Figures("spacy", 10, 900, 10.0, 900, 1.0, 400)
    assert "2.00 times as long" in table([whole, bare])
