"""Tells where the name of a place stands for those who rule there, or belongs to a longer name of something else."""

from spacy.tokens import Doc, Span, Token

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer_tables import Entry
from vedette.mentions.party_nouns import party_noun, speech_lemmas
from vedette.mentions.party_states import capital_acts, country_acts
from vedette.mentions.place_kinds import Name
from vedette.mentions.place_words import has

MODIFYING = frozenset({"compound", "nmod", "amod", "npadvmod"})


def stands_for_party(name: Name, meaning: Entry | None, registry: Registry) -> bool:
    """Whether a state or its capital acts or is acted upon: "Russia denied", "talks with Ankara", "U.S. forces"."""
    root = name.root
    if meaning is not None and meaning.precision == "country":
        return country_acts(root) or _modifies_party(name.span, registry, True)
    if registry.by_capital(name.text) is None:
        return False
    urged = root.dep_ in {"dobj", "dative"} and root.head.lemma_.lower() in speech_lemmas()
    return capital_acts(root) or urged or _modifies_party(name.span, registry, False)


def _modifies_party(span: Span, registry: Registry, country: bool) -> bool:
    """ "U.S. troops", "the Kyiv government", and for countries any noun that names no place: "Syria policy"."""
    root = span.root
    if root.dep_ not in MODIFYING or root.head.i < span.end:
        return False
    noun = party_noun(root.head, ())
    if noun is not None and noun.type in {"state", "official", "armed"}:
        return True
    return country and not any(has(root.head, kind) for kind in ("settlement", "district", "province", "area", "site"))


def within_longer_name(name: Name) -> bool:
    """Whether the words are part of the name of an organisation, a paper, a treaty: "Aleppo Media Centre"."""
    span, tokens = name.span, name.span.doc
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
    follows = span.end < len(tokens) and tokens[span.end].text[:1].isupper() and tokens[span.end].pos_ == "PROPN"
    if follows and (bound or tokens[span.end].ent_iob_ == "I"):
        return True
    precedes = (
        span.start > 0
        and tokens[span.start - 1].dep_ == "compound"
        and tokens[span.start - 1].head.i in range(span.start, span.end)
    )
    return precedes and _is_proper(tokens[span.start - 1]) and not has(tokens[span.start - 1], "direction")


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
