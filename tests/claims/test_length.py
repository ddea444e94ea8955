"""What a document of double length costs: counted in calls of functions, since clocks depend on the machine."""

import sys
from collections.abc import Callable
from itertools import count, takewhile
from types import FrameType

import pytest

from vedette.claims import extract
from vedette.lexicon.grids import BORDER, heads_of
from vedette.mentions import Marker
from vedette.mentions.parser import parse
from vedette.model import Document

TOWNS = ("Idlib", "Homs", "Hama", "Aleppo", "Goma", "Sake", "Khartoum", "Omdurman")
TEXTS: dict[str, Callable[[int], str]] = {
    "rows of a table": lambda many: "District | Killed | Injured\n"
    + "\n".join(f"Village{number} | {number % 90 + 1} | {number % 70 + 1}" for number in range(many)),
    "quotes": lambda many: " ".join(["“We took the hill,” he said."] * many),
    "one name again and again": lambda many: " ".join(["Ahmed Hassan spoke in Homs."] * many),
    "counts at one place": lambda many: " ".join(
        f"At least {number % 60 + 1} people were killed in Homs on Monday." for number in range(many)
    ),
    "items of a list": lambda many: "Killed by village:\n"
    + "\n".join(f"- Homs: {number % 60 + 1} killed" for number in range(many)),
    "names of places": lambda many: f"Fighting went on in {', '.join(TOWNS * (many // 8))}.",
    "denials": lambda many: " ".join(["The army denied that it had shelled Homs. Rebels said that it did."] * many),
    "no full stop": lambda many: "rebels took Saraqib and the army left Talmenes as people fled to Idlib and " * many,
}  # fmt: skip


def calls(work: Callable[[], object]) -> int:
    """How many functions something calls, those of C as well."""
    done = count()

    def called(_: FrameType, event: str, __: object) -> None:
        if event in {"call", "c_call"}:
            next(done)

    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(None)
    return next(done)


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_double_length_takes_about_double_the_work(name: str, marker: Marker) -> None:
    texts = [Document(TEXTS[name](many), published="2024-12-07") for many in (100, 200)]
    extract(marker.mark(texts[1]))  # what is found out once is not to count
    single, double = (_calls_for(text, marker) for text in texts)
    assert double < 2.4 * single


def _calls_for(text: Document, marker: Marker) -> int:
    tokens = parse(text.text)
    return calls(lambda: extract(marker.mark_parsed(text, tokens)))


def test_borders_are_found_in_one_pass_over_a_run_of_spaces() -> None:
    found = [match.span() for match in BORDER.finditer("a  |  | b" + " " * 20_000 + "\n" * 3 + " \t c")]
    assert found[:2] == [(1, 6), (6, 8)]
    assert found[-1] == (20_012, 20_015)


def test_the_heads_of_a_column_are_those_over_its_cell_however_long_the_table() -> None:
    rows = [f"Village | {number} | {number + 1}" for number in range(500)]
    text = "\n".join(["Place | Dead | Hurt", *rows])
    starts = takewhile(lambda at: at >= 0, (text.find(f" {number} |", 0) + 1 for number in (7, 499)))
    cells = [heads_of(text, (at, at + len(text[at:].split(" ", 1)[0]))) for at in starts]
    assert [[text[slice(*head)] for head in heads] for heads in cells] == [["Dead"], ["Dead"]]
