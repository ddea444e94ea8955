"""What a document says of itself outranks the user, and the user outranks what can only be inferred."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.documents.reading_room import REPORT, loaded, problems
from vedette.documents import Defaults, checked, from_text
from vedette.model import VedetteError

FLAGS = Defaults("Flagged", "2024-01-01")
DATELINE = "GOMA, 27 January 2025 (Reuters) - "


def test_metadata_outrank_the_users_defaults(tmp_path: Path) -> None:
    document = loaded(tmp_path, "a.txt", f"---\noutlet: Own\ndate: 2024-05-05\n---\n{REPORT}", FLAGS).document
    assert (document.outlet, document.published) == ("Own", "2024-05-05")


def test_the_users_defaults_outrank_a_dateline(tmp_path: Path) -> None:
    document = loaded(tmp_path, "a.txt", DATELINE + REPORT, FLAGS).document
    assert (document.outlet, document.published) == ("Flagged", "2024-01-01")


def test_a_dateline_is_used_where_nobody_says(tmp_path: Path) -> None:
    document = loaded(tmp_path, "a.txt", DATELINE + REPORT).document
    assert (document.outlet, document.published) == ("Reuters", "2025-01-27")


def test_outlet_and_date_are_filled_in_each_for_itself(tmp_path: Path) -> None:
    document = loaded(tmp_path, "a.txt", DATELINE + REPORT, Defaults(outlet="Flagged")).document
    assert (document.outlet, document.published) == ("Flagged", "2025-01-27")


def test_a_document_without_a_date_is_read_and_says_so(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.txt", REPORT)
    assert found.document.published is None
    assert "no date of publication" in problems(found)


def test_a_dateline_without_a_year_gives_no_date(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.txt", f"BEIRUT, Dec 7 (Reuters) - {REPORT}")
    assert (found.document.outlet, found.document.published) == ("Reuters", None)


def test_a_date_in_the_future_is_kept_and_named(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.txt", f"---\ndate: 2031-05-05\n---\n{REPORT}")
    assert found.document.published == "2031-05-05"
    assert "in the future (2031-05-05)" in problems(found)


@pytest.mark.parametrize("written", ["07/12/2024", "Tuesday", "[2024, 12]", "630"])
def test_a_date_that_cannot_be_read_is_named(tmp_path: Path, written: str) -> None:
    found = loaded(tmp_path, "a.txt", f"---\ndate: {written}\n---\n{REPORT}")
    assert found.document.published is None
    assert "write it as 2024-12-07" in problems(found)


def test_a_text_in_another_language_is_read_and_says_so(tmp_path: Path) -> None:
    found = loaded(tmp_path, "a.txt", "Бойовики увійшли до міста вночі, повідомили місцеві жителі у вівторок.")
    assert found.document.language == "uk"
    assert "in Ukrainian: only English" in problems(found)


def test_metadata_are_made_safe_too(tmp_path: Path) -> None:
    document = loaded(
        tmp_path, "a.json", '{"text": "Shells fell.", "title": "\\u001b[31mRed\\n\\u0000 alert \\ud800"}'
    ).document
    assert document.title == "Red alert \ufffd"


def test_reading_the_same_bytes_twice_gives_the_same_document(tmp_path: Path) -> None:
    assert loaded(tmp_path, "a.txt", REPORT).document.id == loaded(tmp_path, "b.txt", REPORT).document.id


def test_a_default_date_that_is_none_is_the_users_to_mend() -> None:
    with pytest.raises(VedetteError, match="'last week' is not a date"):
        checked(Defaults(published="last week"))


def test_a_default_date_may_be_written_in_words() -> None:
    assert checked(Defaults(published="7 December 2024")).published == "2024-12-07"


@pytest.mark.parametrize(
    "given", ["2024-12-07", "7 December 2024", date(2024, 12, 7), datetime(2024, 12, 7, tzinfo=UTC)]
)
def test_a_text_at_hand_becomes_a_document(given: str | date) -> None:
    document = from_text(REPORT, outlet="Valley Radio", published=given, title="Bunia", url="https://v.example/1")
    assert document.text == REPORT
    assert (document.outlet, document.title, document.language) == ("Valley Radio", "Bunia", "en")
    assert (document.published or "").startswith("2024-12-07")


def test_what_is_said_of_a_text_at_hand_outranks_its_dateline() -> None:
    assert from_text(DATELINE + REPORT, outlet="Own", published="2025-01-28").published == "2025-01-28"


@pytest.mark.parametrize("text", ["", " \n", "\x00"])
def test_an_empty_text_at_hand_is_the_users_to_mend(text: str) -> None:
    with pytest.raises(VedetteError, match="no text"):
        from_text(text)
