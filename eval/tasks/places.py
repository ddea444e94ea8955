"""Places: every place name of a text, and what given stretches of it mean."""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record, parsed
from eval.tasks.toponyms import mark_toponyms, resolve
from vedette.lexicon.actors import load_registry
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.model import Document, PlaceMention


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every place name of each text, resolved where it could be."""
    gazetteer, registry = load_gazetteer(), load_registry()
    for item, tokens in parsed(items):
        document = Document(item.text)
        found = mark_toponyms(tokens, document, gazetteer, registry)
        record: Record = {"id": item.id, "toponyms": [_record(one) for one in found]}
        if item.spans is not None:
            record["gold_resolved"] = [
                _point(one) for one in resolve(tokens, document, gazetteer, registry, item.spans)
            ]
        yield record


def _record(place: PlaceMention) -> Record:
    return {"start": place.start, "end": place.end, **(_point(place) or {})}


def _point(place: PlaceMention | None) -> Record | None:
    return {"lat": place.lat, "lon": place.lon, "geonames_id": place.geonames_id} if place else None
