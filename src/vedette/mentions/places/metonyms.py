"""Tells where the name of a place stands for those who rule there, or belongs to the longer name of a site or body."""

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.parties.nouns import capital_acts, country_acts, is_speech, party_noun, place_lemmas
from vedette.mentions.parties.nouns import has as has_word
from vedette.mentions.places.kinds import KINDS, Name, has
from vedette.model import PlacePrecision
from vedette.model.tokens import Doc, Span, Token

TIMES = frozenset({"DATE", "TIME"})
MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})
UNKNOWN: dict[str, PlacePrecision] = {
    "district": "district",
    "province": "province",
    "feature": "region",
    "road": "point",
    "site": "point",
}
LONGEST = 5
WIDENING = frozenset({"rural", "countryside"})


def stands_for_party(name: Name, meaning: Entry | None, registry: Registry) -> bool:
    """Whether a state or its capital acts or is acted upon: "Russia denied", "talks with Ankara", "U.S. forces"."""
    root = name.root
    country = meaning is not None and meaning.precision == "country"
    if not country and registry.by_capital(name.text) is None:
        return False
    if root.dep_ in {"dobj", "nsubjpass"} and has(root.head, "entered"):
        return False
    if _on_border(name.span):
        return False
    if _within(name.span) or _part_of(root):
        return False
    if root.dep_ == "poss":
        return _is_of_party(root.head)
    if root.dep_ in MODIFYING and root.head.i >= name.span.end:
        return _modifies_party(root.head, country)
    if country:
        return country_acts(root)
    urged = root.dep_ in {"dobj", "dative"} and is_speech(root.head)
    return urged or capital_acts(root)


def _within(span: Span) -> bool:
    """ "southern Somalia"."""
    return span.start > 0 and has(span.doc[span.start - 1], "direction")


def _part_of(root: Token) -> bool:
    """ "parts of Liberia", "the invasion of Kuwait"."""
    return (
        root.dep_ == "pobj"
        and root.head.lower_ == "of"
        and any(has(root.head.head, sort) for sort in ("part", "piece", "fate", *KINDS))
    )


def _on_border(span: Span) -> bool:
    """ "the border with Lebanon"."""
    words = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    return words in (["border", "with"], ["frontier", "with"], ["borders", "with"])


def _is_of_party(noun: Token) -> bool:
    """ "Russia's envoy", "Turkey's consent", but not "Iraq's northern skies"."""
    return party_noun(noun, ()) is not None or any(has_word(noun, sort) for sort in ("deed", "relational", "taken"))


def _modifies_party(noun: Token, country: bool) -> bool:
    """ "U.S. troops", "the Kyiv government", and for countries any noun that names no place: "Syria policy"."""
    party = party_noun(noun, ())
    if party is not None and (country or party.type == "state"):
        return True
    lands = noun.lemma_.lower() in place_lemmas() or any(has(noun, sort) for sort in (*KINDS, "area", "site"))
    return country and not lands


def within_longer_name(name: Name) -> bool:
    """Whether the words are part of the name of an organisation, a paper, a treaty: "Aleppo Media Centre"."""
    span, tokens = name.span, name.span.doc
    if name.kind == "site":
        return False
    if name.kind and span.end < len(tokens) and tokens[span.end].text.islower():
        return False
    return _continues(span, tokens) or _after_of(span, tokens) or _hyphenated(span, tokens)


def _hyphenated(span: Span, tokens: Doc) -> bool:
    """ "Homs-based", "U.S.-backed": a modifier of somebody."""
    end = span.end
    return (
        end + 1 < len(tokens)
        and tokens[end].text == "-"
        and not tokens[end - 1].whitespace_
        and tokens[end + 1].text.islower()
    )


def _continues(span: Span, tokens: Doc) -> bool:
    head = span.root.head
    bound = span.root.dep_ in MODIFYING and head.i >= span.end
    follows = span.end < len(tokens) and _is_proper(tokens[span.end]) and tokens[span.end].ent_type_ not in TIMES
    if follows and (bound or tokens[span.end].ent_iob_ == "I"):
        return True
    precedes = (
        span.start > 0
        and tokens[span.start - 1].dep_ == "compound"
        and tokens[span.start - 1].head.i in range(span.start, span.end)
    )
    if not precedes or not _is_proper(tokens[span.start - 1]):
        return False
    inside = tokens[span.start].ent_type_ == "ORG" and tokens[span.start].ent_iob_ == "I"
    return inside or not has(tokens[span.start - 1], "direction")


def _after_of(span: Span, tokens: Doc) -> bool:
    """ "Bank of England", "Institute for Sudan": a proper name goes on into this one."""
    at = span.start - 1
    at -= at >= 0 and tokens[at].lower_ == "the"
    if at < 1 or tokens[at].lower_ not in {"of", "for"} or not _is_proper(tokens[at - 1]):
        return False
    if tokens[at - 1].lower_ == "control":  # "Control of X passed to the army"
        return False
    inside = tokens[span.start].ent_iob_ == "I" and tokens[span.start].ent_type_ in {
        "ORG",
        "PERSON",
        "WORK_OF_ART",
        "LAW",
        "EVENT",
    }
    return inside and tokens[at].ent_iob_ == "I"


def _is_proper(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()


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
        named = span.start > 0 and tokens[span.start - 1].lower_ == "the"
        return tokens.span(span.start, end + 1) if _names_site(tokens[end], named) else None
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


def _names_site(noun: Token, named: bool) -> bool:
    """One site, not "bases", and not "the port city"; behind an article ("the Dura pass") no verb."""
    modifies = noun.dep_ in {"compound", "amod", "nmod"} and noun.head.i > noun.i
    goes_on = noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ == "of"
    return noun.tag_ not in {"NNS", "NNPS"} and (named or noun.pos_ != "VERB") and not modifies and not goes_on


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
