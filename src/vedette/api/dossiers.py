"""Dossiers as JSON: all that is known of a claim, place, event, figure, party or source; both sides of disputes."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from vedette.assessment.spots import key_of
from vedette.ledger import Entry
from vedette.model import Claim, Contradiction, Line, Series, Situation, VedetteError
from vedette.views import as_record, judgement_as_dict, line_as_dict, plain
from vedette.views.phrases import chain, headline, sentence, voice
from vedette.views.words import clipped, when

MOST, WORDS = 40, 400

type Label = tuple[str, str]


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


class Shelves:
    """A situation, sorted by what a dossier may be of; of the next one only the lines that changed are sorted anew."""

    def __init__(self) -> None:
        self.situation = Situation((), (), 0)
        self._lines: dict[str, tuple[Line, frozenset[Label]]] = {}
        self._labelled: dict[Label, dict[str, Line]] = {}
        self._series: dict[str, Series] | None = None

    def take(self, situation: Situation) -> None:
        """Hold another situation."""
        lines = {line.event.id: line for line in situation.lines}
        for id_ in self._lines.keys() - lines.keys():
            self._drop(id_)
        for id_, line in lines.items():
            known = self._lines.get(id_)
            if known is None or known[0] is not line:
                self._drop(id_)
                self._lines[id_] = line, _labels(line)
                for label in self._lines[id_][1]:
                    self._labelled.setdefault(label, {})[id_] = line
        self.situation, self._series = situation, None

    def lines(self, sort: str, key: str) -> list[Line]:
        """The events that a place, a party, a source or one who passes on has a part in."""
        return list(self._labelled.get((sort, key), {}).values())

    def line(self, key: str) -> Line | None:
        """An event, by its id or that of one of its claims."""
        return self._lines[key][0] if key in self._lines else self.situation.by_claim.get(key)

    def series(self, key: str) -> Series | None:
        """A series, by its id or that of a claim that is counted in it."""
        if self._series is None:
            every = self.situation.series
            counted = {count.claim: one for one in reversed(every) for count in one.counts}
            self._series = counted | {one.id: one for one in every}
        return self._series.get(key)

    def _drop(self, id_: str) -> None:
        _, labels = self._lines.pop(id_, (None, frozenset()))
        for label in labels:
            del self._labelled[label][id_]


def _labels(line: Line) -> frozenset[Label]:
    places = {("place", str(key_of(one))) for claim in line.claims for one in claim.places}
    parties = {("party", name) for one in line.lead.parties for name in (one.name or one.text, one.side) if name}
    sources = {("source", one.name) for one in line.voices} | {("source", source_name(one)) for one in line.claims}
    through = {("through", link.name or link.text) for claim in line.claims for link in claim.chain[:-1]}
    return frozenset(places | parties | sources | through)


def claim_dossier(found: Claim, shelves: Shelves, history: Iterable[Entry]) -> dict[str, Any]:
    """A claim with all that bears on it: voices, grade, event, contradictions, judgements, history."""
    shown, line = shelves.situation.claim.get(found.id, found), shelves.line(found.id)
    against = sorted(line.against if line else (), key=lambda one: found.id not in {one.left.id, one.right.id})
    judged = [judgement_as_dict(one) for one in shelves.situation.judgements.history if found.id in one.claims]
    entries = [as_record(one) for one in history]
    return {
        "claim": shown.as_dict(), "place_keys": [str(key_of(one)) for one in shown.places],
        "status": line.status if line else None, "grade": as_record(line.grade) if line else None,
        "voices": as_record(line.voices) if line else [], "same": [one.id for one in line.claims] if line else [],
        "contradictions": [contradiction_as_dict(one, found.id) for one in against[:MOST]],
        "judgements": judged, "history": entries,
    }  # fmt: skip


def place_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A place: its spells with voices and reasons, its latest figures and events, and what is contradicted."""
    situation = shelves.situation
    timeline = next((one for one in situation.control if str(one.spot.key) == key), None)
    lines = shelves.lines("place", key)
    counted = [one for one in situation.series if one.spot and str(one.spot.key) == key]
    counted.sort(key=lambda one: max(count.said or "" for count in one.counts), reverse=True)
    return {
        "timeline": _spotted(timeline) if timeline else None,
        "series": [_spotted(one) for one in counted[:MOST]],
        "contradictions": _contradictions(lines),
        "events": _latest(lines),
    }


def event_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """An event: how it stands and why, who tells and who denies it in which words, its figures, what contradicts it."""
    line = shelves.line(key)
    if line is None:
        raise VedetteError(f"no event {plain(key)} is known")
    series = {id(one): one for claim in line.claims if (one := shelves.series(claim.id)) is not None}
    return {
        **line_as_dict(line),
        "told": [told_as_dict(one) for one in line.event.told],
        "denied": [told_as_dict(one) for one in line.event.against],
        "contradictions": _contradictions([line]),
        "series": [_spotted(one) for one in series.values()],
        "places": [{"key": str(key_of(one)), "name": one.name or one.text} for one in line.lead.places],
    }


def figure_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A series of figures: every count with its words, the one that stands and why, and counts that exclude another."""
    situation, found = shelves.situation, shelves.series(key)
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


def party_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A party by its name: the places that its side is said to have had, its ties, events, and what it says."""
    situation, lines = shelves.situation, shelves.lines("party", key)
    own = (party for line in lines for party in line.lead.parties if key in {party.name, party.text})
    sides = {key, *(party.side for party in own if party.side)}
    spells = [
        {"key": str(one.spot.key), "name": one.spot.name, **as_record(spell)}
        for one in situation.control
        for spell in one.spells
        if spell.side in sides
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


def source_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A source by its name: how reliable people judged it, what became of what it told, and who told otherwise."""
    situation = shelves.situation
    passed = (one for line in shelves.lines("through", key) for one in line.claims if _through(key, one))
    heard = [(line, ids) for line in shelves.lines("source", key) if (ids := _by(key, line))]
    own = {id_ for _, ids in heard for id_ in ids}
    outlets = [situation.claim[id_].document.outlet for id_ in own]
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
        "carried": Counter(name for name in outlets if name not in {None, key}).most_common(12),
        "passed_on": Counter(source_name(one) for one in passed if one.id not in own).most_common(12),
        "contradictions": _both_sides(against),
        "events": _latest([line for line, _ in heard]),
    }


DOSSIERS: Mapping[str, Callable[[str, Shelves], dict[str, Any]]] = {
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
    newest = sorted(each, key=lambda one: (one.right.document.published or "", one.right.id), reverse=True)
    return [contradiction_as_dict(one) for one in newest[:MOST]]


def _latest(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """The events that were told last, each in a line."""
    newest = sorted(lines, key=lambda one: (one.lead.document.published or "", one.event.id), reverse=True)[:MOST]
    return [
        {
            "claim": one.lead.id, "text": sentence(one.lead), "status": one.status, "when": when(one.lead.time),
            "voices": len(one.voices), "credibility": one.grade.credibility, "against": len(one.against),
        }
        for one in newest
    ]  # fmt: skip
