"""Factuality: the standing of the given event word on the scale from certainly not (-3) to certainly so (3)."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from eval.items import Item, Record, parsed
from eval.tasks.spans import token_at
from vedette.claims.attribution import attributions, covering
from vedette.claims.standing import cues_at, settle
from vedette.model import Standing

# The median score of each standing in the training part of the data, rounded: a calibration, nothing is learnt besides.
SCALE: dict[Standing, float] = {
    "asserted": 2.9, "confirmed": 3.0, "admitted": 2.8, "superseded": 2.0, "probable": 2.0, "possible": 1.6,
    "planned": 1.8, "attempted": 1.4, "demanded": 1.8, "forecast": 2.2, "hypothetical": 1.2, "unverified": 2.2,
    "denied": 1.5, "negated": -1.0,
}  # fmt: skip


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """How sure a reader can be that each given event happened."""
    for item, tokens in parsed(items):
        yield {"id": item.id, "score": _score(tokens, item.event) if item.event else None}


def _score(tokens: Doc, event: tuple[int, int]) -> float | None:
    token = token_at(tokens, *event)
    if token is None:
        return None
    standing, _ = settle(cues_at(token, covering(attributions(tokens), token)))
    return SCALE[standing]
