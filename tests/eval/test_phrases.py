"""Learning phrases: the marked lines are whole; phrases are kept whose words seldom stand for anything else."""

from pathlib import Path

import pytest

from eval.phrases.fitting import CONCERNS, learn, seen
from eval.phrases.texts import MarkedText, marked_lines
from vedette.claims.events import entries
from vedette.model import VedetteError


def line(text: str, words: str = "", name: str = "", barred: str = "") -> MarkedText:
    """A text with one marked stretch, or none."""
    start = text.find(words)
    return MarkedText(
        text, (((start, start + len(words)), (name,)),) if words else (), taught=not barred, barred=barred
    )


def test_every_marked_line_names_types_that_there_are() -> None:
    known = {f"{entry.kind}/{entry.type}" for entry in entries()}
    lines = list(marked_lines())
    assert len(lines) > 10_000
    assert {name for one in lines for _, types in one.events for name in types} <= known


def test_a_broken_mark_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They [slipped away|control/withdraw] at dawn.\nThey [slipped away at dawn.\n")
    with pytest.raises(VedetteError, match=r"a\.txt, line 2"):
        list(marked_lines(tmp_path))


def test_a_phrase_is_kept_where_its_words_seldom_stand_for_anything_else() -> None:
    texts = [
        line("The garrison tiptoed into the fog near Goma.", "tiptoed into the fog", "control/withdraw"),
        line("The marines tiptoed into the fog at Sake.", "tiptoed into the fog", "control/withdraw"),
        line("At Beni the gendarmes tiptoed into the fog.", "tiptoed into the fog", "control/withdraw"),
        line("The garrison waltzed into the haze near Goma.", "waltzed into the haze", "control/withdraw"),
        line("The garrison caved at Sake.", "caved", "control/lose"),
        line("The marines caved at Goma.", "caved", "control/lose"),
        line("The gendarmes caved at Beni.", "caved", "control/lose"),
        line("The roof of the old mill caved."), line("The bank caved."), line("The cake caved."),
        line("The gendarmes wilted near Bunia.", "wilted", "control/withdraw"),
        line("The marines wilted near Beni.", "wilted", "control/withdraw"),
        line("The garrison wilted near Sake.", "wilted", "control/withdraw"),
        line("The lettuce wilted.", barred="control/withdraw"),
    ]  # fmt: skip
    phrases = learn(list(seen(texts)))
    sure = {key for key, known in phrases.items() if known.sure(key[0])}
    assert (("tiptoe", "into", "fog"), ()) in sure
    assert (("waltz", "into", "haze"), ()) not in sure  # once may be of one line alone
    assert not {key for key in sure if key[0] == ("cave",)} - {(("cave",), CONCERNS["control"])}
    assert (("wilt",), ()) not in sure and (("wilt",), CONCERNS["control"]) in sure
