"""Who a source is, however it is called, whose interest it serves, and whose word a claim is by its chain."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from vedette.lexicon import load
from vedette.lexicon.actors import Actor, Registry, fold, load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SourceEntry
from vedette.model import Claim, Families, Link, Mouth, SourceType, Voice

MOUTHS: dict[SourceType, Mouth] = {"agency": "agency", "outlet": "outlet", "state-media": "outlet"}
NAMELESS: frozenset[SourceType] = frozenset({"witness", "anonymous", "unnamed", "social-media", "document", "expert"})
MEDIA: frozenset[SourceType] = frozenset({"outlet", "agency"})
OFFICES: tuple[SourceType, ...] = ("belligerent", "military", "official")
OF_A_STATE: frozenset[SourceType] = frozenset({"official", "military", "state-media"})
NO_OUTLET = "an outlet without a name"
_DOCUMENT = re.compile("[0-9a-f]{32}")  # the id of a report
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s+or\s+|\s+as well as\s+", re.IGNORECASE)
_MORE = re.compile(r" (?:close|loyal|familiar|who|whose|briefed|involved|based|there)\b")
PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "da", "del", "van", "von", "der", "la", "le", "of"})


@dataclass(frozen=True, slots=True)
class Source:
    """One source under any of its names; body: the name in small letters, without article, of a spokesman his body's.

    interest: the side, state or owner that it speaks for, where one is known; nameless: a person or thing without a
    name, only as distinct as whoever quotes it; state: a state by its mere name, which stands for any of its bodies.
    """

    key: str
    name: str
    body: str
    actor: str | None = None
    interest: str | None = None
    nameless: bool = False
    state: bool = False


def source_of(link: Link) -> Source:
    """The source of a link."""
    return source_named(link.name or link.text, link.text, link.source_type)


def medium_of(name: str) -> Source:
    """The source that an outlet or agency is."""
    return source_named(name, name, "outlet")


@lru_cache(maxsize=1 << 16)
def source_named(name: str, text: str, kind: SourceType) -> Source:
    """The source that a text calls `text`, by its name in full."""
    registry = load_registry()
    body = _body(name)
    actor = registry.holder(name) or registry.named(body)  # "the People's Front" keeps its "'s"
    if actor is not None:
        interest, state = interest_of(actor, registry), registry.state(actor) is not None
        return Source(actor.id, actor.name, fold(actor.name), actor.id, interest, state=state)
    unnamed = kind in NAMELESS or (kind in MEDIA and body.islower()) or _is_anyone(text) or _is_nobody(body)
    nameless = _is_owned(name) or (not is_person(name) and unnamed)
    side = _side_named(body, office(text, kind), registry)
    called = f"{side} army" if kind == "military" and side and _is_army(body, registry) else body
    return Source(fold(called), name, fold(called), None, side, nameless)


def _is_army(body: str, registry: Registry) -> bool:
    """ "The South African military" and "the South African National Defence Force" are one army."""
    low = body.casefold()
    forces = max((one for one in word_class("sourcing", "army") if low.endswith(f" {one}")), key=len, default="")
    return bool(forces) and registry.by_adjective(body[: -len(forces)].removesuffix("National ").strip()) is not None


def interest_of(actor: Actor, registry: Registry) -> str | None:
    """Whose interest an actor of the registry serves: whoever controls it, its side, its owner."""
    master = registry.by_id.get(actor.controlled_by or "")
    if master is not None:
        return interest_of(master, registry)
    return actor.side or actor.owner


def _body(name: str) -> str:
    """The name without article and possessive, and of a spokesman the body that he speaks for."""
    words = [word.removesuffix("'s").removesuffix("’s").rstrip("’'") for word in name.split()]
    spokesmen = word_class("sourcing", "speaking for a body")
    if len(words) > 2 and words[0].casefold() in spokesmen | {"a", "the"}:
        at = next((i for i, word in enumerate(words[:3]) if word.casefold() in {"for", "of"}), None)
        words = words[at + 1 :] if at is not None and words[at - 1].casefold() in spokesmen else words
    if len(words) > 1 and words[-1].casefold() in spokesmen:
        words = words[:-1]
    if len(words) > 1 and words[0].casefold() in {"a", "an", "the"}:
        words = words[1:]
    body = " ".join(words)
    return "army" if body.casefold() in word_class("sourcing", "army") else body


def _is_owned(name: str) -> bool:
    """ "Its spokesman", "our contacts": whose is not told."""
    return name.split(" ")[0].casefold() in word_class("sourcing", "owner pronoun")


def is_person(name: str) -> bool:
    """Whether it is the name of a person: "Amina Diallo", not "residents" or "Aleppo residents"."""
    words = name.replace("-", " ").split()
    return len(words) > 1 and all(word[:1].isupper() or word.casefold() in PARTICLES for word in words)


def _is_anyone(text: str) -> bool:
    """ "Two army officers", "an official and residents": people of whom no name is told."""
    return all(_is_one_of_many(_MORE.split(part)[0].split()) for part in _JOINED.split(text.casefold().strip()))


def _is_nobody(body: str) -> bool:
    """ "Local official": whom a report takes up again as "the official" or "he", still without a name."""
    return body.islower() and body.split()[-1] in word_class("sourcing", "nobody in particular")


def _is_one_of_many(words: list[str]) -> bool:
    last = words[-1] if words else ""
    if _people().isdisjoint({last, last.removesuffix("s"), last.removesuffix("es")}):
        return False
    return last.endswith("s") or words[0] in word_class("sourcing", "indefinite")


def office(text: str, kind: SourceType) -> SourceType:
    """As what somebody speaks who withholds his name: "an army officer" and "rebel sources" for their side."""
    words = _MORE.split(text.casefold())[0].split() if kind == "anonymous" else ()
    held = {_offices().get(word) or _offices().get(word.removesuffix("s")) for word in words}
    return next((one for one in OFFICES if one in held), kind)


@cache
def _offices() -> dict[str, SourceType]:
    return {head: one.source_type for one in load("sources", SourceEntry) if one.source_type in OFFICES
            for head in one.heads}  # fmt: skip


@cache
def _people() -> frozenset[str]:
    """Nouns of people of whom there are many: in office, or witnesses."""
    entries = (one for one in load("sources", SourceEntry) if one.source_type in {"witness", "anonymous"})
    return word_class("sourcing", "somebody in office").union(*(one.heads for one in entries))


def _side_named(body: str, kind: SourceType, registry: Registry) -> str | None:
    """The side of whoever the words name: "Congolese army", "Hamas official"; of several together none."""
    if _JOINED.search(body):
        return None
    words = body.split()
    named = next((hit.actor for hit in registry.find(body) if hit.actor.type != "person"), None)
    organ = not word_class("party_words", "organ").isdisjoint(body.casefold().split())
    if named is not None and (organ or kind not in MEDIA or registry.state(named) is None):  # no "Club of Mozambique"
        return interest_of(named, registry)
    phrases = [*words, *(" ".join(words[i : i + 2]) for i in range(len(words) - 1))] if kind in OF_A_STATE else []
    country = next((found for phrase in phrases if (found := registry.by_adjective(phrase))), None)
    return country.label if country is not None else None


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


def losing_side(claim: Claim) -> str | None:
    """The side of those who admit that they lost people, and do not tell of what they did."""
    own = claim.kind == "casualties" and claim.standing == "admitted"
    deed = any(one.role == "agent" for one in claim.parties)
    return word_of(claim, Families()).source.interest if own and not deed else None


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
    """The word of an outlet or agency; of a monitor or a ministry where that is what publishes; of a report
    without a known outlet, by its id."""
    source = medium_of(name)
    source = replace(source, name=NO_OUTLET) if _DOCUMENT.fullmatch(name) else source
    actor = load_registry().by_id.get(source.actor or "")
    kind = (actor.source_type if actor is not None else None) or "outlet"
    return Word(source, kind, MOUTHS.get(kind, "source"))


@lru_cache(maxsize=1 << 16)
def _word(name: str, text: str, kind: SourceType) -> Word:
    return Word(source_named(name, text, kind), kind, MOUTHS.get(kind, "source"))
