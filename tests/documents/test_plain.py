"""Plain text stays as it is; Markdown becomes plain paragraphs; front matter becomes metadata."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.reading_room import REPORT, loaded, problems
from vedette.documents.plain import read_markdown, read_text, split_front_matter

FRONT = "---\ntitle: Clashes near Gao\noutlet: Sahel Desk\npublished: 2024-11-02 10:00:00 +0000\nurl: https://s.org/1\n---\n"


def test_a_text_file_is_its_own_text(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.txt", REPORT)
    assert found.document.text == REPORT
    assert found.raw == REPORT.encode()
    assert found.name == str(tmp_path / "a.txt")


def test_marks_and_carriage_returns_of_other_systems_go(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.txt", b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode())
    assert found.document.text == REPORT


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_front_matter_is_metadata(tmp_path: Path, name: str) -> None:
    document = loaded(tmp_path, name, FRONT + "\n" + REPORT).document
    assert (document.title, document.outlet, document.url) == ("Clashes near Gao", "Sahel Desk", "https://s.org/1")
    assert document.published == "2024-11-02T10:00:00+00:00"
    assert document.text.startswith("Fighters entered")


def test_a_ruler_is_no_front_matter(tmp_path: Path) -> None:
    text = f"---\nA quiet night.\n---\n{REPORT}"
    assert loaded(tmp_path, "a.txt", text).document.text == text


@pytest.mark.parametrize("head", ["title: [x", "date: 2024-13-45", "a: &a [x]\ntitle: *a", "<<: 5\n- x", "[" * 5000])
def test_front_matter_that_cannot_be_read_stays_in_the_text(tmp_path: Path, head: str) -> None:
    text = f"---\n{head}\n---\n{REPORT}"
    found = loaded(tmp_path, "a.txt", text)
    assert found.document.text == text
    assert "front matter" in problems(found)


def test_yaml_that_unfolds_without_end_does_no_harm() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 40))
    read_text(f"---\nl0: &l0 x\n{levels}title: *l39\n---\n{REPORT}".encode(), "a.txt")


def test_markdown_becomes_paragraphs_without_marks() -> None:
    said = "The **army** said [so](http://e.org/x)\nagain."
    source = f"# Night of *shelling*\n\n{said}\n\n- one\n- two\n\n> quoted\n\n    code\n"
    draft = read_markdown(source.encode(), "a.md")
    assert draft.text == "Night of shelling\n\nThe army said so again.\n\n- one\n\n- two\n\nquoted\n\ncode"
    assert draft.title == "Night of shelling"


def test_html_inside_markdown_is_dropped_with_its_scripts() -> None:
    draft = read_markdown(
        b"Shells <b>fell</b>.<script>alert(1)</script> Then quiet.\n\n<script>\nevil()\n</script>\n", "a.md"
    )
    assert draft.text == "Shells fell. Then quiet."


def test_the_title_of_the_front_matter_outranks_the_heading() -> None:
    assert read_markdown(f"{FRONT}# Another title\n".encode(), "a.md").title == "Clashes near Gao"


@given(st.text("-\ntile: x"))
def test_splitting_front_matter_loses_nothing_but_the_rulers(text: str) -> None:
    head, body = split_front_matter(text)
    assert text.endswith(body)
    assert head is None or text.startswith(f"---\n{head}---\n")


@pytest.mark.parametrize("piece", ["[", "*a ", "_a*", "`a``b", "<a", "&", "> ", "![]("])
def test_markdown_made_to_hurt_is_read_all_the_same(piece: str) -> None:
    read_markdown((piece * (40_000 // len(piece))).encode(), "a.md")


@pytest.mark.parametrize("head", ["title: !!int", "date: !!timestamp x", "title: !!bool maybe", "[" * 9_000])
def test_odd_front_matter_costs_no_document(tmp_path: Path, head: str) -> None:
    found = loaded(tmp_path, "a.txt", f"---\n{head}\n---\n{REPORT}")
    assert REPORT in found.document.text
    assert "front matter" in problems(found)
