"""Quantities: amounts, shares and durations; what is counted tells if they are of people, aid or other things."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from eval.items import Item, Record, marked
from vedette.claims.syntax import clause_of
from vedette.mentions.amount_words import quantifiers, units
from vedette.mentions.numbers import NUMBER, number_value
from vedette.model import AmountMention, Marked, TimeMention
from vedette.model.tokens import Doc, Token

BETWEEN = "between"
RATE = re.compile(r"/ ?[^\W\d]+")
LASTING = re.compile(NUMBER, re.IGNORECASE)
HELP = frozenset({
    "provide", "distribute", "deliver", "receive", "reach", "assist", "support", "supply", "train", "target",
    "build", "rehabilitate", "allocate", "donate", "fund", "benefit", "procure", "install", "hand", "refer", "equip",
    "contribute", "serve", "construct", "appeal", "disburse", "require", "vaccinate", "treat", "engage", "broadcast",
})  # fmt: skip
PEOPLE = frozenset({
    "case", "death", "fatality", "casualty", "infection", "patient", "injury", "victim", "idp", "population",
    "prevalence", "malnutrition", "incident",
})  # fmt: skip
NO_NUMERALS = frozenset({"several", "a few", "both", "a", "an", "another"})
ASKED = frozenset({"household", "respondent", "participant", "discussant"})


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every number of each text with what it counts."""
    for item, reading in marked(items):
        found = {(one["start"], one["end"]): one for one in _quantities(reading)}
        yield {"id": item.id, "quantities": list(found.values())}


def _quantities(reading: Marked) -> Iterator[Record]:
    """Vague words that name no order of magnitude are no numbers here."""
    for amount in reading.amounts:
        if amount.number.text.lower() not in NO_NUMERALS:
            yield _amount(reading.tokens, amount)
    for time in reading.times:
        if time.timex == "DURATION" and (lasting := LASTING.search(time.text)) is not None:
            yield _duration(reading.tokens, time, lasting)


def _duration(tokens: Doc, time: TimeMention, lasting: re.Match[str]) -> Record:
    text = tokens.text
    start, unit = time.start + lasting.start(), time.text[lasting.end() :].strip(" -")
    bound = _bound().search(text[max(0, start - 25) : start])
    modifier = bound[1] if bound is not None else None
    return _record(
        start, start + len(lasting[0]), number_value(lasting[0]), unit or None, modifier, _kind(tokens[time.root], "")
    )


def _record(start: int, end: int, value: float | None, unit: str | None, modifier: str | None, kind: str) -> Record:
    return {"start": start, "end": end, "value": value, "unit": unit, "modifier": modifier, "event_type": kind}


@cache
def _bound() -> re.Pattern[str]:
    """Words that bound a number, right before it."""
    words = sorted((*quantifiers(), "last", "past", "next"), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)


def _amount(tokens: Doc, one: AmountMention) -> Record:
    span = tokens.char_span(one.number.start, one.number.end, alignment_mode="expand")
    value = one.best or one.low or one.high
    head = span.root if span is not None else tokens[one.root]
    unit = _unit(tokens, one)
    modifier = one.modifier or (BETWEEN if tokens.text[: one.number.start].lower().endswith(f"{BETWEEN} ") else None)
    return _record(one.number.start, one.number.end, value, unit, modifier, _kind(head, _counts(tokens, one)))


def _unit(tokens: Doc, one: AmountMention) -> str | None:
    """What is counted; after a sum its rate ("/kg"); a share in brackets counts only people ("wells (10%)")."""
    if one.counted is None:
        return None
    rate = RATE.match(tokens.text, one.number.end) if one.unit == "money" else None
    aside = one.unit == "share" and not one.noun and tokens.text[: one.start].rstrip().endswith(("(", "["))
    of_people = units().get(_counts(tokens, one), ("", ""))[0] in {"person", "household"}
    return rate[0] if rate else None if aside and not of_people else one.counted.text


def _counts(tokens: Doc, one: AmountMention) -> str:
    """The lemma of what is counted, also where the number stands alone."""
    counted = tokens.char_span(one.counted.start, one.counted.end, alignment_mode="expand") if one.counted else None
    return counted.root.lemma_.lower() if counted is not None else ""


def _kind(head: Token, noun: str) -> str:
    """Aid where somebody gives it in the clause, people where they are counted; who is asked tells of other things."""
    verb = clause_of(head)
    above = (verb, *verb.ancestors, *verb.children)
    if any(one.lemma_.lower() in HELP for one in above):
        return "EventA"
    people = noun in PEOPLE or units().get(noun, ("", ""))[0] in {"person", "household"}
    return "EventP" if people and noun not in ASKED else "EventO"
