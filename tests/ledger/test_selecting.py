"""Filters: each finds what it should, in any spelling, and no text of a user's can break the question."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ledger.examples import (
    ALL,
    DENIED,
    ENTERED,
    FLED,
    MONDAY,
    V2,
    claim,
    happened,
    held,
    in_memory,
    link,
    party,
    place,
    record,
)
from vedette.ledger import ClaimFilter, Ledger
from vedette.model import NOW, Claim, Document, VedetteError

CROSSED = claim(
    "Column 4 crossed the river",
    document=Document("Column 4 crossed the river.", outlet="Agence du Fleuve"),
    parties=(party("Mouvement du 23 mars", actor="m23", side="rebels"),),
    places=(place("N'Djamena", geonames_id=2427123, country="TD", admin1="Ville"),),
    chain=(link("Observatory of the Lakes"), link("two witnesses")),
)


def found(ledger: Ledger, **filters: object) -> list[Claim]:
    where = ClaimFilter(**filters)  # type: ignore[arg-type]
    claims = list(ledger.claims(where=where))
    assert set(ledger.matching(where)) >= set(ledger.numbers([claim.id for claim in claims]))
    assert json.loads(ledger.exported([claim.id for claim in claims])) == [claim.as_dict() for claim in claims]
    return claims


@pytest.mark.parametrize(
    "filters",
    [
        {"place": "n’djamena"}, {"place": "NDJAMENA"}, {"place": "2427123"}, {"place": "td"}, {"place": "ville"},
        {"party": "mouvement du 23 mars"}, {"party": "23 Mars"}, {"party": "M23"}, {"party": "rebels"},
        {"source": "observatory"}, {"source": "Two  Witnesses"}, {"source": "agence du fleuve"},
        {"place": "TD", "party": "m23", "source": "witnesses", "text": "river", "kind": "control"},
        {"document": CROSSED.document.id},
    ],
)  # fmt: skip
def test_a_claim_is_found_by_any_of_its_names(ledger: Ledger, filters: dict[str, object]) -> None:
    record(ledger, *ALL)
    record(ledger, CROSSED)
    assert found(ledger, **filters) == [CROSSED]


@pytest.mark.parametrize(
    "filters",
    [
        {"place": "djam"}, {"place": "m23"}, {"party": "td"}, {"source": "m23"}, {"place": "%"}, {"party": ""},
        {"place": "TD", "kind": "violence"}, {"text": "%"}, {"text": ""}, {"text": '"'}, {"limit": 0}, {"limit": -3},
    ],
)  # fmt: skip
def test_a_claim_is_not_found_by_what_it_does_not_hold(ledger: Ledger, filters: dict[str, object]) -> None:
    record(ledger, CROSSED)
    assert found(ledger, **filters) == []


def test_kind_type_and_standing_are_exact(ledger: Ledger) -> None:
    record(ledger, *ALL)
    assert found(ledger, kind="statement") == [DENIED]
    assert found(ledger, type="flee") == [FLED]
    assert found(ledger, standing="denied") == [DENIED]
    assert found(ledger, kind="statement", type="flee") == []


def test_a_limit_gives_the_first_ones(ledger: Ledger) -> None:
    record(ledger, *ALL)
    assert found(ledger, limit=2) == [ENTERED, DENIED]


def test_filters_and_moments_go_together(ledger: Ledger) -> None:
    record(ledger, ENTERED)
    record(ledger, FLED, extractor=V2, at=MONDAY.replace(day=9))
    wanted = ClaimFilter(place="hamah")
    assert list(ledger.claims(held(MONDAY), wanted)) == [ENTERED]
    assert list(ledger.claims(NOW, wanted)) == []


@pytest.mark.parametrize(
    "words", ["hamah", "HAMAH entered", '"fighters entered"', "fight*", "Ḥamāh!", "fighters (hamah"]
)
def test_text_is_searched_in_the_evidence_with_diacritics_folded(ledger: Ledger, words: str) -> None:
    record(ledger, *ALL)
    assert found(ledger, text=words) == [ENTERED]


@pytest.mark.parametrize("words", ['"entered fighters"', "fight", "hamah tartus", "entered NOT hamah"])
def test_text_must_hold_every_word_and_phrases_in_order(ledger: Ledger, words: str) -> None:
    record(ledger, *ALL)
    assert found(ledger, text=words) == []


@pytest.mark.parametrize("words", ["الخرطوم", "الْخَرْطُوم", "الفاشر الخرطوم", "شهدت"])
def test_arabic_is_found_with_and_without_its_vowels(ledger: Ledger, words: str) -> None:
    document = Document("شَهِدَت الخَرطُوم والفاشِر قصفًا. الفاشر هادئة.")
    shelled = claim(document.text, "violence", "shelling", document)
    record(ledger, shelled)
    assert found(ledger, text=words) == [shelled]


@pytest.mark.parametrize(
    ("since", "until", "matches"),
    [
        ("2024-12-05", None, True),
        ("2024-12-07", None, True),
        ("2024-12-08", None, False),
        (None, "2024-12-05", True),
        (None, "2024-12-04", False),
        ("2024-12-06", "2024-12-06", True),
        ("2024-12", "2024", True),
        ("2025", None, False),
    ],
)
def test_a_claim_matches_when_its_window_touches_the_one_asked_for(
    ledger: Ledger, since: str | None, until: str | None, matches: bool
) -> None:
    record(ledger, replace(ENTERED, time=happened("2024-12-05", "2024-12-07T09:00:00")))
    assert bool(found(ledger, happened_from=since, happened_to=until)) == matches


def test_a_window_with_one_end_is_open_at_the_other(ledger: Ledger) -> None:
    began, ended, untold = (
        replace(ENTERED, time=happened("2024-12-05", None)),
        replace(ENTERED, time=happened(None, "2024-12-05")),
        replace(ENTERED, time=happened(None, "some day")),
    )
    record(ledger, began, ended, untold)
    assert found(ledger, happened_from="2030") == [began]
    assert found(ledger, happened_to="1990") == [ended]


def test_a_date_that_is_none_is_the_users_to_mend(ledger: Ledger) -> None:
    with pytest.raises(VedetteError, match="'last week' is not a date"):
        ledger.claims(where=ClaimFilter(happened_from="last week"))


@given(
    st.text(st.characters(exclude_categories=())) | st.sampled_from(['"', '" OR "', "a* -b", "NEAR(a b)", "x:y", "^"])
)
def test_no_text_of_a_users_breaks_the_question(words: str) -> None:
    with in_memory() as ledger:
        for field in ("text", "place", "party", "source"):
            assert found(ledger, **{field: words}) == []


@pytest.mark.parametrize("hostile", ["'); drop table claim; --", '" OR 1=1 --', "{plus}", "%s", ":kind"])
def test_hostile_words_are_only_words(ledger: Ledger, hostile: str) -> None:
    document = Document(f"They wrote {hostile} on the wall.", outlet=hostile)
    wrote = claim(document.text, document=document, places=(place(hostile),))
    record(ledger, wrote)
    assert found(ledger, place=hostile, source=hostile, text=hostile) == [wrote]
    assert found(ledger, kind=hostile) == []
