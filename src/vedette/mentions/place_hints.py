"""Reads what the words around a name say about where it lies: "Paris, Texas", "Jaramana in Syria"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer import Gazetteer
from vedette.mentions.place_names import Name

Within = tuple[str, str | None]
OPENING = frozenset({",", "("})


def within(name: Name, gazetteer: Gazetteer, registry: Registry) -> frozenset[Within]:
    """Countries (code, None) and divisions (code, division) that the text says the name lies in."""
    tokens, span = name.span.doc, name.span
    found: set[Within] = set()
    after = span.end
    if (after < len(tokens) and tokens[after].text in OPENING) or (
        after < len(tokens) and tokens[after].lower_ == "in"
    ):
        found.update(_wider(tokens, after + 1, gazetteer))
    return frozenset(found - {(one.country or "", None) for one in name.entries if one.precision == "country"})


def _wider(tokens: Doc, at: int, gazetteer: Gazetteer) -> Iterator[Within]:
    """The country, division or district named at this token."""
    at += at < len(tokens) and tokens[at].lower_ == "the"
    for end in range(min(at + 4, len(tokens)), at, -1):
        words = tokens[at:end].text
        short = gazetteer.short(words)
        if short is not None:
            yield (short.country or "", short.admin1)
            return
        wide = (
            [one for one in gazetteer.lookup(words) if one.precision in {"country", "province", "district"}]
            if words[:1].isupper()
            else []
        )
        if wide:
            yield from ((one.country or "", one.admin1) for one in wide)
            return
