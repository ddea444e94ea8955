"""Items show a task its inputs and nothing else."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.items import Item, parsed, read, visible
from vedette.model import VedetteError

GOLD = {
    "id": "a/1",
    "text": "A bridge fell.",
    "event": [9, 13],
    "score": 3,
    "toponyms": [{"start": 2, "end": 8, "lat": 1}],
}


def test_gold_is_left_out() -> None:
    assert visible(GOLD, ("text",), None) == Item("a/1", "A bridge fell.")


@given(st.dictionaries(st.text(), st.integers()))
def test_no_field_but_the_named_ones_is_ever_shown(extra: dict[str, int]) -> None:
    bare = {"id": "a", "text": "A bridge fell."}
    assert visible(extra | bare, ("text",), None) == visible(bare, ("text",), None)


def test_an_event_is_shown_to_tasks_that_may_see_it() -> None:
    assert visible(GOLD, ("text", "event"), None).event == (9, 13)


def test_given_stretches_are_bare_offsets() -> None:
    assert visible(GOLD, ("text",), "toponyms").spans == ((2, 8),)


def test_stretches_that_are_not_given_are_unknown_rather_than_none() -> None:
    assert visible({"id": "a", "text": "A bridge fell."}, ("text",), "toponyms").spans is None


def lines(tmp_path: Path, *records: object) -> Path:
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    return path


def test_items_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "b", "text": "One."}, {"id": "a", "text": "Two."})
    assert [item.id for item in read(path, ("text",), None)] == ["b", "a"]


def test_a_sample_is_the_head_of_the_file(tmp_path: Path) -> None:
    path = lines(tmp_path, *({"id": str(n), "text": "One."} for n in range(9)))
    assert [item.id for item in read(path, ("text",), None, sample=2)] == ["0", "1"]


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a"},
        {"id": 1, "text": "One."},
        [],
        3,
        {"id": "a", "text": None},
        {"id": "a", "text": "One.", "event": [0, 9]},
    ],
)
def test_a_bad_item_is_named_by_its_line(tmp_path: Path, record: object) -> None:
    path = lines(tmp_path, {"id": "x", "text": "One.", "event": [0, 3]}, record)
    with pytest.raises(VedetteError, match=r"items\.jsonl:2: "):
        read(path, ("text", "event"), None)


def test_a_missing_file_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(VedetteError, match=r"nowhere\.jsonl"):
        read(tmp_path / "nowhere.jsonl", ("text",), None)


def test_a_text_that_repeats_is_parsed_once_for_all_its_items() -> None:
    pairs = list(parsed([Item("1", "A bridge fell."), Item("2", "A bridge fell."), Item("3", "It rained.")]))
    assert [item.id for item, _ in pairs] == ["1", "2", "3"]
    assert pairs[0][1] is pairs[1][1]
