"""Bytes in, text out: the marks at the beginning, UTF-8, what the document declares, and only then a guess."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

import charset_normalizer

from vedette.documents.values import BadInputError

_MARKS = (
    (BOM_UTF8, "utf-8-sig"),
    (BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP or office file",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"{\\rtf": "an RTF file",
}
_NO_TEXT = bytes(set(range(32)) - set(b"\a\b\t\n\v\f\r\x1b"))
_SAMPLE = 64_000
_FEW = 0.04  # control bytes that a damaged text may hold
_WESTERN = 0.15  # bytes above ASCII in a Western European text


def decode(raw: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text without its byte order mark, and what had to be guessed; BadInputError for bytes that are no text."""
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return _marked(raw, codec)
    refuse_binary(raw)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _declared(raw, declared) or _damaged(raw) or _guessed(raw)


def refuse_binary(raw: bytes) -> None:
    """BadInputError, naming the format where it is a known one, for bytes that are no text."""
    for signature, what in _SIGNATURES.items():
        if raw.startswith(signature):
            raise BadInputError(f"not text but {what}: save its text and read that")
    sample = raw[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _NO_TEXT)) > _FEW * len(sample):
        raise BadInputError("not text but binary data")


def _marked(raw: bytes, codec: str) -> tuple[str, tuple[str, ...]]:
    text = raw.decode(codec, "replace")
    return text, (f"some bytes are no {codec.upper()} and were replaced",) if "\ufffd" in text else ()


def _declared(raw: bytes, declared: str | None) -> tuple[str, tuple[str, ...]] | None:
    try:
        return (raw.decode(declared), ()) if declared else None
    except (LookupError, ValueError):
        return None


def _damaged(raw: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 with a few broken bytes: a text in another encoding hardly ever holds whole UTF-8 characters."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if 10 * broken > sum(character > "\x7f" for character in text):
        return None
    return text, (f"UTF-8 with {broken} broken character{'s' if broken > 1 else ''}, replaced",)


def _guessed(raw: bytes) -> tuple[str, tuple[str, ...]]:
    sample = raw[:_SAMPLE]
    codec = "cp1252"
    if sum(byte > 127 for byte in sample) > _WESTERN * len(sample) and (
        best := charset_normalizer.from_bytes(sample).best()
    ):
        codec = best.encoding
    return raw.decode(codec, "replace"), (f"not UTF-8; read as {codec}, which is a guess",)


def declared_in_markup(raw: bytes) -> str | None:
    """The encoding that a page declares in its first bytes."""
    found = re.search(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w-]{1,40})""", raw[:4096], re.IGNORECASE)
    return found[1].decode("ascii", "replace") if found else None
