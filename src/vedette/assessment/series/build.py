"""Builds the series of a bucket: counts with their voices and revisions, the figure that stands, parts in wholes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vedette.assessment.codes import camp_of
from vedette.assessment.series.best import best, conventions, spread
from vedette.assessment.series.groups import NARROW, Group, grouped, quantity_of, wholes
from vedette.assessment.series.keys import SeriesKey, spot_of_figures
from vedette.assessment.series.scopes import scope_of
from vedette.assessment.sources import quoted_by
from vedette.assessment.voices import ALONE, FIGHTING, by_claim, voices
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Claim, Count, Counting, Families, Series, SourceType, Voice, content_id

COUNTING_SOURCES = frozenset({"un", "ngo", "monitor", "official", "military", "belligerent"})


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of the claims of a bucket, by their ids: voice, whole of a part, parts of a whole, series."""

    voice_of: Mapping[str, Voice]
    parts: Mapping[str, str]
    of_whole: Mapping[str, Sequence[str]]
    ids: Mapping[str, str]


def series(key: SeriesKey, claims: Sequence[Claim], families: Families = ALONE) -> tuple[Series, ...]:
    """The series that the figures of one bucket, in order of publication, add up to; by their first claims."""
    voice_of = by_claim(voices(claims, families))
    spot = spot_of_figures(key, claims)
    narrow = spot is not None and spot.precision in NARROW
    groups = grouped(claims, {id_: voice.name for id_, voice in voice_of.items()}, narrow)
    parts = wholes(groups)
    of_whole: dict[str, list[str]] = {}
    for part, whole in parts.items():
        of_whole.setdefault(whole, []).append(part)
    ids = {claim.id: _id(group) for group in groups for claim in group.claims}
    held = Held(voice_of, parts, of_whole, ids)
    return tuple(_series(key, group, held) for group in groups)


def _id(group: Group) -> str:
    return content_id("series", group.claims[0].id)


def _series(key: SeriesKey, group: Group, held: Held) -> Series:
    voice_of, parts = held.voice_of, held.parts
    revisions = _revisions(group, voice_of)
    counts = tuple(
        _count(claim, voice_of[claim.id], revisions.get(claim.id), held.of_whole.get(claim.id, ()))
        for claim in group.claims
    )
    boasts = {claim.id for claim in group.claims if _did_it(claim, voice_of[claim.id])}
    chosen, reasons = best(counts, group.running, boasts)
    lead = next(claim for claim in group.claims if claim.id == chosen.claim)
    amount = quantity_of(lead)
    whole_of = next((parts[claim.id] for claim in group.claims if claim.id in parts), None)
    heard = {voice_of[claim.id].name: voice_of[claim.id] for claim in group.claims}
    return Series(
        id=_id(group),
        kind=key[0],
        measure=key[1],
        counting=_counting(group),
        population=group.sort[0],
        unit=amount.unit,
        spot=spot_of_figures(key, group.claims),
        scope=group.scope,
        counts=counts,
        voices=tuple(heard.values()),
        current=chosen.claim,
        low=chosen.low,
        best=chosen.best,
        high=chosen.high,
        spread=spread(counts),
        reasons=reasons,
        conventions=conventions(counts, chosen) if key[1] == "killed" else (),
        part_of=held.ids.get(whole_of or ""),
        term=amount.term,
        category=amount.category,
    )


def _counting(group: Group) -> Counting:
    measure = group.sort[2]
    if measure == "stock":
        return "stock"
    if measure == "strength":
        return "strength"
    return "total" if group.running else "new"


def _count(claim: Claim, voice: Voice, revised_by: str | None, parts: Sequence[str]) -> Count:
    amount = quantity_of(claim)
    return Count(
        claim=claim.id,
        voice=voice.name,
        said=claim.document.published,
        words=amount.text,
        low=amount.low,
        best=amount.best,
        high=amount.high,
        quantifier=amount.quantifier,
        standing=claim.standing,
        own=_source_type(claim, voice) in COUNTING_SOURCES
        and claim.standing != "unverified"
        and not _did_it(claim, voice),
        scope=scope_of(claim),
        revised_by=revised_by,
        parts=tuple(parts),
        source=hidden.name or hidden.text if (hidden := quoted_by(claim, voice)) is not None else "",
    )


def _source_type(claim: Claim, voice: Voice) -> SourceType:
    quoted = quoted_by(claim, voice)
    return quoted.source_type if quoted is not None else voice.source_type


def _did_it(claim: Claim, voice: Voice) -> bool:
    """Whether a side counts the dead of its enemy, and not those whom it can count."""
    doers = [party for party in claim.parties if party.role == "agent"]
    hit = [party for party in claim.parties if party.role == "target" and party.type == "armed"]
    kind = _source_type(claim, voice)
    fights = kind in FIGHTING or (kind == "official" and voice.interest in load_registry().governments)
    if claim.type == "killed" and hit and claim.standing != "admitted" and fights:
        own = "rebels" if kind == "belligerent" else "state"
        return all(party.side != voice.interest if party.side else camp_of(party) != own for party in hit)
    return any(
        (party.actor and party.actor == voice.actor) or fold(party.name or party.text) == fold(voice.name)
        or (party.side and party.side == voice.interest)
        for party in doers
    )  # fmt: skip


def _revisions(group: Group, voice_of: Mapping[str, Voice]) -> dict[str, str]:
    """Claim to the claim that revises it: the next other figure of its voice, or what replaces an earlier version."""
    found: dict[str, str] = {}
    next_: dict[str, tuple[Claim, str | None]] = {}
    for claim in reversed([one for one in group.claims if one.standing != "superseded"]):
        voice = voice_of[claim.id].name
        later, beyond = next_.get(voice, (None, None))
        if later is not None:
            revised = later.id if _revises(later, claim) else beyond if _bounds(later) == _bounds(claim) else None
            if revised is not None:
                found[claim.id] = revised
        next_[voice] = claim, found.get(claim.id)
    for claim in group.claims:
        if claim.standing == "superseded":
            rest = [one for one in group.claims if one.document.id == claim.document.id and one is not claim]
            replacing = [one for one in rest if claim.id in one.denies]
            found.update((claim.id, one.id) for one in (replacing or rest)[:1])
    return found


def _revises(later: Claim, earlier: Claim) -> bool:
    """Whether one voice gives another figure afterwards: in a later report, or in words that take the first back."""
    if _bounds(later) == _bounds(earlier):
        return False
    after = (later.document.published or "") > (earlier.document.published or "")
    return (after and later.document.id != earlier.document.id) or earlier.id in later.denies


def _bounds(claim: Claim) -> tuple[float | None, ...]:
    amount = quantity_of(claim)
    return amount.low, amount.best, amount.high
