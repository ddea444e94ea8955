"""Whose side a speaker is on, and who in a text is of it: by what owns, names or sorts them."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vedette.claims.attribution import Attribution
from vedette.claims.chains import SPEAKING, chain_of
from vedette.claims.reading import Reading, known
from vedette.claims.sources import marked, sort_of_noun, source_type
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import noun_classes, word_class
from vedette.model import Link, SourceType
from vedette.model.tokens import Token

PARTIES: frozenset[SourceType] = frozenset({"military", "belligerent", "official", "state-media"})
FIGHTING: frozenset[SourceType] = frozenset({"military", "belligerent"})
ABLE: frozenset[SourceType] = PARTIES | {"un", "ngo"}
CAMPS: dict[str, str] = {
    "military": "state", "official": "state", "state-media": "state", "belligerent": "rebels", "un": "un",
}  # fmt: skip
OWN = frozenset({"we", "i", "our", "my", "its", "his", "her", "their"})
BEFORE, LEADING = frozenset({"amod", "compound", "nmod", "poss"}), frozenset({"of", "for", "from", "in", "with", "at"})


class Camp(NamedTuple):
    """A side as a phrase tells it: names that its words give, names that are guessed, and its sort."""

    told: frozenset[str]
    guessed: frozenset[str]
    sort: str

    @property
    def names(self) -> frozenset[str]:
        """All the names that stand for it."""
        return self.told | self.guessed

    def fits(self, other: "Camp") -> bool | None:
        """Whether two may be one side: they share a name, else a sort; None where nothing tells."""
        if not self.names.isdisjoint(other.names):
            return True
        if (self.names and other.told) or (self.guessed and other.guessed):
            return False
        return self.sort == other.sort if self.sort and other.sort else None


def speech_over(over: tuple[Attribution, ...]) -> Attribution | None:
    """The innermost attribution that names who reports."""
    return next((one for one in reversed(over) if one.sources and one.entry.reports), None)


def origin_of(reading: Reading, over: tuple[Attribution, ...]) -> Link:
    """Whoever tells it: the last link of its chain, be it the outlet."""
    return chain_of(reading, over)[-1]


def able(reading: Reading, over: tuple[Attribution, ...]) -> bool:
    """Whether who tells could carry out what is told: a body or a force, an outlet only where it is one itself."""
    return is_of_a_side(reading, over) or origin_of(reading, over).source_type in ABLE


def interested(reading: Reading, over: tuple[Attribution, ...]) -> bool:
    """Whether who tells is a side of the war."""
    return speaker_camp(reading, over).sort in {"state", "rebels"}


@known
def is_of_a_side(reading: Reading, over: tuple[Attribution, ...]) -> bool:
    """Whether the outlet itself tells, and is a party: a ministry, a force, a movement."""
    if speech_over(over) is not None:
        return False
    outlet = reading.document.outlet or ""
    words = {word.strip(",.;:()") for word in outlet.casefold().split()}
    named = any(hit.actor.type == "armed" for hit in load_registry().find(outlet))
    return named or not words.isdisjoint(word_class("grammar", "side"))


def belongs(reading: Reading, noun: Token, over: tuple[Attribution, ...]) -> bool:
    """Whether somebody is of the speaker's side: "its troops", "it", by name, or by being in arms for the same sort."""
    whose = {"of", "under"} if noun.pos_ == "NOUN" else ()
    under = (one for child in noun.children if child.lower_ in whose for one in child.children)
    words = {noun.lower_, *(child.lower_ for one in (noun, *under) for child in one.children if child.dep_ == "poss")}
    if words & {"we", "our"}:
        return True
    speech = speech_over(over)
    camp, theirs = speaker_camp(reading, over), camp_of(reading, noun)
    if any(child.lemma_.lower() in word_class("grammar", "against") for child in noun.lefts):
        return False
    if speech is not None and words & (OWN | SPEAKING) and noun.i not in noun.doc.quoted:  # who is quoted says "we"
        others = noun.lower_ == "they" and theirs.names and camp.names.isdisjoint(theirs.names)
        led = reading.has_class(noun, {"office"}) or sort_of_noun(noun.lemma_.lower()) == "official"
        theirs_anyway = noun.lower_ in SPEAKING or led
        fits = not camp.sort or theirs_anyway or theirs.sort in {"", camp.sort}
        return noun not in speech.sources and not others and fits
    if not camp.sort or (speech is not None and noun in speech.sources):
        return False
    if theirs.told or (theirs.guessed and camp.guessed):
        return not camp.names.isdisjoint(theirs.names)
    if theirs.sort:
        armed = is_in_arms(reading, noun) or reading.has_class(noun, {"weapon", "vehicle"})
        return armed and theirs.sort == camp.sort
    return is_in_arms(reading, noun) and "people" in reading.lemma_classes(noun)


def is_in_arms(reading: Reading, noun: Token) -> bool:
    """Whether a noun names who serves in a force, or a force."""
    served = reading.has_class(noun, {"serving", "armed"})
    return served or noun.lemma_.lower() in word_class("grammar", "own people")


@known
def camp_of(reading: Reading, noun: Token) -> Camp:
    """The side of whoever a noun names, as far as its phrase and other words for the same tell it."""
    mention = reading.party_by_root.get(noun.i)
    heads = _heads_of(reading, (mention and mention.name) or "")
    told, guessed = _names_in(reading, heads)
    if noun.i not in heads:
        own = _names_in(reading, frozenset({noun.i}))
        told, guessed = told | own[0], guessed | own[1]
    return Camp(told, guessed, _sort(reading, noun))


@known
def _heads_of(reading: Reading, name: str) -> frozenset[int]:
    return frozenset(one.root for one in reading.called.get(name, ()))


@known
def _names_in(reading: Reading, heads: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """The names that the words of some phrases give, and those that are guessed."""
    words = [one for i in heads for one in _telling(reading.tokens[i])]
    told = (name for one in words for name in _named(reading, one, is_head=one.i in heads))
    parties = (one for word in words if (one := reading.party_by_root.get(word.i)) is not None)
    return frozenset(told), frozenset(name for one in parties for name in (one.actor, one.side) if name)


def _telling(noun: Token) -> Iterator[Token]:
    """The words of a phrase that may tell a side: "Zairean soldiers", "officers of the joint force"."""
    yield noun
    for child in noun.children:
        if child.dep_ in BEFORE and child.i < noun.i:
            yield from _telling(child)
        elif child.lower_ in LEADING:
            yield from (one for below in child.children for one in _telling(below))


def _named(reading: Reading, word: Token, *, is_head: bool) -> Iterator[str]:
    """The names that a word gives: of a country by its adjective, else the word itself, where it is no title."""
    if (country := load_registry().by_adjective(word.text)) is not None:
        yield from (country.as_actor().id, country.label)
    singular = noun_classes().get(word.lower_.removesuffix("s"), frozenset())  # "Joint Forces" is lemma of itself
    classes = reading.lemma_classes(word) | singular
    title = not classes.isdisjoint({"office", "serving", "armed"}) or sort_of_noun(word.lemma_.lower())
    person = word.ent_type_ == "PERSON" and (is_head or word.dep_ != "poss")
    if word.pos_ in {"PROPN", "ADJ"} and word.text[:1].isupper() and not title and not person:
        yield word.lower_


def _sort(reading: Reading, noun: Token) -> str:
    """What sort of side somebody is of, by his noun, or by the words beside one that any side may have."""
    lemma, kind = noun.lemma_.lower(), source_type(reading, noun, withheld=False)
    service = lemma in word_class("grammar", "own people") and sort_of_noun(lemma) is None
    open_to_all = service or kind == "anonymous" or lemma in word_class("grammar", "of any force")
    if open_to_all or reading.has_class(noun, {"weapon", "vehicle", "office"}):
        kinds = marked(" ".join(one.text for one in _telling(noun) if one != noun))
    else:
        kinds = {kind}
    return next((CAMPS[one] for one in sorted(kinds) if one in CAMPS), "")


@known
def speaker_camp(reading: Reading, over: tuple[Attribution, ...]) -> Camp:
    """The side of who speaks: of the innermost speaker, or of an outlet that is a party itself."""
    speech = speech_over(over)
    if speech is None:
        outlet = reading.document.outlet or "" if is_of_a_side(reading, over) else ""
        return _camp_of_outlet(outlet) if outlet else Camp(frozenset(), frozenset(), "")
    first = camp_of(reading, speech.sources[0])
    return first._replace(sort=first.sort or CAMPS.get(source_type(reading, speech.sources[0], withheld=False), ""))


@cache
def _camp_of_outlet(outlet: str) -> Camp:
    """The side of "Ministry of Defence, Damascus"."""
    registry, words = load_registry(), [word.strip(",.;:()") for word in outlet.split()]
    lands = [registry.by_capital(word) or registry.by_adjective(word) for word in words]
    known = [*(land.as_actor() for land in lands if land), *(hit.actor for hit in registry.find(outlet))]
    names = frozenset(name for one in known for name in (one.id, one.side) if name)
    return Camp(
        frozenset(word.casefold() for word in words), names, "rebels" if "belligerent" in marked(outlet) else "state"
    )
