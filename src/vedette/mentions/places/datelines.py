"""The towns in datelines and by-lines, which are blank in the parse, and whether a report is on the town it comes from:
"BEIRUT (Agency) —", "COLUMBIA, S.C. --", "Kampala -", "(Goma) –", "From our correspondent in Bunia"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry, kilometres
from vedette.mentions.places.kinds import Name
from vedette.model.tokens import Doc

DATELINE = "dateline"
AROUND_KM = 150.0
ABROAD = 4  # words on other lands to each on its own, in a report from a war with armies from abroad
_NAME = re.compile(
    r"\s*(?:\(|[^\n]*? in (?=[A-Z][\w '-]*[.:]?(?:\n|$)))?"
    r"([A-Z][A-Z .'-]*[A-Z](?![a-z])|[A-Z][A-Za-z '-]*[a-z])(?:, ([A-Z][\w.]*(?: [A-Z][\w.]*)?))?"
)


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


def is_scene(town: Entry, named: Sequence[tuple[Entry, bool]], spoken: Counter[str], nations: Counter[str]) -> bool:
    """Whether a report is on the town it is written in, as far as the places tell that it names, first or later, the
    nations, and the countries of its states and groups: at first nothing lies far away, with a capital nothing at all,
    and most speaks of its country."""
    code, lands = town.country, Counter(one.country for one, _ in named) + spoken
    own, groups = lands[code] + nations[code or ""], nations if town.capital else Counter[str]()
    others = lands.total() - lands[code] + groups.total() - groups[code or ""]
    heard = [one for one, first in named if first or town.capital]
    divisions = {one.admin1 for one in heard if one.precision == "province" and one.country == code}
    ways = [way(town, one) for one in heard if one.precision == "settlement" and not one.capital]
    near = town.admin1 in (divisions or {town.admin1}) and min(ways, default=0) <= AROUND_KM
    return near and (own > others if town.capital else own * ABROAD >= others) and town.precision == "settlement"


def way(one: Entry, other: Entry) -> float:
    """The kilometres between two places."""
    return kilometres((one.lat or 0.0, one.lon or 0.0), (other.lat or 0.0, other.lon or 0.0))
