"""Which place words stand for that name none: "the city", "the airport", "it", "there", "here"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile

from vedette.claims.nearness import between, is_way, names_ground
from vedette.claims.reading import SETTLED, SUBSTANTIVE, TOWNS, Reading
from vedette.claims.syntax import coordinated
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.sites import at_site, site_noun
from vedette.model import PlaceMention, replace
from vedette.model.tokens import Token

REACHED = frozenset({"in", "at", "to", "from", "near", "into", "outside", "towards"})
AT = frozenset({"in", "on", "at", "near", "of", "outside"})
WIDE = frozenset({"province", "region", "country"})
CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
WHOLE = ("settlement", "portion")
NEXT_TO = 10  # " outside "
DEFINITE = frozenset({"the", "its", "their", "this"})


def meant(reading: Reading, head: Token) -> tuple[PlaceMention, ...]:
    """The places that "the city" or "the two towns" stand for, in its words: those named last."""
    if head.lemma_.lower() not in word_class("grammar", "anaphor"):
        return ()
    definite = {child.lower_ for child in head.children} & {"the", "both", "this", "that", "these", "those"}
    if not definite or any(_tells_apart(reading, child) for child in head.children):
        return ()
    sorts = TOWNS if head.lemma_.lower() in word_class("place_words", "settlement") else SETTLED
    group = head.tag_ == "NNS"
    return _group_before(reading, _before(reading, head, sorts)) if group else _spoken_of(reading, head, sorts)


def _before(reading: Reading, head: Token, sorts: frozenset[str]) -> Iterator[PlaceMention]:
    """The places of some sorts that are named before a word, the last one first."""
    named = reversed(between(reading.marked.places, 0, head.idx))
    return (one for one in named if one.end <= head.idx and one.precision in sorts)


def written_in(reading: Reading, head: Token) -> tuple[PlaceMention, ...]:
    """For "here", "the town", "the hospital" or "the streets", the town of the dateline above, where the report is on
    it and has named no other town yet but the seat of who speaks."""
    definite = head.lower_ == "here" or {child.lower_ for child in head.lefts} & DEFINITE
    if not definite or head.lemma_.lower() not in word_class("place_words", "urban"):
        return ()
    town = head.lemma_.lower() in word_class("place_words", "settlement")
    apart = any(_tells_apart(reading, child) for child in head.children if town or child.dep_ != "compound")
    return () if apart else _above(reading, head)


def _above(reading: Reading, head: Token) -> tuple[PlaceMention, ...]:
    above = [one for one in reading.marked.datelines if one.end <= head.idx]
    if not above or above[-1].landmark:
        return ()
    begin = above[-1].start if len(above) > 1 else 0
    named = _towns_named(reading)
    apart = bisect_left(named, begin) < bisect_left(named, head.idx)
    return () if apart else (_restated(reading, above[-1], head),)


@lru_cache(maxsize=1)  # many words of one document ask
def _towns_named(reading: Reading) -> list[int]:
    """Where a text names towns."""
    grounds = frozenset(reading.grounds)
    return [one.idx for one in reading.tokens if _names_a_town(reading, one, grounds)]


def _names_a_town(reading: Reading, token: Token, grounds: frozenset[PlaceMention]) -> bool:
    """Whether a token names a town that is no speaker's seat, or what may be one: "flights to X"."""
    place = reading.place(token)
    if place is not None:
        return place.precision in TOWNS and place in grounds
    party = reading.party(token)
    reached = token.pos_ == "PROPN" and token.dep_ == "pobj" and token.head.lower_ in REACHED
    return reached and (party is None or party.actor is None) and not reading.is_time(token)


def _spoken_of(reading: Reading, head: Token, *sorts: frozenset[str]) -> tuple[PlaceMention, ...]:
    """The place that the last sentence to name one is about: what it says something of, else the one named last; of
    the first sorts that are named at all.

    Where somebody spoke, came from or went towards, and where a road leads, counts only where no other is named.
    """
    if here := written_in(reading, head):
        return here
    found = (_last_of(reading, head, one) for one in sorts)
    last = next((one for one in found if one is not None), None)
    return (_restated(reading, last, head),) if last is not None else ()


def _last_of(reading: Reading, head: Token, sorts: frozenset[str]) -> PlaceMention | None:
    small, large = head.lemma_.lower() in {"town", "village"}, head.lemma_.lower() == "city"
    main = (one for one in _before(reading, head, sorts) if one.root not in reading.asides
            and not (small and _is_capital(one)) and not (large and one.geonames_id is None))  # fmt: skip
    last = next(main, None) or next(_before(reading, head, sorts), None)
    if last is None:
        return None
    beside = (one for one in reading.places_in(reading.tokens[last.root])
              if one.end <= head.idx and one.precision in sorts)  # fmt: skip
    aside = last.root in reading.asides
    told = (one for one in beside if aside or one.root not in reading.asides)
    return next((one for one in told if _is_topic(reading.tokens[one.root])), last)


def _is_capital(place: PlaceMention) -> bool:
    """Which nobody calls "the town"."""
    return load_registry().by_capital(place.name or place.text) is not None


def _is_topic(token: Token) -> bool:
    """ "X was taken", "entered X", "the village of X changed hands"."""
    of = token.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if of is not None and any(of.head.lemma_.lower() in word_class("place_words", one) for one in WHOLE):
        token = of.head
    return token.dep_ in SUBSTANTIVE


def town_of_site(reading: Reading, head: Token) -> tuple[PlaceMention, ...]:
    """The town spoken of, for "the airport", "its port", "the barracks": named last, else first after."""
    site = "facility" in reading.lemma_classes(head) or any(
        head.lemma_.lower() in word_class("place_words", sort) for sort in ("site", "portion")
    )
    definite = {child.lower_ for child in head.lefts} & DEFINITE
    if not site or not definite or reading.place(head) is not None or head.tag_ not in {"NN", "NNS"}:
        return ()
    named = (one for one in _before(reading, head, SETTLED) if one.text.lower().endswith(f" {head.lower_}"))
    if (own := next(named, None)) is not None:  # "the Dura pass", and then "the pass"
        return (_restated(reading, own, head),)
    if (told := _site_before(reading, head)) is not None:
        return (_restated(reading, told, head),)
    first = islice((one for one in reading.marked.places if one.precision in TOWNS), 1)
    found = _spoken_of(reading, head, TOWNS) or _above(reading, head)
    return found or tuple(_restated(reading, one, head) for one in first)


def _is_site(reading: Reading, head: Token) -> bool:
    """Whether a phrase tells of one site that has no name of its own."""
    return reading.place(head) is None and site_noun(reading.phrase(head).text) is not None


def sited(reading: Reading, head: Token, place: PlaceMention) -> PlaceMention:
    """The site that a phrase tells of in or by a place; what else it tells of is the place."""
    if place.precision == "point" or not _is_site(reading, head):
        return place
    words = reading.phrase(head)
    after = head.is_ancestor(reading.tokens[place.root]) or place.start - words.end <= NEXT_TO
    end = max(words.end, place.end) if after else words.end
    site = at_site(
        replace(place, start=words.start, end=end, text=reading.document.text[words.start : end]), words.text
    )
    return replace(site, root=head.i, landmark=False)


def _site_before(reading: Reading, head: Token) -> PlaceMention | None:
    """Where a site is that was told of before: "an outpost on Mount Kuro", and then "the outpost"."""
    beside = (prep for one in reversed(reading.tokens[: head.i]) if one.lemma_ == head.lemma_ and one.pos_ == "NOUN"
              for prep in one.children if prep.dep_ == "prep" and prep.lower_ in AT)  # fmt: skip
    return next((place for prep in beside for one in prep.children if (place := reading.place(one)) is not None), None)


def meant_by_it(reading: Reading, head: Token) -> tuple[PlaceMention, ...]:
    """The last place named before an "it" that stands for no party."""
    if head.lower_ != "it" or (reading.party(head) is not None and reading.place(head) is not None):
        return ()
    return _spoken_of(reading, head, TOWNS, SETTLED)


def meant_by_there(reading: Reading, adverb: Token) -> tuple[PlaceMention, ...]:
    """The place named last before "there", with those it was named together with."""
    last = [*islice(_before(reading, adverb, SETTLED), 1)]
    return _group_before(reading, last) or tuple(_restated(reading, one, adverb) for one in last)


def places_before(reading: Reading, trigger: Token) -> tuple[PlaceMention, ...]:
    """The last place named earlier in the sentence: "rebels entered X as the army pulled out"."""
    first = trigger.sent.start_char
    here = [*takewhile(lambda one: first <= one.start, _before(reading, trigger, SETTLED))]
    here = [one for one in here if one.root not in reading.asides]
    return tuple([one for one in here if one.precision in TOWNS][:1] or here[:1])


def _group_before(reading: Reading, before: Iterable[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The last two or more places that were named in one breath; the last one comes first."""
    for one in before:
        heads = coordinated(reading.tokens[one.root].listed_with)
        group = [place for token in heads if (place := reading.place(token)) is not None]
        if len(group) > 1:
            return tuple(group)
    return ()


def _tells_apart(reading: Reading, child: Token) -> bool:
    """ "the lower town", "the next village", "the town of Sake": not the one spoken of; "the town in Rakhine" is."""
    apart = word_class("place_words", "direction") | word_class("grammar", "another")
    around = [reading.place(one) for one in child.subtree] if child.lower_ == "in" else []
    if any(one is not None and one.precision in WIDE for one in around):
        return False
    return child.dep_ in {"prep", "relcl", "compound"} or (child.dep_ == "amod" and child.lower_ in apart)


def _restated(reading: Reading, mention: PlaceMention, head: Token) -> PlaceMention:
    """A place under the words that stand for it."""
    words = reading.phrase(head)
    return replace(mention, start=words.start, end=words.end, text=words.text, root=head.i)


def inside(reading: Reading, head: Token) -> Iterator[PlaceMention]:
    """The place a phrase names, or the ones inside it ("the air base at Hmeimim", "the suburb of Jaramana")."""
    told = _named(reading, head) or meant(reading, head) or _named_after(reading, head)
    yield from told
    for child in () if told else head.children:
        if child.dep_ not in CLAUSES and child.dep_ not in {"conj", "cc", "punct"} and not _ends_a_way(child):
            if child.dep_ in {"poss", "compound", "nmod", "amod", "appos", "pobj"} and (place := reading.place(child)):
                yield place
                yield from (other for one in coordinated(child)[1:] if (other := reading.place(one)) is not None)
            elif child.dep_ in {"prep", "pobj"} and not (
                child.lower_ == "from" and reading.has_class(head, {"people", "weapon"})
            ):
                yield from inside(reading, child)


def _named(reading: Reading, head: Token) -> tuple[PlaceMention, ...]:
    """The place that a word names, itself or as "X, a town the rebels have held" does; not what lies off it."""
    again = head.dep_ == "appos" and reading.has_class(head, {"place"})
    place, told = reading.place(head), reading.place(head.head) if again else None
    beside = told is not None and told.radius_km is not None and told.precision not in WIDE
    return (place,) if place is not None else (told,) if told is not None and not beside else ()


def _ends_a_way(name: Token) -> bool:
    """ "The Gao-Kidal road" lies between the two."""
    return is_way(name.head) and any(one.text == "-" for one in name.children)


def _named_after(reading: Reading, head: Token) -> list[PlaceMention]:
    """ "the Sake area" of whatever, "Idlib and Hama provinces"; "the suburb of Jaramana", whatever stands before it."""
    named = [child for child in head.children if names_ground(child) and not _ends_a_way(child)]
    first = [child for child in named if head.lemma_ != "area" or reading.place(child)]  # else half of a list
    grounds = [place for child in first for one in coordinated(child) if (place := reading.place(one)) is not None]
    if grounds or not reading.has_class(head, {"place"}):
        return grounds
    of = [noun for child in head.children if child.lower_ == "of" for noun in child.children]
    several = head.tag_ == "NNS"  # "the villages of X and Y"
    return [
        place for one in of for noun in (coordinated(one) if several else (one,)) for place in inside(reading, noun)
    ]
