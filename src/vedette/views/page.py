"""The situation as one self-contained web page: no script, no request, the sentence behind each line one click away."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from vedette.model import Claim, Situation
from vedette.views.brief import BRIEF_ROWS, about, ids
from vedette.views.detail import rows, spans
from vedette.views.phrases import chain
from vedette.views.sections import sections
from vedette.views.words import around, day, harmless, plain

if TYPE_CHECKING:
    from jinja2 import Template

MOST = 12
SAFE = ("https://", "http://")


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined  # only for pages: it takes as long as all the rest

    environment = Environment(
        loader=PackageLoader("vedette.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        about=about, chain=chain, ids=ids, rows=rows, marked=marked, plain=plain, context=context, day=day,
        address=address, MOST=MOST,
    )  # fmt: skip
    return environment.get_template("brief.html.j2")


def brief_page(situation: Situation, limit: int | None = BRIEF_ROWS, every: str = "", workbench: str = "") -> str:
    """The page as HTML; all words of documents are escaped.

    `limit`: no more rows of a section, None for all; `every`: where all of them are, "" for the option of the command;
    `workbench`: its address, to link lines and claims to.
    """
    shown = sections(situation, limit)
    return _template().render(situation=situation, sections=shown, limit=limit, every=every, workbench=workbench)


def address(url: str | None) -> str | None:
    """An address fit for a link: of the web, without control characters."""
    return plain(url) if url and url.lower().startswith(SAFE) else None


def context(claim: Claim) -> tuple[str, str]:
    """The words of the document around the evidence: a sentence before it and one after."""
    text, evidence = claim.document.text, claim.evidence
    first, last = around(text, evidence.start, evidence.end)
    return harmless(text[first : evidence.start]), harmless(text[evidence.end : last])


def marked(claim: Claim) -> Iterator[tuple[str, str]]:
    """The evidence in pieces, each with the class of what it is ("" for plain words)."""
    text = harmless(claim.document.text[claim.evidence.start : claim.evidence.end])
    first, last = claim.evidence.start, claim.evidence.end
    at = 0
    for start, end, name in sorted(span for span in spans(claim) if first <= span[0] and span[1] <= last):
        if start - first >= at:
            yield text[at : start - first], ""
            yield text[start - first : end - first], name
            at = end - first
    yield text[at:], ""
