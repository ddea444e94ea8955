"""Figures: tallies without a clause, IDMC's terms, parts and wholes, running sums."""

import pytest

from vedette.claims import extract
from vedette.lexicon import load
from vedette.lexicon.shapes import TallyEntry, TermEntry
from vedette.mentions import Marker
from vedette.model import Claim, Document


def claims(marker: Marker, text: str) -> tuple[Claim, ...]:
    """The claims of one text."""
    return extract(marker.mark(Document(text, outlet="Example", published="2025-01-30")))


def told(marker: Marker, text: str) -> set[tuple[str, str]]:
    """Kind and type of each claim that carries a figure."""
    return {(claim.kind, claim.type) for claim in claims(marker, text) if claim.quantity}


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, one) for entry in load("tallies", TallyEntry) for one in entry.yes]
)
def test_a_tally_gives_its_claim(marker: Marker, entry: TallyEntry, sentence: str) -> None:
    assert (entry.kind, entry.type) in told(marker, sentence)


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, one) for entry in load("tallies", TallyEntry) for one in entry.no]
)
def test_another_sentence_gives_no_tally(marker: Marker, entry: TallyEntry, sentence: str) -> None:
    assert (entry.kind, entry.type) not in told(marker, sentence)


@pytest.mark.parametrize(
    ("entry", "sentence"), [(entry, one) for entry in load("terms", TermEntry) for one in entry.yes]
)
def test_a_term_is_given_to_its_figure(marker: Marker, entry: TermEntry, sentence: str) -> None:
    assert entry.term in {claim.quantity.term for claim in claims(marker, sentence) if claim.quantity}


def test_words_in_quotation_marks_keep_both_marks(marker: Marker) -> None:
    found = claims(marker, 'Police said they had killed 15 "bandits" near Jos.')
    assert {party.text for claim in found for party in claim.parties if party.role == "target"} == {'15 "bandits"'}


def test_what_a_figure_is_said_not_to_be_is_none(marker: Marker) -> None:
    found = claims(marker, "Fourteen policemen were killed near Jos, not six, and 31 were wounded, the ministry said.")
    assert sorted(claim.quantity.best for claim in found if claim.quantity and claim.quantity.best) == [14, 31]
