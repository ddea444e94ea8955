"""Incidents: casualties, place and date from the reading; how well attested they are from what is said of sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from eval.items import Item, Record, marked
from eval.tasks.attested import attested
from vedette.claims import extract
from vedette.claims.nearness import NARROW
from vedette.claims.syntax import noun_frame, verb_frame
from vedette.lexicon.classes import noun_classes
from vedette.model import AmountMention, Claim, Marked, PlaceMention, Quantity
from vedette.model.tokens import Token

KILLED = frozenset({"kill", "die", "death", "fatality", "martyr", "perish"})
INJURED = frozenset({"injure", "wound", "injury", "hurt"})
DYING = frozenset({"die", "perish"})
MANY = frozenset({"dozen", "large", "score", "many"})
LEAD = 4
TIMES = 4
ALONGSIDE = "alongside"
DOZENS = (12.0, 24.0)
SEVERAL = (2.0, 2.0)

type Bounds = tuple[float, float]


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """What each assessment says of one strike."""
    for item, reading in marked(items):
        place = _place(reading)
        told = [one for one in extract(reading) if one.kind == "casualties"]
        killed, injured = ([one for one in told if one.type == name] for name in ("killed", "injured"))
        yield {
            "id": item.id,
            "killed": _range(reading, KILLED, killed),
            "injured": _range(reading, INJURED, injured),
            "date": _date(reading),
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            **attested(item.text_blind or item.text),
        }


def _wholes(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Bounds]]:
    """The claims that count people, without those of parts, and their bounds."""
    for one in claims:
        figure = one.quantity
        whole = figure is not None and figure.part_of is None and figure.quantifier != "vague"
        bounds = _bounds(figure) if figure is not None and whole and figure.unit in {"person", None} else None
        if bounds is not None:
            yield one, bounds


def _bounds(figure: AmountMention | Quantity) -> Bounds | None:
    """The least and the most that a figure tells."""
    told = [bound for bound in (figure.low, figure.best, figure.high) if bound is not None]
    return (min(told), max(told)) if told else None


def _claimed(claims: Iterable[Claim], end: int) -> Bounds | None:
    """What the first event word up to an offset counts, all of it together."""
    lead = [(one.trigger, bounds) for one, bounds in _wholes(claims) if one.evidence.start < end and one.trigger]
    first = min((word.start for word, _ in lead), default=0)
    counted = [bounds for word, bounds in lead if word.start == first]
    return (sum(low for low, _ in counted), sum(high for _, high in counted)) if counted else None


def _range(reading: Marked, words: frozenset[str], claims: Sequence[Claim]) -> list[float] | None:
    """What the lead first says of the number of victims, by the claims where the words beside the verb name but one;
    where that is a least number, up to the highest told later.
    """
    amounts = {amount.root: amount for amount in reading.amounts}
    told = (_who(token, amounts) for token in reading.tokens if token.lemma_.lower() in words)
    found = [(who, bounds) for who in told if (bounds := _counted(who, amounts)) is not None]
    lead = max((one.end for one in list(reading.tokens.sents)[:LEAD]), default=0)
    first = next(((who, bounds) for who, bounds in found if who[0].i < lead), None)
    if first is None:
        return None
    (who, (low, high)) = first
    if high == 1:
        ends = reading.tokens[lead - 1].idx
        low, high = _claimed(claims, ends) or (low, high)
    least = any(amounts[one.i].quantifier in {"at-least", "more-than"} for one in who if one.i in amounts)
    later = (*(top for _, (_, top) in found), *(top for _, (_, top) in _wholes(claims)))
    highest = max((top for top in later if top <= TIMES * low), default=high)
    return [low, max(high, highest) if least else high]


def _who(word: Token, amounts: dict[int, AmountMention]) -> tuple[Token, ...]:
    """Who was killed or hurt; a range that opens the sentence counts them, however far the verb is."""
    victims = _victims(word)
    first = next((amounts[one.i] for one in word.sent if one.i in amounts and one.i < word.i), None)
    opens = first is not None and first.quantifier == "range" and _counts_people(first) and word.lemma_ == "kill"
    if first is not None and opens and word.pos_ == "VERB" and not _before(word, first.root):
        return (word.doc[first.root],)
    return victims


def _before(word: Token, root: int) -> bool:
    """Whether another such word stands between a count and this one."""
    return any(one.lemma_.lower() in KILLED | INJURED for one in word.doc[root + 1 : word.i])


def _victims(word: Token) -> tuple[Token, ...]:
    """Who was killed or hurt, as heads of their phrases."""
    if word.pos_ != "VERB":
        return noun_frame(word).objects or (word,)
    frame = verb_frame(word)
    beside = tuple(one for preposition, one in frame.obliques if preposition == ALONGSIDE)
    return (*(frame.subjects if word.lemma_ in DYING else frame.objects or frame.subjects), *beside)


def _counted(victims: tuple[Token, ...], amounts: dict[int, AmountMention]) -> Bounds | None:
    """The sum of what is counted and of single people; beside a count, names are those of the counted, and words for
    times and places are parser's errors."""
    if any(_counts_people(amounts.get(one.i)) for one in victims):
        victims = tuple(one for one in victims if _counts_people(amounts.get(one.i)) or _is_person(one))
    parts = [part for one in victims if (part := _number(one, amounts.get(one.i))) is not None]
    return (sum(low for low, _ in parts), sum(high for _, high in parts)) if parts else None


def _counts_people(amount: AmountMention | None) -> bool:
    return amount is not None and amount.unit in {"person", "household"}


def _is_person(victim: Token) -> bool:
    return victim.pos_ == "NOUN" and "people" in noun_classes().get(victim.lemma_.lower(), ()) and victim.tag_ == "NN"


def _number(victim: Token, amount: AmountMention | None) -> Bounds | None:
    """How many a phrase counts: its amount, one for a name or a singular, else what the dataset takes a few for."""
    if amount is not None and amount.quantifier != "vague":
        return _bounds(amount)
    words = {token.lemma_.lower() for token in victim.subtree}
    if amount is not None or victim.tag_ == "NNS" or victim.lower_ in {"people", "number", "others"}:
        return DOZENS if words & MANY else SEVERAL
    return (1.0, 1.0) if victim.pos_ in {"NOUN", "PROPN"} else None


def _place(reading: Marked) -> PlaceMention | None:
    """The first narrow place in the country that the text speaks of most, one that only lies by another after those."""
    known = [place for place in reading.places if place.lat is not None]
    countries = Counter(place.country for place in known if not _lies_by(place)).most_common(1)
    near = [place for place in known if not countries or place.country == countries[0][0]]
    return min(near, key=lambda place: max(1, NARROW.index(place.precision)) + _lies_by(place) / 2, default=None)


def _lies_by(place: PlaceMention) -> bool:
    """Whether a site is only known to be in or by a town or land, whose point it has."""
    return place.precision == "point" and place.geonames_id is None and bool(place.radius_km)


def _date(reading: Marked) -> str | None:
    """The first full date of the text."""
    days = [time.first for time in reading.times if time.first and time.precision in {"day", "hour", "minute"}]
    return days[0][:10] if days else None
