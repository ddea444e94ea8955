"""Reads the parties of a sentence for the tests."""

from vedette.lexicon.actors import load_registry
from vedette.mentions.parser import parse
from vedette.mentions.parties.marking import affiliations, mark_parties
from vedette.model import Document, PartyMention
from vedette.model.tokens import Doc


def parties(text: str) -> list[PartyMention]:
    """All parties of a text, without a gazetteer."""
    return list(mark_parties(parse(text), Document(text), (), load_registry()))


def party(text: str, words: str) -> PartyMention:
    """The last party of a text that has exactly these words."""
    return [one for one in parties(text) if one.text == words][-1]


def offices(text: str) -> list[tuple[str, str, str, str | None]]:
    """Who, relation, title and body, in words."""
    tokens, document = parse(text), Document(text)
    found = affiliations(tokens, document, mark_parties(tokens, document, (), load_registry()))
    return [(tokens[one.person_root].text, one.relation, one.title.text, _text(tokens, one.body_root)) for one in found]


def _text(tokens: Doc, root: int | None) -> str | None:
    return None if root is None else tokens[root].text
