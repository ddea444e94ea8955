"""Assessments and claims in, text out: brief, page, table, one claim in full, JSON; nothing is read or stored here."""

from vedette.views.brief import BRIEF_ROWS, print_brief, print_changes
from vedette.views.detail import print_claim, print_row, print_table
from vedette.views.page import brief_page
from vedette.views.record import (
    as_json,
    as_record,
    change_as_dict,
    claims_as_jsonl,
    judgement_as_dict,
    judgement_in_words,
    line_as_dict,
    opened,
    situation_as_dict,
)
from vedette.views.words import plain

__all__ = [
    "BRIEF_ROWS", "as_json", "as_record", "brief_page", "change_as_dict", "claims_as_jsonl", "judgement_as_dict",
    "judgement_in_words", "line_as_dict", "opened", "plain", "print_brief", "print_changes", "print_claim", "print_row",
    "print_table", "situation_as_dict",
]  # fmt: skip
