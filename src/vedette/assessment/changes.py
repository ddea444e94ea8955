"""What is otherwise between two situations, and why: every new claim, everything gone, every judgement, every state."""

from collections.abc import Iterable, Iterator

from vedette.assessment.sources import NO_OUTLET
from vedette.model import AGAINST, Change, ChangeKind, Claim, Line, PlaceState, Reason, Series, Situation

ORDER: tuple[ChangeKind, ...] = (
    "judgement", "control", "figure", "contradiction", "denial", "confirmation", "new", "revision", "withdrawal",
    "again",
)  # fmt: skip
SEVERAL = 3


def changes(before: Situation, after: Situation) -> tuple[Change, ...]:
    """All that changed, the weightiest kinds first; every claim that came or went is named in one of them."""
    found = [
        *_judgements(before, after), *_states(before, after), *_figures(before, after), *_contradictions(before, after),
        *(change for line in after.lines for change in _line(line, before)), *_gone(before, after),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _line(line: Line, before: Situation) -> Iterator[Change]:
    """What new claims bring to a happening, and a status that changed without any."""
    fresh = tuple(claim for claim in line.claims if claim.id not in before.claim)
    known = {id(old): old for claim in line.claims if (old := before.by_claim.get(claim.id)) is not None}
    if not known:
        kind: ChangeKind = "denial" if line.status == "denied" else "new"
        yield Change(kind, line.lead, Reason(_told_by(line), _ids(line.claims)))
        return
    was = _was(line, tuple(known.values()))
    against, told = _split(fresh)
    added = [voice for voice in line.voices if not any(id_ in before.claim for id_ in voice.claims)]
    confirming = {id_ for voice in added for id_ in voice.claims}
    if against:
        yield Change("denial", line.lead, Reason(f"denied by {_names(_speakers(against))}{was}", _ids(against)))
    if added:
        words = f"also told by {_names(voice.name for voice in added)}{was}"
        yield Change("confirmation", line.lead, Reason(words, tuple(id_ for id_ in _ids(told) if id_ in confirming)))
    again = tuple(claim for claim in told if claim.id not in confirming)
    if again:
        yield Change("again", line.lead, Reason(f"told again by {_names(_speakers(again))}{was}", _ids(again)))
    if was and not fresh:
        yield Change("revision", line.lead, Reason(was.removeprefix(", "), _ids(line.claims)))


def _was(line: Line, known: tuple[Line, ...]) -> str:
    statuses = {old.status for old in known}
    return "" if statuses == {line.status} else f", was {' and '.join(sorted(statuses))}, is {line.status}"


def _split(fresh: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    every = tuple(fresh)
    return tuple(one for one in every if one.standing in AGAINST), tuple(
        one for one in every if one.standing not in AGAINST
    )


def _gone(before: Situation, after: Situation) -> Iterator[Change]:
    for id_, claim in before.claim.items():
        if id_ not in after.claim:
            judged = after.judgements.rejected.get(id_)
            why = f"rejected by {judged.by}: {judged.reason}" if judged else "the newest reading has it no more"
            yield Change("withdrawal", claim, Reason(why, (id_,)))


def _judgements(before: Situation, after: Situation) -> Iterator[Change]:
    known = {one.id for one in before.judgements.history}
    for one in after.judgements.history:
        if one.id not in known:
            claims = tuple(id_ for id_ in one.claims if id_ in after.claim or id_ in before.claim)
            lead = next((after.claim.get(id_) or before.claim[id_] for id_ in claims), None)
            yield Change("judgement", lead, Reason(one.reason, claims), one)


def _states(before: Situation, after: Situation) -> Iterator[Change]:
    known = {one.spot.key: one for one in before.states}
    for now in after.states:
        old = known.get(now.spot.key)
        if now.state is not None and _state(now) != (_state(old) if old else None):
            was = f", was {_state_words(old)}" if old is not None and old.state is not None else ""
            lead = next((after.claim[id_] for id_ in reversed(now.reason.claims) if id_ in after.claim), None)
            words = f"{now.spot.name}: {_state_words(now)}{was}"
            yield Change("control", lead, Reason(words, now.reason.claims))


def _state(one: PlaceState) -> tuple[object, ...]:
    return one.state, one.side, one.certainty


def _state_words(one: PlaceState) -> str:
    return f"{one.state}{f' by {one.side}' if one.side else ''} ({one.certainty})"


def _figures(before: Situation, after: Situation) -> Iterator[Change]:
    known = {one.id: one for one in before.series}
    for now in after.series:
        old = known.get(now.id)
        if old is not None and (old.low, old.best, old.high) != (now.low, now.best, now.high):
            voices = [next(count.voice for count in one.counts if count.claim == one.current) for one in (old, now)]
            kind: ChangeKind = "revision" if voices[0] == voices[1] else "figure"
            words = f"{_counted(now)}: {_bounds(now)} by {voices[1]}, was {_bounds(old)} by {voices[0]}"
            yield Change(kind, after.claim.get(now.current), Reason(words, (now.current, old.current)))


def _counted(one: Series) -> str:
    where = f" in {one.spot.name}" if one.spot else ""
    return f"{one.population or one.unit or 'count'} {one.measure}{where}"


def _bounds(one: Series) -> str:
    low, best, high = ("" if value is None else f"{value:,.10g}" for value in (one.low, one.best, one.high))
    return best or (f"{low} to {high}" if low and high else f"at least {low}" if low else f"at most {high}")


def _contradictions(before: Situation, after: Situation) -> Iterator[Change]:
    known = {(one.left.id, one.right.id) for line in before.lines for one in line.against}
    now = {(one.left.id, one.right.id): one for line in after.lines for one in line.against}
    for pair, one in now.items():
        if pair not in known:
            yield Change("contradiction", one.right, Reason(one.reason.text, pair))


def _told_by(line: Line) -> str:
    return f"{line.status}, by {_names(voice.name for voice in line.voices)}"


def _speakers(claims: Iterable[Claim]) -> list[str]:
    return [(one.origin.name or one.origin.text) if one.origin else one.document.outlet or NO_OUTLET for one in claims]


def _names(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    more = f" and {len(every) - SEVERAL} more" if len(every) > SEVERAL else ""
    return ", ".join(every[:SEVERAL]) + more


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims)
