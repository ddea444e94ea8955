"""What a person says is right, in a few words, as the fields of the export that it sets."""

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from vedette.lexicon.own_actors import registry_with
from vedette.mentions.gazetteer.lookup import load_gazetteer
from vedette.mentions.places.context import find_places
from vedette.model import Claim, Party, Place, Quantity, Time, VedetteError

PLAIN = ("kind", "type", "standing", "phase")
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PRECISION = {4: "year", 7: "month", 10: "day"}


def corrected_fields(claim: Claim, right: Mapping[Any, str], places: Path, actors: Path) -> dict[str, Any]:
    """The fields that a correction sets: kind, type, standing, phase, place, party (who did it), figure and day.

    `places` and `actors` are the folder and the file of what a user added. The words and offsets of the document stay.
    """
    fields: dict[str, Any] = {name: right[name] for name in PLAIN if name in right}
    if "place" in right:
        fields["places"] = [asdict(_place(claim, right["place"], places)), *map(asdict, claim.places[1:])]
    if "party" in right:
        fields["parties"] = [asdict(one) for one in _parties(claim, right["party"], actors)]
    if "figure" in right:
        fields["quantity"] = asdict(_figure(claim, right["figure"]))
    if "day" in right:
        fields["time"] = _time(claim.time, *right["day"].strip().split("/"))
    return fields


def _place(claim: Claim, name: str, added: Path) -> Place:
    gazetteer = load_gazetteer(added)
    candidates = find_places(gazetteer, name).candidates
    if not candidates:
        raise VedetteError(f"no place is called {name!r}: vedette gazetteer add takes lists of places")
    entry, quote = candidates[0].entry, claim.evidence
    division = gazetteer.division(entry)
    old = claim.places[0] if claim.places else Place("at", entry.name, quote.start, quote.end)
    return replace(
        old, geonames_id=entry.geonames_id, name=entry.name, country=entry.country, lat=entry.lat, lon=entry.lon,
        admin1=division.name if division else entry.admin1, precision=entry.precision, radius_km=None,
    )  # fmt: skip


def _parties(claim: Claim, name: str, added: Path) -> list[Party]:
    """Whoever did it put first; other doers go, whom it was done to stays."""
    registry, quote = registry_with(added), claim.evidence
    known = registry.by_id.get(name) or registry.holder(name)
    old = next((one for one in claim.parties if one.role == "agent"), Party("agent", name, quote.start, quote.end))
    doer = replace(old, actor=None, name=name, side=None, type=None)
    if known is not None:
        doer = replace(doer, actor=known.id, name=known.name, side=known.side, type=known.type)
    return [doer, *(one for one in claim.parties if one.role != "agent")]


def _figure(claim: Claim, words: str) -> Quantity:
    """ "12", or "10..20" for what lies between."""
    try:
        low, _, high = words.replace(",", "").partition("..")
        bounds = float(low), float(high or low)
    except ValueError:
        raise VedetteError(f"{words!r} is no figure: write 12, or 10..20") from None
    best = bounds[0] if bounds[0] == bounds[1] else None
    quote = claim.evidence
    old = claim.quantity or Quantity(words, quote.start, quote.end, None, None, None, "exact", "person", "flow")
    return replace(
        old, low=min(bounds), best=best, high=max(bounds), quantifier="exact" if best is not None else "range"
    )


def _time(old: Time | None, first: str, last: str = "", *more: str) -> dict[str, Any]:
    """ "2024-12-07", "2024-12", or "2024-12-05/2024-12-07"."""
    last = last or first
    if more or not _DAY.fullmatch(first) or not _DAY.fullmatch(last):
        raise VedetteError("write a day as 2024-12-07, 2024-12 or 2024, or two of them with / between")
    precision = PRECISION[min(len(first), len(last))]
    text, start, end = (old.text, old.start, old.end) if old else (None, None, None)
    return {"text": text, "start": start, "end": end, "from": first, "to": last, "precision": precision}
