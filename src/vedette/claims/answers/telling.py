"""A claim as an answer sees it: the word that tells it, the sentence it stands in, whose word it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from vedette.claims.admissions import doers_of
from vedette.claims.events import kinds_of
from vedette.claims.merge import spot_of
from vedette.claims.put import UNKNOWN
from vedette.claims.reading import Reading
from vedette.claims.sides import Camp, camp_of, speaker_camp
from vedette.claims.syntax import SUBJECTS
from vedette.lexicon.classes import word_class
from vedette.lexicon.stems import meaning
from vedette.model import Claim, Party
from vedette.model.tokens import Token

ABOUT = frozenset({"statement", "assessment", "asset"})
OFFICES = frozenset({"leads", "holds-office", "member-of", "speaks-for"})
DOERS = frozenset({"agent", "subject", "backer"})
WORD = re.compile(r"[^\W\d_]+")
LONG, STEM = 4, 5  # letters
CLAUSES = frozenset({"ccomp", "relcl", "advcl", "conj"})
AGAINST = frozenset({"denied", "negated"})


@dataclass(frozen=True, eq=False)
class Telling:
    """One claim with its place in the text; `at` is its number among the claims.

    `voice` is whoever first says it, `teller` whom the outlet has it from; "" for the outlet itself.
    """

    reading: Reading
    at: int
    claim: Claim
    token: Token
    sentence: int
    voice: str
    teller: str

    @cached_property
    def camp(self) -> Camp:
        """The side of the voice."""
        reading, denier = self.reading, _denier(self.claim)
        span = reading.tokens.char_span(denier.start, denier.end, alignment_mode="expand") if denier else None
        return camp_of(reading, span.root) if span is not None else speaker_camp(reading, reading.over(self.token))

    @cached_property
    def accused(self) -> tuple[Camp, ...]:
        """The sides of those who are told to have done it."""
        return tuple(camp_of(self.reading, one) for one in doers_of(self.token))

    @cached_property
    def words(self) -> frozenset[str]:
        """What the nouns of its clause mean, times and speakers apart; of words about words, those of the sentence."""
        verbs = (one for one in self.token.subtree if one.pos_ == "VERB" and one != self.token)
        clauses = (one for one in verbs if one.dep_ in CLAUSES)
        apart = {one for clause in clauses for one in clause.subtree if one != clause}
        below = (one for one in self.token.subtree if one not in apart) if self.of_events else self.token.sent
        nouns = (one for one in below if one.pos_ in {"NOUN", "PROPN"} and one.ent_type_ not in {"DATE", "TIME"})
        return frozenset(meaning(one.lemma_.lower()) for one in nouns if one != self.token)

    @cached_property
    def kinds(self) -> frozenset[tuple[str, str]]:
        """The kind and type of what it tells, or those that its word may tell."""
        known = self.claim.kind != UNKNOWN
        return frozenset({(self.claim.kind, self.claim.type)}) if known else kinds_of(self.token.lemma_.lower())

    @cached_property
    def doers(self) -> frozenset[str]:
        """The names of those who did it, and of their sides."""
        doers = (party for party in self.claim.parties if party.role in DOERS)
        return frozenset().union(*(names_in(f"{party.name or party.text} {party.side or ''}") for party in doers))

    @cached_property
    def spots(self) -> frozenset[object]:
        """The places that its sentence names."""
        return frozenset(spot_of(place) for place in self.claim.places if not place.carried)

    @cached_property
    def earlier(self) -> bool:
        """ "Had denied that …", "at first said …": told as what was said before now."""
        over: list[Token] = []
        for one in (self.token, *self.token.ancestors):
            if one.dep_ == "conj" and any(child.dep_ in SUBJECTS for child in one.children):
                break  # "thirty had died and 80 were hurt"
            over += [each for each in one.head.children if each.i < self.token.i] if one.head != self.token else []
        return any(one.lower_ in {"had", "having"} or one.lower_ in word_class("grammar", "at first") for one in over)

    @cached_property
    def of_events(self) -> bool:
        """Whether it tells of something that happened, rather than of words or offices."""
        return self.claim.kind not in ABOUT and self.claim.type not in OFFICES

    @property
    def affirmed(self) -> bool:
        """Whether it is put as anything but untrue."""
        return self.claim.standing not in AGAINST


def tellings(reading: Reading, claims: Iterable[Claim]) -> tuple[Telling, ...]:
    """The claims that a word of the text tells, in the order of these words."""
    numbers = {i: n for n, sentence in enumerate(reading.tokens.sents) for i in range(sentence.start, sentence.end)}
    found = []
    for at, claim in enumerate(claims):
        token = _told_by(reading, claim)
        if token is not None:
            found.append(Telling(reading, at, claim, token, numbers[token.i], _voice(claim), _teller(claim)))
    return tuple(sorted(found, key=lambda one: one.token.i))


def _told_by(reading: Reading, claim: Claim) -> Token | None:
    if claim.trigger is None:
        return None
    span = reading.tokens.char_span(claim.trigger.start, claim.trigger.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _denier(claim: Claim) -> Party | None:
    return next((one for one in claim.parties if one.role == "speaker"), None) if claim.kind == "statement" else None


def _voice(claim: Claim) -> str:
    """Whoever first says it; of a denial that only points back, whoever denies."""
    speaker = _denier(claim)
    if speaker is not None:
        return (speaker.name or speaker.text).casefold()
    origin = claim.origin if len(claim.chain) > 1 else None
    return (origin.name or origin.text).casefold() if origin else ""


def _teller(claim: Claim) -> str:
    return (claim.chain[1].name or claim.chain[1].text).casefold() if len(claim.chain) > 1 else ""


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(word.lower() for word in WORD.findall(text))


def names_in(text: str) -> frozenset[str]:
    """The words of a text that are long enough to tell one name from another."""
    return frozenset(word for word in words_of(text) if len(word) >= LONG)


def same_word(left: str, right: str) -> bool:
    """Whether two lemmas are one word, made from one, or mean one thing: "withdraw", "withdrawal"; "die", "death"."""
    stems = left[:STEM] == right[:STEM] and min(len(left), len(right)) >= STEM
    return stems or left == right or meaning(left) == meaning(right)
