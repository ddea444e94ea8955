"""The commands that look actors up, add them and merge their names."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from vedette.lexicon.own_actors import fingerprint, registry_with
from vedette.mentions import Marker
from vedette.model import Document


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of added actors of the test's own."""
    path = tmp_path / "own" / "actors.toml"
    monkeypatch.setenv("VEDETTE_ACTORS", str(path))
    return path


def test_an_actor_is_found_by_any_of_its_names(command: Command, file: Path) -> None:
    status, out, _ = command("actors", "find", "jolani")
    assert status == 0 and "abu-mohammad-al-golani" in out
    assert json.loads(command("actors", "find", "M23", "--json")[1])[0]["id"] == "m23"


def test_a_name_nobody_has_is_told_with_what_is_close(command: Command, file: Path) -> None:
    status, out, err = command("actors", "find", "Hezbolah")
    assert (status, out) == (0, "") and "close to it: Hezbollah" in err


def test_an_added_actor_is_read_from_then_on(command: Command, file: Path) -> None:
    assert command("actors", "add", "Lions of the North", "--alias", "LOTN", "--side", "Northern rebels")[0] == 0
    marked = Marker(actors=file).mark(Document("On Friday LOTN attacked Bria."))
    assert [(one.actor, one.side) for one in marked.parties] == [("lions-of-the-north", "Northern rebels")]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("add", "Hezbollah"), "the id hezbollah is taken"),
        (("add", "Party of God", "--id", "x", "--alias", "HTS"), "'HTS' is a name of Hayat Tahrir al-Sham"),
        (("add", "New Lions", "--part-of", "nobody"), "no actor has the id 'nobody'"),
        (("add", "New Lions", "--country", "xq"), "'XQ' is no country of ISO 3166"),
        (("add", "New Lions", "--since", "soon"), "'soon' is no date"),
        (("add", "New Lions", "--since", "2024", "--until", "2023-05"), "cannot end (2023-05) before it begins"),
        (("merge", "New Lions", "nobody"), "no actor has the id 'nobody'"),
        (("merge", "HTS", "hayat-tahrir-al-sham"), "is Hayat Tahrir al-Sham already"),
    ],
)
def test_what_cannot_be_is_for_the_user_to_mend(
    command: Command, file: Path, arguments: tuple[str, ...], problem: str
) -> None:
    status, _, err = command("actors", *arguments)
    assert status == 2 and problem in err and not file.exists()


def test_merged_names_mean_one_actor(command: Command, file: Path) -> None:
    assert command("actors", "add", "Lions of the North")[0] == 0
    assert "is now also: Lions of the North" in command("actors", "merge", "Lions of the North", "m23")[1]
    assert "is now also: Northern Lions" in command("actors", "merge", "Northern Lions", "m23")[1]
    registry = registry_with(file)
    assert [registry.holder(name).id for name in ("Lions of the North", "Northern Lions")] == ["m23", "m23"]  # type: ignore[union-attr]
    assert "lions-of-the-north" not in registry.by_id


def test_a_damaged_file_is_told(command: Command, file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[[entry]\n")
    status, _, err = command("actors", "find", "M23")
    assert status == 2 and "cannot be read as TOML" in err


def test_the_fingerprint_follows_the_file(command: Command, file: Path) -> None:
    assert fingerprint(file) == ""
    command("actors", "add", "Lions of the North")
    first = fingerprint(file)
    command("actors", "merge", "Northern Lions", "lions-of-the-north")
    assert first and fingerprint(file) != first
