"""The places of datelines, which are blank in the parse: "BEIRUT (Agency) —", "COLUMBIA, S.C. --", "Kampala -"."""

import re
from collections.abc import Iterator

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.kinds import Name
from vedette.model.tokens import Doc

DATELINE = "dateline"
_NAME = re.compile(r"\s*([A-Z][A-Z .'-]*[A-Z](?![a-z])|[A-Z][A-Za-z '-]*[a-z])(?:, ([A-Z][\w.]*(?: [A-Z][\w.]*)?))?")


def datelines(tokens: Doc, text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """The names in those stretches of the text that the parser left blank."""
    for token in tokens:
        stretch = text[token.idx : token.idx + len(token)] if token.is_space and len(token) > 2 else ""
        written = _NAME.match(stretch)
        if written and (entries := _lying_in(gazetteer.lookup(written[1].title()), written[2], gazetteer)):
            span = tokens.span(token.i, token.i + 1)
            yield Name(span, entries, DATELINE, (token.idx + written.start(1), written[1]))


def _lying_in(entries: tuple[Entry, ...], wider: str | None, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Those that lie in the country or division named after the comma, if any do."""
    if wider is None:
        return entries
    short = gazetteer.short(wider)
    areas = {(one.country, one.admin1) for one in ([short] if short else gazetteer.lookup(wider.title()))}
    return tuple(one for one in entries if {(one.country, one.admin1), (one.country, None)} & areas) or entries
