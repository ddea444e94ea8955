"""Laws that hold for any documents and claims."""

from datetime import timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.examples import MONDAY, V1, documents, held, in_memory, readings, report
from vedette.ledger import Ledger
from vedette.model import Claim, Document

_batches = st.lists(readings, max_size=4, unique_by=lambda reading: reading[0].id)
_versions = st.lists(st.sets(st.integers(0, 5)), min_size=1, max_size=5)


def read(ledger: Ledger, document: Document, claims: list[Claim], extractor: str = V1, hours: int = 0) -> None:
    ledger.record(document, b"raw", "a.txt", claims, extractor, MONDAY + timedelta(hours=hours), "reader")


@given(documents)
def test_a_document_comes_back_to_the_letter(document: Document) -> None:
    with in_memory() as ledger:
        read(ledger, document, [])
        assert ledger.document(document.id) == document


@given(readings)
def test_claims_come_back_whole(reading: tuple[Document, list[Claim]]) -> None:
    document, claims = reading
    with in_memory() as ledger:
        read(ledger, document, claims)
        back = {claim.id: claim for claim in ledger.claims()}
    assert back == {claim.id: claim for claim in claims}


@given(_batches)
def test_recording_twice_is_recording_once(batch: list[tuple[Document, list[Claim]]]) -> None:
    with in_memory() as ledger:
        for document, claims in batch:
            read(ledger, document, claims)
        once = (ledger.counts(), list(ledger.claims()))
        for document, claims in batch:
            read(ledger, document, claims, hours=1)
        assert (ledger.counts(), list(ledger.claims())) == once


@given(_batches, st.randoms(use_true_random=False))
def test_any_order_of_documents_gives_the_same_claims(
    batch: list[tuple[Document, list[Claim]]], random: Random
) -> None:
    shuffled = random.sample(batch, len(batch))
    with in_memory() as one, in_memory() as other:
        for document, claims in batch:
            read(one, document, claims)
        for document, claims in shuffled:
            read(other, document, claims)
        assert list(one.claims()) == list(other.claims())


@given(_versions)
def test_the_newest_version_decides_what_is_believed(versions: list[set[int]]) -> None:
    document, claims = report(1, claims=6)
    with in_memory() as ledger:
        for number, given_ in enumerate(versions):
            read(ledger, document, [claims[i] for i in given_], f"rules {number}", hours=number)
        assert list(ledger.claims()) == [claims[i] for i in sorted(versions[-1])]


@given(_versions)
def test_what_was_believed_at_a_moment_never_changes_afterwards(versions: list[set[int]]) -> None:
    document, claims = report(1, claims=6)
    believed: list[list[Claim]] = []
    with in_memory() as ledger:
        for number, given_ in enumerate(versions):
            read(ledger, document, [claims[i] for i in given_], f"rules {number}", hours=number)
            believed.append(list(ledger.claims()))
        moments = [MONDAY + timedelta(hours=number, minutes=59) for number in range(len(versions))]
        assert [list(ledger.claims(held(moment))) for moment in moments] == believed


@given(st.lists(st.integers(0, 5), max_size=8))
def test_without_withdrawals_later_moments_believe_no_less(numbers: list[int]) -> None:
    with in_memory() as ledger:
        for hours, number in enumerate(numbers):
            read(ledger, *report(number), hours=hours)
        seen = [{claim.id for claim in ledger.claims(held(MONDAY + timedelta(hours=h)))} for h in range(len(numbers))]
    assert all(earlier <= later for earlier, later in pairwise(seen))


_extractors = st.sampled_from(("rules 1", "rules 2", "rules 3", "other 1", "other 2"))
_steps = st.lists(st.tuples(st.integers(0, 5), _extractors), min_size=1, unique_by=lambda step: step[1])


@given(_steps)
def test_a_claim_is_believed_when_its_history_ends_in_a_record(steps: list[tuple[int, str]]) -> None:
    document, claims = report(1, claims=6)
    with in_memory() as ledger:
        for first, extractor in steps:
            read(ledger, document, claims[first:], extractor)
        once_recorded = claims[min(first for first, _ in steps) :]
        standing = [claim for claim in once_recorded if ledger.history(claim.id)[-1].operation == "record"]
        assert standing == list(ledger.claims())


@given(_steps)
def test_what_the_newest_version_of_any_extractor_gives_is_believed(steps: list[tuple[int, str]]) -> None:
    document, claims = report(1, claims=6)
    newest = {extractor.split()[0]: first for first, extractor in steps}
    with in_memory() as ledger:
        for first, extractor in steps:
            read(ledger, document, claims[first:], extractor)
        assert list(ledger.claims()) == claims[min(newest.values()) :]
