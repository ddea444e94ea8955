"""Factuality: the judgement on the given event word, on the scale from certainly not (-3) to certainly so (3).

What is learnt is one number for each reason (`factuality.json`, made by `python -m eval calibrate`
from the `train` file); the reasons themselves are rules over the product's cues.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from eval.items import Item, Record, parsed
from eval.tasks.reasons import reasons_of
from eval.tasks.spans import token_at
from vedette.claims.attribution import attributions, covering
from vedette.model.tokens import Doc

WEIGHTS = Path(__file__).with_suffix(".json")
LIMIT = 3.0


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """How sure a reader can be that each given event happened."""
    for item, tokens in parsed(items):
        found = reasons(tokens, item.event) if item.event else None
        yield {"id": item.id, "score": score(found) if found is not None else None}


def reasons(tokens: Doc, event: tuple[int, int]) -> tuple[str, ...] | None:
    """The reasons to be more or less sure of the event at a stretch of text; None where there is no word."""
    token = token_at(tokens, *event)
    return reasons_of(token, covering(attributions(tokens), token)) if token is not None else None


def score(found: tuple[str, ...]) -> float:
    """The calibrated sum of some reasons."""
    weights = calibrated()
    total = weights["base"] + sum(weights.get(reason, 0.0) for reason in found)
    return round(max(-LIMIT, min(LIMIT, total)), 3)


@cache
def calibrated() -> dict[str, float]:
    """What each reason weighs."""
    found: dict[str, float] = json.loads(WEIGHTS.read_text("utf-8"))
    return found
