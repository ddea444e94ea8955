"""Recording, superseding, withdrawing, and what was believed when."""

from datetime import datetime, timedelta

import pytest

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
    held,
    record,
    report,
)
from vedette.ledger import Counts, Ledger, Recorded
from vedette.model import Document, Issue, Moment, VedetteError


def test_what_is_recorded_comes_back_in_the_order_of_the_text(ledger: Ledger) -> None:
    record(ledger, FLED, ENTERED, DENIED)
    assert tuple(ledger.claims()) == ALL


def test_earlier_publications_come_first_and_undated_ones_last(ledger: Ledger) -> None:
    for published in (None, "2024-12-07T01:00:00+03:00", "2024-12-06", "2024-12-08"):
        document = Document("Shells fell.", published=published)
        record(ledger, claim("Shells fell", document=document))
    order = [found.document.published for found in ledger.claims()]
    assert order == ["2024-12-06", "2024-12-07T01:00:00+03:00", "2024-12-08", None]


def test_recording_tells_what_was_new(ledger: Ledger) -> None:
    first = ledger.record(REPORT, b"raw", "a.txt", ALL, V1, MONDAY, "reader")
    again = ledger.record(REPORT, b"raw", "a.txt", ALL, V1, TUESDAY, "reader")
    assert first == Recorded(new_claims=3, known_claims=0, withdrawn=0, document_new=True)
    assert again == Recorded(new_claims=0, known_claims=3, withdrawn=0, document_new=False)


def test_a_document_without_claims_is_known_once_read(ledger: Ledger) -> None:
    assert not ledger.knows(REPORT.id, V1)
    record(ledger)
    assert ledger.knows(REPORT.id, V1)
    assert not ledger.knows(REPORT.id, V2)


def test_a_claim_given_twice_in_one_reading_is_recorded_once(ledger: Ledger) -> None:
    assert record(ledger, ENTERED, ENTERED) == (1, 0, 0)


def test_a_claim_of_another_document_is_refused_and_nothing_kept(ledger: Ledger) -> None:
    stray = report(1)[1][0]
    with pytest.raises(ValueError, match="is not from document"):
        record(ledger, ENTERED, stray)
    assert ledger.counts() == Counts(0, 0, 0, 0, 0)


def test_a_new_version_supersedes_what_it_no_longer_reads(ledger: Ledger) -> None:
    record(ledger, ENTERED, DENIED, at=MONDAY)
    assert record(ledger, ENTERED, FLED, extractor=V2, at=TUESDAY) == (1, 1, 1)
    assert tuple(ledger.claims()) == (ENTERED, FLED)
    assert tuple(ledger.claims(held(MONDAY))) == (ENTERED, DENIED)
    assert ledger.history(DENIED.id)[-1].reason == "superseded by extractor rules 2"


def test_a_claim_given_again_gets_no_new_entry(ledger: Ledger) -> None:
    record(ledger, ENTERED, at=MONDAY)
    record(ledger, ENTERED, extractor=V2, at=TUESDAY)
    assert [entry.operation for entry in ledger.history(ENTERED.id)] == ["record"]


def test_a_claim_that_comes_back_is_recorded_anew(ledger: Ledger) -> None:
    for version, claims in ((V1, [ENTERED]), (V2, [FLED]), ("rules 3", [ENTERED])):
        record(ledger, *claims, extractor=version)
    assert tuple(ledger.claims()) == (ENTERED,)
    assert [entry.operation for entry in ledger.history(ENTERED.id)] == ["record", "withdraw", "record"]


def test_an_extractor_supersedes_only_its_own_claims(ledger: Ledger) -> None:
    record(ledger, ENTERED, DENIED, extractor="rules 1")
    record(ledger, DENIED, FLED, extractor="other 1")
    assert tuple(ledger.claims()) == ALL
    assert record(ledger, ENTERED, extractor="rules 2") == (0, 1, 0)
    assert record(ledger, FLED, extractor="other 2") == (0, 1, 1)
    assert tuple(ledger.claims()) == (ENTERED, FLED)


def test_a_reading_that_finds_nothing_supersedes_everything(ledger: Ledger) -> None:
    record(ledger, *ALL)
    assert record(ledger, extractor=V2) == (0, 0, 3)
    assert list(ledger.claims()) == []


def test_what_a_claim_denies_follows_the_newest_reading(ledger: Ledger) -> None:
    unsure = claim("The army denied it", "statement", "deny", standing="denied", denies=())
    record(ledger, ENTERED, unsure, at=MONDAY)
    assert record(ledger, ENTERED, DENIED, extractor=V2, at=TUESDAY) == (0, 2, 0)
    assert [found.denies for found in ledger.claims(held(MONDAY))] == [(), ()]
    assert [found.denies for found in ledger.claims()] == [(), (ENTERED.id,)]
    assert ledger.claim(DENIED.id).denies == (ENTERED.id,)


def test_what_is_no_longer_read_still_stands_on_the_days_we_believed_it(ledger: Ledger) -> None:
    record(ledger, ENTERED, at=MONDAY)
    record(ledger, FLED, extractor=V2, at=WEDNESDAY)
    assert tuple(ledger.claims(held(TUESDAY))) == (ENTERED,)
    assert tuple(ledger.claims(held(WEDNESDAY))) == (FLED,)
    assert list(ledger.claims(held(MONDAY - timedelta(seconds=1)))) == []


def test_history_tells_who_did_what_when_and_why(ledger: Ledger) -> None:
    record(ledger, ENTERED)
    record(ledger, extractor=V2, at=WEDNESDAY)
    told = [(one.operation, one.recorded_at, one.by, one.reason) for one in ledger.history(ENTERED.id)]
    assert told == [
        ("record", MONDAY, "reader", None),
        ("withdraw", WEDNESDAY, "reader", f"superseded by extractor {V2}"),
    ]


def test_a_withdrawn_claim_can_still_be_looked_at(ledger: Ledger) -> None:
    record(ledger, ENTERED)
    record(ledger, extractor=V2, at=WEDNESDAY)
    assert ledger.claim(ENTERED.id) == ENTERED


def test_a_moment_without_a_zone_is_refused(ledger: Ledger) -> None:
    naive = datetime(2024, 12, 2)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        record(ledger, ENTERED, at=naive)
    with pytest.raises(ValueError, match="time zone"):
        ledger.claims(Moment(naive))


def test_a_claim_is_found_by_the_beginning_of_its_id(ledger: Ledger) -> None:
    record(ledger, *ALL)
    assert ledger.claim(f" {FLED.id[:8].upper()} ") == FLED


@pytest.mark.parametrize("given", ["", "abc", "xyzw", "%%%%", "' or 1=1 --", "a" * 33])
def test_what_cannot_be_an_id_is_said_to_be_none(ledger: Ledger, given: str) -> None:
    with pytest.raises(VedetteError, match="is not the id of a claim"):
        ledger.claim(given)


def test_an_unknown_id_is_said_to_be_unknown(ledger: Ledger) -> None:
    record(ledger, ENTERED)
    with pytest.raises(VedetteError, match="no claim has an id that begins with"):
        ledger.history("0000" if not ENTERED.id.startswith("0000") else "1111")


def test_an_ambiguous_beginning_lists_the_candidates(ledger: Ledger) -> None:
    twins = [Document("Text 332"), Document("Text 429")]  # found by trying: their ids begin alike
    for document in twins:
        ledger.record(document, b"raw", "a.txt", (), V1, MONDAY, "reader")
    first, second = sorted(document.id for document in twins)
    with pytest.raises(VedetteError, match=f"could be {first}, {second}"):
        ledger.document(first[:4])


def test_documents_and_their_bytes_are_kept(ledger: Ledger) -> None:
    ledger.record(REPORT, b"\xff\x00raw", "a.txt", (), V1, MONDAY, "reader")
    assert ledger.document(REPORT.id) == REPORT
    assert list(ledger.documents()) == [REPORT]
    assert ledger.raw(REPORT.id) == b"\xff\x00raw"


def test_two_documents_may_share_their_bytes(ledger: Ledger) -> None:
    lines = [Document("First."), Document("Second.")]
    for document in lines:
        ledger.record(document, b"both", "a.jsonl", (), V1, MONDAY, "reader")
    assert [ledger.raw(document.id) for document in lines] == [b"both", b"both"]


def test_issues_are_kept_with_their_document(ledger: Ledger) -> None:
    issue = Issue("a.txt", "published in the future", 3)
    ledger.record(REPORT, b"raw", "a.txt", (), V1, MONDAY, "reader", issues=[issue])
    (kept,) = ledger.issues()
    assert (kept.issue, kept.recorded_at, kept.document_id) == (issue, MONDAY, REPORT.id)


def test_the_same_issue_is_noted_once(ledger: Ledger) -> None:
    issue = Issue("b.txt", "is not text")
    assert ledger.note_issue(issue, MONDAY)
    assert not ledger.note_issue(issue, TUESDAY)
    assert ledger.note_issue(Issue("b.txt", "is not text", 2), TUESDAY)
    assert [kept.document_id for kept in ledger.issues()] == [None, None]


def test_names_that_are_not_unicode_are_kept_legible(ledger: Ledger) -> None:
    ledger.note_issue(Issue("caf\udce9.txt", "half \ud83d a pair"), MONDAY)
    (kept,) = ledger.issues()
    assert kept.issue == Issue("caf\\udce9.txt", "half \\ud83d a pair")


def test_the_counts_tell_believed_from_withdrawn(ledger: Ledger) -> None:
    record(ledger, *ALL)
    record(ledger, ENTERED, DENIED, extractor=V2, at=TUESDAY)
    ledger.note_issue(Issue("b.txt", "is empty"), MONDAY)
    assert ledger.counts() == Counts(documents=1, readings=2, claims=2, withdrawn=1, issues=1)


def test_the_ledger_may_be_written_while_claims_are_being_read(ledger: Ledger) -> None:
    record(ledger, *ALL)
    for found in ledger.claims():
        ledger.judge("reject", [found.id], "all misread", TUESDAY, "anna")
    assert len(ledger.judgements().rejected) == len(ALL)
