"""JSON gives one document a record; a bad record is named by file and line and the others go on."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading_room import REPORT, found_in, loaded, refused, written
from vedette.documents import Loaded, from_text
from vedette.documents.cleaning import clean
from vedette.documents.fields import text_of
from vedette.documents.records import read_json
from vedette.documents.values import Draft
from vedette.model import Issue, VedetteError

RECORD = {
    "text": REPORT, "outlet": "Valley Radio", "title": "Bunia", "url": "https://v.example/1",
    "published": "2025-01-27", "language": "en",
}  # fmt: skip


def lines(folder: Path, *records: object) -> list[Loaded | Issue]:
    content = "\n".join(one if isinstance(one, str) else json.dumps(one) for one in records)
    return found_in(written(folder, "a.jsonl", content))


def texts(found: list[Loaded | Issue]) -> list[str]:
    return [one.document.text for one in found if isinstance(one, Loaded)]


def test_a_line_is_a_document(tmp_path: Path) -> None:
    (found,) = lines(tmp_path, RECORD)
    assert isinstance(found, Loaded)
    assert {name: getattr(found.document, name) for name in RECORD} == RECORD
    assert found.name == f"{tmp_path / 'a.jsonl'}:1"
    assert json.loads(found.raw) == RECORD
    assert found.issues == ()


def test_the_others_go_on_after_a_bad_line(tmp_path: Path) -> None:
    found = lines(tmp_path, RECORD, '{"text": "cut', "", [1], {"outlet": "x"}, {"body": REPORT})
    assert texts(found) == [REPORT, REPORT]
    assert [issue.line for issue in found if isinstance(issue, Issue)] == [2, 4, 5]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "cut', "not a line of JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "not a line of JSON"),
        ("[1, 2]", "a JSON object is needed"),
        ('{"outlet": "x"}', "text, body, content"),
        ('{"text": "   "}', "text, body, content"),
        ('{"text": "\\u0000"}', "empty"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, problem: str) -> None:
    issue = refused(tmp_path, "a.jsonl", line)
    assert issue.line == 1
    assert problem in issue.problem
    assert str(issue).startswith(f"{tmp_path / 'a.jsonl'}:1: ")


def test_text_is_kept_to_the_letter_so_that_offsets_hold(tmp_path: Path) -> None:
    text = "\n \tOne\r\ntwo \x1b[31mthree\x00 "
    (read,) = texts(lines(tmp_path, {"text": text}))
    assert len(read) == len(text)
    assert read.index("three") == text.index("three")


def test_a_line_of_endless_length_is_passed_over(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", json.dumps({"text": "word " * 100_000}) + "\n" + json.dumps(RECORD))
    issue, found = found_in(path, limit=10_000)
    assert isinstance(issue, Issue)
    assert (issue.line, "40,000 bytes" in issue.problem) == (1, True)
    assert isinstance(found, Loaded)


def test_a_text_over_the_limit_names_its_line_and_the_setting(tmp_path: Path) -> None:
    (issue,) = found_in(written(tmp_path, "a.jsonl", json.dumps({"text": "x" * 2000})), limit=1000)
    assert isinstance(issue, Issue)
    assert str(issue).endswith(":1: 2,000 characters; one document may have 1,000 (setting VEDETTE_LIMIT)")


def test_binary_data_gives_one_issue_not_thousands(tmp_path: Path) -> None:
    assert "binary" in refused(tmp_path, "a.jsonl", bytes(range(256)) * 100).problem


@pytest.mark.parametrize("content", [json.dumps(RECORD), json.dumps(RECORD, indent=2), "\ufeff" + json.dumps([RECORD])])
def test_a_json_file_holds_one_record_or_a_list(tmp_path: Path, content: str) -> None:
    assert loaded(tmp_path, "a.json", content).document.outlet == "Valley Radio"


def test_records_of_a_list_have_names_and_lines_of_their_own(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", '[{"text": "one"},\n\n {"outlet": "x"}, {"text": "three"}\n]')
    one, issue, three = found_in(path)
    assert (getattr(one, "name", ""), getattr(three, "name", "")) == (f"{path}[1]", f"{path}[3]")
    assert isinstance(issue, Issue)
    assert issue.line == 3


def test_json_lines_under_the_wrong_name_are_read(tmp_path: Path) -> None:
    assert texts(found_in(written(tmp_path, "a.json", '{"text": "a"}\n{"text": "b"}\n'))) == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ('[{"text": "a"},\n {"text": }]', 2, "column"),
        ('[{"text": "a"}', 1, "does not end"),
        ("{" * 200_000, 1, "not JSON"),
        ("no JSON at all", 1, "not JSON"),
        ("  ", None, "empty"),
    ],
)
def test_where_a_json_file_breaks_is_named(tmp_path: Path, content: str, line: int | None, problem: str) -> None:
    issue = found_in(written(tmp_path, "a.json", content))[-1]
    assert isinstance(issue, Issue)
    assert issue.line == line
    assert problem in issue.problem


def test_an_empty_list_is_no_trouble(tmp_path: Path) -> None:
    assert found_in(written(tmp_path, "a.json", "[]")) == []


_values = st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=3))
_records = st.dictionaries(st.sampled_from(["text", "body", "outlet", "date", "lang", "source", "x"]), _values)


@given(st.lists(_records, max_size=4))
def test_a_list_gives_one_draft_or_issue_a_record(records: list[dict[str, Any]]) -> None:
    found = list(read_json(json.dumps(records).encode(), "a.json"))
    assert [isinstance(one, Draft) for one in found] == [text_of(record) is not None for record in records]


@given(st.text(min_size=1))
def test_a_text_at_hand_keeps_its_length_unless_nothing_is_left_of_it(text: str) -> None:
    if clean(text, verbatim=True)[0].strip():
        assert len(from_text(text).text) == len(text)
    else:
        with pytest.raises(VedetteError):
            from_text(text)
