"""Finds stretches of a text that may name a place: known names, unknown ones that the words around vouch for, and those
of datelines, which are blank in the parse: "BEIRUT (Agency) —", "COLUMBIA, S.C. --", "Kampala -"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import ARTICLES, Entry, fold
from vedette.mentions.places.evidence import UNPLACED
from vedette.mentions.places.kinds import (
    JOINING,
    KINDS,
    Name,
    aims_at_a_place,
    has,
    kind_after,
    kind_before,
    kind_of,
    place_words,
    verb_above,
    with_kind,
)
from vedette.model.tokens import Doc, Span, Token

CASELESS = "\u0590"  # Hebrew, Arabic and what follows know no capitals
OBSCURE = 20_000
LONGEST_TOWN = 8
OBSCURE_OTHER = 200_000
DATELINE = "dateline"
_NAME = re.compile(r"\s*([A-Z][A-Z .'-]*[A-Z](?![a-z])|[A-Z][A-Za-z '-]*[a-z])(?:, ([A-Z][\w.]*(?: [A-Z][\w.]*)?))?")


def find_names(tokens: Doc, gazetteer: Gazetteer, proved: frozenset[str] = frozenset()) -> Iterator[Name]:
    """All stretches that may name a place, left to right, without overlap; `proved`: names that surely do."""
    at, opening = 0, frozenset(name.split()[0].split("-")[0] for name in proved)
    while at < len(tokens):
        town = _town(tokens, at, proved) if tokens[at].text in opening else None
        name = _name_from(tokens, at, gazetteer, town) if _may_begin(tokens, at) else None
        if name is not None:
            yield name
        at = name.span.end if name is not None else at + 1


def _town(tokens: Doc, at: int, proved: frozenset[str]) -> Span | None:
    """The longest of the proved names that starts here."""
    spans = (tokens.span(at, end) for end in range(min(at + LONGEST_TOWN, len(tokens)), at, -1))
    return next((span for span in spans if span.text in proved), None)


def _name_from(tokens: Doc, at: int, gazetteer: Gazetteer, town: Span | None) -> Name | None:
    if (road := _road(tokens, at)) is not None:
        return road
    span, entries = _name_at(tokens, at, gazetteer)
    if town is not None and (span is None or (not entries and town.end != span.end) or town.end > span.end):
        span, entries = town, gazetteer.lookup(town.text)
    if (prefixed := _prefixed(tokens, at)) is not None and (span is None or prefixed.end > span.end):
        return with_kind(Name(prefixed, gazetteer.lookup(prefixed.text), "prefixed"), gazetteer)
    if span is None:
        return _feature_of(tokens, at, gazetteer)
    name = Name(span, entries, "" if entries else _told_by_last(span))
    return _feature(span, gazetteer) or _feature_of(tokens, at, gazetteer) or with_kind(name, gazetteer)


def _told_by_last(span: Span) -> str:
    """ "Handarat Refugee Camp", "Tahrir Square", "Yarmuk District": unknown, but its last word tells what it is."""
    last = span[-1]
    if len(span) == 1 or last.is_sent_start or any(token.lower_ == "of" for token in span):
        return ""
    if has(last, "site") or (last.text[:1].isupper() and has(last, "site-name")):
        return "site"
    names_area = last.text[:1].isupper() and has(last, "area-name") and span[0].pos_ == "PROPN"
    return kind_of(last) if names_area and not any(has(token, "organisation") for token in span) else ""


def _prefixed(tokens: Doc, at: int) -> Span | None:
    """ "Tal Qarin", "Jabal al-Sheikh", "Kafr Nabl": the first word tells that it names a place."""
    if not has(tokens[at], "name-first") or not tokens[at].text[:1].isupper():
        return None
    end = at + 1
    while end < min(at + 6, len(tokens)) and _continues_prefixed(tokens[end], end + 1 < len(tokens)):
        end += 1
    while not tokens[end - 1].text[:1].isupper():
        end -= 1
    return tokens.span(at, end) if end > at + 1 else None


def _continues_prefixed(token: Token, more: bool) -> bool:
    if kind_of(token) or has(token, "site") or token.is_sent_start or token.ent_type_ in {"DATE", "TIME"}:
        return False
    joins = token.lower_ in ARTICLES or (token.text in {"-", "'"} and not token.whitespace_)
    return token.text[:1].isupper() or (more and joins)


def _road(tokens: Doc, at: int) -> Name | None:
    """ "West Broad Street", "Highway 114"."""
    if tokens[at].lower_ in place_words("numbered-road"):
        end = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text[:1].isdigit() else 0
        return Name(tokens.span(at, end), (), "road") if end else None
    for end in range(at + 1, min(at + 5, len(tokens))):
        token = tokens[end]
        if token.text in place_words("road-name"):
            return Name(tokens.span(at, end + 1), (), "road")
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
    whole = tokens.span(span.start, end + 1)
    return Name(whole, gazetteer.lookup(whole.text), "feature")


def _feature_of(tokens: Doc, at: int, gazetteer: Gazetteer) -> Name | None:
    """ "Lake Titicaca", "Gulf of Alaska"."""
    if not has(tokens[at], "feature-first") or at + 1 >= len(tokens):
        return None
    start = at + 2 if tokens[at + 1].lower_ == "of" else at + 1
    end = start
    while end < min(start + 2, len(tokens)) and tokens[end].pos_ == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    whole = tokens.span(at, end)
    return Name(whole, gazetteer.lookup(whole.text), "feature") if end > start else None


def given_name(tokens: Doc, start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """The name that stands on a given stretch of text; None when no token stands there."""
    span = tokens.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    words = tokens.text[start:end]
    name = with_kind(Name(span, gazetteer.lookup(words) or gazetteer.counties(words)), gazetteer)
    return replace(name, span=span)


def _may_begin(tokens: Doc, at: int) -> bool:
    token = tokens[at]
    if token.lower_ in ARTICLES and at + 2 < len(tokens) and tokens[at + 1].text == "-":
        return tokens[at + 2].text[:1].isupper()
    if not _begins_name(token.text) or token.is_punct or token.lower_ == "the":
        return False
    return at < 2 or tokens[at - 1].text != "-" or tokens[at - 2].lower_ not in ARTICLES


def _name_at(tokens: Doc, at: int, gazetteer: Gazetteer) -> tuple[Span | None, tuple[Entry, ...]]:
    """The longest known name that starts here, else capitalised words that the words around them may make a place."""
    start = tokens[at].idx
    for end in range(_furthest(tokens, at, gazetteer.longest), at, -1):
        last = tokens[end - 1]
        words = tokens.text[start : last.idx + len(last.text)]
        fits = _may_end(last.text) and len(words) > 1 and words.lower() not in ARTICLES
        if fits and (entries := gazetteer.lookup(words)):
            span = tokens.span(at, end)
            whole = _with_tail(span, entries, gazetteer)
            like = fold(whole.text)[:-2]  # "Tuz-Khurmato" is Tuz Khurmatu
            return whole, entries if whole is span else tuple(one for one in entries if fold(one.name).startswith(like))
    return _unknown(tokens, at), ()


def _furthest(tokens: Doc, at: int, longest: int) -> int:
    """Where a name that starts here must end at the latest: at the first word that none goes on with."""
    inside, end = place_words("inside-name"), at + 1
    while end < min(at + longest, len(tokens)):
        token = tokens[end]
        if not (_begins_name(token.text) or token.text.isdigit() or token.lower_ in inside):
            break
        end += 1
    return end


def _with_tail(span: Span, entries: tuple[Entry, ...], gazetteer: Gazetteer) -> Span:
    """ "Khan al-Sheih", "Tal Qarin", "Pont-Sondé": where only a hamlet Khan, Tal or Pont is known, the name goes on."""
    tokens, end = span.doc, span.end
    if _hyphenated(tokens, end) and not gazetteer.lookup(tokens[end + 1].text):
        return tokens.span(span.start, end + 2)
    if end + 2 < len(tokens) and tokens[end].lower_ in ARTICLES and tokens[end + 1].text == "-":
        return tokens.span(span.start, end + 3)
    obscure = len(span) == 1 and all(one.population < (OBSCURE if one.main else OBSCURE_OTHER) for one in entries)
    if obscure and span[0].dep_ == "compound" and span[0].head.i == end and _is_capital(span[0].head):
        return tokens.span(span.start, end + 1)
    return span


def _hyphenated(tokens: Doc, at: int) -> bool:
    """Whether a hyphen stands here between the parts of a name: "Pont-Sondé", not "the Latakia-Turkish border"."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text != "-" or tokens[at - 1].whitespace_ or tokens[at].whitespace_:
        return False
    after, following = tokens[at + 1], tokens[min(at + 2, len(tokens) - 1)]
    return after.text[:1].isupper() and after.ent_type_ != "NORP" and not has(following, "area")


def _is_capital(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper() and not has(token, "site") and not kind_of(token)


def _may_end(word: str) -> bool:
    return _begins_name(word) or word.isdigit()


@lru_cache(maxsize=65536)
def _begins_name(word: str) -> bool:
    """A capital, also behind an elided "d'", or a letter of a script that has none, such as the Arabic one."""
    elided = word[:2] in {"d'", "l'"}
    return word[2 * elided : 2 * elided + 1].isupper() or (word[:1] >= CASELESS and word[:1].isalpha())


def _unknown(tokens: Doc, at: int) -> Span | None:
    first = tokens[at]
    end = at + 1
    while end < len(tokens) and end < at + 6 and _goes_on(tokens, end, first):
        end += 1
    while end > at + 1 and not tokens[end - 1].text[:1].isupper():
        end -= 1
    span = tokens.span(at, end)
    return span if _may_be_place(span) else None


def _may_be_place(span: Span) -> bool:
    """Whether the recogniser calls it a place, or the words beside it lead to one."""
    tokens, first = span.doc, span[0]
    before = tokens[span.start - 1] if span.start else None
    starts = first.ent_iob_ == "B" or (before is not None and before.lower_ == "the")
    if starts and first.ent_type_ in {"GPE", "LOC", "FAC"} and first.pos_ in {"PROPN", "NOUN", "ADJ"}:
        return True
    if _noun_tells(span) or _told_by_last(span):
        return True
    besieged = span.root.dep_ in {"dobj", "conj"} and verb_above(span.root) in place_words("besieged")
    if first.pos_ == "PROPN" and besieged and (len(span) == 1 or first.ent_type_ != "PERSON"):
        return True
    if first.pos_ != "PROPN" or first.ent_type_ in UNPLACED:
        return False
    after = tokens[span.end] if span.end < len(tokens) else None
    led = before is not None and (has(before, "inside") or before.lower_ in JOINING or aims_at_a_place(before))
    if kind_after(span) and len(span) == 1 and first.ent_type_ not in {"ORG", ""}:
        return True
    return led or (after is not None and any(has(after, sort) for sort in (*KINDS, "area", "site")))


def _noun_tells(span: Span) -> bool:
    """ "the village of X", "the province of X", but not "the Department of X"."""
    if kind_before(span) in {"settlement", "district"}:
        return True
    at = span.start - 1
    at -= at > 0 and span.doc[at].lower_ == "the"
    led = at > 0 and span.doc[at].lower_ == "of" and span.doc[at - 1].text.islower()
    return led and (kind_of(span.doc[at - 1]) == "province" or has(span.doc[at - 1], "part"))


def _goes_on(tokens: Doc, end: int, first: Token) -> bool:
    token = tokens[end]
    before = token.nbor(-1)
    if _hyphenated(tokens, end) or _hyphenated(tokens, end - 1):
        return True
    if token.lower_ == "of" and (kind_of(before) or has(before, "site")):
        return False
    if token.text == "'s" or (token.ent_type_ != first.ent_type_ and first.ent_type_):
        return False
    inside = token.lower_ in place_words("inside-name") and token.lower_ not in {"and", "the"}
    return token.text[:1].isupper() or (inside and end + 1 < len(tokens))


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
