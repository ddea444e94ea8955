"""Short reports, read and assessed, add up to what situations.toml says that an analyst would make of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from vedette.assessment import assess
from vedette.assessment.control import state_at
from vedette.lexicon.actors import fold
from vedette.model import Document, Situation
from vedette.reader import Reader

SITUATIONS = tomllib.loads(Path(__file__).with_name("situations.toml").read_text("utf-8"))["situation"]


@pytest.mark.parametrize("told", SITUATIONS, ids=lambda one: one["name"])
def test_reports_add_up_to_what_an_analyst_would_say(reader: Reader, told: dict[str, Any]) -> None:
    rows = [one.split(" | ") for one in told["reports"]]
    documents = [Document(text, outlet, published=f"{day}T12:00", language="en") for outlet, day, text in rows]
    found = assess(claim for claims in reader.claims_of(documents) for claim in claims)
    for row in told.get("control", ()):
        place, day, *wanted = row.split(" | ")
        assert _control(found, place, day)[: len(wanted)] == wanted
    pairs = {(one.left.id, one.right.id): one.kind for line in found.lines for one in line.against}
    assert sorted(pairs.values()) == told.get("against", sorted(pairs.values()))
    for row in told.get("figures", ()):
        place, measure, _ = row.split(" | ")
        here = (one for one in found.series if one.spot and one.spot.name == place and one.measure == measure)
        best = [f"{one.best if one.best is not None else one.low:g}" for one in here]
        assert sorted(best) == sorted(
            one.rpartition(" | ")[2] for one in told["figures"] if f"{place} | {measure}" in one
        )


def _control(found: Situation, place: str, day: str) -> list[str | None]:
    """State, side and certainty of a place on a day."""
    states = (state_at(one, day) for one in found.control if fold(one.spot.name) == fold(place))
    known = next((one for one in states if one.state is not None), None)
    return [known.state, known.side, known.certainty] if known is not None else ["nothing"]
