"""Marked text in, claims out: events, speakers and chains, standing."""

from collections.abc import Iterable, Sequence

from vedette.claims.answers import answers
from vedette.claims.assemble import claims_of
from vedette.claims.events import find_events
from vedette.claims.figures import settled
from vedette.claims.grounds import in_document, in_sentence
from vedette.claims.linking import fold_back, link_tellings
from vedette.claims.merge import merge
from vedette.claims.put import bare_claim, put_at
from vedette.claims.reading import Reading
from vedette.claims.rebuttals import rebuttals
from vedette.claims.relations import relations
from vedette.claims.rows import under_headings
from vedette.claims.scene import in_scene
from vedette.claims.statements import statements
from vedette.claims.tallies import tallies
from vedette.model import Claim, Marked, replace
from vedette.model.tokens import Token

EXTRACTOR = "vedette-rules 0.3.0"

__all__ = ["EXTRACTOR", "Reading", "claims_at", "extract", "put_at", "told_at"]


def extract(marked: Marked) -> tuple[Claim, ...]:
    """Every claim that a marked document reports, in the order of the text."""
    reading = Reading(marked)
    return _settled(reading, fold_back(merge(_found(reading))))


def claims_at(reading: Reading, tokens: Iterable[Token]) -> tuple[tuple[Claim, ...], ...]:
    """The claims of each of some event words beside all else that is told; bare ones where the rules find none."""
    words = tuple(tokens)
    settled = _settled(reading, told_at(reading, words))
    return tuple(tuple(one for one in settled if _at(one, token)) for token in words)


def told_at(reading: Reading, words: Iterable[Token]) -> list[Claim]:
    """What a document tells, with bare claims for those of some event words where the rules find none; unlinked."""
    found = _found(reading)
    return found + [bare_claim(reading, token) for token in words if not any(_at(one, token) for one in found)]


def _found(reading: Reading) -> list[Claim]:
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


def _settled(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with what they do to one another."""
    told = link_tellings(answers(reading, claims))
    return tuple(replace(claim, extractor=EXTRACTOR) for claim in told)


def _at(claim: Claim, token: Token) -> bool:
    return claim.trigger is not None and claim.trigger.start < token.idx + len(token) and token.idx < claim.trigger.end
