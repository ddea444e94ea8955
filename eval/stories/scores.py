"""Answers to a story scored against the right ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eval.gold.scores import Share
from eval.stories.answers import Answers, meets
from eval.stories.coreference import Cluster
from eval.stories.stories import GoldContradiction, GoldEvent, GoldPoint, GoldSeries, Story
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Claim, Count, Series


@dataclass(frozen=True, slots=True)
class Judged:
    """A story and what Vedette says of it."""

    story: Story
    answers: Answers


def found(judged: Judged) -> Share:
    """Mentions of events that some claim is told by."""
    mentions = [one for event in judged.story.events for one in event.mentions]
    right = sum(bool(judged.answers.at(judged.story, one)) for one in mentions)
    return Share(right, len(mentions), right)


def partitions(judged: Judged) -> tuple[Sequence[Cluster], Sequence[Cluster]]:
    """The mentions that were found, as they belong together and as they are held to."""
    at = {one: judged.answers.at(judged.story, one) for event in judged.story.events for one in event.mentions}
    known = {mention for mention, claims in at.items() if claims}
    gold = [frozenset(known & set(event.mentions)) for event in judged.story.events]
    said = [{mention} for mention in known]
    for group in judged.answers.events:
        ids = {claim.id for claim in group}
        inside = {mention for mention in known if ids & {claim.id for claim in at[mention]}}
        apart = [one for one in said if not one & inside]
        said = [*apart, set().union(inside, *(one for one in said if one & inside))]
    return [one for one in gold if one], [frozenset(one) for one in said if one]


def contradictions(judged: Judged, kind: str) -> Share:
    """Contradictions of a kind that were found, and those that were told without being any."""
    gold = [one for one in judged.story.contradictions if one.kind == kind]
    said = {
        frozenset((left.id, right.id)): (left, right) for of, left, right in judged.answers.contradictions if of == kind
    }
    right = sum(any(_is(judged.story, one, *two) for two in said.values()) for one in gold)
    wrong = sum(not any(_is(judged.story, one, *two) for one in gold) for two in said.values())
    return Share(right, len(gold), right + wrong)


def _is(story: Story, gold: GoldContradiction, left: Claim, right: Claim) -> bool:
    ways = ((left, right), (right, left))
    return any(meets(story, gold.left, one) and meets(story, gold.right, other) for one, other in ways)


def voices_given(judged: Judged) -> list[bool]:
    """For each event that was found whether the voices are counted rightly, when told which claims are of it."""
    at = [_claims(judged, event) for event in judged.story.events]
    return [
        judged.answers.voices(claims) == len(event.voices)
        for event, claims in zip(judged.story.events, at, strict=True)
        if claims
    ]


def voices_found(judged: Judged) -> list[bool]:
    """The same for the event as it was joined: the one that has the most of the claims."""
    return [
        bool(joined) and judged.answers.voices(joined) == len(event.voices)
        for event in judged.story.events
        if (claims := _claims(judged, event))
        for joined in [_fullest(judged, claims)]
    ]


def _claims(judged: Judged, event: GoldEvent) -> tuple[Claim, ...]:
    return tuple(claim for mention in event.mentions for claim in judged.answers.at(judged.story, mention))


def _fullest(judged: Judged, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    ids = {claim.id for claim in claims}
    fullest = max(judged.answers.events, key=lambda group: sum(one.id in ids for one in group), default=())
    return fullest if any(one.id in ids for one in fullest) else ()


@dataclass(frozen=True, slots=True)
class Day:
    """One place on one day: whether its state, also its side, and also the certainty are right."""

    state: bool
    side: bool
    certainty: bool


def control(judged: Judged) -> Iterator[Day]:
    """Every place and day that a story has an answer for."""
    called = [_called(gold.sides) for gold in judged.story.control]
    for gold, own in zip(judged.story.control, called, strict=True):
        names = _names(judged, gold.place)
        sides = own - {label for other in called if not set(map(fold, gold.sides)) & other for label in other}
        for day in _days(gold.first, gold.last):
            said = next(filter(None, (judged.answers.control(name, day) for name in names)), None)
            state = said is not None and said.state == gold.state
            side = state and (not gold.sides or (said is not None and fold(said.side or "") in sides))
            yield Day(state, side, side and said is not None and said.certainty == gold.certainty)


def _names(judged: Judged, place: str) -> list[str]:
    """What a place is called in the story, and what the gazetteer calls it."""
    places = (one for claim in judged.answers.claims for one in claim.places if fold(one.text) == fold(place))
    return list(dict.fromkeys([place, *(one.name for one in places if one.name)]))


def _days(first: date, last: date) -> Iterator[str]:
    return ((first + timedelta(days)).isoformat() for days in range((last - first).days + 1))


def _called(sides: Iterable[str]) -> frozenset[str]:
    """The names of a side, with what the registry of actors calls the side of each."""
    actors = [actor for name in sides if (actor := load_registry().named(name)) is not None]
    labels = (
        label for actor in actors for label in (actor.name, actor.side, *(one for _, one in actor.sides)) if label
    )
    return frozenset(map(fold, (*sides, *labels)))


def points(judged: Judged) -> Share:
    """Figures that stand in a series as they were told."""
    gold = [one for series in judged.story.series for one in series.points]
    right = sum(any(_at(judged, one, count) for of in judged.answers.series for count in of.counts) for one in gold)
    return Share(right, len(gold), right)


def best(judged: Judged) -> list[bool]:
    """For each series whether the figure that holds now is right, in the series that has most of its points."""
    return [_best(judged, gold) for gold in judged.story.series]


def _best(judged: Judged, gold: GoldSeries) -> bool:
    held = [(_held(judged, gold, one), one) for one in judged.answers.series]
    most, series = max(held, key=lambda one: one[0], default=(0, None))
    wanted = next(one for one in gold.points if one.at == gold.best)
    return series is not None and most > 0 and _same_figure(wanted, series)


def _held(judged: Judged, gold: GoldSeries, series: Series) -> int:
    return sum(any(_at(judged, one, count) for count in series.counts) for one in gold.points)


def _at(judged: Judged, point: GoldPoint, count: Count) -> bool:
    ids = {claim.id for claim in judged.answers.at(judged.story, point.at)}
    return count.claim in ids and _same_figure(point, count)


def _same_figure(point: GoldPoint, said: Count | Series) -> bool:
    """By the figure that is told, or by the only bound that is."""
    if point.best is not None:
        return said.best == point.best
    return said.low == point.low if point.low is not None else said.high == point.high
