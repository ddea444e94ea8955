"""Sites named after a place, and how precisely a name locates: "Goma airport" is a point, "Homs Province" is not."""

from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.places.kinds import Name
from vedette.mentions.places.words import has
from vedette.model import PlacePrecision
from vedette.model.tokens import Span, Token

UNKNOWN: dict[str, PlacePrecision] = {
    "district": "district",
    "province": "province",
    "feature": "region",
    "road": "point",
    "site": "point",
}
LONGEST = 5
TIMES = frozenset({"DATE", "TIME"})
WIDENING = frozenset({"rural", "countryside"})


def as_site(name: Name) -> Span | None:
    """The whole name of a site that starts with the name of a place, or goes "port of X"; None when it is no site."""
    span, tokens = name.span, name.span.doc
    if (proper := _proper_site(span)) is not None:
        return proper
    end = span.end
    while (
        end < len(tokens) and end < span.end + 3 and has(tokens[end], "site-modifier") and not has(tokens[end], "site")
    ):
        end += 1
    if end < len(tokens) and has(tokens[end], "site") and not tokens[end].is_sent_start:
        while end + 1 < len(tokens) and has(tokens[end], "site-modifier") and has(tokens[end + 1], "site"):
            end += 1
        return tokens.span(span.start, end + 1) if _names_site(tokens[end]) else None
    return None


def _goes_on(token: Token) -> bool:
    return token.text[:1].isupper() and not token.is_sent_start


def _proper_site(span: Span) -> Span | None:
    """ "Aleppo Thermal Power Plant", "Baghdad Hotel": capitals that end in a word for a site."""
    tokens, end = span.doc, span.end
    while end < min(span.end + LONGEST, len(tokens)) and _goes_on(tokens[end]):
        end += 1
    while end > span.end and not (has(tokens[end - 1], "site") or has(tokens[end - 1], "site-name")):
        end -= 1
    follows = end < len(tokens) and tokens[end].pos_ == "PROPN" and tokens[end].ent_type_ not in TIMES
    return tokens.span(span.start, end) if end > span.end and not follows else None


def _names_site(noun: Token) -> bool:
    """One site, not "bases", and not "the port city"."""
    modifies = noun.dep_ in {"compound", "amod", "nmod"} and noun.head.i > noun.i
    goes_on = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "of"
    return noun.tag_ not in {"NNS", "NNPS"} and noun.pos_ != "VERB" and not modifies and not goes_on


def precision_of(name: Name, site: Span | None, entry: Entry | None) -> PlacePrecision:
    """How precisely the words locate: by the word for the sort of place, else by what the name means."""
    if site is not None:
        return "point"
    if entry is None:
        return UNKNOWN.get(name.kind, "settlement")
    if entry.precision == "settlement" and (_widened(name) or name.kind in {"district", "province"}):
        return "province" if name.kind == "province" else "district"
    return entry.precision


def _widened(name: Name) -> bool:
    tokens, span = name.span.doc, name.span
    before = span.start > 0 and tokens[span.start - 1].lower_ in WIDENING
    return before or (span.end < len(tokens) and tokens[span.end].lower_ in WIDENING)
