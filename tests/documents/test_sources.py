"""What there is to read is known before anything is opened."""

import os
from io import BytesIO
from pathlib import Path

import pytest

from tests.documents.reading_room import NOW, REPORT, found_in, loaded, refused, written
from vedette.documents import KINDS, Loaded, list_sources, read_paths
from vedette.model import Issue, VedetteError


def names(folder: Path) -> list[str]:
    return [os.path.relpath(source.name, folder) for source in list_sources([folder]).sources]


def from_stdin(content: bytes) -> list[Loaded | Issue]:
    return list(read_paths(["-"], stdin=BytesIO(content), now=NOW))


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.md", "b/y.json", "b/c.EML"):
        written(tmp_path, name, REPORT)
    assert names(tmp_path) == ["a.md", "z.txt", "b/c.EML", "b/y.json"]


def test_hidden_files_are_left_alone_and_unknown_ones_counted(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".hidden.txt", "photo.jpg", "noext", "a.txt"):
        written(tmp_path, name, REPORT)
    listing = list_sources([tmp_path])
    assert (names(tmp_path), listing.skipped, listing.issues) == (["a.txt"], 2, ())


@pytest.mark.parametrize("suffix", KINDS)
def test_every_kind_is_found_in_a_folder(tmp_path: Path, suffix: str) -> None:
    written(tmp_path, f"a{suffix}", REPORT)
    assert names(tmp_path) == [f"a{suffix}"]


def test_loops_of_links_and_pipes_do_not_hang(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", REPORT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["a.txt"]


def test_a_linked_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(written(tmp_path, "a.text", REPORT))
    assert names(tmp_path) == ["a.text", "link.txt"]


def test_a_folder_with_nothing_to_read_says_so(tmp_path: Path) -> None:
    assert "no file of a kind" in str(found_in(tmp_path)[0])


def test_a_path_that_is_not_there_stops_everything_at_once(tmp_path: Path) -> None:
    with pytest.raises(VedetteError, match=r"gone\.txt: No such file"):
        read_paths([written(tmp_path, "a.txt", REPORT), tmp_path / "gone.txt"], now=NOW)


def test_a_named_file_of_unknown_kind_is_read_when_it_is_text(tmp_path: Path) -> None:
    assert loaded(tmp_path, "a.report", REPORT).document.text == REPORT


@pytest.mark.parametrize("content", [b"PK\x03\x04 and more", b"%PDF-1.7", bytes(range(32)) * 9])
def test_a_named_file_of_unknown_kind_is_an_issue_when_it_is_no_text(tmp_path: Path, content: bytes) -> None:
    assert "not text but" in refused(tmp_path, "a.docx", content).problem


def test_a_named_file_without_an_ending_is_read_by_its_looks(tmp_path: Path) -> None:
    (found,) = found_in(written(tmp_path, "report", REPORT))
    assert isinstance(found, Loaded)


def test_a_name_that_would_upset_a_terminal_is_made_safe(tmp_path: Path) -> None:
    written(tmp_path, os.fsdecode(b"a\xff\x1b[31m.txt"), REPORT)
    (found,) = found_in(tmp_path)
    assert isinstance(found, Loaded)
    assert found.name.endswith("/a\ufffd.txt")


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (REPORT, [REPORT]),
        ('{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        ('{\n "text": "pretty"\n}', ["pretty"]),
        ('[{"text": "one"}]', ["one"]),
        ("<!DOCTYPE html><html><body><p>Shells fell on the town.</p></body></html>", ["Shells fell on the town."]),
        ("{Editor's note} Shells fell.", ["{Editor's note} Shells fell."]),
        ("---\ntitle: T\n---\nShells fell.", ["Shells fell."]),
    ],
)
def test_standard_input_is_read_by_its_looks(content: str, texts: list[str]) -> None:
    assert [found.document.text for found in from_stdin(content.encode()) if isinstance(found, Loaded)] == texts


def test_lines_of_standard_input_have_numbers() -> None:
    issue = from_stdin(b'{"text": "one"}\nnot JSON\n')[1]
    assert str(issue).startswith("standard input:2: not a line of JSON")


def test_standard_input_is_left_open() -> None:
    stream = BytesIO(REPORT.encode())
    list(read_paths(["-"], stdin=stream, now=NOW))
    assert not stream.closed


def test_empty_standard_input_is_an_issue() -> None:
    assert "empty" in str(from_stdin(b"")[0])


def test_no_standard_input_is_the_users_to_mend() -> None:
    with pytest.raises(VedetteError, match="no standard input"):
        list_sources(["-"])


def test_counting_knows_lines_from_files(tmp_path: Path) -> None:
    written(tmp_path, "a.jsonl", '{"text": "one"}\n' * 7)
    written(tmp_path, "b.txt", REPORT * 3)
    assert list_sources([tmp_path]).count() == 8


def test_counting_takes_nothing_out_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    assert list_sources([tmp_path / "a.jsonl"]).count() == 1
