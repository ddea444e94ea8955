"""Text is made safe before any later stage sees it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.documents.cleaning import clean, one_line

_any_text = st.text(st.characters(codec=None, categories=("L", "N", "P", "Z", "C")))
_hostile = st.text("\x1b[];0123m\x07\x9b\\ aé\n\r\t\x00\ud800ب")


@pytest.mark.parametrize(
    "dressed",
    [
        "\x1b[1;31mFighters\x1b[0m withdrew",
        "\x1b]0;owned\x07Fighters withdrew",
        "\x1b]8;;http://example.org\x1b\\Fighters\x1b]8;;\x1b\\ withdrew",
        "\x9b31mFighters withdrew",
        "\x1bP1$rx\x1b\\Fighters withdrew",
    ],
)
def test_terminal_escapes_leave_the_words(dressed: str) -> None:
    text, notes = clean(dressed)
    assert text == "Fighters withdrew"
    assert "terminal escape" in notes[0]


def test_a_link_without_an_end_takes_no_words_with_it() -> None:
    assert clean("\x1b]8;;Fighters withdrew from Gao")[0] == "8;;Fighters withdrew from Gao"


def test_every_kind_of_line_break_becomes_a_newline_without_a_note() -> None:
    assert clean("one\r\ntwo\rthree\ffour\x85five") == ("one\ntwo\nthree\nfour\nfive", ())


def test_notes_count_what_was_done() -> None:
    assert clean("a\x00b\x07c\ud800")[1] == ("2 control characters removed", "1 half of a character replaced")


def test_tabs_and_letters_of_every_script_stay() -> None:
    text = "Зеленський\tدمشق\n缅甸 👍 e\u0301"
    assert clean(text) == (text, ())


def test_a_verbatim_text_keeps_its_offsets() -> None:
    text = "He said:\r\n\x1b[31mthe bridge\x1b[0m is \x00gone"
    cleaned, _ = clean(text, verbatim=True)
    assert len(cleaned) == len(text)
    assert cleaned.index("bridge") == text.index("bridge")


@given(st.one_of(_any_text, _hostile), st.booleans())
def test_nothing_unsafe_is_ever_left(text: str, verbatim: bool) -> None:
    cleaned, _ = clean(text, verbatim=verbatim)
    left = {one for one in cleaned if unicodedata.category(one) in ("Cc", "Cs")}
    assert left <= {"\n", "\t"}


@given(st.one_of(_any_text, _hostile))
def test_verbatim_cleaning_never_changes_the_length(text: str) -> None:
    assert len(clean(text, verbatim=True)[0]) == len(text)


@given(st.one_of(_any_text, _hostile))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once, _ = clean(text)
    assert clean(once) == (once, ())


@pytest.mark.parametrize("piece", ["\x1b]", "\x1b[", "\x1bP", "\x1b[0;", "\x9b", "\x1b ", "\x00", "\r"])
def test_a_million_escapes_do_not_hang(piece: str) -> None:
    clean(piece * (1_000_000 // len(piece)) + "x" * 1000)


def test_a_title_is_one_line_of_bounded_length() -> None:
    assert one_line(" Clashes\n in\tGao \x1b[31m ") == "Clashes in Gao"
    assert len(one_line("word " * 100_000) or "") <= 1000


def test_a_title_of_nothing_is_no_title() -> None:
    assert one_line(" \x00\n") is None
    assert one_line(None) is None
