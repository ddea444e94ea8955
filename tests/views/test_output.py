"""Brief, table, detail, page and JSON: safe, whole, and fit for pipes and narrow terminals."""

import io
import json
import re
from dataclasses import replace

import pytest
from rich.console import Console

from tests.made import claim, document
from vedette.assessment import assess, changes
from vedette.model import Judgement, Judgements, in_force
from vedette.views import (
    as_record,
    brief_page,
    change_as_dict,
    claims_as_jsonl,
    print_brief,
    print_changes,
    print_claim,
    print_table,
    situation_as_dict,
)  # fmt: skip
from vedette.views.sections import sections

EVIL = document(
    "</script><script>alert(1)</script> \u202eRebels\x1b[2J [bold]entered[/bold] Homs.", outlet="<b>Outlet</b>"
)
TOLD, KILLED = claim(agent="M23"), claim("casualties/killed", None, people=12)
CLAIMS = [TOLD, claim(agent="M23", standing="denied", origin="the ministry"), claim("violence/attack", of=EVIL), KILLED]
JUDGED = in_force([
    Judgement("accept", (TOLD.id,), "<i>anna</i>", "seen \x1b on <video>", "2024-12-09T00:00:00+00:00"),
    Judgement("grade", ("Example Times",), "anna", "checked", "2024-12-09T00:00:01+00:00", "B"),
])  # fmt: skip
SITUATION = assess(CLAIMS, judgements=JUDGED)
CHANGED = replace(SITUATION, changes=changes(assess([]), SITUATION))


def printed(width: int = 80, words: bool = False) -> str:
    """The brief as a pipe gets it."""
    out = io.StringIO()
    print_brief(CHANGED, Console(file=out, width=width, markup=False, highlight=False, emoji=False), words)
    return out.getvalue()


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_brief_fits_the_width_and_holds_every_id(width: int) -> None:
    text = printed(width)
    assert max(map(len, text.splitlines())) <= width
    assert all(one.id[:8] in text for one in CLAIMS)


def test_a_pipe_gets_no_colours_and_no_control_characters() -> None:
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", printed(words=True))


def test_a_brief_tells_who_judged_and_why_and_how_sources_are_graded() -> None:
    text = " ".join(printed(160).split())
    assert (
        "= accepted" in text and "by <i>anna</i>" in text and "seen on <video>" in text and "Example Times (B)" in text
    )


def test_a_long_section_shows_what_was_told_last_and_counts_the_rest() -> None:
    every, short = sections(CHANGED), {one.key: one for one in sections(CHANGED, 1)}
    for section in every:
        shown = short[section.key]
        assert len(shown.rows) == 1 and shown.more == len(section.rows) - 1 and shown.rows[0] in section.rows
    later = claim(place="Aleppo", of=document("Rebels entered Aleppo.", "B", "2024-12-09"))
    found = {one.key: one for one in sections(assess([claim(), later, claim(place="Hama")]), 1)}
    assert [row.ids for row in found["claimed"].rows] == [(later.id[:8],)]
    assert "more, told before these" in brief_page(CHANGED, 1)


def test_a_brief_has_the_place_the_figure_the_denial_and_what_changed() -> None:
    assert {"changed", "control", "confirmed", "figures"} <= {one.key for one in sections(CHANGED)}
    text = " ".join(printed(160).split())
    assert "Homs — entered by M23" in text and "killed: 12" in text and "! " in text and "WHAT CHANGED" in text


def test_the_words_behind_a_line_are_shown_where_asked() -> None:
    assert "“Rebels entered Homs.”" in printed(words=True) and "“Rebels entered Homs.”" not in printed()


def test_changes_are_printed_each_with_its_claims() -> None:
    out = io.StringIO()
    assert print_changes(CHANGED, Console(file=out, width=100)) == len(CHANGED.changes) > 0
    assert TOLD.id[:8] in out.getvalue() and "judgement" in out.getvalue()


def test_the_page_escapes_what_documents_and_people_say_and_asks_nothing_of_the_network() -> None:
    page = brief_page(CHANGED)
    assert "<script" not in page and "&lt;script&gt;" in page and "<b>Outlet" not in page and "<i>anna" not in page
    assert not re.search(r"""src=|@import|url\(|<link|<script""", page) and "default-src 'none'" in page


def test_the_page_has_a_fold_for_each_row_with_the_sentences_behind_it() -> None:
    page = brief_page(CHANGED)
    assert page.count("<details") == sum(len(section.rows) for section in sections(CHANGED))
    assert "Against it:" in page and "<blockquote>" in page


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


def test_a_script_gets_every_line_with_status_grade_voices_reasons_and_claims() -> None:
    record = json.loads(json.dumps(situation_as_dict(CHANGED)))
    line = next(one for one in record["lines"] if TOLD.id in one["claims"])
    assert (line["status"], line["lead"], line["judgements"][0]["kind"]) == ("confirmed", TOLD.id, "accept")
    assert line["voices"][0]["name"] == "Example Times" and line["grade"]["reasons"][0]["claims"]
    assert record["claims"] == 4 and record["states"][0]["spot"]["name"] == "Homs" and record["series"]
    assert [one["kind"] for one in record["changes"]] == [change_as_dict(one)["kind"] for one in CHANGED.changes]


def test_any_value_of_the_model_is_fit_for_json() -> None:
    assert json.dumps(as_record(SITUATION)) and as_record((TOLD,)) == [TOLD.id]
