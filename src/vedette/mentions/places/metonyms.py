"""Tells where the name of a place stands for those who rule there, or belongs to a longer name of something else."""

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer.tables import Entry
from vedette.mentions.parties.nouns import has as has_word
from vedette.mentions.parties.nouns import party_noun, place_lemmas, speech_lemmas
from vedette.mentions.parties.states import capital_acts, country_acts
from vedette.mentions.places.kinds import KINDS, Name
from vedette.mentions.places.words import has
from vedette.model.tokens import Doc, Span, Token

TIMES = frozenset({"DATE", "TIME"})
MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})


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
    urged = root.dep_ in {"dobj", "dative"} and root.head.lemma_.lower() in speech_lemmas()
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
    if name.kind in {"site", "prefixed"}:
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
