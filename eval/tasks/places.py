"""Places: every place name; a given stretch means what the name on it means, else the best known place of that name."""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record, parsed
from vedette.lexicon.actors import load_registry
from vedette.mentions.gazetteer import load_gazetteer
from vedette.mentions.places import mark_toponyms
from vedette.model import Document, PlaceMention


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every place name of each text, resolved where it could be."""
    gazetteer, registry = load_gazetteer(), load_registry()
    for item, tokens in parsed(items):
        found = mark_toponyms(tokens, Document(item.text), gazetteer, registry)
        record: Record = {"id": item.id, "toponyms": [_record(one) for one in found]}
        if item.spans is not None:
            record["gold_resolved"] = [_resolved(item.text, span, found) for span in item.spans]
        yield record


def _record(place: PlaceMention) -> Record:
    return {"start": place.start, "end": place.end, **_point(place)}


def _point(place: PlaceMention) -> Record:
    return {"lat": place.lat, "lon": place.lon, "geonames_id": place.geonames_id}


def _resolved(text: str, span: tuple[int, int], found: tuple[PlaceMention, ...]) -> Record | None:
    """What a given stretch means: as the mention there, or as the same name elsewhere in the text."""
    words = text[slice(*span)]
    here = [one for one in found if one.start < span[1] and span[0] < one.end and one.lat is not None]
    same = [one for one in found if one.text == words and one.lat is not None]
    if here or same:
        return _point((here or same)[0])
    known = max(load_gazetteer().lookup(words), key=lambda entry: entry.population, default=None)
    return {"lat": known.lat, "lon": known.lon, "geonames_id": known.geonames_id} if known else None
