"""Where people were whom no clause places: in the rest of the sentence, where the account is, in the land of a war."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain, islice
from operator import attrgetter

from vedette.claims.merge import spot_of
from vedette.claims.nearness import NARROW, between, is_goal, nearest
from vedette.claims.reading import TOWNS, Reading, as_place
from vedette.claims.scene import GOING_ON, LEFT, TAKEN_UP, UNREAL, UNTOLD, counted_at, is_background, label, stays
from vedette.claims.where import GOALS
from vedette.lexicon.actors import Country, load_registry
from vedette.lexicon.classes import word_class
from vedette.lexicon.sites import at_site
from vedette.model import Claim, Link, Place, PlaceMention, Quote, replace
from vedette.model.tokens import Span, Token

FIGURES = frozenset({"casualties", "displacement"})
SCENES = frozenset({"casualties", "displacement", "violence", "control", "hardship"})
DEEDS, HAPPENS = frozenset({"violence", "unrest"}), GOING_ON - {"control"}
SETTLED = frozenset({"sheltered", "in relief camp"})
FLIGHT = frozenset({"flee", "evacuate", "evict"})
ALL_OVER = frozenset({"across", "throughout", "around", "over", "in"})
FAR, LEAD, TURN = 14, 2, 6
NEXT_DAYS, NEVER = 2, ("0001-01-01", "9999-12-31")
MOSTLY = 0.75
_told_at = attrgetter("told_at")
BLANK, OPENING = "\n\n", 3  # title, by-line, first paragraph


def in_sentence(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; figures of people that nothing places get the place that their sentence names nearest, the sum of
    a whole war its land.
    """
    for claim in claims:
        found = _nearest(reading, claim) if _is_bare(claim) else ()
        yield _with(claim, found or _of_the_source(reading, claim))


def _nearest(reading: Reading, claim: Claim) -> tuple[Place, ...]:
    word = _word(reading, claim)
    if _of_a_war(word.sent):
        return _land(reading)
    figure = claim.quantity
    moved = claim.kind == "displacement" and figure and figure.measure == "flow" and figure.term not in SETTLED
    grounds = (one for one in reading.grounds_in(word) if not is_goal(reading.tokens[one.root]))
    return tuple(as_place(one, "from" if moved else "at") for one in nearest(grounds, word, FAR))


class Scenes:
    """The claims on what happened somewhere, in the order in which a document tells them."""

    def __init__(self, reading: Reading, claims: Iterable[Claim]) -> None:
        self._told = sorted(claims, key=_told_at)
        self._text = reading.document.text
        times = ((one.time, one) for one in self._told if one.time is not None and one.time.text is not None)
        self._dated = tuple({(time.first, time.last): one for time, one in times}.values())
        self._reach = max((one.told_at - one.evidence.start for one in self._told), default=0)
        ends = (one.end_char for one in reading.tokens.sents if one.text.strip())
        self._lead = next(islice(ends, LEAD - 1, None), None)

    def of(self, claim: Claim) -> Claim | None:
        """The last one before in the paragraph, also in its own words, else the first of the lead; of no other day."""
        at = claim.told_at
        opens = bisect_left(self._told, self._text.rfind("\n", 0, at) + 1, key=_told_at)
        closes = bisect_right(self._told, at + self._reach, key=_told_at)
        here = (one for one in reversed(self._told[opens:closes]) if one.evidence.start <= at)
        end = self._lead or at
        lead = self._told[: bisect_left(self._told, end, key=_told_at)] if end <= at else ()
        first = (one for one in lead if one.evidence.start <= at)
        return next((one for one in chain(here, first) if _same_days(one, claim)), None)

    def on_another_day(self, claim: Claim) -> bool:
        """Whether it has a day of its own on which nothing was told to happen: "in the August 24 attack"."""
        time = claim.time
        own = time is not None and time.text is not None and not time.carried and time.precision == "day"
        return own and bool(self._dated) and not any(_same_days(one, claim, NEXT_DAYS) for one in self._dated)


def in_document(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; figures that still have no place get that of the account, what happened the town that all is about;
    those who fled at least a land.
    """
    here = (one for one in claims if one.kind in SCENES and stays(one) and not is_background(one))
    scenes, town = Scenes(reading, here), _main_town(reading)
    hurt: dict[Quote, tuple[Place, ...]] = {}  # where the dead of an event word are
    for claim in sorted(claims, key=lambda one: one.kind == "violence"):
        bare = _is_bare(claim)
        open_ = bare or _is_lone_deed(reading, claim)
        found = (label(reading, claim) or _around(reading, claim, scenes)) if open_ else ()
        if not found and town is not None and not scenes.on_another_day(claim) and _is_there(reading, claim, town):
            there = as_place(town, "from" if claim.type in LEFT or claim.kind == "displacement" else "at")
            site = claim.facility if claim.kind == "control" else None  # "army holds airport"
            found = (at_site(there, site.text) if site else there,)
        if not found and bare and claim.kind == "displacement":
            found = _land(reading)
        if claim.trigger is not None and bare:
            hurt[claim.trigger] = found
        elif claim.trigger in hurt and not claim.places:
            found = hurt[claim.trigger]
        yield _with(claim, found)


def _is_there(reading: Reading, claim: Claim, town: PlaceMention) -> bool:
    """Whether what names no place may have happened in the town that the document is about: nothing wider or else."""
    figure, said = claim.quantity, _word(reading, claim).sent
    happens = claim.kind in GOING_ON | FIGURES or (claim.kind, claim.type) in TAKEN_UP
    wide = _is_long(claim) or (figure is not None and figure.scope is not None) or is_background(claim)
    if claim.places or wide or not happens or claim.standing in UNREAL or _of_a_war(said) or _turns(said):
        return False
    return all(spot_of(one) == spot_of(town) for one in reading.grounds_in(_word(reading, claim)))


def _of_the_source(reading: Reading, claim: Claim) -> tuple[Place, ...]:
    """Where those live who tell what they saw: "residents in X said", "the mayor of X told a radio"."""
    link = claim.origin
    if link is None or claim.places or claim.kind not in SCENES or claim.standing in UNREAL:
        return ()
    if (head := _source(reading, link)) is None:
        return ()
    around, sentence = list(head.subtree), _word(reading, claim).sent
    local = link.source_type == "witness" or any(one.lemma_ in word_class("sourcing", "local office") for one in around)
    if not local or _is_long(claim) or _of_a_war(sentence) or _turns(sentence):
        return ()
    homes = (reading.place(one) for one in around)
    home = next((one for one in homes if one is not None and one.precision in TOWNS and not one.landmark), None)
    return (as_place(home, "from" if claim.type in LEFT | FLIGHT else "at"),) if home else ()


def _is_long(claim: Claim) -> bool:
    return claim.time is not None and claim.time.precision in {"since", "year"}


def _main_town(reading: Reading) -> PlaceMention | None:
    """The one town that a document is about: named more than all others together, title and lead counted double."""
    paragraphs = reading.document.text.split(BLANK, OPENING)
    first = next((n for n, one in enumerate(paragraphs[:OPENING], 1) if one.rstrip().endswith(".")), OPENING)
    lead = sum(len(one) + len(BLANK) for one in paragraphs[:first]) * (len(paragraphs) > 1)
    named = (one for one in reading.grounds if one.precision in TOWNS and not one.landmark)
    towns = [one for one in named if not _lies_ahead(reading.tokens[one.root])]
    weights = Counter[object]()
    for one in towns:
        weights[spot_of(one)] += 2 if one.start < lead else 1
    [(most, weight)] = weights.most_common(1) or [(None, 0)]
    return next(one for one in towns if spot_of(one) == most) if 2 * weight > max(weights.total(), 2) else None


def _lies_ahead(town: Token) -> bool:
    """ "The road to X", "fled towards X", "reached X", "advancing on X": there it goes, or does not yet."""
    above = town.head if town.dep_ == "dobj" else town.head.head if town.dep_ == "pobj" else town
    return town.head.lower_ in {"to", "toward", "towards", "for"} or above.lemma_ in {"advance", "reach"}


def _is_bare(claim: Claim) -> bool:
    return claim.kind in FIGURES and claim.quantity is not None and all(one.role in GOALS for one in claim.places)


def _with(claim: Claim, places: Iterable[Place]) -> Claim:
    """The claim with further places, marked where its sentence does not name them."""
    own, here, moved = {one.start for one in claim.places}, claim.evidence, claim.kind == "displacement"
    other = {"at": "from"} if moved and claim.type in FLIGHT else {"from": "at"} if claim.kind in HAPPENS else {}
    found = (replace(one, role=other.get(one.role, one.role)) for one in places if one.start not in own)
    marked = [replace(one, carried=not here.start <= one.start < here.end) for one in found]
    return replace(claim, places=(*marked, *claim.places)) if marked else claim


def _around(reading: Reading, claim: Claim, scenes: Scenes) -> tuple[Place, ...]:
    """Where the last event of the paragraph or the first of the lead was, else what the sentence before names."""
    sentence = _word(reading, claim).sent
    if _is_long(claim) or _of_a_war(sentence) or _turns(sentence) or scenes.on_another_day(claim):
        return ()
    if claim.kind in FIGURES and (scene := scenes.of(claim)) is not None:
        return tuple(counted_at(reading, one) for one in stays(scene))
    named = _named_before(reading, sentence, of_flight=claim.kind == "displacement")
    return (as_place(named, "at"),) if named else ()


def _is_lone_deed(reading: Reading, claim: Claim) -> bool:
    """What was done, in a sentence that names no place: "Calm in Maadan. Sniper fire only"."""
    bare = claim.kind in DEEDS and not claim.places and claim.standing not in UNTOLD
    return bare and not reading.grounds_in(_word(reading, claim))


def _word(reading: Reading, claim: Claim) -> Token:
    return reading.tokens[next(iter(reading.indices(claim.trigger or claim.evidence)))]


def _source(reading: Reading, link: Link) -> Token | None:
    """The head of the words for a source."""
    if link.start is None or link.end is None:
        return None
    words = reading.tokens.char_span(link.start, link.end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def _same_days(scene: Claim, claim: Claim, apart: int = 0) -> bool:
    """Whether both may be of one day, or of days so far apart, as far as words tell of both."""
    first, last = NEVER
    for time in (one.time for one in (scene, claim) if one.time is not None and one.time.text):
        first, last = max(first, (time.first or first)[:10]), min(last, (time.last or last)[:10])
    return date.fromisoformat(first) - date.fromisoformat(last) <= timedelta(apart)


def _named_before(reading: Reading, sentence: Span, of_flight: bool) -> PlaceMention | None:
    """The narrowest place of the sentence before, where it names only one of its kind; of the displaced, whose counts
    stand line by line, also before a new line.
    """
    last = reading.tokens[sentence.start - 1].sent if sentence.start else sentence
    if not of_flight and any("\n" in token.text for token in reading.tokens[last.start : sentence.start]):
        return None
    named = [one for one in between(reading.places, last.start_char, sentence.start_char) if not one.landmark]
    narrow = min((NARROW.index(one.precision) for one in named), default=0)
    only = [one for one in named if NARROW.index(one.precision) == narrow]
    return only[0] if len(only) == 1 else None


def _turns(sentence: Span) -> bool:
    """ "Elsewhere, …", "in another attack …": not where the account was."""
    return any(one.lower_ in word_class("grammar", "elsewhere") for one in list(sentence)[:TURN])


def _of_a_war(sentence: Span) -> bool:
    """Whether a figure sums up a whole war, or a land: "across the country"."""
    lands = (one for one in sentence if one.lower_ in {"country", "nation"} and one.head.lower_ in ALL_OVER)
    sums = (one for one in sentence if one.lemma_.lower() in word_class("grammar", "whole"))
    return next(lands, None) is not None or any(
        one.dep_ != "compound" and one.head.head.lemma_ != "prisoner"  # "a war crime", "prisoners of war"
        for one in sums
    )


@lru_cache(maxsize=1)  # many claims of one document ask
def _land(reading: Reading) -> tuple[Place, ...]:
    """The country that nearly all of a document speaks of, in the words that name it first."""
    spoken = [(token, one) for token in reading.tokens if (one := load_registry().by_adjective(token.text)) is not None]
    found = Counter([*(one.code for _, one in spoken), *(one.country for one in reading.places if one.country)])
    code, times = next(iter(found.most_common(1)), ("", 0))
    if not times or times < MOSTLY * sum(found.values()):
        return ()
    named = [as_place(one, "at") for one in reading.places if one.precision == "country" and one.country == code]
    return tuple(named or [_adjective(*pair) for pair in spoken if pair[1].code == code])[:1]


def _adjective(token: Token, country: Country) -> Place:
    end = token.idx + len(token)
    return Place("at", token.text, token.idx, end, name=country.name, country=country.code, precision="country")
