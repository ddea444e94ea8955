"""Plain text and Markdown, with or without front matter, as drafts."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vedette.documents.decoding import decode
from vedette.documents.fields import knows, metadata_of
from vedette.documents.values import Draft

_LONGEST_FRONT_MATTER = 20_000
_INDENT = {"list_item_open": "- "}
_YAML_TRIPS = (ValueError, LookupError, AttributeError, TypeError, RecursionError)  # over odd tags and depths
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


class _SafeYaml(yaml.SafeLoader):
    """Plain YAML without aliases, which a few lines can make unfold without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def read_text(raw: bytes, name: str) -> Draft:
    """A text as it stands, newlines made alike; front matter at its beginning is metadata, not text."""
    text, said, notes = _parts(raw)
    return Draft(text, raw, name, name, notes=notes, **said)


def read_markdown(raw: bytes, name: str) -> Draft:
    """Markdown as readable paragraphs: no marks, no HTML; its first top heading is the title unless one is given."""
    source, said, notes = _parts(raw)
    tokens = MarkdownIt("commonmark").parse(source)
    said["title"] = said.get("title") or _first_heading(tokens)
    return Draft("\n\n".join(_paragraphs(tokens)), raw, name, name, notes=notes, **said)


def _parts(raw: bytes) -> tuple[str, dict[str, Any], tuple[str, ...]]:
    text, notes = decode(raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head, body = split_front_matter(text)
    if head is None:
        return text, {}, notes
    try:
        record = _SafeYaml(head).get_single_data()
    except (yaml.YAMLError, *_YAML_TRIPS):
        return text, {}, (*notes, "the front matter is no YAML and was left in the text")
    if not isinstance(record, dict) or not knows(record):
        return text, {}, notes
    return body, metadata_of(record), notes


def split_front_matter(text: str) -> tuple[str | None, str]:
    """What stands between two lines of "---" at the very beginning, None when nothing does, and the rest."""
    if not text.startswith("---\n"):
        return None, text
    end = text.find("\n---\n", 3, _LONGEST_FRONT_MATTER)
    return (None, text) if end < 0 else (text[4 : end + 1], text[end + 5 :].lstrip("\n"))


def _first_heading(tokens: list[Token]) -> str | None:
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            return _inline(inline)
    return None


def _paragraphs(tokens: list[Token]) -> Iterator[str]:
    mark = ""
    for token in tokens:
        mark = _INDENT.get(token.type, mark)
        words = (
            _inline(token) if token.type == "inline" else token.content if token.type in ("fence", "code_block") else ""
        )
        if words.strip():
            yield mark + words.strip()
            mark = ""


def _inline(token: Token) -> str:
    """The words of a paragraph; HTML inside it goes, scripts and styles with all they hold."""
    words, hidden = [], False
    for child in token.children or ():
        if child.type == "html_inline":
            hidden = child.content.lower().startswith(("<script", "<style"))
        elif not hidden:
            words.append(_BREAKS.get(child.type, child.content))
    return "".join(words)
