"""The command line with a reader that needs no model: one claim for each sentence about entering a town."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from vedette.cli import run
from vedette.model import Claim, Document, Link, Party, Place, Time

type Command = Callable[..., tuple[int, str, str]]


class Pretender:
    """Reads "X entered Y." and nothing else."""

    extractor = "vedette-rules test"

    def claims_of(self, documents: Iterable[Document]) -> Iterator[tuple[Claim, ...]]:
        """One claim for each sentence of that form."""
        for one in documents:
            yield tuple(_claim(one, match) for match in re.finditer(r"(\w+) entered (\w+)\.", one.text))


def _claim(document: Document, match: re.Match[str]) -> Claim:
    day = (document.published or "")[:10] or None
    return Claim(
        "control", "enter", document, document.quote(match.start(), match.end()),
        parties=(Party("agent", match[1], match.start(1), match.end(1), name=match[1]),),
        places=(Place("at", match[2], match.start(2), match.end(2), name=match[2], country="SY"),),
        time=Time(None, None, None, day, day, "published") if day else None,
        chain=(Link(document.outlet or "", None, None, document.outlet, "outlet"),), extractor="vedette-rules test",
    )  # fmt: skip


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command in an empty folder; gives its exit status, output and errors."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VEDETTE_LEDGER", str(tmp_path / "ledger.db"))
    monkeypatch.setattr("vedette.Reader", Pretender, raising=False)

    def called(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(list(arguments))
        out, err = capsys.readouterr()
        return status, out, err

    return called


@pytest.fixture
def filled(command: Command, tmp_path: Path) -> Command:
    """The same with two reports read."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("---\noutlet: A\npublished: 2024-12-05\n---\nRebels entered Hama.\n")
    (tmp_path / "in" / "b.txt").write_text("---\noutlet: B\npublished: 2024-12-07\n---\nRebels entered Homs.\n")
    assert command("read", "in")[0] == 0
    return command
