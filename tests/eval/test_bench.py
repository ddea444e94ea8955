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
    cpu = {"spacy": 20.0, "documents": 26.0, "whole": 30.0, "two": 32.0, "spacy two": 40.0, "attribution": 22.0}
    used = {**cpu, "mentions": 3.0, "gazetteer": 0.4, "claims": 0.3}
    parts = {name: {"cpu": one, "seconds": one / 2 if "two" in name else one, "documents": 63}
             for name, one in used.items()}  # fmt: skip
    parts["whole"]["seconds"] = 50.0
    lines = [line.split() for line in budgets(parts).splitlines()[1:]]
    assert [line[-4:] for line in lines[:5]] == [
        ["1.30", "1.30", "budget", "1.5"], ["1.50", "2.50", "budget", "1.5"], ["processes", "0.80", "budget", "1.5"],
        ["1.10", "1.10", "budget", "1.3"], ["0.15", "0.15", "budget", "0.2"],
    ]  # fmt: skip
    assert [" ".join(line[-5:]) for line in lines[5:]] == [
        "0.40 s budget 1.5 s", "63 MB budget 400 MB", "0.30 s budget 0.5 s"
    ]  # fmt: skip


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(VedetteError, match="no reports"):
        CliRunner().invoke(bench.bench, [str(tmp_path / "in")], catch_exceptions=False)


def test_the_table_tells_how_much_longer_the_whole_path_takes() -> None:
    whole, bare = Figures("whole", 10, 900, 5.0, 450, 2.0, 600), Figures("spacy", 10, 900, 10.0, 900, 1.0, 400)
    assert "2.00 times as long" in table([whole, bare])
