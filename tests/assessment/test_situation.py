"""What claims and judgements add up to: lines with their status, whichever way they came in."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.made import claim, document
from vedette.assessment import Assessor, assess
from vedette.model import Claim, Judgement, JudgementKind, Judgements, Line, Situation, Status, in_force

NAMES = (
    "control/enter", "control/capture", "violence/attack", "assessment/judge", "relation/backs", "casualties/killed",
)  # fmt: skip
CLAIMS = st.lists(
    st.builds(
        claim,
        name=st.sampled_from(NAMES),
        agent=st.sampled_from(["rebels", "the army", None]),
        place=st.sampled_from(["Homs", "Hama", None]),
        standing=st.sampled_from(["asserted", "denied", "negated", "forecast", "unverified"]),
        origin=st.sampled_from([None, "Reuters"]),
        people=st.sampled_from([None, 12.0, 15.0]),
        of=st.sampled_from([document(), document("The army left Hama.", "Radio Delta", "2024-12-09")]),
    ),
    max_size=10,
    unique_by=lambda one: one.id,
)  # fmt: skip
LONG = "Rebels entered the city of Homs on Saturday after days of heavy fighting."
KINDS: tuple[JudgementKind, ...] = ("accept", "reject")


def judged(kind: JudgementKind, *ids: str, value: str = "") -> Judgements:
    """One judgement in force."""
    return in_force([Judgement(kind, ids, "anna", "seen on video", "2024-12-09T00:00:00+00:00", value)])


def line_of(situation: Situation, one: Claim) -> Line:
    """The line that a claim stands on."""
    return situation.by_claim[one.id]


def status(situation: Situation, one: Claim) -> Status:
    """How the line of a claim stands."""
    return line_of(situation, one).status


def test_a_forecast_is_kept_apart_from_facts() -> None:
    told, foreseen = claim(place="Hama"), claim(standing="forecast")
    found = assess([told, foreseen])
    assert (status(found, told), status(found, foreseen)) == ("claimed", "open")


def test_a_denial_stands_against_what_it_denies() -> None:
    told, denial = claim(), claim(standing="denied", origin="the ministry")
    line = line_of(assess([told, denial]), told)
    assert line.status == "disputed" and [(one.kind, one.right.id) for one in line.against] == [("standing", denial.id)]


def test_what_is_only_denied_is_told_by_nobody() -> None:
    denial = claim(standing="denied", origin="the ministry")
    assert status(assess([denial]), denial) == "denied"


def test_independent_voices_confirm_and_reprints_do_not() -> None:
    first, again = claim(of=document(LONG, "A")), claim(of=document(LONG, "B"))
    other = claim(of=document("Fighters of the rebels came into Homs on Saturday.", "C"), origin="the governor")
    assert status(assess([first, again]), first) == "claimed"
    assert status(assess([first, other]), first) == "confirmed"


def test_a_person_confirms_by_accepting_and_clears_away_by_rejecting() -> None:
    one = claim()
    accepted = assess([one], judgements=judged("accept", one.id))
    assert status(accepted, one) == "confirmed" and line_of(accepted, one).judgements[0].by == "anna"
    assert not assess([one], judgements=judged("reject", one.id)).lines


def test_a_correction_is_what_is_assessed() -> None:
    one = claim()
    found = assess([one], judgements=judged("correct", one.id, value='{"standing": "denied"}'))
    assert status(found, one) == "denied" and found.claim[one.id].standing == "denied"


def test_people_join_and_part_happenings() -> None:
    one, other = claim(), claim(place="Hama", of=document("Rebels entered Hama.", "B"))
    together = assess([one, other], judgements=judged("same", one.id, other.id))
    assert line_of(together, one) is line_of(together, other)
    twin = claim(of=document("Rebels entered Homs at dawn.", "B"), origin="Reuters")
    apart = assess([one, twin], judgements=judged("apart", one.id, twin.id))
    assert line_of(apart, one) is not line_of(apart, twin)


@settings(deadline=None)
@given(CLAIMS)
def test_every_claim_stands_on_one_line(claims: list[Claim]) -> None:
    shown = Counter(one.id for line in assess(claims).lines for one in line.claims)
    assert shown == Counter(one.id for one in claims)


@settings(deadline=None)
@given(CLAIMS, st.data())
def test_updates_add_up_to_what_everything_at_once_gives(claims: list[Claim], data: st.DataObject) -> None:
    """In any order, with claims taken out again and judgements made on the way."""
    assessor = Assessor()
    history: list[Judgement] = []
    gone: set[str] = set()
    for number, one in enumerate(data.draw(st.permutations(claims))):
        if data.draw(st.booleans()):
            kind = data.draw(st.sampled_from(KINDS))
            target = data.draw(st.sampled_from(claims)).id
            history.append(Judgement(kind, (target,), "anna", "why", f"2024-12-09T00:00:{number:02}+00:00"))
        removed = [data.draw(st.sampled_from(claims)).id] if data.draw(st.integers(0, 4)) == 0 else []
        gone = (gone | set(removed)) - {one.id}
        assessor.update([one], removed, in_force(history))
        assessor.situation()
    kept = [one for one in claims if one.id not in gone]
    assert assessor.situation() == assess(kept, judgements=in_force(history))
