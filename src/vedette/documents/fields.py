"""The names under which JSON records and front matter give a field, and how a record becomes a draft's metadata."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from vedette.documents.dates import parse_date

# The one table of accepted names, the preferred ones first; case, hyphens, underscores and spaces do not matter.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "full_text", "article_text", "article_body"),
    "outlet": ("outlet", "source", "publisher", "site", "sitename", "source_name", "source_domain", "domain"),
    "title": ("title", "headline"),
    "url": ("url", "link", "uri"),
    "published": (
        "published", "date", "date_publish", "published_at", "publication_date", "pub_date", "date_published",
        "created_at", "timestamp", "seendate",
    ),
    "language": ("language", "lang"),
}  # fmt: skip


def text_of(record: Mapping[Any, Any]) -> str | None:
    """The text of a record, verbatim."""
    return next((value for value in _values(record, "text") if isinstance(value, str) and value.strip()), None)


def metadata_of(record: Mapping[Any, Any]) -> dict[str, Any]:
    """What a record says of outlet, title, url, published and language, ready for a draft."""
    said: dict[str, Any] = {name: next(_words(record, name), None) for name in ("outlet", "title", "url", "language")}
    if said["outlet"] and re.match(r"https?://", said["outlet"]):
        said["outlet"] = host_of(said["outlet"])
    dates = [value for value in _values(record, "published") if value not in (None, "")]
    said["published"] = next(filter(parse_date, dates), dates[0] if dates else None)
    return said


def knows(record: Mapping[Any, Any]) -> bool:
    """Whether a record has any of the names of the table."""
    return any(True for field in FIELDS for _ in _values(record, field))


def host_of(url: str) -> str | None:
    """The site an address is on, without "www."."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _values(record: Mapping[Any, Any], field: str) -> Any:  # noqa: ANN401 - values of any kind
    plain = {_plain(key): value for key, value in record.items() if isinstance(key, str)}
    return (plain[name] for name in map(_plain, FIELDS[field]) if name in plain)


def _words(record: Mapping[Any, Any], field: str) -> Any:  # noqa: ANN401
    for value in _values(record, field):
        inner = value.get("name") or value.get("title") if isinstance(value, dict) else value
        if isinstance(inner, str) and inner.strip():
            yield inner


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.lower())
