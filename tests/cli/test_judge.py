"""What people decide, from the command line."""

import json

import pytest

from tests.cli.conftest import Command


def ids(command: Command) -> list[str]:
    return [one["id"] for one in json.loads(command("claims", "--json")[1])]


def shown(command: Command, *options: str) -> set[str]:
    brief = json.loads(command("brief", "--json", *options)[1])
    return {one for line in brief["lines"] for one in line["claims"]}


def test_a_rejected_claim_leaves_the_brief_until_that_is_undone(filled: Command) -> None:
    hama, homs = ids(filled)
    status, out, _ = filled("judge", "reject", hama[:8], "--reason", "a film of last year", "--by", "anna")
    assert status == 0 and f"rejected {hama[:8]} by anna" in out and "a film of last year" in out
    assert shown(filled) == {homs}
    assert filled("judge", "undo", out.split(":")[0], "--reason", "it was not", "--by", "boris")[0] == 0
    assert shown(filled) == {hama, homs}
    assert filled("judge", "list")[1].count("\n") == 2


def test_a_corrected_claim_is_assessed_as_corrected_and_shown_as_read(filled: Command) -> None:
    hama = ids(filled)[0]
    options = ("--type", "capture", "--day", "2024-12-04", "--figure", "10..20", "--party", "M23", "--reason", "x")
    assert filled("judge", "correct", hama, *options, "--by", "anna")[0] == 0
    assert "held by M23" in filled("brief")[1] and "4 Dec 2024" in filled("brief")[1]
    show = filled("show", hama)[1]
    assert "entered by Rebels" in show and "by anna" in show and "type, parties, quantity, time" in show
    (judged,) = json.loads(filled("show", hama, "--json")[1])["judgements"]
    assert judged["value"]["quantity"]["low"] == 10 and judged["value"]["parties"][0]["actor"] == "m23"


def test_a_place_is_corrected_by_its_name(filled: Command) -> None:
    hama = ids(filled)[0]
    assert filled("judge", "correct", hama, "--place", "Aleppo", "--reason", "the map shows it", "--by", "anna")[0] == 0
    (judged,) = json.loads(filled("judge", "list", "--json")[1])
    (place,) = judged["value"]["places"]
    assert place["name"] == "Aleppo" and place["country"] == "SY" and place["text"] == "Hama"


def test_pairs_and_sources_are_judged_by_whoever_is_logged_in(filled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VEDETTE_BY", "clara")
    hama, homs = ids(filled)
    assert filled("judge", "same", hama, homs, "--reason", "one raid")[0] == 0
    assert filled("judge", "apart", hama, homs, "--reason", "two raids")[0] == 0
    assert filled("judge", "accept", hama, "--reason", "seen")[0] == 0
    assert filled("judge", "grade", "A", "b", "--reason", "checked")[0] == 0
    found = json.loads(filled("judge", "list", "--json")[1])
    assert [(one["kind"], one["by"]) for one in found] == [
        ("same", "clara"), ("apart", "clara"), ("accept", "clara"), ("grade", "clara"),
    ]  # fmt: skip
    assert found[-1]["value"] == "B" and len(json.loads(filled("show", hama, "--json")[1])["judgements"]) == 3


def test_the_export_tells_what_people_judged_beside_the_claim_as_read(filled: Command) -> None:
    hama = ids(filled)[0]
    filled("judge", "correct", hama, "--standing", "denied", "--reason", "said so", "--by", "anna")
    first = json.loads(filled("export")[1].splitlines()[0])
    assert first["standing"] == "asserted" and [one["kind"] for one in first["judgements"]] == ["correct"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("correct", "{id}", "--place", "Nowhereville-upon-Nought", "--reason", "x"),
        ("correct", "{id}", "--figure", "many", "--reason", "x"),
        ("correct", "{id}", "--day", "soon", "--reason", "x"),
        ("correct", "{id}", "--day", "2024-13-45", "--reason", "x"),
        ("correct", "{id}", "--reason", "x"),
        ("grade", "A", "Z", "--reason", "x"),
        ("accept", "{id}", "--reason", " "),
    ],
)
def test_what_cannot_be_is_told_in_one_line(filled: Command, arguments: tuple[str, ...]) -> None:
    one = ids(filled)[0]
    status, _, err = filled("judge", *(word.format(id=one) for word in arguments))
    assert status == 2 and err.count("\n") == 1
