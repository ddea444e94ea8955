"""The commands that look into the ledger."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ((), ["Hama", "Homs"]),
        (("--place", "homs"), ["Homs"]),
        (("--place", "SY"), ["Hama", "Homs"]),
        (("--party", "rebels"), ["Hama", "Homs"]),
        (("--kind", "violence"), []),
        (("--kind", "control", "--type", "enter"), ["Hama", "Homs"]),
        (("--standing", "denied"), []),
        (("--source", "B"), ["Homs"]),
        (("--from", "2024-12-06"), ["Homs"]),
        (("--to", "2024-12-06"), ["Hama"]),
        (("--text", "Hama"), ["Hama"]),
        (("--limit", "1"), ["Hama"]),
        (("--as-of", "2001-01-01"), []),
        (("--as-of", "2024-12-05"), ["Hama"]),
        (("--known-at", "2024-12-06"), ["Hama"]),
        (("--known-at", "2024-12-06", "--known-by", "recorded"), []),
    ],
)
def test_filters_choose_claims(filled: Command, arguments: tuple[str, ...], found: list[str]) -> None:
    status, out, _ = filled("claims", "--json", *arguments)
    assert status == 0 and [claim["places"][0]["name"] for claim in json.loads(out)] == found


def test_claims_are_a_table_with_short_ids(filled: Command) -> None:
    status, out, _ = filled("claims")
    assert status == 0 and "Homs — entered by Rebels" in out and "control/enter" in out


def test_the_first_letters_of_an_id_show_a_claim_with_its_history(filled: Command) -> None:
    name = json.loads(filled("claims", "--json")[1])[0]["id"]
    status, out, _ = filled("show", name[:8])
    assert status == 0 and "Rebels entered Hama." in out and "record" in out and name in out


def test_the_export_has_one_object_a_line_also_in_a_file(filled: Command, tmp_path: Path) -> None:
    lines = filled("export", "--format", "jsonl")[1].splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["control", "control"]
    filled("export", "--output", "claims.jsonl", "--place", "Homs")
    assert len((tmp_path / "claims.jsonl").read_text("utf-8").splitlines()) == 1


def test_documents_and_issues_are_listed(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "in" / "empty.txt").write_text("")
    filled("read", "in")
    assert filled("documents")[1].count("\n") == 2
    assert "empty.txt" in filled("issues")[1]
    subjects = {one["subject"] for one in json.loads(filled("documents", "--json")[1])}
    assert subjects == {"Non-violent transfer of territory"}


@pytest.mark.parametrize("name", ["claims", "brief", "export", "documents", "issues"])
def test_a_ledger_that_is_not_there_is_told_in_one_line(command: Command, name: str) -> None:
    status, _, err = command(name, "--ledger", "nowhere.db")
    assert status == 2 and "nowhere.db" in err and err.count("\n") == 1


@pytest.mark.parametrize("arguments", [("show", "ffffffff"), ("claims", "--from", "soon"), ("brief", "--as-of", "x")])
def test_a_wrong_id_or_date_is_told_in_one_line(filled: Command, arguments: tuple[str, ...]) -> None:
    status, _, err = filled(*arguments)
    assert status == 2 and err.count("\n") == 1


def test_the_option_wins_over_the_environment(filled: Command, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("Rebels entered Daraa.")
    filled("read", "c.txt", "--ledger", "other.db")
    assert len(json.loads(filled("claims", "--json")[1])) == 2
    assert len(json.loads(filled("claims", "--json", "--ledger", "other.db")[1])) == 1
