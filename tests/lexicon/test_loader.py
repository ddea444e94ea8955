"""Tables are read into frozen entries; a bad one says what is wrong with it."""

from dataclasses import FrozenInstanceError, dataclass

import pytest

from vedette.lexicon import LexiconError, load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import NounEntry


@dataclass(frozen=True)
class Wider:
    """A shape that asks for more than the table has."""

    name: str
    words: tuple[str, ...]
    colour: str
    gloss: str = ""


@dataclass(frozen=True)
class Narrower:
    """A shape that knows less than the table has."""

    name: str


@pytest.mark.parametrize(("shape", "field"), [(Wider, "colour"), (Narrower, "gloss")])
def test_a_missing_or_unknown_field_is_named_with_its_entry(shape: type, field: str) -> None:
    with pytest.raises(LexiconError, match=rf"grammar.toml, entry 1: .*{field}"):
        load("grammar", shape)


def test_entries_are_frozen_and_lists_become_tuples() -> None:
    first = load("grammar", NounEntry)[0]
    assert isinstance(first.words, tuple)
    with pytest.raises(FrozenInstanceError):
        first.name = "other"


def test_a_class_has_its_words_and_an_unknown_class_none() -> None:
    assert "hundred" in word_class("grammar", "counter") and word_class("grammar", "colour") == frozenset()


@pytest.mark.parametrize("table", ["grammar", "verbs", "nouns", "party_words", "place_words", "sourcing"])
def test_no_two_classes_of_a_table_have_one_name(table: str) -> None:
    names = [entry.name for entry in load(table, NounEntry)]
    assert [name for name in set(names) if names.count(name) > 1] == []


def test_no_word_stands_twice_in_a_class() -> None:
    for table in ("grammar", "nouns", "verbs"):
        for entry in load(table, NounEntry):
            assert [word for word in set(entry.words) if entry.words.count(word) > 1] == [], (table, entry.name)
