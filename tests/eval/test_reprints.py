"""The labelled pairs of articles: enough of both labels in both parts, and a score that gives what is due."""

from pathlib import Path

import pytest

from eval.reprints.pairs import Pair, held, ordered, read_pairs, share, shares_by_kind
from vedette.model import VedetteError

PAIRS = (
    Pair(("a", "b"), reprint=True, kind="whole"),
    Pair(("b", "c"), reprint=True, kind="cut"),
    Pair(("a", "d"), reprint=False, kind="event"),
)


def test_there_are_enough_pairs_of_both_labels_in_both_parts() -> None:
    for split in ("dev", "test"):
        pairs = read_pairs(split=split)
        reprints = sum(one.reprint for one in pairs)
        assert len(pairs) >= 75 and 0.25 <= reprints / len(pairs) <= 0.45


def test_a_pair_that_is_labelled_twice_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pairs.toml"
    path.write_text('[reprint]\nwhole = [["b", "a"]]\n[other]\nevent = [["a", "b"]]\n')
    with pytest.raises(VedetteError, match="labelled twice"):
        read_pairs(path)


def test_a_group_holds_all_its_pairs_and_only_labelled_ones_count() -> None:
    said = held([["b", "a", "x"], ["d", "e"]])
    assert said == {ordered("a", "b"), ordered("a", "x"), ordered("b", "x"), ordered("d", "e")}
    found = share(PAIRS, said)
    assert (found.precision, found.recall) == (1.0, 0.5)
    assert shares_by_kind(PAIRS, said) == {"whole": (1, 1), "cut": (0, 1), "event": (1, 1)}
