"""One bad document never stops a batch, whatever is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading_room import NOW, REPORT, found_in, loaded, refused, written
from vedette.documents import KINDS, Loaded, read_paths
from vedette.documents.finishing import finish
from vedette.model import Issue


@pytest.mark.parametrize("suffix", KINDS)
def test_an_empty_file_of_any_kind_is_one_issue(tmp_path: Path, suffix: str) -> None:
    assert "empty" in refused(tmp_path, f"a{suffix}", b"").problem


@pytest.mark.parametrize("suffix", KINDS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(content=st.one_of(st.binary(max_size=300), st.text("<>{}[]\"':,-\n#*ax1\x1b\x00", max_size=200).map(str.encode)))
def test_any_bytes_under_any_name_are_read_or_refused(tmp_path: Path, suffix: str, content: bytes) -> None:
    for found in found_in(written(tmp_path, f"a{suffix}", content)):
        assert isinstance(found, Issue) or found.document.text.strip()


def test_the_batch_goes_on_after_everything_bad(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", b"\x00\x01\x02")
    written(tmp_path, "b.jsonl", "{broken\n")
    written(tmp_path, "c.html", "<html></html>")
    written(tmp_path, "d.eml", "garbage")
    written(tmp_path, "e.txt", REPORT)
    *bad, good = found_in(tmp_path)
    assert [type(one) for one in bad] == [Issue] * 4
    assert isinstance(good, Loaded)


def test_fifty_megabytes_of_text_are_refused_by_the_name_of_the_setting(tmp_path: Path) -> None:
    issue = refused(tmp_path, "a.txt", "word " * 10_000_000)
    assert "20,000,000 bytes" in issue.problem
    assert "VEDETTE_LIMIT" in issue.problem


def test_the_limit_is_the_users_to_set(tmp_path: Path) -> None:
    assert "2,000 characters" in refused(tmp_path, "a.txt", "x" * 2000, limit=1000).problem


def test_a_line_of_a_million_words_does_not_hang(tmp_path: Path) -> None:
    assert len(loaded(tmp_path, "a.txt", "word " * 999_999).document.text) == 4_999_995


def test_json_lines_are_read_one_at_a_time(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", '{"text": "one"}\n' * 100_000)
    found = read_paths([path], now=NOW)
    assert isinstance(next(found), Loaded)


def test_a_bug_in_one_document_costs_only_that_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vedette.documents.reading.finish", failing_once(finish))
    path = written(tmp_path, "a.jsonl", '{"text": "one"}\n{"text": "two"}\n')
    issue, two = found_in(path)
    assert str(issue) == f"{path}:1: could not be read (KeyError: 'odd')"
    assert isinstance(two, Loaded)


def failing_once(then: Callable[..., Loaded]) -> Callable[..., Loaded]:
    """A function that fails the first time and does its work afterwards."""
    calls: list[int] = []

    def call(*given: object) -> Loaded:
        calls.append(1)
        if len(calls) == 1:
            raise KeyError("odd")
        return then(*given)

    return call


def test_a_file_that_vanishes_is_an_issue(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", REPORT)
    found = read_paths([path], now=NOW)
    path.unlink()
    assert "No such file" in str(next(found))
