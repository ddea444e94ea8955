"""Times: the time mentions as they are."""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record, marked


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every time expression of each text with its TIMEX3 value."""
    for item, reading in marked(items):
        found = [{"start": one.start, "end": one.end, "type": one.timex, "value": one.value} for one in reading.times]
        yield {"id": item.id, "timexes": found}
