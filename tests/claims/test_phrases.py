"""Phrases that were learned: where their words are found, what stands around them, and that the rules go first."""

import pytest

from vedette.claims.events import phrase_at
from vedette.mentions.parser import parse


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The chief was laid to rest in Bunia.", ["laid", "to", "rest"]),
        ("The chief was laid quietly to a last rest.", ["laid", "to", "rest"]),
        ("The bricks were laid. To rest is a right.", []),
        ("He laid the book beside his old chair to rest.", []),
    ],
)
def test_a_phrase_is_found_by_its_words_in_order_within_a_sentence(text: str, found: list[str]) -> None:
    first = next(token for token in parse(text) if token.lemma_ == "lay")
    assert [token.text for token in phrase_at(first, ("to", "rest"))] == found


def test_a_word_that_only_modifies_a_noun_or_is_a_name_is_no_phrase() -> None:
    rifles, name = parse("They found assault rifles."), parse("They met Okello in Lagos.")
    assert phrase_at(rifles[2], ()) == () and phrase_at(name[2], ()) == ()
