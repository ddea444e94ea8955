"""Finds place names by gazetteer, syntax and the recogniser's vote, and tells which place each one means."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer import Gazetteer
from vedette.mentions.gazetteer_tables import Entry
from vedette.mentions.place_context import Reading, Within, choose
from vedette.mentions.place_evidence import Judge
from vedette.mentions.place_hints import holding, within
from vedette.mentions.place_metonyms import stands_for_party, within_longer_name
from vedette.mentions.place_names import Name, find_names, given_name
from vedette.mentions.place_sites import as_site, precision_of
from vedette.model import Document, PlaceMention


def mark_places(tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry) -> tuple[PlaceMention, ...]:
    """The places a document names, in order, without states that act as parties and names inside other names."""
    names = [one for one in _toponyms(tokens, gazetteer, registry) if one.kind != "road"]
    meanings = _meanings(names, tokens, gazetteer, registry)
    sites = [as_site(name) for name in names]
    kept = [
        (name, site, meaning)
        for name, site, meaning in zip(names, sites, meanings, strict=True)
        if site is not None or not (stands_for_party(name, registry) or within_longer_name(name))
    ]
    return tuple(_mention(name, site, meaning, document, gazetteer) for name, site, meaning in kept)


def mark_toponyms(
    tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry
) -> tuple[PlaceMention, ...]:
    """Every place name, also where it stands for a government or in a longer name: what geoparsing corpora count."""
    names = _toponyms(tokens, gazetteer, registry)
    meanings = _meanings(names, tokens, gazetteer, registry)
    return tuple(_mention(name, None, one, document, gazetteer) for name, one in zip(names, meanings, strict=True))


def resolve(
    tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry, stretches: Iterable[tuple[int, int]]
) -> list[PlaceMention | None]:
    """What each given stretch of the document means: an adjective its country, an unknown name somewhere near the
    place named next to it; None where nothing is known of it."""
    given = [_given(tokens, start, end, gazetteer, registry) for start, end in stretches]
    asked = [one for one in given if one is not None]
    covered = {i for one in asked for i in range(one.span.start, one.span.end)}
    others = [
        one for one in _toponyms(tokens, gazetteer, registry)
        if covered.isdisjoint(range(one.span.start, one.span.end))
    ]  # fmt: skip
    names = sorted([*asked, *others], key=lambda one: one.span.start)
    meanings = dict(zip(names, _meanings(names, tokens, gazetteer, registry), strict=True))
    return [
        None if one is None else _mention(one, None, meanings[one] or _beside(one, meanings), document, gazetteer)
        for one in given
    ]


def _given(tokens: Doc, start: int, end: int, gazetteer: Gazetteer, registry: Registry) -> Name | None:
    name = given_name(tokens, start, end, gazetteer)
    country = registry.by_adjective(tokens.text[start:end])
    entry = gazetteer.country(country.code) if country is not None else None
    return replace(name, entries=(entry,)) if name is not None and entry is not None else name


def _beside(name: Name, meanings: Mapping[Name, Entry | None]) -> Entry | None:
    """Somewhere near the known place that is named nearest in the text."""
    known = [(abs(name.span.start - one.span.start), entry) for one, entry in meanings.items() if entry is not None]
    local = [(apart, entry) for apart, entry in known if entry.precision not in {"country", "region"}]
    nearest = min(local or known, key=lambda pair: pair[0], default=None)
    return replace(nearest[1], name=name.text, precision="region", geonames_id=None) if nearest else None


def _toponyms(tokens: Doc, gazetteer: Gazetteer, registry: Registry) -> list[Name]:
    return Judge(tokens, gazetteer, registry).accepted(find_names(tokens, gazetteer))


def _meanings(names: Sequence[Name], tokens: Doc, gazetteer: Gazetteer, registry: Registry) -> list[Entry | None]:
    """What each name means: the same throughout the document, unless the words around it tell otherwise."""
    hints = [within(name, gazetteer) for name in names]
    held = holding(names)
    keys = [(name.text, name.entries) for name in names]
    groups = {key: [at for at, other in enumerate(keys) if other == key] for key in dict.fromkeys(keys)}
    readings = [
        Reading(key[1], len(places), _joined(hints, places), _joined(held, places)) for key, places in groups.items()
    ]
    spoken = Counter(country.code for token in tokens if (country := registry.by_adjective(token.text)) is not None)
    chosen = dict(zip(groups, choose(readings, spoken), strict=True))
    return [chosen[key] for key in keys]


def _joined(hints: Sequence[frozenset[Within]], places: Sequence[int]) -> frozenset[Within]:
    return frozenset().union(*(hints[at] for at in places))


def _mention(
    name: Name, site: Span | None, entry: Entry | None, document: Document, gazetteer: Gazetteer
) -> PlaceMention:
    span = site or name.span
    start, end = span.start_char, span.end_char
    text, precision = document.text[start:end], precision_of(name, site, entry)
    root = _root(name, site)
    if entry is None:
        return PlaceMention(start, end, text, root, precision, name=name.text)
    division = gazetteer.division(entry)
    own = site is None or entry.precision == "point"
    return PlaceMention(
        start, end, text, root, precision, entry.geonames_id if own else None, entry.name if own else text,
        entry.country, division.name if division else entry.admin1, entry.lat, entry.lon,
    )  # fmt: skip


def _root(name: Name, site: Span | None) -> int:
    """The token that ties the place to its sentence: "province" of "Idlib province"."""
    if site is not None:
        return site.root.i
    head = name.root.head
    close = name.span.end <= head.i <= name.span.end + 1
    return head.i if name.kind and close and name.root.dep_ in {"compound", "nmod"} else name.root.i
