"""Builds the series of a bucket: counts with their voices and revisions, the figure that stands, parts in wholes."""

from collections.abc import Sequence

from vedette.assessment.series.best import best, conventions, spread
from vedette.assessment.series.groups import NARROW, Group, grouped, quantity_of, wholes
from vedette.assessment.series.keys import SeriesKey, spot_of_figures
from vedette.assessment.series.scopes import scope_of
from vedette.assessment.voices import ALONE, voices
from vedette.model import Claim, Count, Counting, Families, Series, Voice, content_id

COUNTING_SOURCES = frozenset({"un", "ngo", "monitor", "official", "military", "belligerent"})


def series(key: SeriesKey, claims: Sequence[Claim], families: Families = ALONE) -> tuple[Series, ...]:
    """The series that the figures of one bucket, in order of publication, add up to; by their first claims."""
    heard = voices(claims, families)
    voice_of = {id_: voice for voice in heard for id_ in voice.claims}
    spot = spot_of_figures(key, claims)
    narrow = spot is not None and spot.precision in NARROW
    groups = grouped(claims, {id_: voice.name for id_, voice in voice_of.items()}, narrow)
    parts = wholes(groups)
    ids = {claim.id: _id(group) for group in groups for claim in group.claims}
    return tuple(_series(key, group, voice_of, parts, ids) for group in groups)


def _id(group: Group) -> str:
    return content_id("series", group.claims[0].id)


def _series(
    key: SeriesKey, group: Group, voice_of: dict[str, Voice], parts: dict[str, str], ids: dict[str, str]
) -> Series:
    counts = tuple(_count(claim, group, voice_of, parts) for claim in group.claims)
    chosen, reasons = best(counts, group.running)
    lead = next(claim for claim in group.claims if claim.id == chosen.claim)
    amount = quantity_of(lead)
    whole = next((parts[claim.id] for claim in group.claims if claim.id in parts), None)
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
        part_of=ids.get(whole or ""),
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


def _count(claim: Claim, group: Group, voice_of: dict[str, Voice], parts: dict[str, str]) -> Count:
    amount, voice = quantity_of(claim), voice_of[claim.id]
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
        own=voice.source_type in COUNTING_SOURCES and claim.standing != "unverified",
        scope=scope_of(claim),
        revised_by=_revised_by(claim, group, voice_of),
        parts=tuple(part for part, whole in parts.items() if whole == claim.id),
    )


def _revised_by(claim: Claim, group: Group, voice_of: dict[str, Voice]) -> str | None:
    """The next figure of the same voice, where it is another; what replaces an earlier version revises it."""
    if claim.standing == "superseded":
        replacing = [one for one in group.claims if claim.id in one.denies] or [
            one for one in group.claims if one.document.id == claim.document.id and one is not claim
        ]
        return replacing[0].id if replacing else None
    said, mine = claim.document.published or "", _bounds(claim)
    later = (
        one
        for one in group.claims
        if voice_of[one.id] is voice_of[claim.id] and one.standing != "superseded" and _bounds(one) != mine
        if ((one.document.published or "") > said and one.document.id != claim.document.id) or claim.id in one.denies
    )
    return next((one.id for one in later), None)


def _bounds(claim: Claim) -> tuple[float | None, ...]:
    amount = quantity_of(claim)
    return amount.low, amount.best, amount.high
