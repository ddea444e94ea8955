"""Which tellings a denial is about: what it has in common with each, as traits by name that bearings.toml weighs."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp

from vedette.claims.answers.telling import AGAINST, DOERS, Telling, names_in, same_word, words_of
from vedette.claims.events import kinds_of
from vedette.claims.merge import spot_of
from vedette.claims.reading import Reading, known
from vedette.claims.sources import sort_of_noun
from vedette.claims.syntax import SUBJECTS
from vedette.lexicon.classes import akin, points, word_class
from vedette.model import Claim
from vedette.model.tokens import Token

LIKELY = 0.3  # that a denial is about a telling
BEHIND, NEXT_TO = 0.5, 0.9  # of the likeliest: for what a bare denial may point at, and one with words of its own
BEFORE, AFTER = 5, 2  # sentences
FAR = 3  # sentences
POINTING, STEPS, MOST = 5, (6, 12, 24, 48), 3  # words; words; tellings
NO_PART = frozenset({"nothing", "not"})  # had nothing to do with it, it was not us
SEVERAL = frozenset({"both", "either", "neither", "all"})
HARM = frozenset({"violence", "casualties"})
UNREAL = frozenset({"planned", "forecast", "hypothetical", "demanded", "attempted"})
SURE = frozenset({"asserted", "admitted", "confirmed", "probable"})
OWNERS = frozenset({"poss", "compound", "amod", "nmod"})
FIGHTING = frozenset({"belligerent", "military"})
ASIDES = frozenset({"relcl", "advcl", "acl"})
WORDINGS = ("contestable", "revising", "correcting", "now")
SIDES = frozenset({"military", "belligerent", "official", "state-media"})
ALIKE = frozenset({"same word", "same type", "of one family"})
EXACT = frozenset({"same word", "same type"})
WHERE = ("before in the sentence", "told last", "told with the last", "1 sentence before")
HOW_ALIKE = ALIKE | {
    "of another kind",
    "kind unknown",
    "of one voice",
    "somebody's word",
    "the outlet's word",
    "told as superseded",
    "a word shared",
    "words shared",
}
COMING = frozenset({"will", "would", "wo", "'ll", "shall"})


def sort_of(one: Telling) -> str:
    """What sort of answer a telling may be: a denial that only points back, one in words of its own, a mere negation,
    or a new version of what no longer holds; "" where it is none.
    """
    claim = one.claim
    if claim.kind == "statement" and claim.type == "deny":
        return "bare" if claim.standing not in AGAINST else ""
    if not one.of_events:
        return ""
    return claim.standing if claim.standing in AGAINST else "new" if claim.standing in SURE else ""


def eligible(one: Telling, told: Sequence[Telling]) -> list[Telling]:
    """The tellings that an answer may be about: near it, of another voice; a new version answers an old one."""
    sort = sort_of(one)
    near = [t for t in told if -AFTER <= one.sentence - t.sentence <= BEFORE and t.of_events and t.token != one.token]
    if sort == "bare":
        near = _of_owner(one.token, near) or near
        figures = pointing_words(one.token) & word_class("grammar", "said figure")
        return [other for other in near if other.claim.quantity is not None or not figures]
    if sort == "new":
        near = [other for other in near if other.claim.standing == "superseded" or _gone_by(one, other)]
        near = [other for other in near if not has_grown(one.claim, other.claim)]
    else:
        near = [other for other in near if other.affirmed and (other.voice != one.voice or not one.voice)]
        near = [other for other in near if not _is_of_elsewhere(one, other)]
    return [other for other in near if not other.token.is_ancestor(one.token)]


def _is_of_elsewhere(one: Telling, other: Telling) -> bool:
    """ "The fall of Bouar" is not "took Bangassou": another event in another town."""
    here, there = (
        {spot_of(place) for place in each.claim.places if place.precision == "settlement" and not place.carried}
        for each in (one, other)
    )
    return bool(here and there) and here.isdisjoint(there) and EXACT.isdisjoint(_alike(one, other))


def _of_owner(pointer: Token, told: list[Telling]) -> list[Telling]:
    """ "The army's account", "the rebel claim": what the army or the rebels told."""
    pointing = word_class("grammar", "said before")
    nouns = (noun for noun in pointer.subtree if noun.pos_ == "NOUN" and noun.lower_ in pointing)
    owners = [one for noun in nouns for one in noun.children if one.dep_ in OWNERS and one.pos_ != "PRON"]
    return [other for other in told if any(_is_word_of(one, other) for one in owners)]


def _is_word_of(owner: Token, other: Telling) -> bool:
    origin, lemma = other.claim.origin if other.voice else None, owner.lemma_.lower()
    if origin is None:
        return False
    named = any(same_word(lemma, word) for word in words_of(f"{origin.text} {origin.name}"))
    return named or (origin.source_type in FIGHTING and sort_of_noun(lemma) == origin.source_type)


def _gone_by(one: Telling, other: Telling) -> bool:
    """ "Had denied that it withdrew, now says it did": of the same sort, told as what was said before now, or denied by
    the one who admits it now.
    """
    owned_up = one.claim.standing == "admitted" and one.voice == other.voice and other.token.i < one.token.i
    return (other.earlier or (owned_up and not other.affirmed)) and not ALIKE.isdisjoint(_alike(one, other))


def has_grown(claim: Claim, other: Claim) -> bool:
    """Whether a count is only higher than the one before, and nobody corrects that."""
    new, old = ((one.quantity.best or one.quantity.low or 0) if one.quantity else 0 for one in (claim, other))
    correcting = word_class("grammar", "revising", "correcting")
    return 0 < old < new and correcting.isdisjoint(words_of(claim.evidence.text))


def meant(one: Telling, told: Sequence[Telling]) -> list[Telling]:
    """The tellings that an answer is about: those whose traits weigh enough, and none far behind the weightiest."""
    among = eligible(one, told)
    chances = [chance(traits(one, other, among, told)) for other in among]
    least = enough(sort_of(one), max(chances, default=0.0))
    if sort_of(one) == "bare" and _of_owner(one.token, among):
        least = max(chances, default=0.0) * BEHIND
    return [other for other, likely in zip(among, chances, strict=True) if likely >= least]


def enough(sort: str, most: float) -> float:
    """How likely an answer of a sort must be about a telling, where it is so about the likeliest."""
    return max(LIKELY, most * (BEHIND if sort == "bare" else NEXT_TO))


def chance(names: Sequence[str]) -> float:
    """How likely a pair with these traits is a denial and what it denies."""
    known = points("bearings")
    return 1 / (1 + exp(-sum(known[name] for name in ("", *names) if name in known)))


def traits(one: Telling, other: Telling, among: Sequence[Telling], told: Sequence[Telling]) -> tuple[str, ...]:
    """Every trait of a pair, by name, once for all and once for its sort; `among` are all that could be meant."""
    sort = sort_of(one)
    shared = (*_near(one, other, among), *_alike(one, other), *_told(one, other))
    alike = of_the_sort(one.token, list(among)) if sort == "bare" else ()
    own = ("of the sort meant",) * (other in alike) if sort == "bare" else tuple(_put(one, other))
    further = (*_between(one, other, among, told), *_agreeing(one, other), *_wording(one))
    where = next((name for name in WHERE if name in shared), "elsewhere")
    both = [f"{name}, {where}" for name in shared if name in HOW_ALIKE]
    both += [f"{own[0]}, {name}" for name in shared if sort != "bare" and name in HOW_ALIKE]
    names = (*shared, *own, *both, *further)
    return (sort, *names, *(f"{sort}: {name}" for name in names))


def _between(one: Telling, other: Telling, among: Sequence[Telling], told: Sequence[Telling]) -> Iterator[str]:
    """How much stands between the two."""
    first, last = sorted((one.token.i, other.token.i))
    yield f"{min(len({each.token.i for each in among if first < each.token.i < last}), MOST)} told between"
    yield f"more than {max((step for step in STEPS if step < last - first), default=0)} words apart"
    if any(each.claim.standing == "denied" or not each.of_events for each in told if first < each.token.i < last):
        yield "a denial between"


def _agreeing(one: Telling, other: Telling) -> Iterator[str]:
    """What the claims of both have in common: who did it, where, how many; whether who denies is the one accused."""
    yield from (f"answers {one.claim.kind}", f"about {other.claim.kind}")
    mine, yours = one.doers, other.doers
    if mine and yours:
        yield "one doer" if mine & yours else "other doers"
    if yours & names_in(one.voice) or any(one.camp.fits(camp) for camp in other.accused):
        yield "the accused answers"
    fits = one.camp.fits(other.camp) if other.voice and one.voice != other.voice else None
    if fits is not None:
        yield "the own side's word" if fits else "the other side's word"
    yield f"{one.claim.kind} to {other.claim.kind}"
    here, there = one.spots, other.spots
    if here and there:
        yield "one place" if here & there else "other places"
    yield _counts(one.claim, other.claim)


def _counts(claim: Claim, other: Claim) -> str:
    left, right = ((one.quantity.best or one.quantity.low or 0) if one.quantity else -1 for one in (claim, other))
    if min(left, right) < 0:
        return "no count" if max(left, right) < 0 else "counts alone" if left >= 0 else "answers a count"
    return "the same count" if left == right else "a higher count" if left > right else "a lower count"


def _wording(one: Telling) -> Iterator[str]:
    """What the sentence of an answer says of it."""
    words = frozenset(token.lower_ for token in one.token.sent)
    yield from (f"with words of {name}" for name in WORDINGS if words & word_class("grammar", name))
    if one.claim.chain[-1].carried:
        yield "an account goes on"


def _near(one: Telling, other: Telling, among: Sequence[Telling]) -> Iterator[str]:
    gap = one.sentence - other.sentence
    if gap == 0:
        yield "before in the sentence" if other.token.i < one.token.i else "after in the sentence"
    else:
        yield f"{min(abs(gap), FAR)} sentence{'s' if abs(gap) > 1 else ''} {'before' if gap > 0 else 'after'}"
    before = [each for each in among if each.token.i < one.token.i]
    group = [each for each in before if each.voice] or before or list(among)
    nearest = min(group, key=lambda each: abs(each.token.i - one.token.i))
    if nearest.token == other.token:
        yield "told last"
    elif nearest.sentence == other.sentence and nearest.teller == other.teller:
        yield "told with the last"
    if len({each.token.i for each in among}) == 1:
        yield "nothing else is told"
    shared = one.words & other.words
    if shared:
        yield "words shared" if len(shared) > 1 else "a word shared"
    yield from _beside(one, other, among)


def _beside(one: Telling, other: Telling, among: Sequence[Telling]) -> Iterator[str]:
    """Whether another that could be meant has more in common with the answer."""
    mine = _likeness(one.reading, one, other)
    rest = [_likeness(one.reading, one, each) for each in among if each.token != other.token]
    if rest and max(rest) > mine:
        yield "another is more alike"
    elif mine and all(mine > each for each in rest):
        yield "the most alike"


@known
def _likeness(_: Reading, one: Telling, other: Telling) -> int:
    if not one.of_events:
        return min(len(one.words & other.words), 2)
    left, right = one.kinds, other.kinds
    alike = 2 * same_word(one.token.lemma_.lower(), other.token.lemma_.lower()) + 2 * (not left.isdisjoint(right))
    akin_ = any(akin(a, b) for a in left for b in right)
    return alike + akin_ + min(len(one.words & other.words), 2)


def _alike(one: Telling, other: Telling) -> Iterator[str]:
    """What both say, where the answer has words of its own."""
    if not one.of_events:
        return
    left, right = one.kinds, other.kinds
    if same_word(one.token.lemma_.lower(), other.token.lemma_.lower()):
        yield "same word"
    if not left.isdisjoint(right):
        yield "same type"
    elif any(akin(a, b) for a in left for b in right):
        yield "of one family"
    else:
        known = left and right and {kind for kind, _ in left}.isdisjoint(kind for kind, _ in right)
        yield "of another kind" if known else "kind unknown"
    if other.claim.quantity is not None and one.claim.quantity in {None, other.claim.quantity}:
        yield "a count"


def is_like(lemma: str, other: Telling) -> bool:
    """Whether a word names what another tells, or mostly means something of its family."""
    known = [any(akin(kind, told) for told in other.kinds) for kind in kinds_of(lemma)]
    return same_word(lemma, other.token.lemma_.lower()) or 2 * sum(known) > len(known)


def _told(one: Telling, other: Telling) -> Iterator[str]:
    """Who tells the other, and how it is put."""
    yield "somebody's word" if other.voice else "the outlet's word"
    if other.voice == one.voice:
        yield "of one voice" if one.voice else "both the outlet's"
    yield from _as_told(other)


def _as_told(other: Telling) -> Iterator[str]:
    standing = other.claim.standing
    if other.earlier:
        yield "told earlier"
    if standing in UNREAL:
        yield "not told as done"
    elif standing in AGAINST:
        yield "told as not so"
    elif standing != "asserted":
        yield f"told as {standing}"
    if _aside(other.token):
        yield "in an aside"


def _aside(token: Token) -> bool:
    above = next((one for one in (token, *token.ancestors) if one.dep_ in ASIDES | {"ccomp"}), token)
    return above.dep_ in ASIDES


def _teller(one: Telling) -> str:
    origin = one.claim.origin if len(one.claim.chain) > 1 else None
    return "the outlet" if origin is None else "a side" if origin.source_type in SIDES else "others"


def _put(one: Telling, other: Telling) -> Iterator[str]:
    """How an answer in words of its own is put, by whom, and to whom."""
    yield f"by {_teller(one)}"
    yield f"{_teller(one)} to {_teller(other)}"
    if (one.claim.chain[-1].cue or "").lower() in word_class("grammar", "answering"):
        yield "in answer"
    if any(child.dep_ == "aux" and child.lower_ in COMING for child in one.token.children):
        yield "of what is to come"
    if not word_class("grammar", "flat denial").isdisjoint(token.lower_ for token in one.token.subtree):
        yield "flatly"
    if one.token.lemma_.lower() in word_class("grammar", "part in it"):
        yield "a share is denied"
    if not any(party.role in DOERS for party in other.claim.parties):
        yield "no doer"


def of_the_sort(pointer: Token, told: list[Telling]) -> list[Telling]:
    """ "Disputed the figure" means a figure, "denied the attack" one, "the accusation" what somebody is accused of."""
    words = pointing_words(pointer)
    nouns = (*subjects_of(pointer), *(one for one in pointer.subtree if one.pos_ == "NOUN" and one != pointer))
    named = [one for one in told if any(same_word(one.token.lemma_, noun.lemma_) for noun in nouns)]
    if named:
        return named
    if pointer.lower_ in NO_PART and not any(child.lower_ == "of" for child in pointer.children):
        return [one for one in told if one.claim.kind == "violence"][-1:]
    if words & word_class("grammar", "said figure"):
        return [one for one in told if one.claim.quantity is not None]
    if words & word_class("grammar", "accusation"):
        charged = [one for one in told if any(a.lemma_ in {"accuse", "blame", "charge"} for a in one.token.ancestors)]
        return charged or told
    if words and words.isdisjoint(word_class("grammar", "said before") | SEVERAL):
        return [one for one in told if one.claim.kind in HARM]
    return told


def pointing_words(pointer: Token) -> frozenset[str]:
    """The words near a pointing word that say what it points at."""
    first, last = max(pointer.i - POINTING, pointer.sent.start), min(pointer.i + POINTING + 1, pointer.sent.end)
    near = {token.lower_ for token in pointer.doc[first:last] if token != pointer}
    return saying_what() & near


@cache
def saying_what() -> frozenset[str]:
    """The words that say what a denial points at."""
    return word_class("grammar", "said before") | word_class("nouns", "violence") | SEVERAL


def subjects_of(pointer: Token) -> tuple[Token, ...]:
    """What a word that calls something untrue says it of: the subject of its verb."""
    holders = (pointer, *((pointer.head,) if pointer.head.lemma_ in {"be", "appear", "seem"} else ()))
    return tuple(child for one in holders for child in one.children if child.dep_ in SUBJECTS)
