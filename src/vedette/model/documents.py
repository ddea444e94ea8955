"""Documents, the quotes cut from them, and what was wrong with an input.

Offsets are Python string indices into the text of the document, end exclusive.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cached_property

CLOSING = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "(": ")"}
_OPENING = re.compile("[" + "".join(CLOSING) + "]")
_encoded = json.JSONEncoder(ensure_ascii=False, default=str).encode  # made once: making one costs more than its use


def content_id(kind: str, *parts: object) -> str:
    """Name a fact by its content: 32 hex digits that change with any of its parts."""
    return hashlib.sha256(_encoded([kind, *parts]).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class VedetteError(Exception):
    """Something the user can mend: shown as one line, exit status 2."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What was wrong with one input: where (file, line), what, and whether the document was read all the same."""

    where: str
    problem: str
    line: int | None = None

    def __str__(self) -> str:
        return f"{self.where}{f':{self.line}' if self.line else ''}: {self.problem}"


@dataclass(frozen=True)
class Document:
    """One published text. `published` is an ISO date or date-time, None when nobody said.

    `agencies`: the media that the text credits besides the outlet, in its dateline or in a credit line.
    """

    text: str
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    agencies: tuple[str, ...] = ()

    @cached_property
    def id(self) -> str:
        return content_id("document", self.outlet, self.title, self.url, self.published, self.text)

    def quote(self, start: int, end: int) -> "Quote":
        """The words between two offsets; ValueError when they are not inside the text."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start}:{end} is outside a text of {len(self.text)} characters")
        return Quote(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document and the words there."""

    start: int
    end: int
    text: str


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the mark that closes a quotation or bracket it opens, where that stands right behind it."""
    words = text[start:end]
    if not _OPENING.search(words):
        return start, end
    for opening, closing in CLOSING.items():
        same = f" {words}".count(" '") if opening == "'" else words.count(opening)
        opened = same % 2 == 1 if opening == closing else same > words.count(closing)
        if opened and text.startswith(closing, end):
            return start, end + 1
        if opened and opening == closing and words.endswith(closing) and text[:start].endswith(opening):
            return start - 1, end
    return start, end
