"""Which agencies a text credits for itself: in its dateline, in a credit line, in a by-line at the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from vedette.lexicon.actors import load_registry
from vedette.model import SourceType

_HEAD, _LINE = 800, 300
_DATELINE = re.compile(r"^[ \t*_]*[A-Z][^\n(]{1,80}\(([^()\n]{2,40})\)[ \t]*(?:--?|[–—:])\s?", re.MULTILINE)
_NAME = re.compile(
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b)[A-Z][A-Za-z.&' -]+"
)
_LABELLED = re.compile(
    r"(?:with\s+)?(?:(?:additional|further)\s+)?(?:reporting|material|input|inputs|information|files)\s+(?:by|from)"
    r"|(?:written|compiled|edited|reported)\s+(?:with|from)\b.{0,40}?\b(?:from|by)|source[s]?\s*:|credit[s]?\s*:"
    r"|©|\(c\)|copyright|via",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"contributed\s+(?:to\s+this\s+(?:report|story|article)|reporting)|include[sd]?\s+(?:material|reporting)\s+from",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:--?|[–—(\[])\s*([^()\[\]\n]{2,60}?)\s*[)\]]?\s*$")
_OWNED = re.compile(r"©\s*(?:\d{4}\s+)?([^\n©]{2,60})$")
_EDITED = re.compile(r"[;,.]?\s*(?:editing|writing)\s+by\b.*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Credit:
    """The words that credit an agency or outlet, and its name in the registry."""

    text: str
    start: int
    end: int
    name: str
    source_type: SourceType


def datelined(text: str) -> tuple[Credit, ...]:
    """The agencies of the dateline, listed or not: "BEIRUT (Reuters) -", "GOMA, May 3 (AFP/AP) —"."""
    return _datelined(text[:_HEAD])


def same_medium(name: str, outlet: str | None) -> bool:
    """Whether an outlet, as metadata spell it, is the medium of this name: "AFP" is Agence France-Presse."""
    actor = load_registry().holder(outlet or "")
    return name == (actor.name if actor is not None else outlet)


def credited(text: str) -> tuple[str, ...]:
    """The names of all media that a text credits, dateline first."""
    lines = (one.name for at, line in _lines(text) for one in _in_line(at, line, _is_last(text, at, line)))
    return tuple(dict.fromkeys([*(credit.name for credit in datelined(text)), *lines]))


@lru_cache(maxsize=64)
def _datelined(head: str) -> tuple[Credit, ...]:
    line = _DATELINE.search(head)
    if line is None:
        return ()
    known = tuple(_media(line[1], line.start(1)))
    label = line[0].rstrip().endswith(":")  # "CLAIM (press centre): …" names no agency
    unlisted = (
        () if known or label or not _NAME.fullmatch(line[1]) else (Credit(line[1], *line.span(1), line[1], "agency"),)
    )
    return known or unlisted


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        if line.strip() and len(line) <= _LINE:
            yield at, line
        at += len(line) + 1


def _is_last(text: str, first: int, line: str) -> bool:
    return not text[first + len(line) :].strip()


def _in_line(first: int, line: str, last: bool) -> Iterator[Credit]:
    """The media that a line credits, if crediting is all that it does."""
    words = line.strip(" \t*_()[]|")
    if _LABELLED.match(words) or _CONTRIBUTED.search(words):
        yield from _media(_EDITED.sub("", line), first)
    elif signed := (_SIGNED.search(line) if last else None) or _OWNED.search(line):
        found = tuple(_media(signed[1], first + signed.start(1)))
        if found and len(found[0].text) >= len(signed[1]) - 1:
            yield from found


def _media(text: str, offset: int) -> Iterator[Credit]:
    for hit in load_registry().find(text):
        if hit.actor.type == "media":
            yield Credit(
                text[hit.start : hit.end], offset + hit.start, offset + hit.end, hit.actor.name,
                hit.actor.source_type or "outlet",
            )  # fmt: skip
