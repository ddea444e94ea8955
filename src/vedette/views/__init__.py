"""Assessments and claims in, text out: brief, page, table, one claim in full, JSON; nothing is read or stored here."""

from vedette.views.brief import print_brief
from vedette.views.detail import print_claim
from vedette.views.export import claims_as_jsonl, situation_as_dict
from vedette.views.page import brief_page
from vedette.views.table import print_table

__all__ = ["brief_page", "claims_as_jsonl", "print_brief", "print_claim", "print_table", "situation_as_dict"]
