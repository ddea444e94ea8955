"""The commands that add places and find them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.mentions.place_lists import dump_row, written


@pytest.fixture
def own(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command line with a folder of added places of its own."""
    monkeypatch.setenv("VEDETTE_PLACES", str(tmp_path / "places"))
    return command


def test_places_are_added_once_and_then_found(own: Command, tmp_path: Path) -> None:
    written(tmp_path / "SY.txt", dump_row(), dump_row(99000002, "Qarnabil", lat=36.9, lon=40.1, people=900))
    status, out, _ = own("gazetteer", "add", "SY.txt")
    assert status == 0 and "2 read, 2 places added (2 settlement), 0 already known" in out
    assert str(tmp_path / "places") in out
    assert "0 places added, 2 already known" in own("gazetteer", "add", "SY.txt")[1]
    status, out, _ = own("gazetteer", "find", "Qarnabil")
    assert status == 0 and "SY.txt" in out and "more people live there" in out and "99000002" in out


def test_refused_rows_are_told_and_give_status_one(own: Command, tmp_path: Path) -> None:
    written(tmp_path / "t.csv", "name,lat,lon", *["Qarnabil,x,y"] * 25, "Qarnabil,35.4,36.7")
    status, out, err = own("gazetteer", "add", "t.csv", "--country", "syr")
    assert status == 1 and "26 read, 1 places added" in out and "t.csv:2: its coordinates" in err
    assert "5 more rows were refused" in err
    found = json.loads(own("gazetteer", "add", "t.csv", "--country", "SY", "--json")[1])
    assert (found["rows"], found["known"], found["refused"], len(found["issues"])) == (26, 1, 25, 25)


def test_candidates_are_told_as_json(own: Command) -> None:
    found = json.loads(own("gazetteer", "find", "Tripoli", "--near", "Beirut", "--json")[1])
    first = found["candidates"][0]
    assert (first["name"], first["country"], first["from"], first["geonames_id"]) == (
        "Tripoli",
        "LB",
        "GeoNames",
        266826,
    )
    assert first["score"] == pytest.approx(sum(first["reasons"].values())) and found["near"].startswith("Beirut")


def test_a_long_list_is_cut_and_the_other_place_named(own: Command) -> None:
    out = own("gazetteer", "find", "San José", "--near", "Manila")[1]
    assert "more" in out and "The other place was taken for Manila" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "none.txt"),
        ("add", "x", "--country", "QQ"),
        ("find", "Homs", "--country", "Q"),
        ("find", "A", "--near", "Bl"),
    ],
)
def test_what_the_user_must_mend_is_told_in_one_line(own: Command, arguments: tuple[str, ...]) -> None:
    status, _, err = own("gazetteer", *arguments)
    assert status == 2 and err.count("\n") == 1


def test_an_unknown_name_is_told(own: Command) -> None:
    status, out, err = own("gazetteer", "find", "Blorvik")
    assert (status, out) == (0, "") and "no place is called Blorvik" in err


def test_finding_loads_no_parser() -> None:
    code = (
        "import sys; from vedette.cli import run; run(['gazetteer', 'find', 'Homs']); sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0
