"""Learns phrases from marked lines: what is marked and no rule tells, if its words seldom tell anything else."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from eval.gold.fitting import write
from eval.gold.scores import touches
from eval.phrases.texts import MarkedText, Stretch
from vedette.claims import Reading, extract
from vedette.claims.assemble import claims_of
from vedette.claims.events import Event, concerns, entries, find_events, index, phrase_at
from vedette.claims.frames import phrase_frame
from vedette.lexicon import load
from vedette.lexicon.shapes import EventEntry
from vedette.mentions import Marker
from vedette.model import Document
from vedette.model.tokens import Token

SURE, SURE_OF_SEVERAL = 0.8, 0.6
OFTEN = 3  # what is met less often may be of one line alone
LEFT_OUT = frozenset({"DET", "PUNCT", "SPACE", "PRON", "AUX", "NUM"})
DENYING = frozenset({"not", "no", "n't", "never", "nobody", "nothing", "none", "nor", "without"})
OWN = frozenset({"hardship"})  # what it befalls is its object, whether or not the verb has another
CONCERNS = {
    "casualties": ("people", "person", "civilian", "armed", "official", "!weapon"),
    "displacement": ("people", "person", "civilian"),
    "movement": ("armed", "weapon", "vehicle", "state", "official"),
    "control": ("armed", "state", "place", "facility"),
    "violence": ("armed", "weapon", "state", "place", "facility", "crowd"),
    "authority": ("state", "armed", "official", "people", "person", "civilian"),
    "unrest": ("people", "crowd", "civilian"),
    "diplomacy": ("state", "armed", "official"),
    "aid": ("organisation", "state", "people", "civilian", "place"),
    "hardship": ("people", "place", "facility", "civilian"),
}
EXAMPLES = 3
HEAD = """# Phrases that report events by their words alone: lemmas in the order of the text, learned from our own lines
# (`python -m eval phrases`). Not to be edited: add lines to eval/phrases/marked instead.
"""

type Phrase = tuple[str, ...]
type Roles = tuple[str, str, str]
type Classes = tuple[str, ...]
type Key = tuple[Phrase, Classes]


@dataclass(slots=True)
class Seen:
    """A text as it is read: what stands in its marks, what the rules tell, what is free."""

    source: MarkedText
    reading: Reading
    events: dict[int, frozenset[str]] = field(default_factory=dict)
    ruled: dict[int, frozenset[str]] = field(default_factory=dict)
    free: frozenset[int] = frozenset()


@dataclass(slots=True)
class Learned:
    """A phrase with what it was marked as, the roles beside it, and how often its words stood for that or not."""

    types: Counter[str] = field(default_factory=Counter)
    roles: Counter[Roles] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)
    right: int = 0
    ruled: int = 0
    wrong: int = 0
    barred: bool = False

    @property
    def type(self) -> str:
        """What it is marked as most often."""
        return self.types.most_common(1)[0][0]

    def sure(self, phrase: Phrase) -> bool:
        """Whether its words nearly always stand for that: those of one word also where a rule tells it, as the words of
        our lines are chosen to be hard; several words where no rule tells."""
        if self.barred or self.right < OFTEN or not self.lines:
            return False
        if len(phrase) > 1:
            return self.right >= SURE_OF_SEVERAL * (self.right + self.wrong)
        return self.right + self.ruled >= SURE * (self.right + self.ruled + self.wrong)


def seen(texts: Sequence[MarkedText]) -> Iterator[Seen]:
    """Each text read by the rules, without the phrases that were learned before."""
    marked = _marker().mark_all(Document(one.text, language="en") for one in texts)
    for source, each in zip(texts, marked, strict=True):
        one = Seen(source, Reading(each))
        tokens = one.reading.tokens
        for place, types in source.events:
            one.events |= {token.i: frozenset(types) for token in _inside(tokens, place)}
        for event in find_events(one.reading):
            if not event.entry.phrases:
                told = frozenset({f"{event.entry.kind}/{event.entry.type}"})
                one.ruled |= {token.i: told for token in event.tokens}
        one.free = frozenset(token.i for place in source.free for token in _inside(tokens, place))
        yield one


def _inside(tokens: Iterable[Token], place: Stretch) -> list[Token]:
    return [token for token in tokens if touches((token.idx, token.idx + len(token)), place)]


def learn(texts: Sequence[Seen]) -> dict[Key, Learned]:
    """Every phrase that is marked where no rule tells, with how its words are used in all texts: whatever stands around
    them, and only where somebody or something of its kind's classes does or undergoes it.
    """
    phrases: dict[Key, Learned] = defaultdict(Learned)
    for one in texts:
        if one.source.taught:
            for words, types in _untold(one):
                roles, phrase = _roles(one.reading, words, types[0]), tuple(word.lemma_.lower() for word in words)
                for classes in ((), CONCERNS[types[0].split("/")[0]]):
                    known = phrases[phrase, classes]
                    known.types[types[0]] += 1
                    known.roles[roles] += 1
                    if _gives(one.reading, words, _made(types[0], roles, classes)):
                        known.lines.append(one.source.text)
    _weigh(phrases, texts)
    return phrases


def _untold(one: Seen) -> Iterator[tuple[tuple[Token, ...], tuple[str, ...]]]:
    for place, types in one.source.events:
        inside = _inside(one.reading.tokens, place)
        words = tuple(token for token in inside if token.pos_ not in LEFT_OUT and not token.ent_type_)
        denied = any(token.lower_ in DENYING for token in inside)
        named = any(token.pos_ == "PROPN" for token in words)
        if words and types and not denied and not named and not any(token.i in one.ruled for token in inside):
            yield words, types


def _made(name: str, roles: Roles, classes: Classes) -> EventEntry:
    kind, _, type_ = name.partition("/")
    subject, thing, place = roles
    return EventEntry(kind, type_, (), subject_role=subject, object_role=thing, place_role=place, concerns=classes)


def _gives(reading: Reading, words: tuple[Token, ...], entry: EventEntry) -> bool:
    """Whether a claim comes of a phrase where its words are found again."""
    found = phrase_at(words[0], [word.lemma_.lower() for word in words[1:]])
    if not found:
        return False
    event = Event(entry, *phrase_frame(reading, found))
    return concerns(reading, event.frame, entry.concerns) and any(claims_of(reading, event))


def _roles(reading: Reading, words: tuple[Token, ...], name: str) -> Roles:
    """The roles of subject, object and place: who suffers is the subject where the phrase has no object."""
    kind, alone = name.split("/")[0], not phrase_frame(reading, words)[1].objects
    subject = "target" if kind == "casualties" and alone else "object" if kind in OWN and alone else "agent"
    return subject, "object" if kind in OWN else "target", "from" if name == "control/withdraw" else "at"


def _weigh(phrases: Mapping[Key, Learned], texts: Iterable[Seen]) -> None:
    by_first: dict[str, list[Key]] = defaultdict(list)
    for key in phrases:
        by_first[key[0][0]].append(key)
    for one in texts:
        for token in one.reading.tokens:
            for phrase, classes in by_first.get(token.lemma_.lower(), ()):
                words = phrase_at(token, phrase[1:])
                if words and (not classes or concerns(one.reading, phrase_frame(one.reading, words)[1], classes)):
                    _count(phrases[phrase, classes], one, {word.i for word in words})


def _count(known: Learned, one: Seen, words: set[int]) -> None:
    if one.source.barred:
        known.barred |= one.source.barred == known.type
        return
    marked = [types for at, types in one.events.items() if at in words]
    ruled = [types for at, types in one.ruled.items() if at in words]
    if ruled:
        known.ruled += any(known.type in types for types in ruled)
    elif any(not types or known.type in types for types in marked):
        known.right += 1
    elif marked or not one.free & words:
        known.wrong += 1


def keep(phrases: Mapping[Key, Learned], texts: Iterable[Seen]) -> int:
    """Writes the phrases that are sure as a table of the lexicon; gives how many they are."""
    free = {key for key, known in phrases.items() if not key[1] and known.sure(key[0])}
    sure = {
        key: known for key, known in phrases.items() if key in free or (known.sure(key[0]) and (key[0], ()) not in free)
    }
    groups: dict[tuple[str, Roles, Classes], dict[Phrase, Learned]] = defaultdict(dict)
    for (phrase, classes), known in sorted(sure.items()):
        groups[known.type, known.roles.most_common(1)[0][0], classes][phrase] = known
    quiet = _quiet({phrase for phrase, _ in sure}, texts)
    for found in (None, _found):  # what a line gives shows once the table is written
        told = "".join(_entry(*head, group, quiet, found) for head, group in sorted(groups.items()))
        write("phrased", HEAD + told)
        for kept in (load, entries, index):
            kept.cache_clear()
    return len(sure)


@cache
def _found(line: str) -> frozenset[str]:
    claims = extract(_marker().mark(Document(line, outlet="Example", published="2025-01-30")))
    return frozenset(f"{claim.kind}/{claim.type}" for claim in claims)


@cache
def _marker() -> Marker:
    return Marker()


def _quiet(sure: Iterable[Phrase], texts: Iterable[Seen]) -> Mapping[str, frozenset[str]]:
    """The lines that tell of no event and in which nothing is found either, with their lemmas."""
    silent = [one for one in texts if one.source.taught and not one.source.events and not one.ruled]
    lemmas = {one.source.text: [token.lemma_.lower() for token in one.reading.tokens] for one in silent}
    return {line: frozenset(words) for line, words in lemmas.items() if not any(set(one) <= set(words) for one in sure)}


def _entry(
    name: str, roles: Roles, classes: Classes, group: Mapping[Phrase, Learned], quiet: Mapping[str, frozenset[str]],
    found: Callable[[str], frozenset[str]] | None,
) -> str:  # fmt: skip
    kind, _, type_ = name.partition("/")
    lines = sorted({line for known in group.values() for line in known.lines}, key=lambda line: (len(line), line))
    proved = list(islice((line for line in lines if not found or name in found(line)), EXAMPLES))
    if not proved:
        return ""
    words = {word for phrase in group for word in phrase}
    nearest = sorted(quiet, key=lambda line: (-len(words & quiet[line]), len(line), line))
    other = next(line for line in nearest if not found or name not in found(line))
    values = {
        "kind": kind, "type": type_, "phrases": [" ".join(phrase) for phrase in group], "subject_role": roles[0],
        "object_role": roles[1], "place_role": roles[2], "yes": proved, "no": [other],
        **({"concerns": classes} if classes else {}),
    }  # fmt: skip
    fields = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return "\n[[entry]]\n" + "".join(fields)
