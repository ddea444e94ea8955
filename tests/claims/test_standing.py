"""How a claim is put."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Rebels captured Bukavu.", "asserted"),
        ("Rebels did not capture Bukavu.", "negated"),
        ("The ministry denied that rebels had captured Bukavu.", "denied"),
        ("Rebels may capture Bukavu.", "possible"),
        ("Rebels will capture Bukavu, analysts predict.", "forecast"),
        ("Rebels reportedly captured Bukavu.", "unverified"),
        ("If rebels capture Bukavu, the border will close.", "hypothetical"),
        ("Rebels tried to capture Bukavu.", "attempted"),
        ("Rebels failed to capture Bukavu.", "negated"),
        ("Rebels plan to capture Bukavu.", "planned"),
        ("The general ordered his troops to capture Bukavu.", "planned"),
        ("The governor confirmed that rebels had captured Bukavu.", "confirmed"),
        ("Rebels are likely to capture Bukavu.", "probable"),
    ],
)
def test_the_words_around_an_event_set_its_standing(read: Read, text: str, standing: str) -> None:
    assert only(read(text), "control/capture").standing == standing


def test_the_cue_is_quoted(read: Read) -> None:
    claim = only(read("Rebels reportedly captured Bukavu."), "control/capture")
    assert claim.standing_cue is not None and claim.standing_cue.text == "reportedly"


def test_two_negations_cancel_out(read: Read) -> None:
    assert only(read("Rebels did not fail to capture Bukavu."), "control/capture").standing == "asserted"


def test_a_denial_reaches_what_is_denied_and_not_its_reason(read: Read) -> None:
    found = read("Rwanda denied backing the M23 as rebels captured Bukavu.")
    assert only(found, "relation/backs").standing == "denied"
    assert only(found, "control/capture").standing == "asserted"


def test_an_intention_of_the_speaker_is_planned_and_no_forecast(read: Read) -> None:
    assert only(read("France will withdraw its troops from Chad."), "movement/withdraw").standing == "planned"


def test_people_who_may_flee_are_at_risk_and_forecast(read: Read) -> None:
    claim = only(read("Up to 60,000 people could be displaced by the offensive."), "displacement/at-risk")
    assert claim.standing == "forecast"


def test_blame_leaves_the_suspect_possible(read: Read) -> None:
    claim = of_type(read("The attack on Zurmi was blamed on bandits."), "violence/attack")[0]
    assert claim.standing == "possible"
    assert [party.text for party in claim.parties if party.role == "agent"] == ["bandits"]


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Troops began to withdraw from Bukavu.", "begins"),
        ("Troops continued to withdraw from Bukavu.", "continues"),
        ("The army halted the shelling of Bukavu.", "ends"),
    ],
)
def test_beginning_and_ending_are_phases(read: Read, text: str, phase: str) -> None:
    assert phase in {claim.phase for claim in read(text)}
