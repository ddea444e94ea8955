"""How credible what some claims say is, by rules with reasons (grades.toml); how reliable a source is, by persons."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from vedette.assessment.sources import medium_of
from vedette.assessment.voices import ALONE, voices
from vedette.assessment.weight import Weight, weigh
from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.lexicon.shapes import GradeEntry
from vedette.model import Claim, Credibility, Families, Grade, Judgement, Letter, Reason, Reliability, Voice

SCALE: tuple[Credibility, ...] = (1, 2, 3, 4, 5)
LETTERS: Mapping[str, Letter] = {"A": "A", "B": "B", "C": "C", "D": "D", "E": "E"}
UNKNOWN: Credibility = 6


def grade(
    claims: Sequence[Claim], heard: Sequence[Voice], against: Sequence[Claim] = (), families: Families = ALONE
) -> Grade:
    """Information credibility by the scale of the Admiralty code, with its reasons.

    claims: those that say one thing; heard: the voices behind them; against: claims that deny or contradict it. How
    reliable the sources are has no part in it.
    """
    return graded(weigh(claims, heard, voices(against, families)), [voice.name for voice in heard])


def graded(weight: Weight, names: Sequence[str] = ()) -> Grade:
    """The grade that the rules give to what stands behind a claim and against it; `names` are those who tell it."""
    base, moves = _rules(weight.voices, weight.outside, frozenset(weight.claims))
    if base.credibility == UNKNOWN:
        return Grade(UNKNOWN, (Reason(base.reason),))
    moved = base.credibility + sum(entry.shift for entry in moves)
    words = base.reason.format(voices=weight.voices, outside=weight.outside)
    told = Reason(f"{words}: {_listed(names)}" if names else words, weight.claims["told"])
    shifted = (Reason(entry.reason, _behind(entry, weight)) for entry in moves)
    return Grade(SCALE[min(max(moved, 1), len(SCALE)) - 1], (told, *shifted))


def reliabilities(sources: Iterable[str], judged: Mapping[str, Judgement]) -> dict[str, Reliability]:
    """How reliable some sources are: the last grade that a person gave them under any of their names.

    A source that nobody has judged is not among them: F.
    """
    latest = {medium_of(one.targets[0]).key: one for one in sorted(judged.values(), key=lambda one: one.recorded_at)}
    found = ((source, _reliability(source, latest)) for source in dict.fromkeys(sources))
    return {source: one for source, one in found if one is not None}


def _reliability(source: str, latest: Mapping[str, Judgement]) -> Reliability | None:
    key = medium_of(source).key
    if (last := latest.get(key)) is not None:
        letter = LETTERS.get(last.value, "F")
        return Reliability(source, letter, Reason(f"{last.by} graded it {letter}: {last.reason}"))
    actor = load_registry().by_id.get(key)
    listed = LETTERS.get((actor.reliability or "") if actor is not None else "")
    return Reliability(source, listed, Reason("graded in the registry")) if listed else None


@cache
def _rules(voices_: int, outside: int, facts: frozenset[str]) -> tuple[GradeEntry, tuple[GradeEntry, ...]]:
    """The rule that gives the grade, and those that move it."""
    fits = [
        entry for entry in load("grades", GradeEntry)
        if voices_ >= entry.voices and outside >= entry.outside
        and facts.issuperset(entry.when) and facts.isdisjoint(entry.unless)
    ]  # fmt: skip
    return next(entry for entry in fits if entry.credibility), tuple(entry for entry in fits if not entry.credibility)


def _behind(entry: GradeEntry, weight: Weight) -> tuple[str, ...]:
    return tuple(id_ for fact, ids in weight.claims.items() if fact in entry.when for id_ in ids)


def _listed(names: Sequence[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
