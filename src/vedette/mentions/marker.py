"""Joins the markers of the mentions stage: one parse, then places, times, amounts and parties on it."""

from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path

from vedette.lexicon.own_actors import registry_with
from vedette.mentions.amounts import mark_amounts
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.parser import parse_all
from vedette.mentions.parties.marking import affiliations, mark_parties
from vedette.mentions.places.marking import mark_places
from vedette.mentions.times.marking import mark_times
from vedette.model import Document, Marked
from vedette.model.tokens import Doc


class Marker:
    """Loads what marking needs once and marks any number of documents.

    `places` is the folder of a user's own places, `actors` the file of a user's own actors.
    """

    def __init__(self, places: Path | None = None, actors: Path | None = None) -> None:
        self._registry = registry_with(actors)
        self._gazetteer = load_gazetteer(places)

    def mark(self, document: Document) -> Marked:
        """The document with its parse and its mentions."""
        return next(self.mark_all([document]))

    def mark_all(self, documents: Iterable[Document]) -> Iterator[Marked]:
        """Each document marked, in order, parsed in batches."""
        documents, texts = tee(documents)
        parses = parse_all(document.text for document in texts)
        for document, tokens in zip(documents, parses, strict=True):
            yield self.mark_parsed(document, tokens)

    def mark_parsed(self, document: Document, tokens: Doc) -> Marked:
        """A document marked on a parse of it."""
        times = mark_times(tokens, document.published)
        named, datelines = mark_places(tokens, document, self._gazetteer, self._registry)
        timed = {at for time in times for at in range(time.start, time.end)}
        places = tuple(one for one in named if timed.isdisjoint(range(one.start, one.end)))
        parties = mark_parties(tokens, document, places, self._registry, datelines)
        amounts = mark_amounts(tokens, times)
        offices = affiliations(tokens, document, parties)
        return Marked(document, tokens, parties, places, times, amounts, offices, datelines)
