"""Processes that are killed, and processes that write at the same time."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ledger.examples import report
from vedette.ledger import Counts, open_ledger

REPORTS = 150
WHOLE = Counts(documents=REPORTS, readings=REPORTS, claims=3 * REPORTS, withdrawn=0, issues=0)


def start(path: Path, what: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.ledger.recorder", path, what], stdout=subprocess.PIPE)


def counts(path: Path) -> Counts:
    with open_ledger(path) as ledger:
        assert {claim.id for claim in ledger.claims()} <= {c.id for n in range(REPORTS) for c in report(n)[1]}
        return ledger.counts()


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment_and_run_again_nothing_is_lost_or_double(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "reports.ledger"
    with start(path, str(REPORTS)) as process:
        assert process.stdout and process.stdout.readline() == b"recording\n"
        time.sleep(random.Random(seed).uniform(0, 0.08))
        process.kill()
    assert 1 <= counts(path).documents <= REPORTS
    with start(path, str(REPORTS)) as process:
        process.communicate(timeout=60)
    assert counts(path) == WHOLE


def test_killed_in_the_middle_of_a_document_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = tmp_path / "reports.ledger"
    with start(path, "half") as process:
        assert process.wait(timeout=60) < 0
    assert counts(path) == Counts(0, 0, 0, 0, 0)


def test_two_readers_of_the_same_reports_share_a_new_ledger(tmp_path: Path) -> None:
    path = tmp_path / "reports.ledger"
    processes = [start(path, str(REPORTS)) for _ in range(3)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert counts(path) == WHOLE


def test_who_reads_on_keeps_what_another_process_that_ends_has_written(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    open_ledger(path).close()
    with open_ledger(path) as one:
        assert one.counts().documents == 0
        with open_ledger(path) as other:
            assert other.counts() == one.counts()
        with start(path, str(REPORTS)) as writer:
            assert writer.wait() == 0
        assert path.with_name("ledger.db-wal").exists(), "it took itself for the last one who has the ledger open"
        assert one.counts().documents == REPORTS
