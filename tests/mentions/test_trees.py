"""The plain values say of every text what spaCy's own objects say of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import tokens as spacy_tokens

from vedette.mentions.parser import load_parser, parse_all, uses
from vedette.mentions.trees import OF_USE, taken_over
from vedette.model.tokens import Doc, Span, Token

TEXTS = (
    "",
    "Rebels, who had left  Goma on Monday, shelled the town of Sake, killing nine, the army's Col. Diallo said.",
    'The drone, the colonel added, came from the north.\n\n"We\'ll answer," he said (AFP).',
    "He said most were farmers. He denied that the town had fallen and said troops in the suburb of Jaramana hold it.",
)
SAME = (
    "i", "idx", "text", "lower_", "whitespace_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_",
    "is_sent_start", "is_space", "is_punct", "is_alpha", "is_title", "is_stop",
)  # fmt: skip
WALKS = ("lefts", "rights", "children", "subtree", "ancestors")

texts = st.sampled_from(TEXTS) | st.text(max_size=80) | st.lists(st.sampled_from(TEXTS), max_size=3).map(" ".join)


def both(text: str) -> tuple[Doc, spacy_tokens.Doc]:
    parsed = load_parser()(text)
    plain = taken_over([parsed], uses())
    for name in OF_USE:
        parsed = load_parser().get_pipe(name)(parsed)
    return plain, parsed


@settings(max_examples=40, deadline=None)
@given(texts)
def test_every_token_is_that_of_spacy(text: str) -> None:
    plain, parsed = both(text)
    for ours, theirs in zip(plain, parsed, strict=True):
        assert [getattr(ours, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
        assert ours.morph.strip("_") == str(theirs.morph) and len(ours) == len(theirs)
        assert [ours.head.i, ours.left_edge.i, ours.right_edge.i] == [
            theirs.head.i, theirs.left_edge.i, theirs.right_edge.i
        ]  # fmt: skip
        for name in WALKS:
            assert [one.i for one in getattr(ours, name)] == [one.i for one in getattr(theirs, name)]


def ends(span: Span | spacy_tokens.Span) -> tuple[int, int, int, int, str, str]:
    return span.start, span.end, span.start_char, span.end_char, span.text, span.text_with_ws


@settings(max_examples=40, deadline=None)
@given(texts)
def test_sentences_and_entities_are_those_of_spacy(text: str) -> None:
    plain, parsed = both(text)
    assert plain.text == parsed.text
    assert [ends(one) for one in plain.sents] == [ends(one) for one in parsed.sents]
    assert [(*ends(one), one.label_) for one in plain.ents] == [(*ends(one), one.label_) for one in parsed.ents]
    assert [ends(one.sent) for one in plain] == [ends(one.sent) for one in parsed]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TEXTS[1:]), st.integers(0, 120), st.integers(1, 60))
def test_a_span_between_two_offsets_is_that_of_spacy(text: str, start: int, length: int) -> None:
    plain, parsed = both(text)
    expanded = (
        plain.char_span(start, start + length, "expand"),
        parsed.char_span(start, start + length, alignment_mode="expand"),
    )
    contracted = (
        plain.char_span(start, start + length, "contract"),
        parsed.char_span(start, start + length, alignment_mode="contract"),
    )
    for ours, theirs in (expanded, contracted):
        assert (ours is None) == (theirs is None)
        if ours is not None and theirs is not None and len(ours):
            assert (*ends(ours), ours.root.i) == (*ends(theirs), theirs.root.i)


def test_spans_are_cut_at_the_ends_of_the_text() -> None:
    doc, _ = both("Rebels shelled Goma on Monday.")
    assert [doc.span(1, 3).text, doc.span(3, 99).text, doc.span(4, 2).text] == ["shelled Goma", "on Monday.", ""]
    assert [doc.span(1, 4)[-1].text, str(doc[0]), repr(doc.span(0, 2))] == ["on", "Rebels", "Rebels shelled"]
    assert [doc[0].nbor().text, doc[2].nbor(-2).text] == ["shelled", "Rebels"]
    assert doc[1].is_ancestor(doc[4]) and not doc[4].is_ancestor(doc[1])


@pytest.mark.parametrize("step", [-1, 6])
def test_nothing_stands_before_the_first_token_or_after_the_last(step: int) -> None:
    doc, _ = both("Rebels shelled Goma on Monday.")
    with pytest.raises(IndexError):
        doc[0].nbor(step)


def test_a_text_in_pieces_is_one_text_again() -> None:
    text = "Rebels shelled Goma on Monday. Residents fled to Sake.\n" * 900
    whole = next(parse_all([text]))
    assert whole.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in whole)
    assert [token.i for token in whole] == list(range(len(whole)))
    assert all(inside(token) for token in whole)


def inside(token: Token) -> bool:
    return token.sent.start <= token.head.i < token.sent.end
