"""Dossiers as JSON: all that is known of a place, an event, a figure, a party or a source; both sides of disputes."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vedette.assessment.spots import key_of
from vedette.model import Claim, Contradiction, Line, Situation, VedetteError
from vedette.views import as_record, line_as_dict, plain
from vedette.views.phrases import chain, headline, sentence, voice
from vedette.views.words import clipped, when

MOST = 40
WORDS = 400


def told_as_dict(claim: Claim) -> dict[str, Any]:
    """A claim as one side of a story: what it says, its words, who says it, when it was said and happened."""
    return {
        "claim": claim.id, "document": claim.document.id, "text": headline(claim),
        "words": clipped(claim.evidence.text, WORDS), "who": chain(claim.chain) or voice(claim),
        "said": claim.document.published, "when": when(claim.time), "standing": claim.standing,
    }  # fmt: skip


def contradiction_as_dict(one: Contradiction, claim_id: str = "") -> dict[str, Any]:
    """Both sides of a contradiction, the one with a given claim on the left."""
    left, right = (one.right, one.left) if one.right.id == claim_id else (one.left, one.right)
    return {
        "kind": one.kind, "reason": plain(one.reason.text), "left": told_as_dict(left), "right": told_as_dict(right),
    }  # fmt: skip


def place_dossier(key: str, situation: Situation) -> dict[str, Any]:
    """A place: its spells with voices and reasons, its figures, what happened there and what is contradicted."""
    timeline = next((one for one in situation.control if str(one.spot.key) == key), None)
    lines = [
        line
        for line in situation.lines
        if any(str(key_of(place)) == key for claim in line.claims for place in claim.places)
    ]
    return {
        "timeline": _spotted(timeline) if timeline else None,
        "series": [_spotted(one) for one in situation.series if one.spot and str(one.spot.key) == key],
        "contradictions": _contradictions(lines),
        "events": _latest(lines),
    }


def event_dossier(key: str, situation: Situation) -> dict[str, Any]:
    """An event: how it stands and why, who tells and who denies it in which words, its figures, what contradicts it."""
    line = situation.by_claim.get(key) or next((one for one in situation.lines if one.event.id == key), None)
    if line is None:
        raise VedetteError(f"no event {plain(key)} is known")
    own = {claim.id for claim in line.claims}
    return {
        **line_as_dict(line),
        "told": [told_as_dict(one) for one in line.event.told],
        "denied": [told_as_dict(one) for one in line.event.against],
        "contradictions": _contradictions([line]),
        "series": [_spotted(one) for one in situation.series if any(count.claim in own for count in one.counts)],
        "places": [{"key": str(key_of(one)), "name": one.name or one.text} for one in line.lead.places],
    }


def figure_dossier(key: str, situation: Situation) -> dict[str, Any]:
    """A series of figures: every count with its words, the one that stands and why, and counts that exclude another."""
    series = ((one, {one.id, *(count.claim for count in one.counts)}) for one in situation.series)
    found = next((one for one, ids in series if key in ids), None)
    if found is None:
        raise VedetteError(f"no figure {plain(key)} is known")
    counted = {one.claim for one in found.counts}
    lines = {id(line): line for one in counted if (line := situation.by_claim.get(one))}.values()
    against = [one for line in lines for one in line.against if one.kind == "figure"]
    return {
        **_spotted(found),
        "told": [told_as_dict(situation.claim[one.claim]) for one in found.counts if one.claim in situation.claim],
        "contradictions": _both_sides(one for one in against if {one.left.id, one.right.id} & counted),
    }


def party_dossier(key: str, situation: Situation) -> dict[str, Any]:
    """A party by its name: the places it is said to have had, its ties, what it does and suffers, what it says."""
    spells = [
        {"key": str(one.spot.key), "name": one.spot.name, **as_record(spell)}
        for one in situation.control
        for spell in one.spells
        if spell.side == key
    ]
    lines = [
        one
        for one in situation.lines
        if any(key in {party.name or party.text, party.side} for party in one.lead.parties)
    ]
    said = [one for one in situation.utterances if one.speaker.name == key]
    return {
        "spells": sorted(spells, key=lambda one: str(one["since"]["last"]), reverse=True),
        "ties": [as_record(one) for one in situation.ties if key in {one.who.name, one.whom.name}],
        "said": [as_record(one) for one in said[-MOST:]],
        "contradictions": _contradictions(lines),
        "events": _latest(lines),
        "statuses": Counter(one.status for one in lines),
    }


def source_dossier(key: str, situation: Situation) -> dict[str, Any]:
    """A source by its name: how reliable people judged it, what became of what it told, and who told otherwise."""
    heard = [(line, ids) for line in situation.lines if (ids := _by(key, line))]
    own = {id_ for _, ids in heard for id_ in ids}
    claims = [situation.claim[id_] for id_ in own]
    voices = [one for line, _ in heard for one in line.voices if not own.isdisjoint(one.claims)]
    names = (key, *(one.name for one in voices))
    judged = next((situation.reliability[one] for one in names if one in situation.reliability), None)
    against = (one for line, _ in heard for one in line.against if {one.left.id, one.right.id} & own)
    return {
        "reliability": as_record(judged) if judged else None,
        "voice": {**as_record(voices[0]), "claims": []} if voices else None,
        "statuses": Counter(line.status for line, _ in heard),
        "credibility": Counter(line.grade.credibility for line, _ in heard if line.status != "open"),
        "alone": sum(1 for line, _ in heard if len(line.voices) == 1),
        "carried": Counter(outlet for one in claims if (outlet := one.document.outlet) not in {None, key}).most_common(
            12
        ),
        "passed_on": Counter(
            source_name(one) for one in situation.claim.values() if one.id not in own and _through(key, one)
        ).most_common(12),
        "contradictions": _both_sides(against),
        "events": _latest([line for line, _ in heard]),
    }


DOSSIERS: Mapping[str, Callable[[str, Situation], dict[str, Any]]] = {
    "places": place_dossier, "events": event_dossier, "figures": figure_dossier, "parties": party_dossier,
    "sources": source_dossier,
}  # fmt: skip


def _by(key: str, line: Line) -> set[str]:
    """The claims of an event that are the word of a source, by its own name or by that of the voice they count for."""
    voices = {id_ for one in line.voices if one.name == key for id_ in one.claims}
    return voices | {one.id for one in line.claims if source_name(one) == key}


def _through(key: str, claim: Claim) -> bool:
    return any((link.name or link.text) == key for link in claim.chain[:-1])


def source_name(claim: Claim) -> str:
    """Whose word a claim is, as the columns call it."""
    origin = claim.origin
    return (origin.name or origin.text if origin else claim.document.outlet) or "nobody named"


def _spotted(value: object) -> dict[str, Any]:
    """A value of the assessment as a record; the key of a spot is text, whether it is a GeoNames id or a name."""
    record: dict[str, Any] = as_record(value)
    if record["spot"]:
        record["spot"]["key"] = str(record["spot"]["key"])
    return record


def _contradictions(lines: Iterable[Line]) -> list[dict[str, Any]]:
    return _both_sides(one for line in lines for one in line.against)


def _both_sides(found: Iterable[Contradiction]) -> list[dict[str, Any]]:
    """Contradictions, each once, those that were said last first."""
    each = {(one.kind, one.left.id, one.right.id): one for one in found}.values()
    newest = sorted(each, key=lambda one: one.right.document.published or "", reverse=True)
    return [contradiction_as_dict(one) for one in newest[:MOST]]


def _latest(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The events that were told last, each in a line."""
    newest = sorted(lines, key=lambda one: one.lead.document.published or "", reverse=True)[:MOST]
    return [
        {
            "claim": one.lead.id, "text": sentence(one.lead), "status": one.status, "when": when(one.lead.time),
            "voices": len(one.voices), "credibility": one.grade.credibility, "against": len(one.against),
        }
        for one in newest
    ]  # fmt: skip
