"""Whose word a claim is: the source it ends in, the agency that is credited, the first printing, else the outlet."""

from dataclasses import dataclass

from vedette.assessment.sources import Source, medium_of, source_of
from vedette.model import Claim, Families, Link, Mouth, SourceType

MEDIA: dict[SourceType, Mouth] = {"agency": "agency", "outlet": "outlet", "state-media": "outlet"}


@dataclass(frozen=True, slots=True)
class Word:
    """Whose word a claim is, and in what manner it is told.

    others: sources that it may come from as well, a monitor on the way or a second agency that is credited.
    """

    source: Source
    source_type: SourceType
    mouth: Mouth
    others: tuple[Source, ...] = ()


def word_of(claim: Claim, families: Families) -> Word:
    """Whose word a claim is, as far as its chain, its document and other printings tell."""
    links = [(link, source) for link in claim.chain[1:] if not (source := source_of(link)).nameless]
    if not links:
        return _of_document(claim, families)
    last, source = links[-1]
    monitors = tuple(source for link, source in links[:-1] if link.source_type == "monitor")
    return Word(source, last.source_type, MEDIA.get(last.source_type, "source"), monitors)


def hidden(claim: Claim) -> Link | None:
    """The source that a claim ends in where it has no name: it is only as distinct as whoever quotes it."""
    origin = claim.origin if len(claim.chain) > 1 else None
    return origin if origin is not None and source_of(origin).nameless else None


def _of_document(claim: Claim, families: Families) -> Word:
    """The word of the outlet, or of whom it has it from."""
    document = claim.document
    printed = families.printed(document.id, claim.evidence.start, claim.evidence.end)
    if document.agencies:
        first, *others = map(medium_of, document.agencies)
        return Word(first, "agency", "agency", tuple(others))
    if printed is not None:
        return Word(medium_of(printed.teller), "outlet", "outlet")
    kind = claim.chain[0].source_type if claim.chain else "outlet"
    return Word(medium_of(document.outlet or document.id), kind, "outlet")
