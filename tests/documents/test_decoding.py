"""Bytes become text without guessing where that can be helped."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.documents.decoding import declared_in_markup, decode
from vedette.documents.values import BadInputError

UKRAINIAN = "Російські війська обстріляли місто вночі, повідомила адміністрація. "


@given(st.text(st.characters(exclude_characters="\ufeff", exclude_categories=("Cs", "Cc"))))
def test_utf_8_comes_back_to_the_letter(text: str) -> None:
    if not text.startswith(("%PDF", "{\\rtf")):
        assert decode(text.encode()) == (text, ())


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides_and_goes(codec: str) -> None:
    assert decode(UKRAINIAN.encode(codec)) == (UKRAINIAN, ())


def test_curly_quotes_in_western_text_are_read_and_the_guess_is_named() -> None:
    text, notes = decode("“We hold the town,” the general said – again.".encode("cp1252"))
    assert text == "“We hold the town,” the general said – again."
    assert notes == ("not UTF-8; read as cp1252, which is a guess",)


def test_cyrillic_in_an_old_encoding_is_recognised() -> None:
    text, notes = decode((UKRAINIAN * 5).encode("cp1251"))
    assert text.startswith("Російські війська")
    assert "cp1251" in notes[0]


def test_a_declared_encoding_outranks_a_guess() -> None:
    assert decode("Żołnierze wkroczyli".encode("iso-8859-2"), "iso-8859-2") == ("Żołnierze wkroczyli", ())


def test_an_encoding_nobody_knows_is_guessed_instead() -> None:
    assert decode("Città evacuata".encode("cp1252"), "klingon")[0] == "Città evacuata"


def test_utf_8_with_a_broken_byte_stays_utf_8() -> None:
    text, notes = decode((UKRAINIAN * 3).encode()[:-2] + b"\xff")
    assert text.startswith("Російські війська")
    assert "broken" in notes[0]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 text", "a PDF"),
        (b"PK\x03\x04rest", "a ZIP"),
        (b"\x1f\x8bzip", "a gzip"),
        (b"abc\x00\x01\x02", "binary"),
        (Random(1).randbytes(4000), "binary"),
    ],
)
def test_bytes_that_are_no_text_are_named_and_refused(raw: bytes, what: str) -> None:
    with pytest.raises(BadInputError, match=what):
        decode(raw)


def test_one_stray_nul_makes_no_binary() -> None:
    assert decode(b"The bridge over the river is gone.\x00 Nobody was hurt there.")[1] == ()


@given(st.binary())
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        text, _ = decode(raw)
    except BadInputError:
        return
    assert isinstance(text, str)


@pytest.mark.parametrize(
    ("markup", "declared"),
    [
        (b'<html><meta charset="windows-1251">', "windows-1251"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-u">', "koi8-u"),
        (b'<?xml version="1.0" encoding="iso-8859-9"?>', "iso-8859-9"),
        (b"<html><body>no word of it", None),
    ],
)
def test_a_page_declares_its_encoding(markup: bytes, declared: str | None) -> None:
    assert declared_in_markup(markup) == declared
