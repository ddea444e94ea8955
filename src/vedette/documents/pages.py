"""Web pages as drafts: the article without menus and scripts, and what the page says of itself."""

import re
from typing import Any

import trafilatura

from vedette.documents.dates import parse_date
from vedette.documents.decoding import declared_in_markup, decode
from vedette.documents.values import BadInputError, Draft

_DATE_NAMES = (
    "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publication_date", "dc.date.issued", "dc.date", "dcterms.created", "date",
)  # fmt: skip
_IN_JSON = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{4,40})"')
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
# What lies beyond the page's own statements is a guess; the far limit lets dates in the future through, to be named.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


def read_page(raw: bytes, name: str) -> Draft:
    """The article of a page, under its title; BadInputError when there is none."""
    markup, notes = decode(raw, declared_in_markup(raw))
    return draft_of_page(markup, raw, name, notes)


def draft_of_page(markup: str, raw: bytes, name: str, notes: tuple[str, ...] = ()) -> Draft:
    """The article in markup that is decoded already."""
    tree = trafilatura.load_html(markup.replace("\0", " "))
    if tree is None:
        raise BadInputError("no readable HTML")
    published = next(filter(None, map(parse_date, _stated_dates(tree))), None)
    found: Any = trafilatura.bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params=_DATE_SEARCH
    )
    text = _UNSEEN.sub("", (found.text if found else None) or trafilatura.html2txt(tree)).strip()
    if not text:
        raise BadInputError("no readable text in the page")
    said = _said(found) if found else {}
    return Draft(_under_title(text, said.get("title")), raw, name, name, published=published, notes=notes, **said)


def _said(found: Any) -> dict[str, Any]:  # noqa: ANN401 - a trafilatura document, which is untyped
    return {
        "outlet": found.sitename or found.hostname,
        "title": found.title,
        "url": found.url,
        "guess": parse_date(found.date),
    }


def _under_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    if not title or not text.startswith(title):
        return f"{title}\n\n{text}" if title else text
    return f"{title}\n\n{rest.lstrip()}" if first.strip() == title else text


def _stated_dates(tree: Any) -> list[str]:  # noqa: ANN401 - an lxml tree, which is untyped
    """What metadata call the date of publication, the surest names first."""
    named = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower(): meta.get("content") or ""
        for meta in tree.iter("meta")
    }
    scripts = (script.text or "" for script in tree.iter("script") if "json" in (script.get("type") or ""))
    in_json = [found[1] for script in scripts for found in _IN_JSON.finditer(script)]
    return [*(named[name] for name in _DATE_NAMES if name in named), *in_json[:1]]
