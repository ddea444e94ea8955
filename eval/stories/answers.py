"""What Vedette makes of a story, by its own path: every report is read, and the claims are assessed together."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from eval.gold.scores import touches
from eval.stories.stories import Group, Mention, Story
from vedette.assessment import assess
from vedette.assessment.buckets import Buckets
from vedette.assessment.control import control_keys, state_at, timeline
from vedette.assessment.events import join
from vedette.assessment.series import SeriesKey, series, series_keys, theatre_of
from vedette.assessment.voices import voices
from vedette.lexicon.actors import fold
from vedette.model import AGAINST, Claim, Document, PlaceState, Relation, Series, Timeline
from vedette.reader import Reader

KIND_OF: dict[Relation, str] = {"denied": "standing", "contested": "control", "differs": "figure"}


@dataclass(frozen=True, slots=True)
class Answers:
    """Events, contradictions, how many voices tell some claims, control by place and day, and series of figures."""

    claims: tuple[Claim, ...]
    events: tuple[tuple[Claim, ...], ...]
    contradictions: tuple[tuple[str, Claim, Claim], ...]
    voices: Callable[[Iterable[Claim]], int]
    control: Callable[[str, str], PlaceState | None]
    series: tuple[Series, ...]

    def at(self, story: Story, mention: Mention) -> tuple[Claim, ...]:
        """The claims that are told by the words of a mention."""
        return tuple(one for one in self.claims if meets(story, (mention,), one))


def answers(reader: Reader, story: Story) -> Answers:
    """Read and assess a story."""
    claims = tuple(one for found in reader.claims_of(story.reports.values()) for one in found)
    control: Buckets[int | str, Timeline] = Buckets(control_keys, timeline)
    control.add(claims)
    theatres = {one.id: theatre_of([claim for claim in claims if claim.document is one]) for one in _documents(claims)}
    figures: Buckets[SeriesKey, tuple[Series, ...]] = Buckets(
        lambda claim: series_keys(claim, theatres[claim.document.id]), series
    )
    figures.add(claims)
    lines = [line for section in assess(claims).sections for line in section.lines]
    return Answers(
        claims,
        tuple(one.claims for one in join(claims)),
        tuple(
            (KIND_OF[note.relation], line.lead, note.claim)
            for line in lines
            for note in line.notes
            if note.relation in KIND_OF
        ),
        lambda known: len(voices(one for one in known if one.standing not in AGAINST)),
        partial(_control, control.results()),
        tuple(one for of in figures.results().values() for one in of),
    )


def _documents(claims: Iterable[Claim]) -> Iterable[Document]:
    return {claim.document.id: claim.document for claim in claims}.values()


def _control(timelines: Mapping[int | str, Timeline], place: str, day: str) -> PlaceState | None:
    """The state of the place of a name on a day."""
    states = (state_at(one, day) for one in timelines.values() if fold(one.spot.name) == fold(place))
    return next(states, None)


def meets(story: Story, group: Group, claim: Claim) -> bool:
    """Whether a claim is told by one of some mentions."""
    if claim.trigger is None:
        return False
    span = claim.trigger.start, claim.trigger.end
    return any(story.reports[report].id == claim.document.id and touches(stretch, span) for report, stretch in group)
