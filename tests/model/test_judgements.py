"""What a history of judgements amounts to."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tests.made import claim
from vedette.model import Judgement, JudgementKind, Judgements, in_force

CLAIM = claim()


def judged(kind: JudgementKind, *targets: str, at: int = 1, value: str = "") -> Judgement:
    return Judgement(kind, targets or (CLAIM.id,), "anna", "seen on video", f"2024-12-0{at}T00:00:00+00:00", value)


def test_the_newest_verdict_on_a_claim_rules() -> None:
    found = in_force([judged("reject", at=1), judged("accept", at=2)])
    assert not found.rejected and found.accepted[CLAIM.id].recorded_at.startswith("2024-12-02")


def test_what_is_undone_counts_no_more_but_stays_in_the_history() -> None:
    first = judged("reject")
    history = [first, judged("undo", first.id, at=2)]
    assert not in_force(history).rejected and in_force(history).history == tuple(history)


def test_an_undone_undo_lets_the_judgement_stand_again() -> None:
    first = judged("reject")
    undo = judged("undo", first.id, at=2)
    assert CLAIM.id in in_force([first, undo, judged("undo", undo.id, at=3)]).rejected


def test_two_claims_are_the_same_or_apart_whichever_is_named_first() -> None:
    found = in_force([judged("same", "a1", "b2"), judged("apart", "b2", "a1", at=2)])
    assert not found.same and set(found.apart) == {frozenset({"a1", "b2"})}


def test_a_corrected_claim_keeps_its_id_and_takes_every_correction() -> None:
    fixes = [judged("correct", value=json.dumps(value)) for value in ({"type": "capture"}, {"standing": "denied"})]
    fixed = in_force(fixes).as_corrected(CLAIM)
    assert (fixed.type, fixed.standing, fixed.id) == ("capture", "denied", CLAIM.id)
    assert fixed.evidence == CLAIM.evidence and Judgements().as_corrected(CLAIM) is CLAIM


def test_a_judgement_follows_its_claim_and_one_that_is_lost_is_told() -> None:
    moved = Judgement("reject", ("old",), "anna", "why", "2024", now=("new",))
    gone = Judgement("reject", ("other",), "anna", "why", "2024", now=("",))
    found = in_force([moved, gone])
    assert set(found.rejected) == {"new"} and found.lost == (gone,)


def test_a_source_is_graded_by_its_name_in_any_case() -> None:
    assert in_force([judged("grade", "Radio Delta", value="B")]).grades["radio delta"].value == "B"


@given(st.lists(st.sampled_from(["accept", "reject"]), min_size=1, max_size=6))
def test_a_claim_is_never_both_accepted_and_rejected(kinds: list[JudgementKind]) -> None:
    found = in_force(judged(kind, at=number) for number, kind in enumerate(kinds))
    assert (CLAIM.id in found.accepted) != (CLAIM.id in found.rejected)
    assert [one.kind for one in found.on(CLAIM.id)] == [kinds[-1]]
