"""Marked text in, claims out: events, speakers and chains, standing."""

from dataclasses import replace

from vedette.claims.assemble import claims_of
from vedette.claims.denials import point_denials
from vedette.claims.events import find_events
from vedette.claims.grounds import in_document, in_sentence
from vedette.claims.linking import fold_back, link_tellings
from vedette.claims.merge import merge
from vedette.claims.put import put_at
from vedette.claims.reading import Reading
from vedette.claims.rebuttals import rebuttals
from vedette.claims.relations import relations
from vedette.claims.scene import in_scene
from vedette.claims.statements import statements
from vedette.claims.tallies import tallies
from vedette.model import Claim, Marked, Standing
from vedette.model.tokens import Token

EXTRACTOR = "vedette-rules 0.2.0"

__all__ = ["EXTRACTOR", "Reading", "extract", "put_at", "standing_in"]


def extract(marked: Marked) -> tuple[Claim, ...]:
    """Every claim that a marked document reports, in the order of the text."""
    reading = Reading(marked)
    events = find_events(reading)
    found = [claim for event in events for claim in claims_of(reading, event)]
    found += tallies(reading, found)
    found = list(in_document(reading, list(in_scene(reading, in_sentence(reading, found)))))
    found += statements(reading, events)
    found += rebuttals(reading, found)
    found += relations(reading)
    told = link_tellings(point_denials(fold_back(merge(found))))
    return tuple(replace(claim, extractor=EXTRACTOR) for claim in told)


def standing_in(reading: Reading, token: Token) -> Standing:
    """How a marked document puts one event word, with what is known of its parties where it is a claim."""
    events = (event for event in find_events(reading) if token in event.tokens)
    claims = (claim.standing for event in events for claim in claims_of(reading, event))
    return next(claims, put_at(reading, token).standing)
