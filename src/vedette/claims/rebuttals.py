"""A claim for each denial that only points back: "it is a lie", "called the report baseless"."""

from collections.abc import Iterator

from vedette.claims.answers.pointers import pointers
from vedette.claims.chains import chain_of, via
from vedette.claims.reading import Reading
from vedette.claims.rebuffs import calling, is_rebuff, rebuffs
from vedette.claims.syntax import RELATIVES, agents_of, is_neither, is_passive, surface_subjects
from vedette.lexicon.classes import word_class
from vedette.model import Claim
from vedette.model.tokens import Token

HELD = frozenset({"dobj", "nsubjpass", "nsubj", "pobj"})


def rebuttals(reading: Reading, acts: list[Claim]) -> Iterator[Claim]:
    """The denials of a document that no speech act of `acts` is already."""
    said = {one.trigger.start for one in acts if one.type == "deny" and one.trigger is not None}
    words = {*map(_denying, rebuffs(reading.tokens)), *_retractions(reading), *_flat_denials(reading)}
    told = (token for token in sorted(words, key=lambda one: one.i) if said.isdisjoint(_starts(token)))
    return (_claim(reading, token) for token in told)


def _denying(word: Token) -> Token:
    """The word that stands for a denial: of "dismissed it as fiction" the verb, of "called it fiction" the noun."""
    verb = calling(word)
    return verb if verb is not None and verb.lemma_ in word_class("grammar", "turning down") else word


def _starts(token: Token) -> set[int]:
    """Where the words of a denial start: of "called it propaganda" the last and the verb."""
    verb = calling(token)
    return {token.idx} if verb is None else {token.idx, verb.idx}


def _retractions(reading: Reading) -> Iterator[Token]:
    """The verbs by which words are taken back, where that is told as an act of its own."""
    taken = (one.token for one in pointers(reading) if one.effect == "superseded")
    return (token for token in taken if token.tag_ != "VBG")


def _flat_denials(reading: Reading) -> Iterator[Token]:
    """ "Which the pictures disprove", "his relatives scoff at it", "a boast the rivals dispute": by whatever denies."""
    pointing = word_class("grammar", "said before") | RELATIVES
    for one in (each for each in reading.said if each.entry.act == "deny"):
        held = {noun.lower_ for word in one.cue for noun in word.children if noun.dep_ in HELD}
        held |= {one.head.head.lower_} if one.head.dep_ == "relcl" else set()
        refused = is_neither(one.head) or any(child.dep_ == "neg" for child in one.head.children)
        named = any(calling(word) == one.head and is_rebuff(word) for word in one.head.subtree)
        if not refused and not named and not pointing.isdisjoint(held):
            yield one.head


def _claim(reading: Reading, token: Token) -> Claim:
    verb = calling(token)
    over = reading.over(verb or token)
    denier = over[-1] if over and over[-1].sources and verb is None else None
    through = via(reading, denier) if denier is not None and denier.entry.reports else ()
    speakers = surface_subjects(verb) if verb is not None else denier.sources if denier else _takes_back(token)
    return Claim(
        kind="statement",
        type="deny",
        document=reading.document,
        evidence=reading.sentence(token),
        trigger=reading.words((token,)),
        parties=tuple(reading.as_party(one, "speaker") for one in speakers),
        chain=(*chain_of(reading, tuple(one for one in over if one is not denier)), *through),
    )


def _takes_back(token: Token) -> tuple[Token, ...]:
    return () if token.pos_ != "VERB" else agents_of(token) if is_passive(token) else surface_subjects(token)
