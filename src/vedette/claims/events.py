"""Finds event words: matches the entries of the event lexicon against the parse, under the types of their arguments."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from vedette.claims.attribution import match_words, words_beside
from vedette.claims.frames import adjective_frame, noun_arguments, phrase_frame, with_pattern
from vedette.claims.nominal import is_news, is_upheld, stands_alone
from vedette.claims.reading import Reading
from vedette.claims.syntax import Frame, noun_frame, verb_frame
from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import EventEntry
from vedette.model.tokens import Token

TABLES = (
    "control", "violence", "casualties", "displacement", "movement", "diplomacy", "aid", "authority", "relation",
    "asset", "hardship", "unrest", "assessment", "statement", "phrased",
)  # fmt: skip
GAP = 2
NOMINAL = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "csubj"})
PERSONAL = frozenset({"people", "person", "civilian", "official", "armed", "party", "crowd", "state", "none"})


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

    @property
    def noun(self) -> tuple[Token, ...]:
        """The noun among its words that names it by itself: "ended the siege"."""
        told = (self.entry.kind, self.entry.type)
        return tuple(one for one in self.tokens[1:] if one.pos_ == "NOUN" and told in kinds_of(one.lemma_.lower()))[:1]


@cache
def entries() -> tuple[EventEntry, ...]:
    """Every entry of the event lexicon."""
    return tuple(entry for table in TABLES for entry in load(table, EventEntry))


@cache
def index(part: str) -> dict[str, tuple[tuple[tuple[str, ...], EventEntry], ...]]:
    """Head word to (the other words, entry), most demanding first."""
    table: dict[str, list[tuple[tuple[str, ...], EventEntry]]] = {}
    for entry in entries():
        for pattern in getattr(entry, part):
            words = pattern.split()
            key, rest = (words[-1], words[:-1]) if part == "nouns" else (words[0], words[1:])
            table.setdefault(key, []).append((tuple(rest), entry))
    return {first: tuple(sorted(found, key=_demand, reverse=True)) for first, found in table.items()}


def kinds_of(lemma: str) -> frozenset[tuple[str, str]]:
    """Every kind and type that a word may report by itself."""
    parts = (index(part).get(lemma, ()) for part in ("verbs", "nouns", "adjectives"))
    return frozenset((entry.kind, entry.type) for part in parts for rest, entry in part if not rest)


def _demand(candidate: tuple[tuple[str, ...], EventEntry]) -> tuple[int, int, int]:
    rest, entry = candidate
    placed, thing = bool(entry.oblique or entry.near), bool(entry.object and "none" not in entry.object)
    listed = bool(entry.subject) and all(name[0] in "=!" for name in entry.subject)
    return len(rest), placed + thing, bool(entry.subject) + listed


def is_event_noun(word: str) -> bool:
    """Whether a word names an event by itself: "attack", "clashes"."""
    known, lowered = index("nouns"), word.lower()
    return any(form in known for form in (lowered, lowered.removesuffix("s"), lowered.removesuffix("es")))


def find_events(reading: Reading) -> tuple[Event, ...]:
    """Every event the text reports, in the order of its words."""
    told = [event for token in reading.tokens if (event := _event_at(reading, token)) is not None]
    used = {token.i for event in told for token in event.tokens[1:]}
    taken = {(one.i, event.entry.kind) for event in told for one in event.frame.objects if one != event.trigger}
    taken |= {(one.i, "movement") for event in told if event.entry.kind == "movement" for one in event.frame.subjects}
    kept = [e for e in told if e.trigger.i not in used and (e.trigger.i, e.entry.kind) not in taken]
    return tuple(sorted((*kept, *_phrased(reading, told)), key=lambda event: event.trigger.i))


def _phrased(reading: Reading, told: Iterable[Event]) -> Iterator[Event]:
    """What phrases tell by their words alone, where no entry with arguments tells anything of these words."""
    spoken = {one.i for event in told for one in event.tokens}
    phrases = index("phrases")
    for token in reading.tokens:
        listed = phrases.get(token.lemma_.lower(), ())
        near = {one.lemma_.lower() for one in reading.tokens[token.i + 1 : token.i + GAP + 2]} if listed else ()
        for rest, entry in listed:
            tokens = phrase_at(token, rest) if not rest or rest[0] in near else ()
            if not tokens or not spoken.isdisjoint(one.i for one in tokens):
                continue
            words, frame = phrase_frame(reading, tokens)
            if concerns(reading, frame, entry.concerns):
                spoken.update(one.i for one in tokens)
                yield Event(entry, words, frame)
                break


def concerns(reading: Reading, frame: Frame, wanted: Sequence[str]) -> bool:
    """Whether the event word, what does it or what it is done to is of one of some classes, where any is asked for."""
    return not wanted or any(reading.has_class(one, wanted) for one in (*frame.subjects, *frame.objects))


def phrase_at(first: Token, rest: Sequence[str]) -> tuple[Token, ...]:
    """The words of a phrase as they follow each other in one sentence, a word or two between; none where they do not,
    where one is a name, or where they only modify a noun ("assault rifles")."""
    found, end = [first], first.sent.end
    for word in rest:
        after = found[-1].i + 1
        step = next((one for one in first.doc[after : min(after + GAP + 1, end)] if one.lemma_.lower() == word), None)
        if step is None:
            return ()
        found.append(step)
    modifies = found[-1].dep_ == "compound" and found[-1].head not in found
    return () if modifies or any(one.pos_ == "PROPN" for one in found) else tuple(found)


def _event_at(reading: Reading, token: Token) -> Event | None:
    if token.tag_ in {"VBG", "VBZ"} and _is_gerund(token):
        return _first(_nouns(reading, token), _verbs(reading, token))
    if token.tag_ == "VBN" and token.dep_ in {"acomp", "oprd", "attr"}:
        return _first(_adjectives(reading, token), _verbs(reading, token))
    if token.pos_ in {"VERB", "AUX"} or token.tag_ in {"VBN", "VBD", "VBG"}:
        strict = _first(_verbs(reading, token), _adjectives(reading, token))
        telling = token.lemma_ in word_class("grammar", "telltale", "deeds")
        return strict or (_first(_verbs(reading, token, loose=True)) if telling else None)
    if token.pos_ == "NOUN" or (token.pos_ == "PROPN" and not _is_mention(reading, token)):
        return _first(_nouns(reading, token), _adjectives(reading, token))
    if token.pos_ in {"ADJ", "ADV"}:
        return _first(_adjectives(reading, token))
    return None


def _is_mention(reading: Reading, token: Token) -> bool:
    return bool(reading.party(token) or reading.place(token) or reading.is_time(token))


def _is_gerund(verb: Token) -> bool:
    """A verb form that stands where a noun would: "killed in shelling", but not "by shelling the town"."""
    amid = verb.dep_ == "pcomp" and verb.head.lower_ in {"in", "during", "amid", "despite"}
    return (verb.dep_ in NOMINAL or amid) and not any(child.dep_ in {"dobj", "ccomp"} for child in verb.children)


def _first(*found: Iterable[Event]) -> Event | None:
    return next(chain.from_iterable(found), None)


def _verbs(reading: Reading, verb: Token, loose: bool = False) -> Iterator[Event]:
    """The events that a verb may report: `loose` lets its arguments be anything."""
    known, beside = index("verbs"), words_beside(verb)
    spelt: dict[tuple[str, ...], tuple[tuple[Token, ...], Frame] | None] = {}
    for lemma in dict.fromkeys((verb.lemma_.lower(), verb.lower_)):
        for rest, entry in known.get(lemma, ()):
            if rest and rest[0] not in beside:
                continue
            if rest not in spelt:
                spelt[rest] = _spelt(reading, verb, rest)
            if (found := spelt[rest]) is None:
                continue
            tokens, frame = found
            if _fits(reading, entry, frame, loose):
                yield Event(entry, tokens, _without_idle(entry, frame))


def _spelt(reading: Reading, verb: Token, rest: tuple[str, ...]) -> tuple[tuple[Token, ...], Frame] | None:
    """The words of a pattern and its arguments."""
    tokens = match_words(verb, rest)
    if tokens is None or not _whole(reading, tokens):
        return None
    frame = verb_frame(verb)
    if frame.passive:  # "retaken by Monday": no doer
        frame = replace(frame, subjects=tuple(one for one in frame.subjects if not reading.is_time(one)))
    return tokens, with_pattern(frame, tokens)


def _without_idle(entry: EventEntry, frame: Frame) -> Frame:
    """The frame without a subject that plays no part in the claim; a place it names is no place of the event."""
    idle = not entry.subject_role and entry.kind == "casualties"
    return replace(frame, subjects=()) if idle else frame


def _whole(reading: Reading, tokens: tuple[Token, ...]) -> bool:
    """Not half of a phrasal verb ("shelled out"), nor a preposition that only leads to a time ("marched on Monday")."""
    last = tokens[-1]
    if len(tokens) == 1:
        future = last.lemma_ == "go" and any(child.dep_ == "xcomp" for child in last.children)
        return not future and not any(child.dep_ == "prt" for child in last.children)
    led = [child for child in last.children if child.dep_ == "pobj"]
    return last.pos_ != "ADP" or not led or any(not reading.is_time(one) for one in led)


def _fits(reading: Reading, entry: EventEntry, frame: Frame, loose: bool = False) -> bool:
    """Whether the arguments are of the classes that the entry asks for; "who holds the town" asks, and to avenge the
    dead tells of no new ones."""
    if entry.kind in {"control", "relation"} and any(one.tag_ == "WP" and _is_asked(one) for one in frame.subjects):
        return False
    if entry.kind == "casualties" and _is_honoured(frame.trigger):
        return False
    sides = ((entry.object, _object_fits, frame.objects), (entry.subject, _subject_fits, frame.subjects))
    for wanted, fits, heads in sides:
        if wanted and not fits(reading, entry, frame) and not _open(reading, wanted, heads, loose):
            return False
    if entry.oblique and not any(_oblique_fits(reading, wanted, frame) for wanted in entry.oblique):
        return False
    return not entry.near or any(
        one.lemma_.lower() in entry.near or one.lower_ in entry.near for one in frame.trigger.subtree
    )


def _is_asked(who: Token) -> bool:
    """ "It is not known who controls the bridge", "did not say who was behind it"."""
    return who.head.dep_ in {"ccomp", "ROOT", "pcomp"}


def _is_honoured(dead: Token) -> bool:
    """ "Avenged the dead", "revenge for the dead"."""
    above = {dead.head.lemma_.lower(), dead.head.head.lemma_.lower()}
    return dead.pos_ in {"NOUN", "ADJ"} and not above.isdisjoint(word_class("grammar", "commemorating"))


def _open(reading: Reading, wanted: Sequence[str], heads: Sequence[Token], loose: bool) -> bool:
    """Whether a pronoun stands for an argument, so that the verb alone tells: "planted nothing", "they burned it"."""
    named = {name for name in wanted if name[0] not in "=!"}
    if not loose or not named:
        return False
    barred = {name[1:] for name in wanted if name.startswith("!")} - {"pronoun", "unknown", "none"}
    things = word_class("grammar", "no person") if named <= PERSONAL else frozenset()
    open_ = (one for one in heads if one.pos_ == "PRON" and one.lower_ not in things)
    return any(reading.classes(one).isdisjoint(barred) for one in open_)


def _object_fits(reading: Reading, entry: EventEntry, frame: Frame) -> bool:
    if not frame.objects:
        return "none" in entry.object and not frame.passive
    wanted = {*entry.object, "it"} if "place" in entry.object or "facility" in entry.object else {*entry.object}
    if entry.type == "repel" and any(
        c.dep_ == "poss" and c.pos_ == "PRON" for one in frame.objects for c in one.children
    ):
        return False
    its = [reading.party(one) for one in frame.objects if one.lower_ == "it" and "it" in wanted]
    if its:
        fought = entry.kind == "control" and not any(reading.has_class(one, {"organisation"}) for one in frame.subjects)
        if any(fought or party is None or party.type in {"state", "unknown"} for party in its):
            return True
    listed = len(frame.objects) > 1 and all(name[0] == "=" for name in entry.object)
    return any(reading.has_class(one, wanted) for one in (frame.objects[:1] if listed else frame.objects))


def _subject_fits(reading: Reading, entry: EventEntry, frame: Frame) -> bool:
    if not frame.subjects:
        return "!none" not in entry.subject and not all(wanted.startswith("=") for wanted in entry.subject)
    wanted = {*entry.subject, "it", "unknown", "serving"} if "armed" in entry.subject else set(entry.subject)
    if any(reading.has_class(one, wanted) for one in frame.subjects):
        return True
    own = "armed" in entry.subject and "!pronoun" not in entry.subject
    if own and any(map(_speaks_of_own, frame.subjects)):
        return True
    special = all(name[0] == "=" for name in entry.subject)
    return not special and not any(map(reading.party, frame.subjects)) and _may_act(reading, entry, frame)


def _speaks_of_own(subject: Token) -> bool:
    """ "We took the town", "officials said they had taken it": the army of whoever speaks."""
    return subject.lower_ == "we" or (subject.lower_ == "they" and subject.head.dep_ == "ccomp")


def _may_act(reading: Reading, entry: EventEntry, frame: Frame) -> bool:
    """Means after "by" in a passive, pronouns for nobody known, and capitals that stand for governments."""
    if "!pronoun" in entry.subject:
        return False
    capital = "state" in entry.subject and any(reading.place(one) for one in frame.subjects)
    return frame.passive or capital or all(one.pos_ == "PRON" and one.lower_ != "it" for one in frame.subjects)


def _oblique_fits(reading: Reading, wanted: str, frame: Frame) -> bool:
    word, _, kind = wanted.partition(":")
    return any(
        word in (preposition, "") and (not kind or reading.has_class(one, {kind}))
        for preposition, one in frame.obliques
    )


def _nouns(reading: Reading, noun: Token) -> Iterator[Event]:
    lemma = noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()
    known = index("nouns")
    for rest, entry in (*known.get(lemma, ()), *(known.get(noun.lower_, ()) if noun.lower_ != lemma else ())):
        left = [c for c in noun.children if c.i < noun.i and {c.lemma_.lower(), c.lower_} & set(rest)]
        if len(left) < len(rest):
            continue
        frame = noun_arguments(reading, noun_frame(noun))
        if entry.type == "clash":
            frame = replace(frame, objects=())
        if entry.kind == "casualties":
            frame = replace(frame, subjects=(), objects=(*frame.objects, *frame.subjects))
        stands = stands_alone(reading, frame) or (entry.bare and (is_news(reading, frame) or is_upheld(noun)))
        stands |= entry.kind == "casualties" and any(child.lower_ == "no" for child in noun.lefts)
        body = entry.kind == "casualties" and noun.i in reading.party_by_root
        unlike = any(child.lower_ in word_class("grammar", "figurative") for child in noun.lefts)
        if stands and not body and not unlike and _fits(reading, entry, frame):
            yield Event(entry, (noun, *left), frame)


def _adjectives(reading: Reading, word: Token) -> Iterator[Event]:
    for _, entry in index("adjectives").get(word.lower_, ()):
        frame = adjective_frame(word)
        if frame.objects and _fits(reading, entry, frame):
            yield Event(entry, (word,), frame)
