"""Whose word a claim is: the source it ends in, the agency that is credited, the first printing, else the outlet."""

from dataclasses import dataclass, replace
from functools import lru_cache

from vedette.assessment.sources import Source, medium_of, source_named, source_of
from vedette.lexicon.actors import fold, load_registry
from vedette.model import Claim, Families, Link, Mouth, SourceType, Voice

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
    heard = (_word(link.name or link.text, link.text, link.source_type) for link in claim.chain[1:])
    words = [word for word in heard if not word.source.nameless]
    if not words:
        return _of_document(claim, families)
    monitors = tuple(one.source for one in words[:-1] if one.source_type == "monitor")
    return replace(words[-1], others=monitors) if monitors else words[-1]


def hidden(claim: Claim) -> Link | None:
    """The source that a claim ends in where it has no name: it is only as distinct as whoever quotes it."""
    origin = claim.origin if len(claim.chain) > 1 else None
    return origin if origin is not None and source_of(origin).nameless else None


def quoted_by(claim: Claim, voice: Voice) -> Link | None:
    """The source without a name that a voice only quotes: what "rebels" say is the word of who quotes them."""
    origin = claim.origin
    if voice.mouth == "source" or origin is None or len(claim.chain) < 2:
        return None
    return origin if fold(origin.name or origin.text) != fold(voice.name) else None


def _of_document(claim: Claim, families: Families) -> Word:
    """The word of the outlet, or of whom it has it from."""
    document = claim.document
    if document.agencies:
        first, *others = map(_medium, document.agencies)
        return replace(first, mouth="agency", others=tuple(one.source for one in others))
    printed = families.printed(document.id, claim.evidence.start, claim.evidence.end)
    return _medium(printed.teller if printed is not None else document.outlet or document.id)


@lru_cache(maxsize=1 << 14)
def _medium(name: str) -> Word:
    """The word of an outlet or agency; of a monitor or a ministry where that is what publishes."""
    source = medium_of(name)
    actor = load_registry().by_id.get(source.actor or "")
    kind = (actor.source_type if actor is not None else None) or "outlet"
    return Word(source, kind, MEDIA.get(kind, "source"))


@lru_cache(maxsize=1 << 16)
def _word(name: str, text: str, kind: SourceType) -> Word:
    return Word(source_named(name, text, kind), kind, MEDIA.get(kind, "source"))
