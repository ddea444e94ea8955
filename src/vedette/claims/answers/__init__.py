"""What the claims of a document do to one another: who denies whom, what is confirmed, in doubt or taken back.

After support, denial and query between posts on a rumour (Zubiaga, Liakata, Procter, Wong Sak Hoi and Tolmie 2016)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import cast

from vedette.claims.answers.denials import REACH, denied_by, is_held, last_told, taken_back
from vedette.claims.answers.pairs import subjects_of
from vedette.claims.answers.pointers import Pointer, pointers
from vedette.claims.answers.telling import Telling, tellings
from vedette.claims.nearness import MANY
from vedette.claims.reading import Reading
from vedette.lexicon.classes import word_class
from vedette.model import Claim, Standing, replace

OPEN = frozenset({"asserted", "unverified", "possible", "probable"})
SURE = frozenset({"asserted", "confirmed"})
OURSELVES = frozenset({"", "we", "i"})

__all__ = ["answers", "before_links"]


def answers(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each put as the others leave it, with `denies` filled for those that answer others."""
    told = before_links(reading, claims)
    settled = list(claims)
    near = ((one, told[max(0, number - MANY) : number + MANY]) for number, one in enumerate(told))
    denied = {one.at: [other.at for other in denied_by(one, some) if other.at != one.at] for one, some in near}
    for one in told:
        standing = "denied" if denied[one.at] and one.claim.standing == "negated" else one.claim.standing
        settled[one.at] = replace(one.claim, standing=standing)
    ids = {at: settled[at].id for others in denied.values() for at in others}  # a claim has its id by its standing
    for at, others in denied.items():
        if others:
            settled[at] = replace(settled[at], denies=tuple(dict.fromkeys(ids[other] for other in others)))
    return tuple(settled)


def before_links(reading: Reading, claims: Iterable[Claim]) -> tuple[Telling, ...]:
    """The tellings, each put as the words about it leave it, before any is linked to what it denies."""
    told = tellings(reading, claims)
    changed = {at: cast("Standing", standing) for at, standing in _changes(reading, told)}
    return tuple(
        replace(one, claim=replace(one.claim, standing=changed[one.at])) if one.at in changed else one for one in told
    )


def _changes(reading: Reading, told: Sequence[Telling]) -> Iterator[tuple[int, str]]:
    """The claims by number that another words puts otherwise, and how."""
    for pointer in pointers(reading):
        number = bisect_left(told, pointer.token.i, key=lambda one: one.token.i)
        for other in _targets(pointer, told[max(0, number - MANY) : number + MANY]):
            if _may_become(other, pointer):
                yield other.at, pointer.effect
    for one in told:
        if one.claim.type == "deny" and one.voice in OURSELVES:
            yield from ((other.at, "superseded") for other in _own_mistake(reading, one, told))


def _may_become(other: Telling, pointer: Pointer) -> bool:
    standing = other.claim.standing
    if pointer.effect == "confirmed":
        return standing in OPEN
    return standing in SURE | {"admitted"} if pointer.effect == "superseded" else standing in SURE


def _targets(pointer: Pointer, told: Sequence[Telling]) -> list[Telling]:
    """What a pointer means: what stands below it, in its own sentence where it is an aside, else the last account."""
    figure = any(one.lower_ in word_class("grammar", "said figure") for one in subjects_of(pointer.token))
    if figure and pointer.effect == "unverified":
        told = [one for one in told if one.claim.quantity is not None] or told
    sentence = next((one.sentence for one in told if one.token.sent == pointer.token.sent), None)
    below = [one for one in told if is_held(pointer.token, one.token) and one.of_events]
    if pointer.effect == "superseded":
        return below or _taken_back_by(pointer, told, sentence)
    if pointer.effect == "unverified" and pointer.several:
        return _all_before(pointer, told)
    own = [one for one in told if one.token.sent == pointer.token.sent and one.of_events and one not in below]
    before = [one for one in own if one.token.i < pointer.token.i]
    if before or pointer.aside:
        return _nearest(before or [one for one in own if one.voice], pointer)
    if sentence is None:
        sentence = _sentence_of(pointer, told)
    return last_told(pointer.token, sentence, told, frozenset())


def _nearest(group: list[Telling], pointer: Pointer) -> list[Telling]:
    nearest = min(group, key=lambda one: abs(one.token.i - pointer.token.i), default=None)
    return [one for one in group if nearest is not None and one.token == nearest.token]


def _all_before(pointer: Pointer, told: Sequence[Telling]) -> list[Telling]:
    """ "Neither claim could be checked": what anybody is quoted with in the sentences before, in the paragraph."""
    first = next((one for one in reversed(pointer.token.doc[: pointer.token.i]) if "\n" in one.text), None)
    start, here = (first.i if first is not None else 0), _sentence_of(pointer, told)
    before = [one for one in told if one.of_events and start <= one.token.i < pointer.token.i]
    own = [one for one in before if one.sentence == here and one.voice]
    near = [one for one in before if here - one.sentence <= REACH]
    return own or [one for one in near if one.voice] or near


def _sentence_of(pointer: Pointer, told: Sequence[Telling]) -> int:
    """The number of the sentence of a pointer in which nothing is told."""
    return bisect_right(pointer.token.doc.sents, pointer.token.i, key=attrgetter("end"))


def _taken_back_by(pointer: Pointer, told: Sequence[Telling], sentence: int | None) -> list[Telling]:
    act = next((one for one in told if one.token == pointer.token), None)
    return taken_back(act, told) if act is not None and sentence is not None else []


def _own_mistake(reading: Reading, one: Telling, told: Sequence[Telling]) -> Iterator[Telling]:
    """ "We wrote on Friday that the town had fallen. We were wrong": what the outlet itself had said before."""
    for other in told:
        if other.of_events and other.affirmed and 0 <= one.sentence - other.sentence <= 1 and not other.voice:
            over = [said for said in reading.said_of.get(other.token.i, ()) if said.entry.reports]
            if other.token.i < one.token.i and any(_said_by_us(said.sources) for said in over):
                yield other


def _said_by_us(sources: Sequence[object]) -> bool:
    return any(str(source).lower() in word_class("grammar", "ourselves") for source in sources)
