"""Several processes read what one would read, in the same order, and end with whoever asked them."""

import os
from pathlib import Path

import pytest

from vedette import workers
from vedette.cli import run
from vedette.model import Claim, Document, VedetteError
from vedette.reader import Reader
from vedette.workers import Workers

TEXTS = ("Rebels captured Goma on Monday.", "The army denied it.", "", "Nine were killed in Sake, a doctor said.")


def documents(count: int) -> list[Document]:
    return [Document(TEXTS[i % 4], outlet=f"Paper {i}", published="2024-12-07", language="en") for i in range(count)]


def ends_early(_: tuple[Document, ...]) -> list[tuple[Claim, ...]]:
    os._exit(9)


def test_two_processes_read_what_one_reads() -> None:
    with Workers(2) as two:
        assert two.extractor == Reader().extractor
        assert list(two.claims_of(documents(10))) == list(Reader().claims_of(documents(10)))
        assert list(two.claims_of([])) == []


def test_a_process_that_ends_early_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_claims_of", ends_early)
    with pytest.raises(VedetteError, match="run the same command again"), Workers(2) as two:
        list(two.claims_of(documents(3)))


def test_what_was_recorded_stays_when_a_process_ends_early(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXTS[0], "utf-8")
    command = ["read", str(tmp_path / "a.txt"), "--published", "2024-12-07", "--ledger", str(tmp_path / "ledger.db")]
    with monkeypatch.context() as patched:
        patched.setattr(workers, "_claims_of", ends_early)
        assert run([*command, "--jobs", "2"]) == 2
    assert capsys.readouterr().err.splitlines()[-1].startswith("vedette: a process that reads ended early")
    assert run(command) == 0 and "1 read, 0 already known" in capsys.readouterr().out
    assert run([*command, "--jobs", "2"]) == 0 and "0 read, 1 already known" in capsys.readouterr().out
