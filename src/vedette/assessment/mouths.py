"""Whose word a claim is: the source it ends in, the agency that is credited, the first printing, else the outlet."""

from dataclasses import dataclass, replace

from vedette.assessment.sources import Source, medium_of, source_of
from vedette.lexicon.actors import load_registry
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
    if document.agencies:
        first, *others = map(_medium, document.agencies)
        return replace(first, mouth="agency", others=tuple(one.source for one in others))
    printed = families.printed(document.id, claim.evidence.start, claim.evidence.end)
    return _medium(printed.teller if printed is not None else document.outlet or document.id)


def _medium(name: str) -> Word:
    """The word of an outlet or agency; of a monitor or a ministry where that is what publishes."""
    source = medium_of(name)
    actor = load_registry().by_id.get(source.actor or "")
    kind = (actor.source_type if actor is not None else None) or "outlet"
    return Word(source, kind, MEDIA.get(kind, "source"))
