"""What it adds up to at a moment, and what changed between two, from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def ids(command: Command) -> list[str]:
    return [one["id"] for one in json.loads(command("claims", "--json")[1])]


def test_the_brief_is_printed_as_text_json_and_page(filled: Command, tmp_path: Path) -> None:
    assert "WHO HAS WHICH PLACE" in filled("brief")[1] and "“Rebels entered Homs.”" in filled("brief", "--words")[1]
    assert json.loads(filled("brief", "--json")[1])["claims"] == 2
    assert filled("brief", "--html", "out/brief.html")[0] == 0
    assert "<blockquote>" in (tmp_path / "out" / "brief.html").read_text("utf-8")


def test_a_brief_says_what_it_was_asked_of(filled: Command) -> None:
    found = json.loads(filled("brief", "--json", "--known-at", "2024-12-06", "--as-of", "2024-12-07")[1])
    assert (found["claims"], found["day"], found["known_by"]) == (1, "2024-12-07", "published")
    assert "as published by 6 Dec 2024 23:59 UTC" in filled("brief", "--known-at", "2024-12-06")[1]


def test_a_brief_since_a_moment_begins_with_what_changed(filled: Command) -> None:
    text = filled("brief", "--since", "2024-12-06")[1]
    assert text.index("WHAT CHANGED") < text.index("WHO HAS WHICH PLACE") and "changes since" in text


def test_a_diff_tells_what_came_between_two_moments_and_why(filled: Command) -> None:
    hama, homs = ids(filled)
    found = json.loads(filled("diff", "--from", "2024-12-06", "--to", "2024-12-08", "--json")[1])
    assert {one["kind"] for one in found} == {"new", "control"}
    assert all(one["claims"] == [homs] for one in found)
    text = filled("diff", "--from", "2024-12-01", "--to", "2024-12-08")[1]
    assert hama[:8] in text and "Rebels" in text


def test_a_diff_up_to_now_tells_of_judgements(filled: Command) -> None:
    hama = ids(filled)[0]
    filled("judge", "reject", hama, "--reason", "a film of last year", "--by", "anna")
    found = {one["kind"]: one for one in json.loads(filled("diff", "--from", "2024-12-08", "--json")[1])}
    assert set(found) == {"judgement", "withdrawal"} and "by anna" in found["judgement"]["why"]
    assert "a film of last year" in filled("diff", "--from", "2024-12-08")[1]


def test_where_nothing_changed_that_is_said(filled: Command) -> None:
    status, out, err = filled("diff", "--from", "2024-12-09")
    assert (status, out, err) == (0, "", "nothing changed\n")


@pytest.mark.parametrize("arguments", [("diff",), ("diff", "--from", "soon"), ("brief", "--since", "x")])
def test_a_moment_that_is_none_is_the_users_to_mend(filled: Command, arguments: tuple[str, ...]) -> None:
    assert filled(*arguments)[0] == 2
