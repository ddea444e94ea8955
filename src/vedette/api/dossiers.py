"""Dossiers as JSON: all that is known of a claim, place, event, figure, party or source; both sides of disputes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from heapq import nlargest
from itertools import chain as joined
from typing import Any

from vedette.api.shelves import Dispute, Part, Shelves, dispute, source_name
from vedette.assessment.spots import key_of
from vedette.ledger import Entry
from vedette.model import Claim, Contradiction, Judgement, Series, Timeline, VedetteError
from vedette.views import line_as_dict, opened, plain
from vedette.views.phrases import chain, headline, sentence, voice
from vedette.views.tables import COUNTED, figure_in_words, scope_in_words
from vedette.views.words import clipped, when

MOST, WORDS = 30, 400


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


def claim_dossier(found: Claim, shelves: Shelves, history: Iterable[Entry]) -> dict[str, Any]:
    """A claim with all that bears on it: voices, grade, event, contradictions, judgements, history."""
    shown, line = shelves.claim(found.id) or found, shelves.line(found.id)
    against = sorted(line.against if line else (), key=lambda one: found.id not in {one.left.id, one.right.id})
    return {
        "claim": shown.as_dict(), "text": headline(shown), "places": _named(shown),
        "status": line.status if line else None, "grade": line.grade if line else None,
        "voices": line.voices if line else (), "same": line.claims if line else (),
        "contradictions": [contradiction_as_dict(one, found.id) for one in against[:MOST]], "disputes": len(against),
        "judgements": _judged(shown, shelves.now.situation.judgements.history),
        "history": list(history),
    }  # fmt: skip


def _named(claim: Claim) -> list[dict[str, str]]:
    """The places of a claim in their order: key, and the name as its document spells it."""
    return [{"key": str(key_of(one)), "name": one.written} for one in claim.places]


def _judged(claim: Claim, history: Iterable[Judgement]) -> list[Judgement]:
    """What people judged of a claim and of its source, and what undoes that."""
    about, found = {claim.id, source_name(claim).lower()}, []
    for one in history:
        if not about.isdisjoint(map(str.lower, one.claims)):
            found.append(one)
            about.add(one.id)
    return found


def place_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A place: its spells with voices and reasons, its latest figures and events, and what is contradicted."""
    parts, timeline = shelves.parts("place", key), shelves.now.timelines.get(key)
    counted = nlargest(MOST, shelves.now.counted.get(key, ()), key=lambda one: max(it.said or "" for it in one.counts))
    return {
        "timeline": _spotted(timeline) if timeline else None,
        "series": [_counted(one) for one in counted],
        **_both_sides(_disputes(parts)),
        **_latest(parts),
    }


def event_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """An event: how it stands and why, who tells and who denies it in which words, its figures, what contradicts it."""
    line = shelves.line(key)
    if line is None:
        raise VedetteError(f"no event {plain(key)} is known")
    series = {id(one): one for claim in line.claims if (one := shelves.now.series.get(claim.id)) is not None}
    return {
        **line_as_dict(line),
        "told": [told_as_dict(one) for one in line.event.told],
        "denied": [told_as_dict(one) for one in line.event.against],
        **_both_sides(map(dispute, line.against)),
        "series": [_counted(one) for one in series.values()],
        "places": _named(line.lead),
    }


def figure_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A series of figures: every count with its words, the one that stands and why, and counts that exclude another."""
    found = shelves.now.series.get(key)
    if found is None:
        raise VedetteError(f"no figure {plain(key)} is known")
    counted = {one.claim for one in found.counts}
    lines = {id(line): line for one in counted if (line := shelves.line(one))}.values()
    against = (dispute(one) for line in lines for one in line.against if one.kind == "figure")
    return {
        **_counted(found),
        "told": [told_as_dict(claim) for one in found.counts if (claim := shelves.claim(one.claim))],
        **_both_sides(one for one in against if not counted.isdisjoint(one[0][1:3])),
    }


def party_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A party by its name: the latest of what its side is said to have had, its ties, events, and what it says."""
    situation, parts = shelves.now.situation, shelves.parts("party", key)
    own = (party for one in parts for party in one.line.lead.parties if key in {party.name, party.text})
    spells = [one for side in {key, *(one.side for one in own if one.side)} for one in shelves.now.spells.get(side, ())]
    latest = nlargest(MOST, spells, key=lambda one: (one[1].since.last or "", str(one[0].spot.key)))
    said = [one for one in situation.utterances if one.speaker.name == key]
    return {
        "spells": [{"key": str(one.spot.key), "name": one.spot.name, **opened(spell)} for one, spell in latest],
        "states": len(spells),
        "ties": [one for one in situation.ties if key in {one.who.name, one.whom.name}],
        "said": said[-MOST:],
        **_both_sides(_disputes(parts)),
        **_latest(parts),
        "statuses": Counter(one.line.status for one in parts),
    }


def source_dossier(key: str, shelves: Shelves) -> dict[str, Any]:
    """A source by its name: how reliable people judged it, what became of what it told, and who told otherwise."""
    reliability = shelves.now.situation.reliability
    heard = shelves.parts("source", key)
    lines = [one.line for one in heard]
    own = {claim.id: claim for one in heard for claim in one.claims}
    voices = (one for line in lines for one in line.voices if not own.keys().isdisjoint(one.claims))
    voice = next(voices, None)
    names = (key, *(one.name for one in (voice, *voices) if one)) if reliability else ()
    passed = (claim for one in shelves.parts("through", key) for claim in one.claims)
    against = (one for one in _disputes(heard) if one[0][1] in own or one[0][2] in own)
    return {
        "reliability": next((reliability[one] for one in names if one in reliability), None),
        "voice": {**opened(voice), "claims": []} if voice else None,
        "statuses": Counter(line.status for line in lines),
        "credibility": Counter(line.grade.credibility for line in lines if line.status != "open"),
        "alone": sum(1 for line in lines if len(line.voices) == 1),
        "carried": Counter(
            one.document.outlet for one in own.values() if one.document.outlet not in {None, key}
        ).most_common(12),
        "passed_on": Counter(source_name(one) for one in passed if one.id not in own).most_common(12),
        **_both_sides(against),
        **_latest(heard),
    }


DOSSIERS: Mapping[str, Callable[[str, Shelves], dict[str, Any]]] = {
    "places": place_dossier, "events": event_dossier, "figures": figure_dossier, "parties": party_dossier,
    "sources": source_dossier,
}  # fmt: skip


def _counted(series: Series) -> dict[str, Any]:
    """A series of figures as a record, and in words."""
    counting = ", ".join(filter(None, (COUNTED[series.counting], scope_in_words(series.scope))))
    return {**_spotted(series), "text": figure_in_words(series), "of": counting}


def _spotted(value: Timeline | Series) -> dict[str, Any]:
    """A value of the assessment as a record; the key of a spot is text, whether it is a GeoNames id or a name."""
    spot = {**opened(value.spot), "key": str(value.spot.key)} if value.spot else None
    return {**opened(value), "spot": spot}


def _disputes(parts: Iterable[Part]) -> Iterable[Dispute]:
    return joined.from_iterable(one.disputes for one in parts)


def _both_sides(found: Iterable[Dispute]) -> dict[str, Any]:
    """Contradictions, each once, and how many; no more than some, those that were said last first."""
    each = dict(found)
    return {
        "contradictions": [contradiction_as_dict(each[one]) for one in nlargest(MOST, each)], "disputes": len(each)
    }  # fmt: skip


def _latest(parts: Collection[Part]) -> dict[str, Any]:
    """The events that were told last, each in a line, and how many there are."""
    told = [
        {
            "claim": one.lead.id, "text": sentence(one.lead), "status": one.status, "when": when(one.lead.time),
            "voices": len(one.voices), "credibility": one.grade.credibility, "against": len(one.against),
        }
        for *_, one, _, _ in nlargest(MOST, parts)
    ]  # fmt: skip
    return {"events": told, "happenings": len(parts)}
