"""Incidents: casualties, place and date from the reading; how well attested they are from what is said of sources."""

from collections import Counter
from collections.abc import Iterable, Iterator

from eval.items import Item, Record, marked
from eval.tasks.attested import attested
from vedette.claims.nearness import NARROW
from vedette.claims.syntax import noun_frame, verb_frame
from vedette.model import AmountMention, Marked, PlaceMention
from vedette.model.tokens import Token

KILLED = frozenset({"kill", "die", "death", "fatality", "martyr", "perish"})
INJURED = frozenset({"injure", "wound", "injury", "hurt"})
DYING = frozenset({"die", "perish"})
MANY = frozenset({"dozen", "large", "score", "many"})
LEAD = 4
DOZENS = (12.0, 24.0)
SEVERAL = (2.0, 2.0)

type Bounds = tuple[float, float]


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """What each assessment says of one strike."""
    for item, reading in marked(items):
        place = _place(reading)
        yield {
            "id": item.id,
            "killed": _range(reading, KILLED),
            "injured": _range(reading, INJURED),
            "date": _date(reading),
            "lat": place.lat if place else None,
            "lon": place.lon if place else None,
            **attested(item.text_blind or item.text),
        }


def _range(reading: Marked, words: frozenset[str]) -> list[float] | None:
    """What the lead first says of the number of victims."""
    lead = [token for sentence in list(reading.tokens.sents)[:LEAD] for token in sentence]
    amounts = {amount.root: amount for amount in reading.amounts}
    found = [_counted(_victims(token), amounts) for token in lead if token.lemma_.lower() in words]
    return next(([low, high] for low, high in filter(None, found)), None)


def _victims(word: Token) -> tuple[Token, ...]:
    """Who was killed or hurt, as heads of their phrases."""
    if word.pos_ != "VERB":
        return noun_frame(word).objects or (word,)
    frame = verb_frame(word)
    return frame.subjects if word.lemma_ in DYING else frame.objects or frame.subjects


def _counted(victims: tuple[Token, ...], amounts: dict[int, AmountMention]) -> Bounds | None:
    """The sum of what is counted and of single people; names beside a count are those of the counted."""
    if any(one.i in amounts for one in victims):
        victims = tuple(one for one in victims if one.i in amounts or one.pos_ != "PROPN")
    parts = [part for one in victims if (part := _number(one, amounts.get(one.i))) is not None]
    return (sum(low for low, _ in parts), sum(high for _, high in parts)) if parts else None


def _number(victim: Token, amount: AmountMention | None) -> Bounds | None:
    """How many a phrase counts: its amount, one for a name or a singular, else what the dataset takes a few for."""
    if amount is not None and amount.quantifier != "vague":
        bounds = [bound for bound in (amount.low, amount.best, amount.high) if bound is not None]
        return (min(bounds), max(bounds)) if bounds else None
    words = {token.lemma_.lower() for token in victim.subtree}
    if amount is not None or victim.tag_ == "NNS" or victim.lower_ in {"people", "number", "others"}:
        return DOZENS if words & MANY else SEVERAL
    return (1.0, 1.0) if victim.pos_ in {"NOUN", "PROPN"} else None


def _place(reading: Marked) -> PlaceMention | None:
    """The first narrow place in the country that the text speaks of most."""
    known = [place for place in reading.places if place.lat is not None]
    countries = Counter(place.country for place in known).most_common(1)
    near = [place for place in known if place.country == countries[0][0]]
    return min(near, key=lambda place: max(1, NARROW.index(place.precision)), default=None)


def _date(reading: Marked) -> str | None:
    """The first full date of the text."""
    days = [time.first for time in reading.times if time.first and time.precision in {"day", "hour", "minute"}]
    return days[0][:10] if days else None
