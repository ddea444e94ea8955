"""Reads the places of a sentence for the tests."""

from eval.tasks.toponyms import mark_toponyms, resolve
from vedette.lexicon.actors import load_registry
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.parser import parse
from vedette.mentions.places.marking import mark_places
from vedette.model import Document, PlaceMention


def places(text: str) -> list[PlaceMention]:
    """All places of a text."""
    return list(mark_places(parse(text), Document(text), load_gazetteer(), load_registry())[0])


def names(text: str) -> set[str]:
    """The words of all places of a text."""
    return {one.text for one in places(text)}


def place(text: str, words: str) -> PlaceMention:
    """The first place of a text that has exactly these words."""
    return next(one for one in places(text) if one.text == words)


def toponyms(text: str) -> set[str]:
    """The words of all place names of a text, whatever they stand for."""
    return {one.text for one in mark_toponyms(parse(text), Document(text), load_gazetteer(), load_registry())}


def meaning(text: str, words: str) -> PlaceMention | None:
    """What a given stretch of a text means."""
    start = text.index(words)
    stretch = (start, start + len(words))
    return resolve(parse(text), Document(text), load_gazetteer(), load_registry(), [stretch])[0]
