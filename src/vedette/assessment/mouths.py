"""Whose word a claim is: the source it ends in, the agency that is credited, the first printing, else the outlet."""

from dataclasses import dataclass

from vedette.lexicon.actors import fold, load_registry
from vedette.model import Claim, Families, Link, Mouth, SourceType

NAMELESS: frozenset[SourceType] = frozenset({"witness", "anonymous", "unnamed", "social-media", "document", "expert"})
MEDIA: dict[SourceType, Mouth] = {"agency": "agency", "outlet": "outlet", "state-media": "outlet"}
PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "da", "del", "van", "von", "der", "la", "le", "of"})
ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Word:
    """Whose word a claim is. It may come from any of the keys, from the first most likely."""

    keys: tuple[str, ...]
    name: str
    source_type: SourceType
    mouth: Mouth


def word_of(claim: Claim, families: Families) -> Word:
    """Whose word a claim is, as far as its chain, its document and other printings tell."""
    speaking = [link for link in claim.chain[1:] if _speaks(link)]
    if not speaking:
        return _of_document(claim, families)
    last = speaking[-1]
    monitors = [link for link in speaking[:-1] if link.source_type == "monitor"]
    keys = dict.fromkeys(key_of(shown(link)) for link in (last, *monitors))
    return Word(tuple(keys), shown(last), last.source_type, _mouth(claim, last))


def hidden(claim: Claim) -> Link | None:
    """The source that a claim ends in where it has no name: it is only as distinct as whoever quotes it."""
    origin = claim.origin if len(claim.chain) > 1 else None
    return origin if origin is not None and not _speaks(origin) else None


def shown(link: Link) -> str:
    """The name of a source, else the words for it."""
    return link.name or link.text


def key_of(name: str) -> str:
    """What the names of one source have in common: the actor of the registry, else the folded words."""
    bare = next((name[len(one) :] for one in ARTICLES if name.casefold().startswith(one)), name)
    actor = load_registry().holder(bare)
    return actor.id if actor else fold(bare)


def _of_document(claim: Claim, families: Families) -> Word:
    """The word of the outlet, or of whom it has it from."""
    document = claim.document
    teller = claim.chain[0] if claim.chain else None
    outlet = shown(teller) if teller else document.outlet or document.id
    kind = teller.source_type if teller else "outlet"
    agencies = document.agencies
    printed = families.printed(document.id, claim.evidence.start, claim.evidence.end)
    if agencies:
        return Word(tuple(map(key_of, agencies)), agencies[0], "agency", "agency")
    if printed is not None:
        return Word((key_of(printed.teller),), printed.teller, _type_of(printed.teller), "outlet")
    return Word((key_of(outlet),), outlet, kind, "nameless" if hidden(claim) else "outlet")


def _type_of(teller: str) -> SourceType:
    actor = load_registry().holder(teller)
    return (actor.source_type if actor else None) or "outlet"


def _mouth(claim: Claim, last: Link) -> Mouth:
    if last.source_type not in MEDIA:
        return "source"
    return "nameless" if hidden(claim) else MEDIA[last.source_type]


def _speaks(link: Link) -> bool:
    """Whether a link is more than somebody without a name."""
    return link.source_type not in NAMELESS or _is_person(link) or load_registry().holder(shown(link)) is not None


def _is_person(link: Link) -> bool:
    """Whether the name is one of two words at least: "Amina Diallo" told it, and not "residents"."""
    words = (link.name or "").replace("-", " ").split()
    named = all(word[:1].isupper() or word.casefold() in PARTICLES for word in words)
    return link.source_type in {"witness", "expert"} and len(words) > 1 and named
