"""Which of the places a text names is where something happened: the one that is nearest in the tree of its sentence.

Steps cost by what they lead through: an own "in" next to nothing, the subject, "from" or another clause much.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from vedette.lexicon.classes import word_class
from vedette.model import PlaceMention, PlacePrecision, Quote
from vedette.model.tokens import Doc, Token

NARROW: tuple[PlacePrecision, ...] = ("point", "settlement", "district", "province", "region", "country")
FARTHEST = 7
SLACK = 4
NAMING = frozenset({"compound", "nmod", "poss", "amod"})
STEP, TURN = 2, 3
UP = {
    "relcl": 2, "acl": 1, "advcl": 1, "ccomp": 3, "parataxis": 3, "xcomp": 1, "conj": 1, "pobj": 0, "prep": 1,
    "pcomp": 0, "nsubj": 1, "nsubjpass": 1, "dobj": 1, "compound": 1, "amod": 1, "appos": 1, "poss": 2,
}  # fmt: skip
DOWN = {
    "pobj": 0, "pcomp": 1, "prep": 1, "dobj": 1, "attr": 1, "oprd": 1, "nsubjpass": 2, "nsubj": 4, "csubj": 3,
    "poss": 2, "compound": 2, "nmod": 2, "amod": 2, "appos": 2, "relcl": 4, "acl": 2, "advcl": 3, "ccomp": 7,
    "xcomp": 1, "conj": 2, "parataxis": 5, "agent": 3, "npadvmod": 2, "dative": 2,
}  # fmt: skip
THROUGH = {
    "of": 0, "from": 7, "since": 8, "before": 5, "after": 3, "until": 6, "according": 9, "despite": 6, "like": 6,
    "unlike": 8, "than": 8, "about": 6, "with": 2, "against": 2, "by": 3, "including": 4, "for": 2, "as": 3, "to": 1,
    "without": 6, "following": 5, "amid": 3,
}  # fmt: skip
AHEAD = frozenset({"to", "into", "onto", "for", "toward", "towards"})
MANY = 100  # claims told before another, and after it, that it is compared with; a report seldom has more in all
WHY, OF_A_PERSON, LATER, WIDER = 5, 6, 4, 3
_start = attrgetter("start")


def between[T: Quote](along: Sequence[T], start: int, end: int) -> Sequence[T]:
    """Of mentions in the order of the text those that begin between two offsets."""
    return along[bisect_left(along, start, key=_start) : bisect_left(along, end, key=_start)]


class InSentences[T]:
    """Mentions by the sentence that a word of theirs stands in; called with any word of it, in the order of the text.

    What goes on in one sentence is asked so often that looking through all mentions takes hours in a long document.
    """

    def __init__(self, mentions: Iterable[tuple[Token, T]]) -> None:
        self._found: dict[int, list[T]] = {}
        for word, one in mentions:
            self._found.setdefault(word.sent.start, []).append(one)

    def __call__(self, word: Token) -> Sequence[T]:
        return self._found.get(word.sent.start, ())


def is_goal(place: Token) -> bool:
    """Whether somebody goes there: "14 were killed and thousands fled toward X", "taken to a hospital in X"."""
    prep = next((one for one in (place, *place.ancestors) if one.dep_ in {"prep", "ROOT"}), place)
    while not (ahead := prep.lower_ in AHEAD or points_at(place)) and prep.head.dep_ == "pobj":
        prep = prep.head.head
    verb = prep.head.head.head if prep.lower_ == "of" else prep.head
    verb = verb.head if verb.dep_ == "advmod" else verb  # "pulled back to X"
    return ahead and verb.lemma_.lower() in word_class("verbs", "moving")


def points_at(place: Token) -> bool:
    """ "Withdrew in the direction of X"."""
    return "direction" in {place.lower_, place.head.head.lower_ if place.head.lower_ == "of" else ""}


def nearest(places: Iterable[PlaceMention], word: Token, farthest: int = FARTHEST) -> list[PlaceMention]:
    """The places where what a word reports happened: the nearest, or a narrower one that is nearly as near."""
    sentence = word.sent
    here = [one for one in places if sentence.start <= one.root < sentence.end]
    roots = frozenset(one.root for one in here)
    ways = [(_way(word, word.doc[one.root], roots), one) for one in here]
    known = [pair for pair in ways if not pair[1].landmark] or ways
    near = [pair for pair in known if pair[0] <= farthest]
    if not near:
        return []
    best = min(near, key=lambda pair: _order(word, *pair))
    if _sets_the_scene(word, word.doc[best[1].root]):
        within = [pair for pair in near if pair[0] <= best[0] + SLACK and _narrower(pair[1], best[1])]
        best = min(within, key=lambda pair: pair[0], default=best)
    found = lying_in(best[1], here, word.doc)
    return [found, *(one for _, one in near if _joined(word.doc[one.root], word.doc[found.root]))]


def lying_in(place: PlaceMention, places: Iterable[PlaceMention], doc: Doc) -> PlaceMention:
    """The narrower place right before that lies in a wide one: X, in "X in central Y"."""
    if NARROW.index(place.precision) < NARROW.index("province"):
        return place
    before = (one for one in places if one.end < place.start and _narrower(one, place))
    words = ((one, doc.text[one.end : place.start].split()) for one in before)
    return next((one for one, between in words if between[:1] == ["in"] and len(between) < TURN), place)


def _order(word: Token, cost: int, place: PlaceMention) -> tuple[int, bool, int]:
    return cost, _sets_the_scene(word, word.doc[place.root]), NARROW.index(place.precision)


def _sets_the_scene(word: Token, place: Token) -> bool:
    """ "In Helmand, …" before all else."""
    adjunct = any(one.dep_ == "prep" and one.head.pos_ in {"VERB", "AUX"} for one in place.ancestors)
    return adjunct and place.i < word.i


def _narrower(one: PlaceMention, other: PlaceMention) -> bool:
    same = one.country == other.country or one.country is None
    return same and NARROW.index(one.precision) < NARROW.index(other.precision)


def _joined(token: Token, other: Token) -> bool:
    """Named in one breath: "Bunia and Goma"."""
    return token != other and _first(token) == _first(other)


def _first(token: Token) -> Token:
    """The first of those named in one breath, also of "the dam and nearby villages of X", "in X and across Y"."""
    while (before := _named_before(token)) is not None:
        token = before
    return token


def _named_before(token: Token) -> Token | None:
    head = token.head
    if token.dep_ == "conj":
        return head if head.pos_ in {"PROPN", "NOUN"} else None
    if token.dep_ != "pobj":
        return None
    if head.dep_ == "conj" and head.head.dep_ == "prep":
        return next((child for child in head.head.rights if child.dep_ == "pobj"), None)
    grounds = head.lower_ == "of" and head.head.dep_ == "conj"
    return head.head if grounds and head.head.lemma_.lower() in word_class("grammar", "ground") else None


def _way(word: Token, other: Token, roots: frozenset[int]) -> int:
    """What it costs to get from one word to another; joined names are as near as the first."""
    other = _first(other)
    up, down = [word, *word.ancestors], [other, *other.ancestors]
    shared = next(token for token in up if token in down)
    above, below = up[: up.index(shared)], down[: down.index(shared)]
    wider = WIDER * any(token.i in roots for token in below[1:])
    return wider + sum(UP.get(one.dep_, STEP) for one in above) + sum(_down(one, roots) for one in below)


def _down(token: Token, roots: frozenset[int]) -> int:
    word, label, head = token.lower_, token.dep_, token.head
    if label in {"prep", "agent", "advmod"} and word in THROUGH:
        later = word in {"to", "into"} and head.dep_ in {"conj", "advcl"}
        named = word == "of" and any(child.i in roots and names_ground(child) for child in head.children)
        return THROUGH[word] + LATER * later + WIDER * named
    if label in NAMING and head.lemma_.lower() in word_class("grammar", "ground"):
        return 0 if names_ground(token) else DOWN["poss"]
    if label in {"poss", "appos", "compound"} and head.ent_type_ == "PERSON":
        return OF_A_PERSON
    if label == "pobj" and token.lemma_.lower() in word_class("grammar", "cause"):
        return WHY
    return DOWN.get(label, STEP)


def names_ground(token: Token) -> bool:
    """ "the Sake area of Masisi" is Sake; "the Masisi town of Sake", "Masisi's Sake area" are not Masisi."""
    noun = token.head.lemma_.lower()
    of = any(child.lower_ == "of" for child in token.head.children)
    named_after = noun in word_class("grammar", "town") and of
    return token.dep_ in NAMING - {"poss"} and noun in word_class("grammar", "ground") and not named_after


def names_a_way(token: Token) -> bool:
    """ "The Mandalay-Muse highway", "troops from Kosti", "fled towards Obo", "evacuated 35 wounded to Obo"."""
    led, over = token.dep_ == "pobj", token.head.head
    fled = token.head.lower_ in {"to", "into", "for"} and over.lemma_ in word_class("verbs", "fleeing")
    if led and (fled or token.head.lower_ in {"from", "toward", "towards"} or is_way(over)):
        return True
    while token.dep_ in {"compound", "nmod"}:
        token = token.head
    return is_way(token)


def is_way(token: Token) -> bool:
    """Whether a word is one for a road or a way."""
    return token.lemma_.lower() in word_class("grammar", "way")
