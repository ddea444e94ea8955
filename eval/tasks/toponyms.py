"""What geoparsing corpora ask beyond the places of a report: every name, and what given stretches of a text mean."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vedette.lexicon.actors import Registry
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.places.evidence import Judge
from vedette.mentions.places.kinds import Name, with_kind
from vedette.mentions.places.marking import Found, mention_of, read_names, toponyms
from vedette.model import Document, PlaceMention
from vedette.model.tokens import Doc


def mark_toponyms(
    tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry
) -> tuple[PlaceMention, ...]:
    """Every place name but buildings', also one that stands for a government or in a longer name: what geoparsing
    corpora count."""
    judge = Judge(tokens, gazetteer, registry)
    found = read_names(toponyms(judge, document), judge)
    return tuple(mention_of(one, None, document, gazetteer) for one in found if one.name.kind != "site")


def resolve(
    tokens: Doc, document: Document, gazetteer: Gazetteer, registry: Registry, stretches: Iterable[tuple[int, int]]
) -> list[PlaceMention | None]:
    """What each given stretch of the document means: an adjective its country, an unknown name somewhere near the
    place named next to it; None where nothing is known of it."""
    given = [_given(tokens, start, end, gazetteer, registry) for start, end in stretches]
    covered = {i for one in given if one is not None for i in range(one.span.start, one.span.end)}
    judge = Judge(tokens, gazetteer, registry)
    others = [one for one in toponyms(judge, document) if covered.isdisjoint(_indices(one))]
    names = sorted([one for one in [*given, *others] if one is not None], key=lambda one: one.span.start)
    found = read_names(names, judge)
    by_name = {id(one.name): one if one.meaning else _beside(one, found) for one in found}
    return [None if one is None else mention_of(by_name[id(one)], None, document, gazetteer) for one in given]


def _indices(name: Name) -> range:
    return range(name.span.start, name.span.end)


def _given(tokens: Doc, start: int, end: int, gazetteer: Gazetteer, registry: Registry) -> Name | None:
    name = _name_at(tokens, start, end, gazetteer)
    country = registry.by_adjective(tokens.text[start:end])
    entry = gazetteer.country(country.code) if country is not None else None
    return replace(name, entries=(entry,)) if name is not None and entry is not None else name


def _name_at(tokens: Doc, start: int, end: int, gazetteer: Gazetteer) -> Name | None:
    """The name that stands on a given stretch of text; None when no token stands there."""
    span = tokens.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    words = tokens.text[start:end]
    name = with_kind(Name(span, gazetteer.lookup(words) or gazetteer.counties(words)), gazetteer)
    return replace(name, span=span)


def _beside(unknown: Found, found: Sequence[Found]) -> Found:
    """Somewhere near the known place that is named nearest in the text."""
    at = unknown.name.span.start
    known = [(abs(at - one.name.span.start), one.meaning) for one in found if one.meaning is not None]
    local = [(apart, meaning) for apart, meaning in known if meaning.precision not in {"country", "region"}]
    nearest = min(local or known, key=lambda pair: pair[0], default=None)
    if nearest is None:
        return unknown
    meaning = replace(nearest[1], name=unknown.name.text, precision="region", geonames_id=None)
    return replace(unknown, meaning=meaning)
