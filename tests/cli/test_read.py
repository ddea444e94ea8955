"""`vedette read`."""

import io
import json
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.cli.conftest import Command, Pretender
from vedette.cli.read import jobs_for


def test_the_summary_counts_documents_and_claims(filled: Command) -> None:
    status, out, err = filled("read", "in")
    assert status == 0 and "0 read, 2 already known, 0 with trouble; claims: 0 new" in out
    assert err.count("\n") == 2


def test_the_same_command_again_adds_nothing(filled: Command) -> None:
    before = filled("export")[1]
    filled("read", "in")
    assert filled("export")[1] == before


def test_one_bad_document_never_stops_the_rest(command: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "in" / "rows.jsonl").write_text('{"text": "Rebels entered Homs."}\n{"text": \n')
    status, out, err = command("read", "in", "--published", "2024-12-07", "--outlet", "X")
    assert status == 1 and "1 read" in out and "2 with trouble" in out
    assert "bad.txt" in err and "rows.jsonl:2" in err


def test_an_undated_document_is_read_and_says_so(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels entered Homs.")
    status, out, err = command("read", "a.txt")
    assert status == 0 and "1 read" in out and "no date of publication" in err


def test_flags_give_outlet_and_date(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels entered Homs.")
    command("read", "a.txt", "--outlet", "Example Times", "--published", "2024-12-07")
    assert "Example Times" in command("documents")[1] and "2024-12-07" in command("documents")[1]


def test_standard_input_is_a_document(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Rebels entered Homs.")))
    status, out, _ = command("read", "-", "--published", "2024-12-07")
    assert status == 0 and "claims: 1 new" in out


def test_a_script_gets_the_summary_as_json(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels entered Homs.")
    summary = json.loads(command("read", "a.txt", "--json")[1])
    assert (summary["read"], summary["new_claims"], len(summary["issues"])) == (1, 1, 1)


@pytest.mark.parametrize(
    "arguments", [("read",), ("read", "missing.txt"), ("read", ".", "--published", "soon"), ("fly",)]
)
def test_what_the_user_can_mend_is_one_line_and_status_2(command: Command, arguments: tuple[str, ...]) -> None:
    status, _, err = command(*arguments)
    assert status == 2 and "Traceback" not in err and err.strip()


@pytest.mark.parametrize(
    ("documents", "cores", "jobs"), [(0, 4, 1), (99, 4, 1), (100, 4, 2), (1000, 4, 4), (1000, 1, 1), (10_000, 64, 8)]
)
def test_many_documents_are_read_by_as_many_processes_as_pay(documents: int, cores: int, jobs: int) -> None:
    assert jobs_for(documents, cores) == jobs


def test_many_documents_go_to_a_crew_whatever_is_wrong_with_some(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def crew(jobs: int) -> nullcontext[Pretender]:
        asked.append(jobs)
        return nullcontext(Pretender())

    monkeypatch.setattr("vedette.workers.Workers", crew)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    lines = [json.dumps({"text": f"Rebels entered Homs. Reporter {n}"}) for n in range(120)]
    (tmp_path / "rows.jsonl").write_text("\n".join([*lines[:7], "{", *lines[7:]]) + "\n")
    status, out, err = command("read", "rows.jsonl", "--published", "2024-12-07", "--outlet", "X")
    assert asked == [2] and status == 1
    assert "120 read" in out and "1 with trouble" in out and "rows.jsonl:8" in err
    assert command("read", "rows.jsonl", "--published", "2024-12-07", "--outlet", "X", "--jobs", "1")[0] == 1
    assert asked == [2]
