"""Who says it and through whom: the outlet first, the origin last."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import chain, of_type, only


def test_what_an_outlet_tells_itself_has_a_chain_of_one(read: Read) -> None:
    claim = only(read("Rebels captured Bukavu on Sunday."), "control/capture")
    assert chain(claim) == ["Example Times"]
    assert claim.chain[0].start is None


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Rebels captured Bukavu, witnesses said.", ["witnesses"]),
        ("Witnesses told Reuters that rebels had captured Bukavu.", ["Reuters", "Witnesses"]),
        ("Reuters quoted witnesses as saying rebels had captured Bukavu.", ["Reuters", "witnesses"]),
        ("Rebels captured Bukavu, according to the United Nations.", ["United Nations"]),
        ("Rebels have captured Bukavu, the ministry said, citing the mayor.", ["ministry", "mayor"]),
        ("Footage showed that rebels had captured Bukavu.", ["Footage"]),
        ("Rebels, residents said, captured Bukavu.", ["residents"]),
    ],
)
def test_every_source_is_a_link(read: Read, text: str, links: list[str]) -> None:
    found = chain(only(read(text), "control/capture"))[1:]
    assert len(found) == len(links)
    assert all(name.lower() in link.lower() for name, link in zip(links, found, strict=True))


def test_a_dateline_names_the_agency(read: Read) -> None:
    found = read("GOMA, Congo (Reuters) - Rebels captured Bukavu, the mayor said.")
    assert [link.source_type for link in only(found, "control/capture").chain][:2] == ["outlet", "agency"]


def test_a_pronoun_that_speaks_carries_the_name_it_stands_for(read: Read) -> None:
    found = read("The Red Cross appealed for calm. It said rebels had captured Bukavu.")
    origin = only(found, "control/capture").chain[-1]
    assert origin.text == "It" and "Red Cross" in (origin.name or "")


def test_a_quote_that_runs_on_keeps_its_speaker(read: Read) -> None:
    text = 'Mayor Ana Ruiz spoke on Friday. "They came at dawn," Ruiz said. "Gunmen attacked the market of Bukavu."'
    claims = of_type(read(text), "violence/attack")
    assert claims and "Ruiz" in chain(claims[0])[-1]


def test_a_new_paragraph_without_quotes_is_the_outlets_own(read: Read) -> None:
    text = "The mayor said the town was calm.\n\nGunmen attacked the market of Bukavu."
    assert chain(only(read(text), "violence/attack")) == ["Example Times"]


def test_a_document_without_outlet_says_so(read: Read) -> None:
    claim = only(read("Rebels captured Bukavu.", outlet=None), "control/capture")
    assert claim.chain[0].name is None and claim.chain[0].text == "unnamed outlet"


def test_the_cue_of_a_link_is_the_word_of_saying(read: Read) -> None:
    link = only(read("Rebels captured Bukavu, witnesses said."), "control/capture").chain[-1]
    assert (link.cue, link.source_type) == ("said", "witness")
