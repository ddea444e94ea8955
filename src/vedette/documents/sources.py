"""What there is to read: paths, folders and standard input as an ordered list, before anything is opened."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from os import PathLike, fsencode, fspath
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from vedette.documents.cleaning import one_line
from vedette.model import Issue, VedetteError

type Kind = Literal["text", "markdown", "page", "json", "jsonl", "mail"]

KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page",
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".eml": "mail",
}  # fmt: skip
_PEEKED = 65_536


@dataclass(frozen=True, slots=True)
class Source:
    """One file or stream to read; without a kind, its first bytes decide."""

    name: str
    kind: Kind | None = None
    path: Path | None = None
    stream: BinaryIO | None = None

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """The bytes of the source; standard input is left open afterwards."""
        raw = self.path.open("rb", buffering=0) if self.path else self.stream
        reader: BufferedReader = BufferedReader(cast("Any", raw), _PEEKED)
        try:
            yield reader
        finally:
            opened = reader.detach()
            if self.path:
                opened.close()

    def count(self) -> int:
        """About how many documents are in it, for a progress bar: the lines of JSON lines, else one."""
        if self.kind != "jsonl" or self.path is None or not _is_file(self.path):
            return 1
        try:
            with self.path.open("rb") as opened:
                return sum(block.count(b"\n") for block in iter(lambda: opened.read(1 << 20), b"")) or 1
        except OSError:
            return 1


@dataclass(frozen=True, slots=True)
class Listing:
    """All that will be read, how many files of folders are of no known kind, and what cannot be read at all."""

    sources: tuple[Source, ...] = ()
    skipped: int = 0
    issues: tuple[Issue, ...] = ()

    def count(self) -> int:
        """About how many documents there are, for a progress bar."""
        return sum(source.count() for source in self.sources)


def list_sources(paths: Iterable[str | PathLike[str]], stdin: BinaryIO | None = None) -> Listing:
    """The files and folders named, folders walked in sorted order without hidden files; "-" is standard input.

    In a folder, files of unknown endings are passed over; one that is named is read by its looks.

    VedetteError when a path does not exist.
    """
    parts = [_listed(path, stdin) for path in paths]
    return Listing(
        tuple(source for part in parts for source in part.sources),
        sum(part.skipped for part in parts),
        tuple(issue for part in parts for issue in part.issues),
    )


def sniff(reader: BufferedReader) -> Kind:
    """The kind that the first bytes show: JSON lines, JSON, a web page, else plain text."""
    head = reader.peek(_PEEKED).lstrip(b"\xef\xbb\xbf \t\r\n")[:_PEEKED]
    first = head.partition(b"\n")[0].strip()
    if re.match(rb"<(?:!doctype html|html|head|body)\b", first, re.IGNORECASE):
        return "page"
    if re.match(rb'\{\s*"', first) and (first.endswith(b"}") or b"\n" not in head):
        return "jsonl"
    return "json" if first in (b"{", b"[") or re.match(rb'\[\s*\{|\{\s*"', first) else "text"


def _listed(given: str | PathLike[str], stdin: BinaryIO | None) -> Listing:
    if given == "-":
        if stdin is None:
            raise VedetteError("there is no standard input to read")
        return Listing((Source("standard input", stream=stdin),))
    path = Path(given)
    try:
        if path.is_dir():
            return _walked(path)
        path.stat()
    except (OSError, ValueError) as error:
        raise VedetteError(f"cannot read {_name(path)}: {getattr(error, 'strerror', None) or error}") from error
    return Listing((Source(_name(path), KINDS.get(path.suffix.lower()), path),))


def _walked(folder: Path) -> Listing:
    # Linked folders are not followed, so a loop of links ends; pipes and devices would block and are no files.
    found: list[Source] = []
    issues: list[Issue] = []
    skipped = 0

    def denied(error: OSError) -> None:
        issues.append(Issue(_name(Path(error.filename)), error.strerror or "cannot be opened"))

    for parent, folders, files in folder.walk(on_error=denied):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (parent / name for name in sorted(files) if not name.startswith(".")):
            kind = KINDS.get(path.suffix.lower())
            if kind and _is_file(path):
                found.append(Source(_name(path), kind, path))
            else:
                skipped += 1
    if not found and not issues:
        issues.append(Issue(_name(folder), "no file of a kind that is read in this folder"))
    return Listing(tuple(found), skipped, tuple(issues))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True  # reading it will say what is wrong


def _name(path: Path) -> str:
    return one_line(fsencode(fspath(path)).decode("utf-8", "replace")) or "?"
