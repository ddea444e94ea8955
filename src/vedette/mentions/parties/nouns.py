"""Common nouns that name parties, titles before names, the word classes of the party rules, and whether by syntax the
name of a country or a capital stands for its government or for the place."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import EventEntry, NounEntry, SpeechEntry
from vedette.model import PartyType
from vedette.model.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANSWERS: dict[tuple[str, str, str], bool] = {}
Stance = Literal["", "state", "rebel", "against"]
OF_PARTIES = frozenset({"state", "official", "armed"})


@dataclass(frozen=True, slots=True)
class PartyNoun:
    """Nouns of one type of party; see party_nouns.toml for what each field means."""

    type: PartyType
    words: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    owned: bool = False
    stance: Stance = ""
    anaphor: Literal["", "group", "person", "state"] = ""


@cache
def _by_word() -> dict[str, tuple[PartyNoun, ...]]:
    table: dict[str, list[PartyNoun]] = {}
    for entry in load("party_nouns", PartyNoun):
        for word in entry.words:
            table.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in table.items()}


def party_noun(head: Token, before: Iterable[Token]) -> PartyNoun | None:
    """What a noun names, given the words before it in its phrase; None when it is no word for a party."""
    entries, modified = _entries(head.lemma_, head.lower_)
    if not modified:
        return entries[0] if entries else None
    words = {form for token in before for form in (token.lower_, token.lemma_.lower())}
    return next((one for one in entries if not one.modifiers or words.intersection(one.modifiers)), None)


@lru_cache(maxsize=65536)
def _entries(lemma: str, lower: str) -> tuple[tuple[PartyNoun, ...], bool]:
    """The entries that a word may stand for, and whether the words before it decide."""
    known, forms = _by_word(), (lemma.lower(), lower, lower.removesuffix("s"))
    entries: tuple[PartyNoun, ...] = next((known[form] for form in forms if form in known), ())
    return entries, any(one.modifiers for one in entries)


@cache
def words(name: str) -> frozenset[str]:
    """A word class of party_words.toml."""
    return frozenset(word for one in load("party_words", NounEntry) if one.name == name for word in one.words)


def has(token: Token, name: str) -> bool:
    """Whether a token's lemma or form is in a word class; asked so often that answers are kept."""
    key = (token.lower_, token.lemma_, name)
    answer = _ANSWERS.get(key)
    if answer is None:
        answer = token.lemma_.lower() in words(name) or token.lower_.rstrip(".") in words(name)
        _ANSWERS[key] = answer
    return answer


def is_title(token: Token) -> bool:
    """Whether a word can stand before a name in a title: "Gen.", "Foreign", "Minister", "spokesman"."""
    return token.lower_ in words("qualifier") or makes_a_person(token)


def makes_a_person(token: Token) -> bool:
    """Whether a word before a name makes it a person's: "Gen.", "Minister"."""
    word = token.lower_.rstrip(".")
    if word in words("honorific"):
        return True
    return any(one.type in {"official", "person"} and not one.modifiers for one in _by_word().get(word, ()))


@cache
def _speech() -> dict[str, frozenset[str]]:
    """The verbs by which sources speak, not those by which they merely think or want, each with the words one of which
    must go with it: "take" with "issue", "back".
    """
    entries = [one for one in load("speech", SpeechEntry) if one.reports and (one.act or "report" in one.verbs)]
    verbs = [verb.split() for entry in entries for verb in entry.verbs]
    verbs += [[verb] for act in load("statement", EventEntry) for verb in act.verbs if " " not in verb]
    verbs += [[verb] for verb in word_class("grammar", "rejecting")]
    alone = {first for first, *rest in verbs if not rest}
    more = {first: frozenset(rest[0] for one, *rest in verbs if one == first and rest) for first, *_ in verbs}
    return {first: frozenset() if first in alone else rest for first, rest in more.items()}


def is_speech(verb: Token) -> bool:
    """Whether a verb is one of speech: "said", "took issue", not "took the hill"."""
    needed = _speech().get(verb.lemma_.lower())
    return needed is not None and (not needed or any(child.lemma_.lower() in needed for child in verb.children))


@cache
def place_lemmas() -> frozenset[str]:
    """Common nouns for places and facilities."""
    nouns = load("nouns", NounEntry)
    return frozenset(word for one in nouns if one.name in {"place", "facility"} for word in one.words) | words("way")


def speaks(token: Token) -> bool:
    """Whether a token is the subject of a verb of speech."""
    return token.dep_ in SUBJECTS and is_speech(token.head)


def country_acts(token: Token) -> bool:
    """Whether a country's name stands for a party: "Russia denied", "talks with Iran", not "in Russia"."""
    head, label = token.head, token.dep_
    if label in {"nsubj", "nsubjpass", "agent", "dative"}:
        return True
    if label == "dobj":
        return not has(head, "motion")
    if label in {"conj", "appos"}:
        return head.pos_ in {"PROPN", "NOUN"} and (country_acts(head) or has(head, "relational"))
    if label == "poss":
        return _owns(head)
    return label == "pobj" and _after_preposition(head)


def _after_preposition(preposition: Token) -> bool:
    word, governor = preposition.lower_, preposition.head
    if has(governor, "way"):
        return False
    if word == "of":
        noun = party_noun(governor, list(governor.lefts))
        return has(governor, "taken") or (noun is not None and noun.type in OF_PARTIES)
    if word in {"on", "to", "from"}:
        wanted = {"on": "upon", "to": "toward", "from": "taken"}[word]
        return any(has(token, wanted) for token in (governor, *governor.rights) if token.dep_ != "prep")
    return has(preposition, "party-preposition")


def _owns(thing: Token) -> bool:
    if thing.ent_type_ == "PERSON" or any(makes_a_person(child) for child in thing.lefts):
        return True
    common = thing.pos_ == "NOUN" and thing.lemma_.lower() not in place_lemmas()
    return common or party_noun(thing, ()) is not None


def capital_acts(token: Token) -> bool:
    """Whether a capital's name stands for a government: "Ankara backs", "Moscow's envoy", not "Kyiv was shelled"."""
    head, label = token.head, token.dep_
    if label == "nsubj":
        return _rules(head)
    if label in {"conj", "appos"}:
        return capital_acts(head)
    if label == "dobj":
        return is_speech(head)
    if label == "poss":
        noun = party_noun(head, ())
        return _owns(head) and (noun is None or noun.type in OF_PARTIES)
    if label != "pobj":
        return False
    if head.lower_ == "between":
        return has(head.head, "dealing")
    if head.lower_ in {"on", "from"}:
        return has(head.head, "upon" if head.lower_ == "on" else "taken")
    return head.lower_ in {"by", "with", "against"} and not has(head.head, "way")


def _rules(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(child.dep_ == "acomp" and has(child, "feeling") for child in verb.children)
    return verb.pos_ in {"VERB", "AUX"} and (is_speech(verb) or not has(verb, "undergo"))
