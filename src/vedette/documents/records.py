"""JSON as drafts: JSON lines one at a time from files of any size, and files that hold one record or a list of them."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from vedette.documents.decoding import decode, refuse_binary
from vedette.documents.fields import FIELDS, metadata_of, text_of
from vedette.documents.values import BadInputError, Draft
from vedette.model import Issue

_BETWEEN = re.compile(r"[\s,]*")
_EMPTY = "empty: there is nothing in it"
_NO_TEXT = f"no text: it is looked for in the fields {', '.join(FIELDS['text'])}"


def read_lines(stream: BinaryIO, name: str, longest: int) -> Iterator[Draft | Issue]:
    """One draft or issue for each line; lines of more than `longest` bytes are passed over."""
    number, blank = 0, True
    while line := stream.readline(longest + 1):
        number += 1
        blank = blank and not line.strip()
        if number == 1:
            refuse_binary(line.removeprefix(b"\xef\xbb\xbf"))
        if len(line) > longest and not line.endswith(b"\n"):
            _skip_rest(stream)
            yield Issue(name, f"a line of more than {longest:,} bytes", number)
        elif line.strip():
            yield _from_line(line, name, number)
    if blank:
        yield Issue(name, _EMPTY)


def read_json(raw: bytes, name: str) -> Iterator[Draft | Issue]:
    """The records of a file: one object, a list, or objects one after another."""
    text, notes = decode(raw)
    decoder, at, line = json.JSONDecoder(), len(text) - len(text.lstrip()), 1
    listed = text.startswith("[", at)
    at += listed
    number = 0
    while (start := _after_gap(text, at)) < len(text):
        if listed and text.startswith("]", start):
            return
        line += text.count("\n", at, start)
        try:
            record, at = decoder.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            yield Issue(name, f"not JSON: {_problem(error)}", line)
            return
        number += 1
        item = f"{name}[{number}]" if listed or number > 1 else name
        yield _from_record(record, text[start:at].encode("utf-8", "surrogatepass"), item, name, line, notes)
        line += text.count("\n", start, at)
    if listed:
        yield Issue(name, "not JSON: the list does not end", line)
    elif not number:
        yield Issue(name, _EMPTY)


def _after_gap(text: str, at: int) -> int:
    gap = _BETWEEN.match(text, at)
    return gap.end() if gap else at


def _from_line(raw: bytes, name: str, number: int) -> Draft | Issue:
    try:
        text, notes = decode(raw.strip())
        record = json.loads(text)
    except (ValueError, RecursionError, BadInputError) as error:
        return Issue(name, f"not a line of JSON: {_problem(error)}", number)
    return _from_record(record, raw.rstrip(b"\r\n"), f"{name}:{number}", name, number, notes)


def _from_record(
    record: Any,  # noqa: ANN401 - whatever the JSON holds
    raw: bytes,
    name: str,
    where: str,
    line: int,
    notes: tuple[str, ...],
) -> Draft | Issue:
    if not isinstance(record, dict):
        return Issue(where, f"a JSON object is needed, not {json.dumps(record)[:40]}", line)
    text = text_of(record)
    if text is None:
        return Issue(where, _NO_TEXT, line)
    return Draft(text, raw, name, where, line, notes=notes, verbatim=True, **metadata_of(record))


def _problem(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)[:100]


def _skip_rest(stream: BinaryIO) -> None:
    while (part := stream.readline(1 << 20)) and not part.endswith(b"\n"):
        pass
