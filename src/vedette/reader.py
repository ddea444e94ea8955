"""Text in, claims out: the mentions and claims stages joined; the models load at the first text."""

import os
from functools import cached_property
from pathlib import Path

from vedette.claims import EXTRACTOR, extract
from vedette.documents import from_text
from vedette.mentions import Marker
from vedette.mentions.gazetteer.added import fingerprint
from vedette.model import Claim, Document
from vedette.settings import places_path


class Reader:
    """Reads claims from text; the models load at the first text.

    `extractor` names the added places too, so that a ledger has documents read anew once there are more.
    """

    def __init__(self, places: Path | None = None) -> None:
        """`places` is the folder of added places; without it the one that the environment names, or the user's."""
        self._places = places or places_path(os.environ)
        added = fingerprint(self._places)
        self.extractor = f"{EXTRACTOR}+{added}" if added else EXTRACTOR

    @cached_property
    def _marker(self) -> Marker:
        return Marker(self._places)

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
        return extract(self._marker.mark(document)) if document.language in {None, "en"} else ()
