"""The situation as one self-contained web page: no script, no request, the sentence behind each line one click away."""

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from vedette.model import Claim, Situation
from vedette.views.brief import ids
from vedette.views.detail import rows, spans
from vedette.views.phrases import chain, plain, sentence, standing, when

AROUND = 160


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("vedette.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        sentence=sentence, standing=standing, when=when, chain=chain, ids=ids, rows=rows, marked=marked, plain=plain,
        context=context,
    )  # fmt: skip
    return environment.get_template("brief.html.j2")


def brief_page(situation: Situation) -> str:
    """The page as HTML; all words of documents are escaped."""
    return _template().render(situation=situation)


def context(claim: Claim) -> tuple[str, str]:
    """Some words of the document before and after the evidence."""
    text = claim.document.text
    before = text[max(0, claim.evidence.start - AROUND) : claim.evidence.start]
    return before, text[claim.evidence.end : claim.evidence.end + AROUND]


def marked(claim: Claim) -> Iterator[tuple[str, str]]:
    """The evidence in pieces, each with the class of what it is ("" for plain words)."""
    first, last = claim.evidence.start, claim.evidence.end
    inside = sorted((start, end, name) for start, end, name in spans(claim) if first <= start and end <= last)
    at = first
    for start, end, name in inside:
        if start >= at:
            yield claim.document.text[at:start], ""
            yield claim.document.text[start:end], name
            at = end
    yield claim.document.text[at:last], ""
