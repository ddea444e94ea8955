"""`vedette watch` reads what comes into a folder once it lies still, and again when it was changed."""

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.cli.conftest import Command

REBELS, ARMY = "Rebels entered Hama.", "Rebels entered Hama. Army entered Homs."


@pytest.fixture
def between_looks(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has something done in place of each wait, and stops when nothing is left to do."""

    def do(*steps: Callable[[], object]) -> None:
        turns = count()

        def wait(_: float) -> None:
            turn = next(turns)
            if turn == len(steps):
                raise KeyboardInterrupt
            steps[turn]()

        monkeypatch.setattr("time.sleep", wait)

    return do


def test_a_new_file_is_read_once_it_lies_still(
    command: Command, tmp_path: Path, between_looks: Callable[..., None]
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    new = inbox / "one.txt"
    first, second = (partial(new.write_text, text, "utf-8") for text in (REBELS, ARMY))
    between_looks(first, int, int, second, int, int)
    status, told, _ = command("watch", "inbox", "--every", "0.5")
    assert status == 130
    assert [line[:18] for line in told.splitlines()] == ["documents: 1 read,"] * 2
    shown = command("claims")[1]
    assert "Hama" in shown and "Homs" in shown


def test_what_is_still_being_written_is_left_for_the_next_look(
    command: Command, tmp_path: Path, between_looks: Callable[..., None]
) -> None:
    growing = tmp_path / "inbox" / "one.txt"
    growing.parent.mkdir()
    between_looks(*(partial(growing.write_text, REBELS * number, "utf-8") for number in range(1, 4)))
    status, told, _ = command("watch", "inbox")
    assert (status, told) == (130, "")


def test_standard_input_cannot_be_watched(command: Command) -> None:
    status, _, told = command("watch", "-")
    assert status == 2 and "cannot be watched" in told
