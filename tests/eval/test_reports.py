"""The whole reports: their annotation fits them, and the scorer gives what is due."""

from dataclasses import replace
from pathlib import Path

import pytest

from eval.reports.command import table
from eval.reports.reading import Report, read_reports
from eval.reports.scores import outcome
from vedette.model import Claim, Document, Party, Place, Quantity, Time, VedetteError

TEXT = "Gunmen attacked Sake on Monday. Nine people died. The attack was cruel."
WRITTEN = f"""\
[[report]]
id = "x"
war = "A war"
manner = "agency"
outlet = "Example"
published = 2024-01-05
split = "working"
text = "{TEXT}"
claims = [
    {{ event = ["attacked", "attack"], is = "violence/attack", agent = "Gunmen", at = "Sake", time = "2024-01-01" }},
    {{ event = "died", is = "casualties/killed", at = "Sake", time = "2024-01-01", figure = 9 }},
]
may = ["cruel: violence/killing"]
"""
DOCUMENT = Document(TEXT, outlet="Example", published="2024-01-05")


def report(tmp_path: Path, written: str = WRITTEN) -> Report:
    (tmp_path / "a.toml").write_text(written)
    (found,) = read_reports(tmp_path)
    return found


def claim(name: str, word: str, figure: float | None = None) -> Claim:
    """A claim at a word of the text, at Sake on Monday."""
    start = TEXT.index(word)
    kind, _, type_ = name.partition("/")
    quantity = Quantity("Nine people", 32, 43, figure, figure, figure, "exact", "person", "flow") if figure else None
    return Claim(
        kind, type_, DOCUMENT, DOCUMENT.quote(0, len(TEXT)), trigger=DOCUMENT.quote(start, start + len(word)),
        parties=(Party("agent", "Gunmen", 0, 6, name="gunmen"),) if kind == "violence" else (),
        places=(Place("at", "Sake", 16, 20, name="Sake"),), quantity=quantity,
        time=Time("Monday", 24, 30, "2024-01-01", "2024-01-01", "day"),
    )  # fmt: skip


def test_every_report_is_annotated_with_words_of_its_own() -> None:
    found = read_reports()
    assert len(found) == 80
    assert len([one for one in found if one.split == "checking"]) == 27


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (('event = "died"', 'event = "perished"'), "'perished' does not stand in the text"),
        (('split = "working"', 'split = "other"'), "'other' is none of"),
        (("figure = 9", "number = 9"), "unknown field 'number'"),
    ],
)
def test_an_annotation_that_does_not_fit_is_named(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    with pytest.raises(VedetteError, match=complaint):
        report(tmp_path, WRITTEN.replace(*change))


def test_what_is_expected_and_right_counts_fully(tmp_path: Path) -> None:
    found = outcome(report(tmp_path), [claim("violence/attack", "attacked"), claim("casualties/killed", "died", 9)])
    assert all(all(one.right.values()) for one in found.matched)
    assert not found.unexpected


def test_a_wrong_figure_type_or_doer_is_told(tmp_path: Path) -> None:
    nobody = replace(claim("violence/shelling", "attacked"), parties=())
    found = outcome(report(tmp_path), [nobody, claim("casualties/killed", "died", 8)])
    assert [[name for name, right in one.right.items() if not right] for one in found.matched] == [
        ["type", "agent"],
        ["figure"],
    ]


def test_a_second_telling_counts_as_wrong_unless_it_is_linked(tmp_path: Path) -> None:
    first, again = claim("violence/attack", "attacked"), claim("violence/attack", "attack was"[:6])
    alone = replace(again, trigger=DOCUMENT.quote(54, 60))
    assert outcome(report(tmp_path), [first, alone]).unexpected == (alone,)
    assert not outcome(report(tmp_path), [first, replace(alone, same_as=(first.id,))]).unexpected


def test_what_is_free_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    assert not outcome(report(tmp_path), [claim("violence/killing", "cruel")]).unexpected
    assert outcome(report(tmp_path), [claim("violence/attack", "cruel")]).unexpected


def test_the_table_tells_found_and_right(tmp_path: Path) -> None:
    shown = table([outcome(report(tmp_path), [claim("violence/attack", "attacked")])], "working")
    assert "| found: a claim at the event word | 0.500 | 2 |" in shown
    assert "| given claims that are right in every field | 1.000 | 1 |" in shown
