"""Incidents: casualties, place and date from the reading; how well attested they are from what is said of sources."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from eval.items import Item, Record, marked
from eval.tasks.attested import attested
from eval.tasks.near import places_near
from vedette.model import AmountMention, Marked, PlaceMention

KILLED = frozenset({"kill", "die", "death", "dead", "fatality", "martyr", "deceased", "perish"})
INJURED = frozenset({"injure", "wound", "injury", "hurt", "wounded", "injured"})
STRIKE = frozenset(
    {"strike", "airstrike", "bombing", "bombardment", "bomb", "hit", "attack", "shelling", "shell", "raid"}
)
LEAD = 3
NEAR = 5
DOZENS = (12, 24)
SEVERAL = (2, 2)


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
    """The lowest and the highest count of people that the lead puts under these words."""
    lead = set(list(reading.tokens.sents)[:LEAD])
    bounds = [
        _bounds(amount)
        for amount in reading.amounts
        if (head := reading.tokens[amount.root]).sent in lead and _counts(head, amount, words)
    ]
    found = [one for one in bounds if one is not None]
    return [found[0][0], max(high for _, high in found)] if found else None


def _counts(head: Token, amount: AmountMention, words: frozenset[str]) -> bool:
    return amount.unit in {"person", None} and _verb_or_noun(head) in words


def _verb_or_noun(head: Token) -> str:
    """The lemma of the nearest word above that is a verb, or the counted word itself when it names a casualty."""
    lemma = head.lemma_.lower()
    if lemma in KILLED | INJURED:
        return lemma
    below = next((child for child in head.children if child.dep_ in {"acl", "amod", "relcl"} and _hurts(child)), None)
    above = next((token for token in head.ancestors if _hurts(token) or token.pos_ in {"VERB", "AUX"}), None)
    word = below or above
    return word.lemma_.lower() if word is not None else ""


def _hurts(token: Token) -> bool:
    return token.lemma_.lower() in KILLED | INJURED


def _bounds(amount: AmountMention) -> tuple[float, float] | None:
    """The bounds of a figure, vague ones as the dataset counts them."""
    if amount.quantifier == "vague":
        return DOZENS if "dozen" in amount.text.lower() else SEVERAL
    low, high = amount.low or amount.best, amount.best or amount.high or amount.low
    return (low or high, high) if high is not None else None


def _place(reading: Marked) -> PlaceMention | None:
    """The most exact place near the word for the strike, else the first settlement of the text."""
    known = [place for place in reading.places if place.lat is not None]
    strike = next((token for token in reading.tokens if token.lemma_.lower() in STRIKE), None)
    near = places_near(reading.places, strike, NEAR) if strike is not None else []
    exact = [place for place in (*near, *known) if place.lat is not None and place.precision in {"point", "settlement"}]
    return next(iter(exact or known), None)


def _date(reading: Marked) -> str | None:
    """The first full date of the text."""
    days = [time.first for time in reading.times if time.first and time.precision in {"day", "hour", "minute"}]
    return days[0][:10] if days else None
