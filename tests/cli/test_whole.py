"""The whole path as a user has it: real processes, the real model."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
VEDETTE = str(Path(sys.executable).parent / "vedette")


def vedette(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """One command in a folder."""
    environment = {**os.environ, "VEDETTE_LEDGER": "ledger.db", **variables}
    return subprocess.run(
        [VEDETTE, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_demo_shows_contradiction_denial_revision_and_reprints(tmp_path: Path) -> None:
    done = vedette("demo", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in (
        "WHO HAS WHICH PLACE",
        "Homs — entered by",
        "Felix Tshisekedi tells it, Rwandan foreign ministry denies it",
        "United Arab Emirates denies it",
        "1 voice: Levant Wire",
        "Goma",
    ):
        assert words in done.stdout
    assert (tmp_path / "demo" / "ledger.db").exists() and (tmp_path / "demo" / "brief.html").exists()
    shown = re.sub(r"\s+", " ", done.stdout)
    (excerpt,) = re.findall(r"```text\n(.*?)```", README.read_text("utf-8"), re.S)
    lines = [re.sub(r"\s*\[[0-9a-f ]+\]$", "", line).strip() for line in excerpt.splitlines()]
    assert [line for line in lines if re.sub(r"\s+", " ", line) not in shown] == []
    again = vedette("demo", folder=tmp_path)
    assert "0 read, 14 already known" in again.stdout


def test_killed_at_any_moment_and_run_again_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    rows = [{"text": f"Rebels captured Homs. Report {i}.", "outlet": "X", "published": "2024-12-07"} for i in range(60)]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    environment = {**os.environ, "VEDETTE_LEDGER": "ledger.db"}
    with subprocess.Popen(
        [VEDETTE, "read", "rows.jsonl"], cwd=tmp_path, env=environment, stderr=subprocess.PIPE
    ) as reading:
        while reading.stderr is not None and b"rows.jsonl:7" not in reading.stderr.readline():
            time.sleep(0)
        reading.send_signal(signal.SIGKILL)
    done = vedette("read", "rows.jsonl", folder=tmp_path)
    assert done.returncode == 0 and " 0 already known" not in done.stdout
    claims = vedette("export", folder=tmp_path).stdout.splitlines()
    documents = {json.loads(line)["document"]["id"] for line in claims}
    assert len(documents) == 60 and len({json.loads(line)["id"] for line in claims}) == len(claims)


def test_a_reader_of_the_output_that_stops_early_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels captured Homs on Friday.\n")
    vedette("read", "a.txt", "--published", "2024-12-07", folder=tmp_path)
    line = f"{VEDETTE} export --ledger ledger.db | head -c 1"
    piped = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, check=False)
    assert piped.stderr == b""


def test_no_colour_is_written_into_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels captured Homs on Friday.\n")
    vedette("read", "a.txt", "--published", "2024-12-07", folder=tmp_path)
    assert "\x1b[" not in vedette("brief", folder=tmp_path, NO_COLOR="1").stdout
