"""Addresses in, documents out: text, Markdown, HTML, JSON, JSON lines, e-mail. The only stage that reads files."""

from vedette.documents.fields import FIELDS
from vedette.documents.finishing import checked, from_text
from vedette.documents.reading import read_paths, read_source
from vedette.documents.sources import KINDS, Listing, Source, list_sources
from vedette.documents.values import LIMIT, LIMIT_SETTING, Defaults, Loaded

__all__ = [
    "FIELDS", "KINDS", "LIMIT", "LIMIT_SETTING", "Defaults", "Listing", "Loaded", "Source",
    "checked", "from_text", "list_sources", "read_paths", "read_source",
]  # fmt: skip
