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
    parts = {"mentions": {"seconds": 3.0}, "gazetteer": {"seconds": 0.4, "documents": 63}, "claims": {"seconds": 0.31}}
    lines = budgets(parts, 20.0).splitlines()
    assert [line.split()[-5:] for line in lines[1:2]] == [["0.40", "s", "budget", "1.5", "s"]]
    assert "15%   budget 20%" in lines[0] and "63 MB   budget 400 MB" in lines[2] and "0.31 s" in lines[3]


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(VedetteError, match="no reports"):
        CliRunner().invoke(bench.bench, [str(tmp_path / "in")], catch_exceptions=False)


def test_the_table_tells_how_much_longer_the_whole_path_takes() -> None:
    whole, bare = Figures("whole", 10, 900, 5.0, 450, 2.0, 600), Figures("spacy", 10, 900, 10.0, 900, 1.0, 400)
    assert "2.00 times as long" in table([whole, bare])
