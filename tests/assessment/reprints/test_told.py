"""What is claimed in copied paragraphs is the word of whoever had them first; what is added is the outlet's own."""

from dataclasses import replace

from tests.assessment.conftest import Read
from vedette.assessment.grades import grade
from vedette.assessment.reprints import Reprints
from vedette.assessment.voices import voices
from vedette.model import Claim

COPY = (
    "M23 rebels captured Sake on Friday after two days of shelling that emptied the western districts of the town.",
    "Trucks with wounded soldiers drove toward Goma all night while families with mattresses walked beside the road.",
)
ADDED = "Our correspondent saw the road to Minova blocked by felled trees and three burned lorries on the second bend."
TAKEN = "M23 fighters captured Minova on Friday and hoisted a flag over the harbour office beside the fish market."


def report(outlet: str, *paragraphs: str) -> str:
    return f"{outlet}: " + "\n\n".join(paragraphs)


def captures(claims: tuple[Claim, ...], place: str) -> list[Claim]:
    return [one for one in claims if one.type == "capture" and any(where.text == place for where in one.places)]


def test_ten_outlets_with_one_copy_are_one_voice_and_add_their_own(read: Read) -> None:
    outlets = ["Reuters", *(f"Paper {number}" for number in range(9))]
    own = [report("Goma Herald", *COPY, ADDED, TAKEN)]
    claims = read([*(report(outlet, *COPY) for outlet in outlets), *own])
    index = Reprints()
    index.add(claim.document for claim in claims)
    families = index.families()
    (family,) = families.families
    assert (family.agency, len(family.documents)) == ("Reuters", 11)
    sake, minova = captures(claims, "Sake"), captures(claims, "Minova")
    (reuters,) = voices(sake, families)
    assert (reuters.name, reuters.mouth, len(reuters.claims)) == ("Reuters", "agency", 11)
    assert grade(sake, voices(sake, families)).credibility == 3
    assert [voice.name for voice in voices(minova, families)] == ["Goma Herald"]


def test_a_copy_that_credits_an_agency_makes_it_the_voice_of_all(read: Read) -> None:
    claims = tuple(
        replace(one, document=replace(one.document, agencies=("Reuters",))) if one.document.outlet == "B" else one
        for one in read([report("A", *COPY), report("B", *COPY), report("C", *COPY)])
    )
    index = Reprints()
    index.add(claim.document for claim in claims)
    assert [voice.name for voice in voices(captures(claims, "Sake"), index.families())] == ["Reuters"]
