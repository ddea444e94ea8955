"""Brief, table, detail, page and export: safe, whole, and fit for pipes and narrow terminals."""

import io
import json
import re

import pytest
from rich.console import Console

from tests.made import claim, document
from vedette.assessment import assess
from vedette.model import Judgements
from vedette.views import brief_page, claims_as_jsonl, print_brief, print_claim, print_table, situation_as_dict

EVIL = document(
    "</script><script>alert(1)</script> \u202eRebels\x1b[2J [bold]entered[/bold] Homs.", outlet="<b>Outlet</b>"
)
SITUATION = assess([claim(), claim(standing="denied", origin="the ministry"), claim("violence/attack", of=EVIL)])


def printed(width: int = 80) -> str:
    """The brief as a pipe gets it."""
    out = io.StringIO()
    print_brief(SITUATION, Console(file=out, width=width, markup=False, highlight=False, emoji=False))
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_brief_fits_the_width_and_holds_every_id(width: int) -> None:
    text = printed(width)
    assert max(map(len, text.splitlines())) <= width
    ids = [one.id[:8] for section in SITUATION.sections for line in section.lines for one in line.claims]
    assert all(one in text for one in ids)


def test_a_pipe_gets_no_colours_and_no_control_characters() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", printed())


def test_the_page_escapes_what_documents_say_and_asks_nothing_of_the_network() -> None:
    page = brief_page(SITUATION)
    assert "<script" not in page and "&lt;script&gt;" in page and "<b>Outlet" not in page
    assert not re.search(r"""src=|@import|url\(|<link|<script""", page) and "default-src 'none'" in page


def test_the_page_shows_the_sentence_behind_each_line() -> None:
    page = brief_page(SITUATION)
    assert page.count("<details") == sum(len(section.lines) for section in SITUATION.sections)
    assert "What it speaks against" in page


def test_a_claim_is_shown_in_its_context_with_its_chain() -> None:
    out = io.StringIO()
    print_claim(claim(origin="Reuters"), Console(file=out, width=100))
    assert "Rebels entered Homs." in out.getvalue() and "Example Times ← Reuters" in out.getvalue()


def test_the_marks_of_a_claim_never_shift_its_words() -> None:
    out = io.StringIO()
    print_claim(claim(of=EVIL), Console(file=out, width=100))
    assert "\x1b[2J" not in out.getvalue() and "entered[/bold] Homs." in out.getvalue()


def test_a_table_has_a_row_for_each_claim() -> None:
    out = io.StringIO()
    assert print_table([claim(), claim(place="Hama")], Console(file=out, width=120)) == 2
    assert "Homs — entered by rebels" in out.getvalue()


def test_the_export_is_the_contract_one_object_a_line() -> None:
    (line,) = claims_as_jsonl([claim()], {claim().id: {"acled": None}}, Judgements())
    added = {"codes": {"acled": None}, "judgements": []}
    assert json.loads(line) == json.loads(json.dumps(claim().as_dict())) | added and "\n" not in line


def test_a_script_gets_every_line_with_its_claims() -> None:
    record = json.loads(json.dumps(situation_as_dict(SITUATION)))
    assert record["claims"] == 3 and {section["key"] for section in record["sections"]} == {
        "control",
        "fighting",
        "denied",
    }
