"""The two axes of every question: what happened by a day, and what was known by another."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.ledger.examples import MONDAY, V1, V2, claim, happened, held, record
from vedette.ledger import Ledger
from vedette.model import NOW, Claim, Document, Moment

BOOK = Document("Fighters entered Hama. The army will return.", outlet="A", published="2024-12-05")
LATER = Document("Fighters had entered Homs on Thursday.", outlet="B", published="2024-12-09T08:00:00+02:00")
UNDATED = Document("Fighters entered Daraa.", outlet="C")
HAMA = claim("Fighters entered Hama", document=BOOK, time=happened("2024-12-05", "2024-12-05"))
RETURN = claim(
    "army will return", "control", "capture", BOOK, standing="forecast", time=happened("2024-12-20", "2024-12-31")
)
HOMS = claim("entered Homs", document=LATER, time=happened("2024-12-05", "2024-12-05"))
DARAA = claim("Fighters entered", document=UNDATED)
READ = datetime(2025, 1, 1, tzinfo=UTC)


def at(day: int, hour: int = 0) -> datetime:
    return datetime(2024, 12, day, hour, tzinfo=UTC)


@pytest.fixture
def full(ledger: Ledger) -> Ledger:
    """Three documents, all read on New Year's Day."""
    for claims in ((HAMA, RETURN), (HOMS,), (DARAA,)):
        record(ledger, *claims, at=READ)
    return ledger


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        (NOW, [HAMA, RETURN, HOMS, DARAA]),
        (Moment(as_of=at(4)), [DARAA]),
        (Moment(as_of=at(5)), [HAMA, RETURN, HOMS, DARAA]),
        (Moment(known_at=at(4)), []),
        (Moment(known_at=at(5)), [HAMA, RETURN]),
        (Moment(known_at=at(9, 5)), [HAMA, RETURN]),
        (Moment(known_at=at(9, 6)), [HAMA, RETURN, HOMS]),
        (Moment(known_at=READ), [HAMA, RETURN, HOMS, DARAA]),
        (Moment(as_of=at(4), known_at=READ), [DARAA]),
        (held(at(9, 6)), []),
        (held(READ), [HAMA, RETURN, HOMS, DARAA]),
    ],
)
def test_a_moment_chooses_by_what_happened_and_by_what_was_known(
    full: Ledger, moment: Moment, found: list[Claim]
) -> None:
    assert list(full.claims(moment)) == found


def test_what_was_published_is_asked_of_todays_reading_and_what_was_held_of_yesterdays(full: Ledger) -> None:
    better = replace(HAMA, type="capture")
    record(full, better, RETURN, extractor=V2, at=READ.replace(day=2))
    assert list(full.claims(Moment(known_at=at(6)))) == [better, RETURN]
    assert HAMA in list(full.claims(held(READ))) and better not in list(full.claims(held(READ)))


def test_a_ledger_of_many_claims_gives_each_with_its_own_document(ledger: Ledger) -> None:
    made = [claim(f"Column {i} came", document=Document(f"Column {i} came.", outlet=f"O{i}")) for i in range(1200)]
    for one in made:
        record(ledger, one, extractor=V1, at=MONDAY)
    found = list(ledger.claims())
    assert {one.id for one in found} == {one.id for one in made}
    assert all(one.document.text == f"{one.evidence.text}." for one in found)
