"""Event type: the label that the claims stage gives a whole report."""

from collections.abc import Iterable, Iterator

from eval.items import Item, Record
from vedette.assessment.subjects import acled_type


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """The kind of event of each snippet."""
    for item in items:
        yield {"id": item.id, "label": acled_type(item.text)}
