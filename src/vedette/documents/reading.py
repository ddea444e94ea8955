"""Reads sources one document at a time; whatever is wrong with one becomes an issue and the next is read."""

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from datetime import datetime
from io import BufferedReader
from os import PathLike
from typing import BinaryIO

from vedette.documents.finishing import checked, finish
from vedette.documents.mail import read_mail
from vedette.documents.pages import read_page
from vedette.documents.plain import read_markdown, read_text
from vedette.documents.records import read_json, read_lines
from vedette.documents.sources import Kind, Source, list_sources, sniff
from vedette.documents.values import LIMIT, LIMIT_SETTING, BadInputError, Defaults, Draft, Loaded
from vedette.model import Issue

NO_DEFAULTS = Defaults()
_BYTES_PER_CHARACTER = 4  # the most that UTF-8 needs
_WHOLE: dict[Kind, Callable[[bytes, str], Draft]] = {
    "text": read_text,
    "markdown": read_markdown,
    "page": read_page,
    "mail": read_mail,
}


def read_paths(
    paths: Iterable[str | PathLike[str]],
    *,
    stdin: BinaryIO | None = None,
    defaults: Defaults = NO_DEFAULTS,
    now: datetime,
    limit: int = LIMIT,
) -> Iterator[Loaded | Issue]:
    """Every document of the paths, in order, and an issue for everything that is none.

    VedetteError, before anything is read, when a path does not exist or the default date is no date.
    """
    listing, given = list_sources(paths, stdin), checked(defaults)

    def found() -> Iterator[Loaded | Issue]:
        yield from listing.issues
        for source in listing.sources:
            yield from read_source(source, defaults=given, now=now, limit=limit)

    return found()


def read_source(
    source: Source, *, defaults: Defaults = NO_DEFAULTS, now: datetime, limit: int = LIMIT
) -> Iterator[Loaded | Issue]:
    """The documents of one source; `defaults` as `checked` gives them."""
    with closing(_drafts(source, limit)) as drafts:
        while (found := _next(drafts, source, lambda draft: finish(draft, defaults, now, limit))) is not None:
            yield found


def _next(
    drafts: Iterator[Draft | Issue], source: Source, finished: Callable[[Draft], Loaded]
) -> Loaded | Issue | None:
    """The next document or issue, None at the end. A document ends here, with whatever went wrong in it."""
    where, line = source.name, None
    try:
        found = next(drafts, None)
        if not isinstance(found, Draft):
            return found
        where, line = found.where, found.line
        return finished(found)
    except BadInputError as error:
        return Issue(where, str(error), line)
    except OSError as error:
        return Issue(where, f"cannot be read: {error.strerror or error}", line)
    except Exception as error:  # noqa: BLE001 - one bad document never stops a batch
        return Issue(where, f"could not be read ({type(error).__name__}: {str(error)[:200]})", line)


def _drafts(source: Source, limit: int) -> Generator[Draft | Issue]:
    longest = limit * _BYTES_PER_CHARACTER
    with source.open() as stream:
        kind = source.kind or sniff(stream)
        if kind == "jsonl":
            yield from read_lines(stream, source.name, longest)
        elif kind == "json":
            yield from read_json(_all_of(stream, longest, "; JSON lines may be of any size"), source.name)
        else:
            yield _WHOLE[kind](_all_of(stream, longest), source.name)


def _all_of(stream: BufferedReader, longest: int, advice: str = "") -> bytes:
    raw = stream.read(longest + 1)
    if len(raw) > longest:
        raise BadInputError(f"more than {longest:,} bytes (setting {LIMIT_SETTING}, in characters){advice}")
    if not raw:
        raise BadInputError("empty: there is nothing in it")
    return raw
