"""The marker reads documents whole, in order, and keeps their offsets."""

from functools import cache

from vedette.mentions import Marker
from vedette.model import Document

TEXT = "M23 rebels entered Goma on Monday, residents said. Gen. Roe, commander of the garrison, fled with 20 men."


@cache
def marker() -> Marker:
    return Marker()


def test_a_document_comes_back_with_its_parse_and_parties() -> None:
    marked = marker().mark(Document(TEXT))
    assert marked.tokens.text == TEXT
    assert {"M23 rebels", "residents"} <= {one.text for one in marked.parties}


def test_offices_are_handed_on() -> None:
    (office,) = marker().mark(Document(TEXT)).affiliations
    assert (office.relation, office.title.text) == ("leads", "commander")


def test_documents_come_back_in_order() -> None:
    documents = [Document("Rebels fled."), Document(""), Document("Police came.\n")]
    assert [marked.document for marked in marker().mark_all(documents)] == documents


def test_every_mention_is_a_quote_of_the_document() -> None:
    marked = marker().mark(Document("“It’s our hill,” Zelensky said.\nTEXT IN CAPITALS ABOUT NOBODY AT ALL\n– RSF"))
    for one in (*marked.parties, *marked.places, *marked.times, *marked.amounts):
        assert marked.document.text[one.start : one.end] == one.text


def test_marking_twice_gives_the_same() -> None:
    first, second = (marker().mark(Document(TEXT)) for _ in range(2))
    assert first.parties == second.parties
