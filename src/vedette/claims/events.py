"""Finds event words: matches the entries of the event lexicon against the parse, under the types of their arguments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from vedette.claims.attribution import match_words
from vedette.claims.reading import Reading
from vedette.claims.syntax import Frame, coordinated, light_subjects, noun_frame, objects_of, obliques_of, verb_frame
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import EventEntry

TABLES = (
    "control", "violence", "casualties", "displacement", "movement", "diplomacy", "aid", "authority", "relation",
    "asset", "hardship", "unrest", "assessment", "statement",
)  # fmt: skip
NOMINAL = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "csubj"})
ASIDE = frozenset({"appos", "npadvmod", "dep"})
HIT = frozenset({"place", "facility", "people", "armed"})


@dataclass(frozen=True, slots=True)
class Event:
    """An event word in the text: its lexicon entry, the tokens that matched, and its arguments."""

    entry: EventEntry
    tokens: tuple[Token, ...]
    frame: Frame

    @property
    def trigger(self) -> Token:
        """The word the standing and the time hang on."""
        return self.frame.trigger


def verbs(name: str) -> frozenset[str]:
    """The verbs of one class of verbs.toml."""
    return word_class("verbs", name)


@cache
def entries() -> tuple[EventEntry, ...]:
    """Every entry of the event lexicon."""
    return tuple(entry for table in TABLES for entry in load(table, EventEntry))


@cache
def _index(part: str) -> dict[str, tuple[tuple[tuple[str, ...], EventEntry], ...]]:
    """Head word to (the other words, entry), most demanding first."""
    table: dict[str, list[tuple[tuple[str, ...], EventEntry]]] = {}
    for entry in entries():
        for pattern in getattr(entry, part):
            words = pattern.split()
            key, rest = (words[-1], words[:-1]) if part == "nouns" else (words[0], words[1:])
            table.setdefault(key, []).append((tuple(rest), entry))
    return {first: tuple(sorted(found, key=_demand, reverse=True)) for first, found in table.items()}


def _demand(candidate: tuple[tuple[str, ...], EventEntry]) -> tuple[int, int, int]:
    rest, entry = candidate
    return len(rest), bool(entry.oblique) + bool(entry.object and "none" not in entry.object), bool(entry.subject)


def find_events(reading: Reading) -> tuple[Event, ...]:
    """Every event the text reports, in the order of its words; a word reports at most one."""
    found = [event for token in reading.tokens if (event := _event_at(reading, token)) is not None]
    used = {token.i for event in found for token in event.tokens[1:]}
    taken = {(one.i, event.entry.kind) for event in found for one in event.frame.objects}
    return tuple(e for e in found if e.trigger.i not in used and (e.trigger.i, e.entry.kind) not in taken)


def _event_at(reading: Reading, token: Token) -> Event | None:
    if token.tag_ in {"VBG", "VBZ"} and token.dep_ in NOMINAL:
        return _first([*_nouns(reading, token), *_verbs(reading, token)])
    if token.tag_ == "VBN" and token.dep_ in {"acomp", "oprd", "attr"}:
        return _first([*_adjectives(reading, token), *_verbs(reading, token)])
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD", "VBG"}:
        return _first([*_verbs(reading, token), *_adjectives(reading, token)])
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and not reading.party(token) and not reading.place(token)):
        return _first([*_nouns(reading, token), *_adjectives(reading, token)])
    if token.pos_ in {"ADJ", "ADV"}:
        return _first(_adjectives(reading, token))
    return None


def _first(events: Iterable[Event]) -> Event | None:
    return next(iter(events), None)


def _verbs(reading: Reading, verb: Token) -> Iterator[Event]:
    lemmas = dict.fromkeys((verb.lemma_.lower(), verb.lower_))
    frame: Frame | None = None
    for lemma in lemmas:
        for rest, entry in _index("verbs").get(lemma, ()):
            tokens = match_words(verb, rest)
            if tokens is None or not _whole(reading, tokens):
                continue
            frame = frame or verb_frame(verb)
            fitted = _fit(reading, entry, _with_pattern(frame, tokens))
            if fitted is not None:
                yield Event(entry, tokens, fitted)


def _whole(reading: Reading, tokens: tuple[Token, ...]) -> bool:
    """Not half of a phrasal verb ("shelled out"), nor a preposition that only leads to a time ("marched on Monday")."""
    last = tokens[-1]
    if len(tokens) == 1:
        return not any(child.dep_ == "prt" for child in last.children)
    led = [child for child in last.children if child.dep_ == "pobj"]
    return last.pos_ != "ADP" or not led or any(not reading.is_time(one) for one in led)


def _with_pattern(frame: Frame, tokens: tuple[Token, ...]) -> Frame:
    """After "take control of", what follows "of" is the object, and "control" is no argument."""
    if len(tokens) == 1:
        return frame
    last = tokens[-1]
    extra = tuple(one for child in last.children if child.dep_ in {"pobj", "pcomp"} for one in coordinated(child))
    if last.pos_ in {"NOUN", "PROPN"}:
        extra = tuple(one for child in last.children if child.dep_ == "prep" and child.lower_ == "of"
                      for noun in child.children if noun.dep_ == "pobj" for one in coordinated(noun))  # fmt: skip
    kept = tuple(one for one in frame.objects if one not in tokens)
    inside = obliques_of(last) if last.pos_ in {"NOUN", "PROPN"} else ()
    obliques = tuple(pair for pair in (*frame.obliques, *inside) if pair[1] not in tokens and pair[1] not in extra)
    return replace(frame, objects=(*extra, *kept) if extra else kept, obliques=obliques)


def _fit(reading: Reading, entry: EventEntry, frame: Frame) -> Frame | None:
    """The frame when its arguments are of the classes the entry asks for, else None."""
    if entry.near and not any({one.lemma_.lower(), one.lower_} & set(entry.near) for one in frame.trigger.subtree):
        return None
    if entry.object and not _object_fits(reading, entry, frame):
        return None
    if entry.subject and not _subject_fits(reading, entry, frame):
        return None
    if entry.oblique and not any(_oblique_fits(reading, wanted, frame) for wanted in entry.oblique):
        return None
    return frame


def _object_fits(reading: Reading, entry: EventEntry, frame: Frame) -> bool:
    if not frame.objects:
        return "none" in entry.object and not frame.passive
    wanted = {*entry.object, "it"} if {"place", "facility"} & set(entry.object) else set(entry.object)
    if entry.type == "repel" and any(
        c.dep_ == "poss" and c.pos_ == "PRON" for one in frame.objects for c in one.children
    ):
        return False
    listed = all(name.startswith("=") for name in entry.object)
    return any(reading.has_class(one, wanted) for one in (frame.objects[:1] if listed else frame.objects))


def _subject_fits(reading: Reading, entry: EventEntry, frame: Frame) -> bool:
    if not frame.subjects:
        return not all(wanted.startswith("=") for wanted in entry.subject)
    wanted = {*entry.subject, "it", "unknown"} if "armed" in entry.subject else set(entry.subject)
    special = all(name.startswith("=") for name in entry.subject)
    if not special and not any(reading.party(one) for one in frame.subjects) and _may_act(reading, entry, frame):
        return True
    return any(reading.has_class(one, wanted) for one in frame.subjects)


def _may_act(reading: Reading, entry: EventEntry, frame: Frame) -> bool:
    """Means after "by" in a passive, pronouns for nobody known, and capitals that stand for governments."""
    capital = "state" in entry.subject and any(reading.place(one) for one in frame.subjects)
    return frame.passive or capital or all(one.pos_ == "PRON" and one.lower_ != "it" for one in frame.subjects)


def _oblique_fits(reading: Reading, wanted: str, frame: Frame) -> bool:
    word, _, kind = wanted.partition(":")
    return any(
        word in (preposition, "") and (not kind or reading.has_class(one, {kind}))
        for preposition, one in frame.obliques
    )


def _nouns(reading: Reading, noun: Token) -> Iterator[Event]:
    key = noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()
    for rest, entry in _index("nouns").get(key, ()):
        left = [c for c in noun.children if c.i < noun.i and {c.lemma_.lower(), c.lower_} & set(rest)]
        if len(left) < len(rest):
            continue
        frame = _noun_arguments(reading, noun_frame(noun))
        if entry.type == "clash":
            frame = replace(frame, objects=())
        if entry.kind == "casualties":
            frame = replace(frame, subjects=(), objects=(*frame.objects, *frame.subjects))
        if _stands_alone(reading, frame) and (fitted := _fit(reading, entry, frame)) is not None:
            yield Event(entry, (noun, *left), fitted)


def _noun_arguments(reading: Reading, frame: Frame) -> Frame:
    """Modifiers of the noun that name a party or people are its doers; "of" and "on" name what it hit."""
    if blamed := _blamed(frame.trigger):
        return replace(frame, subjects=blamed, obliques=tuple(pair for pair in frame.obliques if pair[1] not in blamed))
    subjects = tuple(one for one in frame.subjects if _is_doer(reading, one))
    if not subjects and frame.trigger.head.lemma_.lower() in verbs("light"):
        subjects = light_subjects(frame.trigger)
    hit = tuple(one for word, one in frame.obliques if word in {"on", "against", "of", "at"})
    governor = frame.trigger.head
    if frame.trigger.dep_ in {"nsubj", "csubj"} and governor.lemma_.lower() in verbs("occurring"):
        hit += tuple(
            one for one in objects_of(governor) if reading.has_class(one, {"place", "facility", "people", "armed"})
        )
    between = tuple(one for word, one in frame.obliques if word in {"between", "among", "with"})
    return replace(frame, subjects=(*subjects, *between), objects=frame.objects or hit)


def _blamed(noun: Token) -> tuple[Token, ...]:
    """Who did it, in "the attack was blamed on X" and "blamed X for the attack"."""
    governor = noun.head if noun.dep_ != "pobj" else noun.head.head
    if governor.lemma_.lower() not in verbs("blaming"):
        return ()
    if noun.dep_ == "pobj":
        return objects_of(governor)
    return tuple(one for word, one in obliques_of(governor) if word in {"on", "to"})


def _is_doer(reading: Reading, token: Token) -> bool:
    if token.pos_ == "ADJ":
        return token.i in reading.party_by_root
    return reading.has_class(token, {"party", "people", "armed", "state"})


def _stands_alone(reading: Reading, frame: Frame) -> bool:
    """Whether a noun reports its event rather than just mentions it: it happens, is done, or is told with arguments."""
    noun = frame.trigger
    head = noun.head
    firsts = any(child.lower_ in {"first", "second", "third"} for child in noun.children)
    if (noun.dep_ == "pobj" and head.lower_ in {"until", "since", "upon"}) or (firsts and noun.dep_ in ASIDE):
        return False
    told = any(reading.place(one) or reading.party(one) for root in frame.roots() for one in _with_apposition(root))
    if noun.dep_ in {"nsubj", "nsubjpass", "csubj"} and head.lemma_.lower() in verbs("occurring") | verbs("light"):
        return True
    if noun.dep_ in {"dobj", "attr"} and head.lemma_.lower() in verbs("light") | verbs("occurring"):
        return True
    if noun.dep_ in {"ROOT", "nsubj", "nsubjpass"}:
        return told
    return told and noun.dep_ in {"pobj", "conj", "dobj", "pcomp", "appos"}


def _with_apposition(head: Token) -> Iterator[Token]:
    """ "the capital, Damascus": either word may carry the name."""
    yield head
    yield from (child for child in head.children if child.dep_ == "appos")


def _adjectives(reading: Reading, word: Token) -> Iterator[Event]:
    for _, entry in _index("adjectives").get(word.lower_, ()):
        frame = _adjective_frame(word)
        if frame.objects and (fitted := _fit(reading, entry, frame)) is not None:
            yield Event(entry, (word,), fitted)


def _adjective_frame(word: Token) -> Frame:
    """ "12 were dead", "12 dead", "leaving 12 people dead", "displaced families": whom the adjective speaks of."""
    head = word.head
    whom: tuple[Token, ...] = ()
    if word.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX"}:
        whom = tuple(c for c in head.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c != word)
        whom = whom or tuple(c for c in word.children if c.dep_ in {"nsubj", "nummod"})
    elif word.dep_ == "amod" and head.pos_ in {"NOUN", "PROPN"}:
        whom = (head,)
    whom = whom or tuple(c for c in word.children if c.dep_ in {"nsubj", "nummod"})
    return Frame(
        word,
        (),
        tuple(one for head in whom for one in coordinated(head)),
        (*obliques_of(word), *verb_frame(head).obliques),
        passive=True,
    )
