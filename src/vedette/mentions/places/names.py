"""Finds stretches of a text that may name a place: known names, and unknown ones that the words around vouch for."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vedette.lexicon.actors import Registry
from vedette.lexicon.classes import is_ordinal, noun_classes, word_class
from vedette.lexicon.grids import BORDER, heads_of, opens_a_line
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import ARTICLES, Entry, fold
from vedette.mentions.places.kinds import Name, classes, has, of_sort, place_words, with_kind
from vedette.mentions.places.runs import run_at
from vedette.mentions.places.traits import odds
from vedette.model.tokens import Doc, Span, Token

CASELESS = "\u0590"  # Hebrew, Arabic and what follows know no capitals
OBSCURE = 50_000
OBSCURE_OTHER = 200_000
OFFICE_REACH = 6
HOPELESS, SURELY = -3.0, 1.0
TOWNS = frozenset({"settlement", "district", "province"})
_BEFORE_COUNT = re.compile(rf":|[^\S\n][–—-][^\S\n]|{BORDER.pattern}")
_SORTS = frozenset({"settlement", "district", "province", "area", "site", "site-name"})


def find_names(tokens: Doc, gazetteer: Gazetteer) -> Iterator[Name]:
    """All stretches that may name a place, left to right, without overlap; of longer names only known parts."""
    at, past, units = 0, 0, word_class("party_words", "numbered unit")
    while at < len(tokens):
        token = tokens[at]
        lower = token.text.islower() and token.text not in ARTICLES
        near = tokens[at : at + 3] if at and not lower and is_ordinal(tokens[at - 1].lower_) else []
        if lower or any(one.lower_ in units for one in near):  # "the 22nd Infantry Division"
            at += 1
            continue
        run = run_at(tokens, at, gazetteer) if at >= past else None
        past = run.end if run is not None else past
        name = _name_from(tokens, at, gazetteer, run) if run or _may_begin(tokens, at) else None
        if name is not None:
            yield name
        at = name.span.end if name is not None else at + 1


def _name_from(tokens: Doc, at: int, gazetteer: Gazetteer, run: Span | None) -> Name | None:
    camp = _feature_of(tokens, at, gazetteer) if has(tokens[at], "site-first") else None
    if (road := _road(tokens, at) or camp) is not None:
        return road
    span, entries = _known_at(tokens, at, gazetteer)
    if run is not None and (span is None or (run.end > span.end and _goes_on(span, run, entries))):
        span, entries = run, gazetteer.lookup(run.text) or _like(run, entries)
    if span is None:
        return _feature_of(tokens, at, gazetteer)
    name = with_kind(Name(span, entries, "" if entries else _sort_of_site(span)), gazetteer)
    if not entries and not name.kind and _holds_office(span):
        return None
    if not entries and not name.kind and odds(span) < (0.0 if _holds_known(span, gazetteer) else HOPELESS):
        return None
    first = None if run is span and (entries or has(span[0], "name-first")) else _feature_of(tokens, at, gazetteer)
    return _feature(span, gazetteer) or first or name


def _holds_office(span: Span) -> bool:
    """ "The governor of Cabo Delgado, Valige Tauabo, …"."""
    tokens = span.doc
    if span.start < OFFICE_REACH or tokens[span.start - 1].text != "," or len(span) == 1:
        return False
    before = tokens[span.start - OFFICE_REACH : span.start - 1]
    of = [one.i for one in before if one.lower_ == "of" and has(one.nbor(-1), "office")]
    return bool(of) and not any(one.is_punct for one in tokens[of[-1] : span.start - 1])


def _holds_known(span: Span, gazetteer: Gazetteer) -> bool:
    """ "Leave Juba": a large town at its end."""
    found = gazetteer.lookup(span[-1].text) if len(span) > 1 else ()
    return any(one.main and one.population >= OBSCURE for one in found)


def _like(run: Span, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """ "Tuz-Khurmato" is Tuz Khurmatu."""
    return tuple(one for one in entries if fold(one.name).startswith(fold(run.text)[:-2]))


def _goes_on(span: Span, run: Span, entries: tuple[Entry, ...]) -> bool:
    """Whether a known name only begins another one: a hamlet Khan in "Khan al-Sheih", Pont in "Pont-Sondé"."""
    if has(span.doc[span.end], "office") or (span.start > 1 and has(span.doc[span.start - 2], "office")):
        return False  # "Salta Governor Juan Urtubey", "governor of Segou Alhousseini Samaké"
    if span.doc[span.end].text in {"-", "'"} or has(span[0], "name-first"):
        return True
    head = span[-1].head.i
    if span[-1].dep_ != "compound" or not span.end <= head < run.end or any(has(one, "organisation") for one in run):
        return has(span[-1], "direction") and odds(run) > 0
    obscure = len(span) == 1 and all(one.population < (OBSCURE if one.main else OBSCURE_OTHER) for one in entries)
    return odds(run) > (0.0 if obscure else SURELY) or (obscure and head == span.end)


def _sort_of_site(span: Span) -> str:
    """ "Handarat Refugee Camp", "Tahrir Square": what follows the name tells that it is a site's."""
    tokens, end = span.doc, span.end
    while end + 1 < len(tokens) and tokens[end].text[:1].isupper() and has(tokens[end], "site-modifier"):
        end += 1
    named = end < len(tokens) and tokens[end].text[:1].isupper() and not tokens[end].is_sent_start
    faith = has(span[0], "not-a-place")  # "the Catholic Church"
    if end < len(tokens) and end == span.end and has(tokens[end], "landform") and span.start:
        return "site" if tokens[span.start - 1].lower_ == "the" else ""
    return "site" if named and not faith and (has(tokens[end], "site") or has(tokens[end], "site-name")) else ""


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
    """ "Lake Titicaca", "Gulf of Alaska", "Camp Zamzam"."""
    camp = has(tokens[at], "site-first")
    if not (camp or has(tokens[at], "feature-first")) or at + 1 >= len(tokens):
        return None
    start = at + 2 if tokens[at + 1].lower_ == "of" else at + 1
    end = start
    while end < min(start + 2, len(tokens)) and tokens[end].pos_ == "PROPN" and tokens[end].text[:1].isupper():
        end += 1
    whole = tokens.span(at, end)
    known = gazetteer.lookup(f"{tokens.span(start, end).text} {tokens[at].lower_}" if camp else whole.text)
    return Name(whole, known, "site" if camp else "feature") if end > start else None


def _may_begin(tokens: Doc, at: int) -> bool:
    token = tokens[at]
    if token.lower_ in ARTICLES and at + 2 < len(tokens) and tokens[at + 1].text == "-":
        return tokens[at + 2].text[:1].isupper()
    if not _begins_name(token.text) or token.is_punct or token.lower_ == "the":
        return False
    return at < 2 or tokens[at - 1].text != "-" or tokens[at - 2].lower_ not in ARTICLES


def _known_at(tokens: Doc, at: int, gazetteer: Gazetteer) -> tuple[Span | None, tuple[Entry, ...]]:
    """The longest known name that starts here."""
    start = tokens[at].idx
    for end in range(_furthest(tokens, at, gazetteer.longest), at, -1):
        last = tokens[end - 1]
        words = tokens.text[start : last.idx + len(last.text)]
        fits = _may_end(last.text) and len(words) > 1 and words.lower() not in ARTICLES
        if fits and (entries := gazetteer.lookup(words)):
            return tokens.span(at, end), entries
    return None, ()


def _furthest(tokens: Doc, at: int, longest: int) -> int:
    """Where a name that starts here must end at the latest: at the first word that none goes on with."""
    inside, end = place_words("inside-name"), at + 1
    while end < min(at + longest, len(tokens)):
        token = tokens[end]
        if not (_begins_name(token.text) or token.text.isdigit() or token.lower_ in inside):
            break
        end += 1
    return end


def _may_end(word: str) -> bool:
    return _begins_name(word) or word.isdigit()


@lru_cache(maxsize=65536)
def _begins_name(word: str) -> bool:
    """A capital, also behind an elided "d'", or a letter of a script that has none, such as the Arabic one."""
    elided = word[:2] in {"d'", "l'"}
    return word[2 * elided : 2 * elided + 1].isupper() or (word[:1] >= CASELESS and word[:1].isalpha())


def heads_of_rows(names: Iterable[Name], gazetteer: Gazetteer) -> list[Name]:
    """ "Rajouri: 2 dead", "Delmas | 610": names alone in their cell before a count, if any of them is known or a word
    for a sort of place heads their column."""
    heads = [one for one in names if _heads_a_row(one)]
    told = [noun for one in heads if (noun := _head_of_column(one)) is not None and _SORTS & classes(noun)]
    if told:
        return [of_sort(one, told[0], gazetteer) for one in heads]
    return heads if any(one.entries for one in heads) else []


def heads_of_items(names: Iterable[Name], registry: Registry) -> list[Name]:
    """ "- Halfa: under siege", "TARTAR. Two men died": names that open the items of a list, mostly towns."""
    opening = (
        one for one in names if one.span.doc.text.startswith((": ", ". ") if one.text.isupper() else ": ", one.end)
    )
    heads = [one for one in opening if opens_a_line(one.span.doc.text, one.start) and not _speaks(one.text, registry)]
    towns = [one for one in heads if any(entry.main and entry.precision in TOWNS for entry in one.entries)]
    return heads if len(towns) > 1 and 2 * len(towns) >= len(heads) else []


def _speaks(label: str, registry: Registry) -> bool:
    """ "Police: …", "Hamas: …": whoever they are, no place."""
    return registry.named(label) is not None or label.lower() in noun_classes()


def _head_of_column(name: Name) -> Token | None:
    tokens = name.span.doc
    for start, end in heads_of(tokens.text, (name.start, name.end))[-1:]:
        head = tokens.char_span(start, end, alignment_mode="contract")
        return head[-1] if head is not None and len(head) else None
    return None


def _heads_a_row(name: Name) -> bool:
    tokens, cell = name.span.doc, name.span.root.sent
    before = tokens[cell.start : name.span.start]
    border = _BEFORE_COUNT.match(tokens.text, name.span.end_char)
    after = tokens[name.span.end + 1 : name.span.end + 4] if border else []
    counted = any(one.pos_ == "NUM" or one.text[:1].isdigit() for one in after)
    summed = name.text.lower() in word_class("grammar", "altogether")
    return counted and not summed and not any(one.is_alpha for one in before)


def seats(tokens: Doc, gazetteer: Gazetteer, registry: Registry, focus: frozenset[str]) -> Iterator[Name]:
    """Capitals without their names: "Mali's capital", "the Malian capital", "the capital" of the one land spoken of."""
    only = registry.country(min(focus)) if len(focus) == 1 else None
    for token in tokens:
        if token.lower_ != "capital" or token.dep_ in {"compound", "appos", "attr"}:
            continue
        if any(one.dep_ in {"appos", "prep"} for one in token.rights):
            continue  # "the capital, Bamako", "the capital of the province"
        before = next((one for one in reversed(list(token.lefts)) if one.dep_ != "case"), token)
        state = registry.holder(before.text)
        own = registry.by_adjective(before.text) or (registry.state(state) if state is not None else None)
        country, first = (only, token) if before.lower_ == "the" else (own, before)
        called, code = (country.capitals, country.code) if country is not None else ((), "")
        found = (one for name in called for one in gazetteer.lookup(name) if one.capital and one.country == code)
        if (seat := next(found, None)) is not None:
            yield Name(tokens.span(first.i, token.i + 1), (seat,))
