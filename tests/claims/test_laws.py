"""Laws that hold for the claims of any text."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.claims.conftest import Read
from vedette.model import Claim, Link, Party, Place, Quantity, Quote

PIECES = (
    "Rebels captured Bukavu", "the mayor said", "killing 12 people", "on Sunday", "\n", ". ", ", ", '"', "“", "”",
    "according to Reuters", "did not", "if", "The army denied that", "in Homs", "at least 300,000 people fled",
    "It added", "\u0627\u0644\u062c\u064a\u0634", "1,000,000", "--", ";", "who", "led by General X", "which",
    "told AFP that", "   ",
)  # fmt: skip


def stretches(claim: Claim) -> list[tuple[int | None, int | None, str | None]]:
    """Every stretch of the document that a claim quotes, with the words it says are there."""
    parts: list[Quote | Party | Place | Quantity | Link] = [claim.evidence, *claim.parties, *claim.places]
    parts += [one for one in claim.chain if one.start is not None]
    parts += [one for one in (claim.quantity, claim.standing_cue) if one is not None]
    return [(one.start, one.end, one.text) for one in parts]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_claim_is_built_only_from_the_words_of_its_document(read: Read, text: str) -> None:
    for claim in read(text):
        assert all(text[start:end] == words for start, end, words in stretches(claim))
        assert claim.chain and claim.chain[0].source_type == "outlet"


@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_reading_twice_gives_the_same_claims_each_once(read: Read, text: str) -> None:
    first = read(text)
    assert first == read(text)
    assert len({claim.id for claim in first}) == len(first)
