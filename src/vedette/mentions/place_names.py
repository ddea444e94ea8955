"""Finds stretches of a text that may name a place: known names, and unknown ones that the words around vouch for."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from vedette.mentions.gazetteer import Gazetteer
from vedette.mentions.gazetteer_names import ARTICLES
from vedette.mentions.gazetteer_tables import Entry
from vedette.mentions.place_kinds import Name, kind_before, with_kind
from vedette.mentions.place_words import has, place_words


def find_names(tokens: Doc, gazetteer: Gazetteer) -> Iterator[Name]:
    """All stretches that may name a place, left to right, without overlap."""
    at = 0
    while at < len(tokens):
        name = _name_from(tokens, at, gazetteer) if _may_begin(tokens, at) else None
        if name is not None:
            yield name
        at = name.span.end if name is not None else at + 1


def _name_from(tokens: Doc, at: int, gazetteer: Gazetteer) -> Name | None:
    if (road := _road(tokens, at)) is not None:
        return road
    span, entries = _name_at(tokens, at, gazetteer)
    if span is None:
        return _feature_of(tokens, at, gazetteer)
    return _feature(span, gazetteer) or _feature_of(tokens, at, gazetteer) or with_kind(Name(span, entries), gazetteer)


def _road(tokens: Doc, at: int) -> Name | None:
    """ "West Broad Street", "Highway 114"."""
    if tokens[at].lower_ in place_words("numbered-road"):
        end = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text[:1].isdigit() else 0
        return Name(tokens[at:end], (), "road") if end else None
    for end in range(at + 1, min(at + 5, len(tokens))):
        token = tokens[end]
        if token.text in place_words("road-name"):
            return Name(tokens[at : end + 1], (), "road")
        if not token.text[:1].isupper() or token.is_sent_start:
            break
    return None


def _feature(span: Span, gazetteer: Gazetteer) -> Name | None:
    """ "Ural Mountains", "Euphrates River": a name that goes on into the word for what it names."""
    tokens, end = span.doc, span.end
    if end >= len(tokens) or not tokens[end].text[:1].isupper() or tokens[end].is_sent_start:
        return None
    if not has(tokens[end], "feature"):
        return None
    whole = tokens[span.start : end + 1]
    return Name(whole, gazetteer.lookup(whole.text), "feature")


def _feature_of(tokens: Doc, at: int, gazetteer: Gazetteer) -> Name | None:
    """ "Lake Titicaca", "Gulf of Alaska"."""
    if not has(tokens[at], "feature-first") or at + 1 >= len(tokens):
        return None
    start = at + 2 if tokens[at + 1].lower_ == "of" else at + 1
    end = start
    while end < min(start + 2, len(tokens)) and tokens[end].pos_ == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    whole = tokens[at:end]
    return Name(whole, gazetteer.lookup(whole.text), "feature") if end > start else None


def given_name(tokens: Doc, start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """The name that stands on a given stretch of text; None when no token stands there."""
    span = tokens.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    name = with_kind(Name(span, gazetteer.lookup(tokens.text[start:end])), gazetteer)
    return replace(name, span=span)


def _may_begin(tokens: Doc, at: int) -> bool:
    token = tokens[at]
    following = tokens[at + 1].text if at + 2 < len(tokens) else ""
    if token.lower_ in ARTICLES and following == "-":
        return tokens[at + 2].text[:1].isupper()
    if at > 1 and tokens[at - 1].text == "-" and tokens[at - 2].lower_ in ARTICLES:
        return False
    return token.text[:1].isupper() and not token.is_punct and token.lower_ != "the"


def _name_at(tokens: Doc, at: int, gazetteer: Gazetteer) -> tuple[Span | None, tuple[Entry, ...]]:
    """The longest known name that starts here, else the capitalised words of an entity that the recogniser calls a
    place, or after "the village of"."""
    for end in range(min(at + gazetteer.longest, len(tokens)), at, -1):
        span = tokens[at:end]
        if _is_name(span) and (entries := gazetteer.lookup(span.text)):
            whole = _with_tail(span)
            return whole, entries if whole is span else ()
    return _unknown(tokens, at), ()


def _with_tail(span: Span) -> Span:
    """ "Khan al-Sheih", where only Khan is known: the name goes on after the article."""
    tokens, end = span.doc, span.end
    if end + 2 < len(tokens) and tokens[end].lower_ in ARTICLES and tokens[end + 1].text == "-":
        return tokens[span.start : end + 3]
    return span


def _is_name(span: Span) -> bool:
    last, text = span[-1], span.text
    if not (last.text[:1].isupper() or last.text[:1].isdigit()) or len(text) < 2 or "\n" in text:
        return False
    if len(span) == 1:
        return span.text.lower() not in ARTICLES
    inside = place_words("inside-name")
    return all(token.text[:1].isupper() or token.lower_ in inside or token.is_digit for token in span)


def _unknown(tokens: Doc, at: int) -> Span | None:
    first = tokens[at]
    starts = first.ent_iob_ == "B" or (at > 0 and tokens[at - 1].lower_ == "the")
    placed = starts and first.ent_type_ in {"GPE", "LOC", "FAC"} and first.pos_ in {"PROPN", "NOUN", "ADJ"}
    if not placed and kind_before(tokens[at : at + 1]) not in {"settlement", "district"}:
        return None
    end = at + 1
    while end < len(tokens) and end < at + 6 and _goes_on(tokens, end, first):
        end += 1
    while end > at + 1 and not tokens[end - 1].text[:1].isupper():
        end -= 1
    return tokens[at:end]


def _goes_on(tokens: Doc, end: int, first: Token) -> bool:
    token = tokens[end]
    if token.text == "'s" or (token.ent_type_ != first.ent_type_ and first.ent_type_):
        return False
    inside = token.lower_ in place_words("inside-name") and token.lower_ not in {"and", "the"}
    return token.text[:1].isupper() or (inside and end + 1 < len(tokens))
