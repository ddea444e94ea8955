"""What sort of source a phrase names."""

from typing import get_args

import pytest

from tests.claims.conftest import Read
from vedette.lexicon import load
from vedette.lexicon.actors import load_registry
from vedette.lexicon.shapes import SourceEntry
from vedette.model import SourceType

ENTRIES = [(entry.source_type, phrase) for entry in load("sources", SourceEntry) for phrase in entry.yes]


def kind(read: Read, phrase: str) -> str:
    """The type of the origin of what a source says."""
    claims = read(f"{phrase} said that shells had hit the market of Lashio.")
    return next(one.chain[-1].source_type for one in claims if one.kind == "violence")


@pytest.mark.parametrize(("wanted", "phrase"), ENTRIES)
def test_an_entry_types_its_phrases(read: Read, wanted: str, phrase: str) -> None:
    assert kind(read, phrase) == wanted


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("Hamas officials", "belligerent"),
        ("A spokesman for the Rapid Support Forces", "belligerent"),
        ("The Ukrainian Air Force", "military"),
        ("Russia's Defence Ministry", "military"),
        ("UNHCR", "un"),
        ("A UNICEF spokeswoman", "un"),
        ("Médecins Sans Frontières", "ngo"),
        ("Human Rights Watch", "ngo"),
        ("The Syrian Observatory for Human Rights", "monitor"),
        ("The Institute for the Study of War", "expert"),
        ("TASS", "state-media"),
        ("Reuters", "agency"),
        ("Kyiv", "official"),
        ("Radio Amani", "outlet"),
        ("The Khartoum Post", "outlet"),
        ("General Tun Aung", "military"),
        ("Attorney General Diana Salazar", "official"),
        ("John Mueller, a military analyst in Riga,", "expert"),
        ("Amina Hassan, 34,", "witness"),
        ("Senior police officials", "official"),
        ("Medical sources", "anonymous"),
        ("Satellite pictures", "document"),
        ("Assistant Commissioner Naveed Alam", "official"),
    ],
)
def test_names_and_descriptions(read: Read, phrase: str, wanted: str) -> None:
    assert kind(read, phrase) == wanted


def test_a_person_is_what_the_document_called_them_before(read: Read) -> None:
    text = "Jonas Bakiri, a spokesman for the rebels, left. Bakiri said that shells had hit the market of Lashio."
    assert next(one for one in read(text) if one.kind == "violence").chain[-1].source_type == "belligerent"


def test_the_registry_knows_what_sort_of_source_each_body_is() -> None:
    bodies = [one for one in load_registry().actors if one.type in {"media", "monitor", "organisation"}]
    assert {one.source_type for one in bodies} <= set(get_args(SourceType))
