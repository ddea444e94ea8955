"""The labelled pairs of articles: enough of both labels in both parts, and a score that gives what is due."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from eval.reprints.command import reprints
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


def test_without_the_articles_it_says_so_and_with_made_up_ones_it_times_them(tmp_path: Path) -> None:
    skipped = CliRunner().invoke(reprints, [str(tmp_path)])
    assert skipped.exit_code == 0 and skipped.output.startswith("skipped: the articles")
    timed = CliRunner().invoke(reprints, ["--speed", "40"])
    assert timed.exit_code == 0 and "40 documents" in timed.output and "families" in timed.output


def test_articles_are_scored_by_their_ids(tmp_path: Path) -> None:
    words = "At dawn the ferry left the burning harbour with forty wounded men and nobody knew where it would land."
    rows = [
        {"id": f"fakes/{one}", "outlet": one, "published": "2031-05-01", "title": None, "text": words}
        for one in read_pairs()[0].ends
    ]
    path = tmp_path / "corpus" / "fakes.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    scored = CliRunner().invoke(reprints, [str(tmp_path), "--errors"])
    assert scored.exit_code == 0
    assert "one prints the other: P 1.000" in scored.output and "whole 1/" in scored.output
