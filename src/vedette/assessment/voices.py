"""How many independent mouths stand behind some claims: reprints, and chains that end in one source, count once."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from vedette.assessment.buckets import in_order
from vedette.assessment.sources import NO_OUTLET, Source, Word, hidden, medium_of, source_of, word_of
from vedette.lexicon.actors import fold
from vedette.lexicon.classes import word_class
from vedette.model import Claim, Families, Link, Mouth, Reason, SourceType, Voice

type Names = dict[str, list[str]]
type Named = dict[str, dict[str, str]]  # first word, whole name, key

ALONE = Families()
SENTENCE = 8
FIGHTING = frozenset({"belligerent", "military"})  # "a Taliban bomb" is nobody's word
COUNTING = frozenset({"organisation", "monitor"})  # "the group counts 41 dead" makes it no doer
_TAIL = re.compile(r" (?:for|of) .*")  # the Observatory for Human Rights is the Observatory
_MINISTRY = re.compile(r"ministry of (?:the |national )?(.+?)(?: of .*)?$")
_WORD = re.compile(r"\w+")
STRENGTH: tuple[Mouth, ...] = ("source", "agency", "outlet", "nameless")


class Spoken(NamedTuple):
    """A claim, whose word it is, and the sources it may come from by key, the likeliest first."""

    claim: Claim
    word: Word
    keys: tuple[str, ...]


def voices(claims: Iterable[Claim], families: Families = ALONE) -> tuple[Voice, ...]:
    """The independent voices behind some claims, strongest first; each claim has one.

    A claim that may come from several (a credit of two agencies, a monitor on the way) adds no voice where one of them
    is heard already.
    """
    every = sorted({claim.id: claim for claim in claims}.values(), key=in_order)
    held = _by_key(_heard(every, families))
    found = (_voice(key, spoken) for key, spoken in held.items())
    return tuple(sorted(found, key=lambda voice: STRENGTH.index(voice.mouth)))


def by_claim(heard: Sequence[Voice]) -> dict[str, Voice]:
    """The voice of each claim by its id, the strongest of several."""
    return {id_: voice for voice in reversed(heard) for id_ in voice.claims}


def same_mouth(left: Claim, right: Claim) -> bool:
    """Whether two claims are one voice."""
    return len(_by_key(_heard(sorted((left, right), key=in_order), ALONE))) == 1


def named_alike(left: Claim, right: Claim) -> bool:
    """Whether two claims are the word of one source, which one of them may name in full."""
    return len(_by_key(_in_full(_spoken((left, right), ALONE)))) == 1


def _spoken(claims: Iterable[Claim], families: Families) -> list[Spoken]:
    words = [(claim, word_of(claim, families)) for claim in claims]
    return [Spoken(claim, word, (word.source.key, *[one.key for one in word.others])) for claim, word in words]


def _heard(claims: list[Claim], families: Families) -> list[Spoken]:
    spoken = _spoken(claims, families)
    if len({key for one in spoken for key in one.keys}) < 2:
        return spoken
    return _as_first_worded(_of_its_sources(_in_full(spoken)))


def _in_full(spoken: list[Spoken]) -> list[Spoken]:
    """ "The ministry" is the one that is named in full: in the same document, or else the only one that is named.

    A state by its mere name is any of its bodies.
    """
    longer = _longer_names(spoken)
    inside = {document: _longer_names(held) for document, held in _by_document(spoken).items() if len(held) > 1}
    return [_named_in_full(one, inside.get(one.claim.document.id, {}), longer) for one in spoken]


def _named_in_full(one: Spoken, inside: Names, everywhere: Names) -> Spoken:
    source = one.word.source
    if source.state:
        bodies = dict.fromkeys((*inside.get(f"={source.interest}", ()), *everywhere.get(f"={source.interest}", ())))
        return one._replace(keys=(*bodies, *one.keys)) if bodies else one
    near, far = (names.get(source.body, []) for names in (inside, everywhere))
    full = near[0] if near else far[0] if len(far) == 1 else source.key
    return one if full == one.keys[0] else one._replace(keys=(full, *one.keys[1:]))


def _longer_names(spoken: Sequence[Spoken]) -> Names:
    """The keys of sources under every end of their names and under the side they speak for, the longest names first."""
    found: Names = {}
    sources = {one.word.source.key: one.word for one in spoken if not one.word.source.state}
    if len(sources) == 1 and len({one.word.source.key for one in spoken}) == 1:
        return found  # nobody is named longer than himself
    for word in sorted(sources.values(), key=lambda one: (-len(one.source.body), one.source.key)):
        for end in (*_shorter(word.source.body, word.source_type), f"={word.source.interest}"):
            found.setdefault(end, []).append(word.source.key)
    return found


@lru_cache(maxsize=1 << 14)
def _shorter(name: str, kind: SourceType) -> frozenset[str]:
    """What else a name may be cut to: its ends, and what stands before "for" or "of" with the ends of that.

    The Ministry of National Defence is the defence ministry.

    A division is the army, where no other is named.
    """
    head = _TAIL.sub("", name)
    splits = [whole.split() for whole in (name, head)]
    ends = {" ".join(words[i:]) for words in splits for i in range(1, len(words))}
    unit = kind == "military" and not word_class("sourcing", "unit of an army").isdisjoint(head.split()[-1:])
    army = {"army"} if unit or word_class("sourcing", "army") & (ends | {head}) else set()
    ministry = {f"{found[1]} ministry" for found in [_MINISTRY.match(name)] if found}
    return frozenset((ends | {head} | army | ministry) - {name})


def _of_its_sources(spoken: list[Spoken]) -> list[Spoken]:
    """What an outlet tells on its own may be from a source that its document, or the sentence, names for the same."""
    sources = [one for one in spoken if one.word.mouth == "source"]
    inside = _by_document(sources)
    if not sources:
        return spoken
    named: Named = {}
    for one in sources:
        if one.word.source_type not in FIGHTING and (name := _plain(one.word.source.body)).strip():
            named.setdefault(name.split()[0], {})[name] = one.keys[0]
    likely = (
        () if len(one.claim.chain) > 1 else _likely(one.claim, inside.get(one.claim.document.id, []), named)
        for one in spoken
    )
    return [one._replace(keys=(*keys, *one.keys)) if keys else one for one, keys in zip(spoken, likely, strict=True)]


def _likely(claim: Claim, beside: list[Spoken], named: Named) -> tuple[str, ...]:
    same = [one.keys[0] for one in beside if _same_figure(claim, one.claim)]
    words = _plain(claim.evidence.text)
    near = {name: key for word in words.split() for name, key in named.get(word, {}).items() if name in words}
    doers = [_plain(party.name or party.text) for party in claim.parties if party.type not in COUNTING] if near else []
    told = [key for name, key in near.items() if not any(name in doer for doer in doers)]
    return tuple(dict.fromkeys([*same, *told]))


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def _same_figure(left: Claim, right: Claim) -> bool:
    """A source that counts otherwise is not where a figure comes from, unless it is told to be an earlier one."""
    one, two = left.quantity, right.quantity
    same = one is None or two is None or (one.low, one.best, one.high) == (two.low, two.best, two.high)
    return same or left.standing == "superseded"


def _as_first_worded(spoken: list[Spoken]) -> list[Spoken]:
    """Who tells in the very words of an earlier telling has it from there."""
    if sum(one.word.mouth != "source" for one in spoken) < 2:
        return spoken
    first: dict[str, tuple[str, ...]] = {}
    return [
        one if one.word.mouth == "source" else one._replace(keys=first.setdefault(_wording(one.claim), one.keys))
        for one in spoken
    ]


def _wording(claim: Claim) -> str:
    words = fold(claim.evidence.text).split()
    return " ".join(words) if len(words) >= SENTENCE else claim.id


def _by_document(spoken: list[Spoken]) -> dict[str, list[Spoken]]:
    found: dict[str, list[Spoken]] = {}
    for one in spoken:
        found.setdefault(one.claim.document.id, []).append(one)
    return found


def _by_key(spoken: list[Spoken]) -> dict[str, list[Spoken]]:
    """Claims under one key each: those that can only have one first, then the others, which join one if they can."""
    held: dict[str, list[Spoken]] = {}
    for one in sorted(spoken, key=lambda one: len(one.keys)):
        key = next((key for key in one.keys if key in held), one.keys[0])
        held.setdefault(key, []).append(one)
    return {
        key: sorted(group, key=lambda one: in_order(one.claim)) if len(group) > 1 else group
        for key, group in held.items()
    }


def _voice(key: str, held: list[Spoken]) -> Voice:
    named = [one.word for one in held if one.word.source.key == key]
    lead = min(named or [one.word for one in held], key=lambda word: STRENGTH.index(word.mouth))
    ids = tuple(one.claim.id for one in held)
    unnamed = [hidden(one.claim) for one in held]
    nameless = all(unnamed) and lead.mouth != "source"
    interest = lead.source.interest or (_one_interest(unnamed) if all(unnamed) else _of_its_state(lead, held))
    return Voice(
        lead.source.name, lead.source_type, ids, "nameless" if nameless else lead.mouth,
        Reason(_why(lead.source, held, unnamed), ids), lead.source.actor, interest,
    )  # fmt: skip


def _one_interest(links: list[Link | None]) -> str | None:
    found = {source_of(link).interest for link in links if link is not None}
    return found.pop() if len(found) == 1 else None


def _of_its_state(lead: Word, held: list[Spoken]) -> str | None:
    """ "The ministry" that only the media of one state quote is its own; "a spokesman" in a party's statement too."""
    if lead.source_type not in {"military", "official"} or not lead.source.body.islower():
        return None
    found = {medium_of(one.claim.document.outlet or "").interest for one in held}
    return found.pop() if len(found) == 1 else None


def _why(source: Source, held: list[Spoken], unnamed: list[Link | None]) -> str:
    outlets = {medium_of(one.claim.document.outlet or NO_OUTLET) for one in held}
    carried = sorted(outlet.name for outlet in outlets if outlet.key != source.key and outlet.name != source.name)
    quoted = list(dict.fromkeys(source_of(link).name for link in unnamed if link is not None))
    parts = [f"the word of {source.name}"]
    parts += [f"carried by {_listed(carried)}"] if carried else []
    parts += [f"quoting {_listed(quoted)}, who cannot be told apart from it"] if quoted else []
    return ", ".join(parts)


def _listed(names: list[str], most: int = 3) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
