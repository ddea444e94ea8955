"""Text in, claims out: the mentions and claims stages joined; the models load at the first text."""

import gc
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from vedette.claims import EXTRACTOR, extract
from vedette.documents import from_text
from vedette.lexicon import own_actors
from vedette.mentions import Marker
from vedette.mentions.gazetteer.index import fingerprint
from vedette.model import Claim, Document
from vedette.settings import actors_path, places_path


class Reader:
    """Reads claims from text; the models load at the first text.

    `extractor` names the added places and actors too, so that a ledger has documents read anew once there are more.
    """

    def __init__(self, places: Path | None = None, actors: Path | None = None) -> None:
        """The folder of added places and the file of added actors; else those the environment names, or the user's."""
        self._places = places or places_path(os.environ)
        self._actors = actors or actors_path(os.environ)
        added = [word for word in (fingerprint(self._places), own_actors.fingerprint(self._actors)) if word]
        self.extractor = "+".join([EXTRACTOR, *added])

    @cached_property
    def _marker(self) -> Marker:
        marker = Marker(self._places, self._actors)
        gc.freeze()  # what stays for good is not to be searched again and again while documents are read
        return marker

    def read(
        self,
        text: str,
        outlet: str | None = None,
        published: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> tuple[Claim, ...]:
        """The claims of one text; `published` is an ISO date or date-time and anchors words such as "on Monday"."""
        return self.claims(from_text(text, outlet=outlet, published=published, title=title, url=url))

    def claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of one document; none where it is not in English, which is all that is read for now."""
        return next(self.claims_of([document]))

    def claims_of(self, documents: Iterable[Document]) -> Iterator[tuple[Claim, ...]]:
        """The claims of each document, in order, parsed in batches."""
        every = list(documents)
        readable = [one for one in every if one.language in {None, "en"}]
        marked = self._marker.mark_all(readable) if readable else iter(())
        for document in every:
            yield extract(next(marked)) if document.language in {None, "en"} else ()
