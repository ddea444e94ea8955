"""Marked text in, claims out: events, speakers and chains, standing."""

from collections.abc import Sequence

from vedette.claims.answers import answers
from vedette.claims.assemble import claims_of
from vedette.claims.events import find_events
from vedette.claims.figures import settled
from vedette.claims.grounds import in_document, in_sentence
from vedette.claims.linking import link_tellings
from vedette.claims.merge import merge
from vedette.claims.put import put_at
from vedette.claims.reading import Reading
from vedette.claims.rebuttals import rebuttals
from vedette.claims.relations import relations
from vedette.claims.rows import under_headings
from vedette.claims.scene import in_scene
from vedette.claims.statements import statements
from vedette.claims.tallies import tallies
from vedette.model import Claim, Marked, replace

EXTRACTOR = "vedette-rules 0.3.0"

__all__ = ["EXTRACTOR", "Reading", "extract", "linked", "put_at", "told"]


def extract(marked: Marked) -> tuple[Claim, ...]:
    """Every claim that a marked document reports, in the order of the text."""
    reading = Reading(marked)
    return linked(reading, merge(told(reading)))


def told(reading: Reading) -> list[Claim]:
    """What the rules find in a document, claim by claim."""
    events = find_events(reading)
    found = [claim for event in events for claim in claims_of(reading, event)]
    found += tallies(reading, found)
    found = list(settled(reading, found))
    placed = in_scene(reading, in_sentence(reading, found))
    found = list(in_document(reading, list(under_headings(reading, placed))))
    found += statements(reading, events)
    found += rebuttals(reading, found)
    found += relations(reading)
    return found


def linked(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with what they do to one another."""
    answered = link_tellings(answers(reading, claims))
    return tuple(replace(claim, extractor=EXTRACTOR) for claim in answered)
