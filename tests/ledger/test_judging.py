"""What people decide: kept, undone, and found again when a newer version reads the document otherwise."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.examples import (
    ALL,
    DENIED,
    ENTERED,
    FLED,
    MONDAY,
    REPORT,
    TUESDAY,
    V1,
    V2,
    WEDNESDAY,
    claim,
    in_memory,
    party,
    place,
    record,
)  # fmt: skip
from vedette.ledger import Ledger
from vedette.model import Claim, JudgementKind, Moment, VedetteError

WORDS = REPORT.quote(0, 8), REPORT.quote(9, 16)
OLD = replace(ENTERED, trigger=WORDS[1])
NEW = replace(OLD, type="capture", parties=(party("Fighters"),), extractor=V2)


def test_a_judgement_is_kept_with_who_when_and_why(ledger: Ledger) -> None:
    record(ledger, *ALL)
    done = ledger.judge("reject", [ENTERED.id[:8]], "a film of last year", TUESDAY, "anna")
    (kept,) = ledger.judgements().history
    assert (kept.id, kept.targets, kept.by, kept.reason) == (done.id, (ENTERED.id,), "anna", "a film of last year")
    assert set(ledger.judgements().rejected) == {ENTERED.id} and not ledger.judgements(Moment(known_at=MONDAY)).history


def test_an_undone_judgement_is_out_of_force_from_then_on_and_not_before(ledger: Ledger) -> None:
    record(ledger, *ALL)
    done = ledger.judge("reject", [FLED.id], "misread", MONDAY, "anna")
    ledger.judge("undo", [done.id[:6]], "it was right", WEDNESDAY, "boris")
    assert not ledger.judgements().rejected and len(ledger.judgements().about(FLED.id)) == 2
    assert FLED.id in ledger.judgements(Moment(known_at=TUESDAY)).rejected


def test_a_judgement_follows_its_trigger_into_a_newer_reading(ledger: Ledger) -> None:
    record(ledger, OLD, FLED, at=MONDAY)
    ledger.judge("reject", [OLD.id], "misread", MONDAY, "anna")
    record(ledger, NEW, FLED, extractor=V2, at=TUESDAY)
    assert set(ledger.judgements().rejected) == {NEW.id}
    (kept,) = ledger.judgements().about(NEW.id)
    assert kept.targets == (OLD.id,) and kept.claims == (NEW.id,)


def test_without_a_trigger_a_judgement_follows_kind_type_and_evidence(ledger: Ledger) -> None:
    record(ledger, ENTERED, at=MONDAY)
    ledger.judge("accept", [ENTERED.id], "seen", MONDAY, "anna")
    moved = replace(ENTERED, parties=(party("Fighters"),))
    other = claim("Fighters entered", "control", "capture")
    record(ledger, moved, other, extractor=V2, at=TUESDAY)
    assert set(ledger.judgements().accepted) == {moved.id}


def test_a_claim_that_stood_beside_the_judged_one_is_not_taken_for_it(ledger: Ledger) -> None:
    twin = replace(OLD, places=(place("Tartus"),))
    record(ledger, OLD, twin, at=MONDAY)
    ledger.judge("reject", [OLD.id], "misread", MONDAY, "anna")
    record(ledger, twin, extractor=V2, at=TUESDAY)
    found = ledger.judgements()
    assert not found.rejected and [one.targets for one in found.lost] == [(OLD.id,)]
    record(ledger, twin, NEW, extractor="rules 3", at=WEDNESDAY)
    assert set(ledger.judgements().rejected) == {NEW.id} and not ledger.judgements().lost


def test_a_correction_follows_too_and_keeps_the_id(ledger: Ledger) -> None:
    record(ledger, OLD)
    ledger.judge("correct", [OLD.id], "it was denied", MONDAY, "anna", {"standing": "denied"})
    record(ledger, NEW, extractor=V2, at=TUESDAY)
    fixed = ledger.judgements().as_corrected(NEW)
    assert (fixed.standing, fixed.type, fixed.id) == ("denied", "capture", NEW.id)


@pytest.mark.parametrize(
    ("kind", "targets", "value", "told"),
    [
        ("accept", ["ffff0000"], "", "no claim has an id"),
        ("same", [ENTERED.id, ENTERED.id], "", "not the same one twice"),
        ("same", [ENTERED.id], "", "takes 2 things"),
        ("grade", ["Radio Delta"], "G", "no grade of a source"),
        ("grade", [" "], "B", "no name"),
        ("undo", ["ffff0000"], "", "no judgement has an id"),
        ("correct", [ENTERED.id], "", "nothing is corrected"),
        ("correct", [ENTERED.id], {"evidence": None}, "cannot be corrected"),
        ("correct", [ENTERED.id], {"places": ["Homs"]}, "makes no claim"),
        ("correct", [ENTERED.id], {"time": {"from": None}}, "makes no claim"),
        ("correct", [ENTERED.id], {"type": "dance"}, "no claim of control/dance"),
        ("correct", [ENTERED.id], {"standing": "sung"}, "that is sung"),
    ],
)
def test_what_cannot_be_judged_so_is_told_in_one_line(
    ledger: Ledger, kind: JudgementKind, targets: list[str], value: str | dict[str, object], told: str
) -> None:
    record(ledger, *ALL)
    with pytest.raises(VedetteError, match=told):
        ledger.judge(kind, targets, "because", MONDAY, "anna", value)
    assert not ledger.judgements().history


@pytest.mark.parametrize(("reason", "by"), [("", "anna"), ("because", " ")])
def test_nobody_judges_without_a_name_and_a_reason(ledger: Ledger, reason: str, by: str) -> None:
    record(ledger, *ALL)
    with pytest.raises(VedetteError, match="needs a reason"):
        ledger.judge("accept", [DENIED.id], reason, MONDAY, by)


_spans = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda pair: REPORT.quote(pair[0], pair[0] + pair[1]))
_read = st.builds(
    Claim,
    st.just("control"), st.sampled_from(["enter", "capture", "lose"]), st.just(REPORT), st.just(REPORT.quote(0, 60)),
    trigger=_spans, extractor=st.just(V1),
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.lists(_read, max_size=5, unique_by=lambda one: one.id), min_size=1, max_size=4), st.data())
def test_no_judgement_is_ever_lost_by_reading_anew(readings: list[list[Claim]], data: st.DataObject) -> None:
    """Every one is in force on one claim of the newest reading, or is named as lost; where the claim is, on it."""
    with in_memory() as ledger:
        record(ledger, *readings[0], extractor="rules 0")
        for one in readings[0]:
            ledger.judge(data.draw(st.sampled_from(["accept", "reject"])), [one.id], "because", MONDAY, "anna")
        for number, claims in enumerate(readings[1:], 1):
            record(ledger, *claims, extractor=f"rules {number}", at=MONDAY + timedelta(hours=number))
        found = ledger.judgements()
        today = {one.id for one in ledger.claims()}
    assert len(found.history) == len(readings[0])
    assert {*found.accepted, *found.rejected} <= today
    bound = [one for one in found.history if not one.lost]
    assert len(bound) + len(found.lost) == len(found.history)
    assert all(one.claims == one.targets for one in bound if one.targets[0] in today)
