"""What goes in and out of this stage: defaults, drafts as a format gives them, documents as they are handed on."""

from dataclasses import dataclass

from vedette.model import Document, Issue

LIMIT = 5_000_000
LIMIT_SETTING = "VEDETTE_LIMIT"


class BadInputError(Exception):
    """One input, or one line of it, is not what it should be; becomes an Issue where the document ends."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What the user says of every document that does not itself say it: stronger than a dateline, weaker than metadata.

    `published` is an ISO date or date-time, as `dates.parse_date` gives it.
    """

    outlet: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format gives it: text and metadata still unchecked, `published` as it was written.

    `guess` is a date that the format infers rather than states. Offsets into a `verbatim` text are the user's own, so
    cleaning keeps its length.
    """

    text: str
    raw: bytes
    name: str
    where: str
    line: int | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: object = None
    language: str | None = None
    guess: str | None = None
    notes: tuple[str, ...] = ()
    verbatim: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A document with the bytes it was read from, its name (path, or path:line), and what was odd about it."""

    document: Document
    raw: bytes
    name: str
    issues: tuple[Issue, ...] = ()
