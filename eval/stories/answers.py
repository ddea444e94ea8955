"""What Vedette makes of a story, by its own path: every report is read, and the claims are assessed together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from eval.gold.scores import touches
from eval.stories.stories import Group, Mention, Story
from vedette.assessment import assess
from vedette.assessment.control import state_at
from vedette.assessment.voices import voices
from vedette.lexicon.actors import fold
from vedette.model import AGAINST, Claim, PlaceState, Series, Timeline
from vedette.reader import Reader


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
    found = assess(claims)
    contradictions = {
        (one.kind, one.left.id, one.right.id): one for line in found.lines for one in line.against
    }.values()
    return Answers(
        claims,
        tuple(line.claims for line in found.lines),
        tuple((one.kind, one.left, one.right) for one in contradictions),
        lambda known: len(voices((one for one in known if one.standing not in AGAINST), found.families)),
        partial(_control, found.control),
        found.series,
    )


def _control(timelines: Iterable[Timeline], place: str, day: str) -> PlaceState | None:
    """The state of the place of a name on a day."""
    states = (state_at(one, day) for one in timelines if fold(one.spot.name) == fold(place))
    return next(states, None)


def meets(story: Story, group: Group, claim: Claim) -> bool:
    """Whether a claim is told by one of some mentions."""
    if claim.trigger is None:
        return False
    span = claim.trigger.start, claim.trigger.end
    return any(story.reports[report].id == claim.document.id and touches(stretch, span) for report, stretch in group)
