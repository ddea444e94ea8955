"""Records may call a field by several names; one table says which."""

from typing import Any

import pytest

from vedette.documents.fields import FIELDS, host_of, knows, metadata_of, text_of


@pytest.mark.parametrize("name", FIELDS["text"])
def test_the_text_is_found_under_every_name(name: str) -> None:
    assert text_of({name: " Verbatim \n"}) == " Verbatim \n"


@pytest.mark.parametrize(
    ("field", "name"), [(field, name) for field, names in FIELDS.items() if field != "text" for name in names]
)
def test_metadata_are_found_under_every_name(field: str, name: str) -> None:
    assert metadata_of({name: "2024-12-07"})[field] == "2024-12-07"


@pytest.mark.parametrize("name", ["pubDate", "Publication Date", "publication-date", "DATE_PUBLISH"])
def test_case_and_marks_in_a_name_do_not_matter(name: str) -> None:
    assert metadata_of({name: "2024-12-07"})["published"] == "2024-12-07"


def test_the_preferred_name_wins_when_several_are_there() -> None:
    assert text_of({"content": "short", "text": "whole"}) == "whole"
    assert text_of({"content": "short", "text": ""}) == "short"


def test_an_outlet_may_be_an_object_with_a_name() -> None:
    assert metadata_of({"source": {"id": None, "name": "Valley Radio"}})["outlet"] == "Valley Radio"


def test_an_outlet_that_is_an_address_becomes_its_site() -> None:
    assert metadata_of({"source": "https://www.example.org/news/1"})["outlet"] == "example.org"
    assert host_of("http://[broken") is None


def test_the_first_date_that_can_be_read_is_taken() -> None:
    assert metadata_of({"date": "Tuesday", "timestamp": 1733567400})["published"] == 1733567400


def test_a_date_that_cannot_be_read_is_kept_to_be_named() -> None:
    assert metadata_of({"date": "Tuesday"})["published"] == "Tuesday"


@pytest.mark.parametrize("record", [{"text": 5}, {"text": ["a"]}, {"text": "  "}, {"words": "a"}, {1: "a"}, {}])
def test_anything_but_words_is_no_text(record: dict[Any, Any]) -> None:
    assert text_of(record) is None


def test_only_names_of_the_table_are_known() -> None:
    assert knows({"Headline": "x"})
    assert not knows({"weather": "x", 3: "y"})
