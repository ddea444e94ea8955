"""Where and by what means a statement was made."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type, only, where, who
from vedette.lexicon import load
from vedette.lexicon.shapes import VenueEntry
from vedette.model import Venue, claim_from_dict

SENTENCES = [(entry.kind, sentence) for entry in load("venues", VenueEntry) for sentence in entry.yes]


def venue(read: Read, text: str) -> Venue:
    """The venue of the first statement that has one."""
    return next(one.venue for one in read(text) if one.venue is not None)


@pytest.mark.parametrize(("kind", "sentence"), SENTENCES)
def test_an_entry_gives_its_venue(read: Read, kind: str, sentence: str) -> None:
    assert venue(read, sentence).kind == kind


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Zelensky told CNN in an interview that his troops would leave Sudzha.", "interview", "CNN"),
        ("Burhan said in an interview with Al Jazeera that the war was nearly over.", "interview", "Al Jazeera"),
        ('"We will retake Goma," Tshisekedi said in a post on X on Monday.', "social-media", "X"),
        ("In a statement on Telegram, the Houthis said they had hit a tanker.", "social-media", "Telegram"),
        ("Netanyahu vowed in a video message to destroy Hamas.", "broadcast", None),
        ("Lavrov, speaking at a news conference in Moscow, said the talks had failed.", "press-conference", None),
        ("Guterres told the UN Security Council that famine had reached El Fasher.", "meeting", "UN Security Council"),
    ],
)
def test_kind_and_name(read: Read, text: str, kind: str, name: str | None) -> None:
    found = venue(read, text)
    assert (found.kind, found.name) == (kind, name)
    assert text[found.start : found.end] == found.text


def test_the_time_of_a_statement_is_when_it_was_said(read: Read) -> None:
    text = "Zelensky told CNN in an interview on 5 December that his troops would leave Sudzha."
    claim = only(read(text, published="2024-12-07"), "statement/say")
    assert claim.time is not None and claim.time.first == "2024-12-05"


def test_the_place_of_a_statement_is_where_it_was_said(read: Read) -> None:
    claim = only(read("Tshisekedi said at a meeting in Doha that Goma was lost."), "statement/say")
    assert where(claim) == ["Doha"]


def test_those_told_and_written_to_are_addressees(read: Read) -> None:
    text = "Kagame said in a letter to the Security Council that the war was nearly over."
    assert "Security Council" in who(only(read(text), "statement/say"), "addressee")[0]


def test_a_statement_without_a_venue_has_none(read: Read) -> None:
    assert all(one.venue is None for one in of_type(read("Putin said the war was nearly over."), "statement/say"))


def test_a_venue_survives_the_export(read: Read) -> None:
    claim = only(read("Trump wrote on Truth Social that the war was nearly over."), "statement/say")
    assert claim_from_dict(claim.as_dict(), claim.document).venue == claim.venue
