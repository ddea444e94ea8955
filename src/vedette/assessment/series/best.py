"""Which figure of a series stands now, in words; and how the codebooks of the field would put it.

Most independent voices and latest; a count of one's own over hearsay; ranges kept as told.
"""

from collections.abc import Collection, Sequence
from datetime import date

from vedette.assessment.series.scopes import fit
from vedette.model import Convention, Count, Reason

FRESH_DAYS = 3
UCDP = "UCDP"
ACLED = "ACLED"

type Bounds = tuple[float | None, float | None, float | None]


def active(counts: Sequence[Count]) -> list[Count]:
    """The figures that their voices still stand by."""
    kept = [one for one in counts if one.revised_by is None and one.standing != "superseded"]
    return kept or list(counts[-1:])


def best(counts: Sequence[Count], running: bool, boasts: Collection[str] = ()) -> tuple[Count, tuple[Reason, ...]]:
    """The figure that stands now. Of running counts only those count that are within days of the latest.

    `boasts`: the claims of a side that counts its enemy's dead, which stand only where nobody else counts them.
    """
    kept = [one for one in active(counts) if one.claim not in boasts] or active(counts)
    fresh = _fresh(kept) if running else kept
    behind = _behind(fresh)
    most = max(len(behind[_bounds(one)]) for one in fresh)
    equals = [one for one in fresh if len(behind[_bounds(one)]) == most]
    if running:  # of equals the latest, whoever gave it
        chosen = max(equals, key=lambda one: ((one.said or "")[:10], one.own, one.quantifier != "vague"))
    else:
        chosen = max(equals, key=lambda one: (one.own, one.quantifier != "vague", one.said or ""))
    return chosen, tuple(_reasons(chosen, behind[_bounds(chosen)], fresh, kept, counts))


def _fresh(kept: Sequence[Count]) -> list[Count]:
    days = [one.said[:10] for one in kept if one.said]
    if not days:
        return list(kept)
    latest = date.fromisoformat(max(days))
    return [one for one in kept if one.said and (latest - date.fromisoformat(one.said[:10])).days <= FRESH_DAYS]


def _behind(counts: Sequence[Count]) -> dict[Bounds, tuple[str, ...]]:
    """For each figure that is given the voices whose figures fit it: their ranges touch."""
    first: dict[Bounds, Count] = {}
    given: dict[Bounds, dict[str, None]] = {}
    for one in counts:
        first.setdefault(_bounds(one), one)
        given.setdefault(_bounds(one), {})[one.voice] = None
    return {
        bounds: tuple(
            dict.fromkeys(voice for other, voices in given.items() if fit(one, first[other]) for voice in voices)
        )
        for bounds, one in first.items()
    }


def _bounds(one: Count) -> Bounds:
    return one.low, one.best, one.high


def _reasons(
    chosen: Count, behind: Sequence[str], fresh: Sequence[Count], kept: Sequence[Count], counts: Sequence[Count]
) -> list[Reason]:
    voices = set(behind)
    ids = tuple(one.claim for one in fresh if one.voice in voices)
    told = f"{len(behind)} independent voices give figures that fit" if len(behind) > 1 else "one voice gives it"
    found = [Reason(f"{told}: {', '.join(behind)}", ids)]
    if len(kept) > 1 and chosen.said and chosen.said[:10] >= max((one.said or "")[:10] for one in kept):
        found.append(Reason(f"the latest, of {chosen.said[:10]}", (chosen.claim,)))
    found.append(
        Reason("counted by who gives it" if chosen.own else "passed on, not counted by who gives it", (chosen.claim,))
    )
    others = [one for one in kept if not fit(chosen, one)]
    found += [Reason(f"{one.teller} says {one.words}{_on(one)}", (one.claim,)) for one in _each_once(others)]
    revised = [one for one in counts if one.revised_by is not None]
    found += [Reason(f"{one.teller} had {one.words}{_on(one)}, revised", (one.claim,)) for one in _each_once(revised)]
    return found


def _each_once(counts: Sequence[Count]) -> list[Count]:
    """Without the same words of one voice again."""
    first = {(one.voice, one.words.casefold()): one for one in reversed(counts)}
    return [one for one in counts if first[one.voice, one.words.casefold()] is one]


def _on(one: Count) -> str:
    return f" on {one.said[:10]}" if one.said else ""


def spread(counts: Sequence[Count]) -> tuple[float | None, float | None]:
    """The lowest and the highest number that any voice still stands by."""
    every = [value for one in active(counts) for value in (one.low, one.best, one.high) if value is not None]
    return (min(every), max(every)) if every else (None, None)


def conventions(counts: Sequence[Count], chosen: Count) -> tuple[Convention, ...]:
    """How two codebooks put deaths: UCDP GED with low, best and high, ACLED with the most conservative report."""
    kept = active(counts)
    low, high = spread(kept)
    reported = [_conservative(one) for one in kept if one.quantifier != "vague"]
    least = min((value for value in reported if value is not None), default=None)
    ids = tuple(one.claim for one in kept)
    return (
        Convention(
            UCDP, low, chosen.best if chosen.best is not None else chosen.low, high,
            Reason("UCDP GED: the lowest and the highest estimate of any source, the most reliable as best", ids),
        ),
        Convention(
            ACLED, least, least, least,
            Reason("ACLED: the most conservative number that is reported" if least is not None
                   else "ACLED: no number is reported", ids),
        ),
    )  # fmt: skip


def _conservative(one: Count) -> float | None:
    return next((value for value in (one.low, one.best, one.high) if value is not None), None)
