"""Outlet and date are taken from the first lines only where they stand there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedette.documents.dateline import Guess, read_dateline


@pytest.mark.parametrize(
    ("line", "outlet", "published"),
    [
        ("BEIRUT, Dec 7 (Reuters) - Shells fell on the port.", "Reuters", None),
        ("KYIV, Ukraine (AP) — Drones struck a depot.", "Associated Press", None),
        ("MOSCOW. Dec 7 (Interfax) - Trains were halted.", "Interfax", None),
        ("NAIROBI/GOMA, Jan 27 (Reuters) - Fighters entered.", "Reuters", None),
        ("GOMA, 27 January 2025 - Fighters entered the city.", None, "2025-01-27"),
        ("PORT-AU-PRINCE, Haiti, March 3, 2024 (AFP) – Gangs freed prisoners.", "Agence France-Presse", "2024-03-03"),
        ("Geneva, 27 January 2025 – Thousands fled, the agency said.", None, "2025-01-27"),
        ("(Nairobi, January 27, 2025) – Militias burned homes.", None, "2025-01-27"),
        ("AMMAN | Wed Apr 6, 2011 5:01 pm EDT AMMAN (Reuters) - Crowds met.", "Reuters", "2011-04-06T17:01:00-04:00"),
        ("By A. Writer | Reuters | 7 Dec 2024", "Reuters", "2024-12-07"),
        ("By A. Writer, Reuters, December 7, 2024", "Reuters", "2024-12-07"),
        ("Reuters, 7 December 2024", "Reuters", "2024-12-07"),
        ("Zitamar News, 11 May 2024", "Zitamar News", "2024-05-11"),
        ("Carta de Moçambique, 14 May 2024", None, "2024-05-14"),
        ("OCHA Mozambique, Flash Update No. 1, 13 May 2024", "OCHA Mozambique", "2024-05-13"),
        ("Evening summary, 21 October 2020, 21:00", None, "2020-10-21T21:00:00"),
        ("Daily list no. 216, Wednesday 5 February 2025", None, "2025-02-05"),
        ("Sudan Tribune | 3 May 2023 | Khartoum", "Sudan Tribune", "2023-05-03"),
        ("Published: 8 December 2024", None, "2024-12-08"),
        ("Published on 8 December 2024 10:30 GMT", None, "2024-12-08T10:30:00+00:00"),
        ("Saturday, December 7, 2024", None, "2024-12-07"),
        ("Source: Radio Okapi", "Radio Okapi", None),
        ("Source: The Valley Gazette", "The Valley Gazette", None),
        ("M23 statement", "M23", None),
        ("Statement by the Rapid Support Forces", "Rapid Support Forces", None),
        ("OCHA, 15 March 2025", "OCHA", "2025-03-15"),
        ("Goma, 15 March 2025. Our forces liberated Sake.", None, "2025-03-15"),
    ],
)
def test_datelines_and_bylines_state_outlet_and_date(line: str, outlet: str | None, published: str | None) -> None:
    assert read_dateline(f"{line}\nMore follows.") == Guess(outlet, published)


@pytest.mark.parametrize(
    "line",
    [
        "The army told the agency (Reuters) that it had left.",
        "On 7 December 2024, rebels took the city - the army said.",
        "The war, which began on 24 February 2022 - a Thursday - goes on.",
        "Rebels took the city on 7 December 2024 — residents",
        "People march through Aleppo, July 17, 2011.",
        "KYIV (Territorial Defence) - Volunteers dug trenches.",
        "Published 2 hours ago",
        "Al Jazeera, BBC banned from the province",
        "Fighters entered the town.",
        "",
    ],
)
def test_nothing_is_guessed_from_other_lines(line: str) -> None:
    assert read_dateline(line) == Guess()


def test_a_dateline_may_stand_under_a_headline() -> None:
    assert read_dateline("Fighters enter the city\n\nGOMA, 27 January 2025 (AFP) - x").published == "2025-01-27"


def test_publication_comes_before_an_update_wherever_they_stand() -> None:
    text = "Updated: 9 December 2024\nPublished: 8 December 2024\n"
    assert read_dateline(text).published == "2024-12-08"


def test_an_update_is_better_than_no_date() -> None:
    assert read_dateline("Last updated: 9 December 2024\n").published == "2024-12-09"


def test_dates_further_down_are_none_of_publication() -> None:
    assert read_dateline("A line.\n" * 10 + "Published: 8 December 2024") == Guess()


@given(st.text("GOMA, 127JanuryDec205(Reuts)–-|\n By:Published"))
def test_any_text_gives_an_iso_date_or_none(text: str) -> None:
    published = read_dateline(text).published
    assert published is None or published[4] == "-"


def test_a_shouted_headline_does_not_hang() -> None:
    assert read_dateline("A" * 60 + "! - B") == Guess()
    assert read_dateline("A" * 60 + "! 7 Dec 2024 (AFP) - B") == Guess()


@pytest.mark.parametrize(
    "piece", ["a, ", "(Reuters ", "A ", "7 Dec ", "--", "| ", "(", "A", "\n", " \n", "Jan 1, ", "1 "]
)
def test_a_very_long_line_does_not_hang(piece: str) -> None:
    read_dateline(piece * 200_000)
