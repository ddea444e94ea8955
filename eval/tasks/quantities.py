"""Quantities: amounts, shares and durations; what is counted tells if they are of people, aid or other things."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from eval.items import Item, Record, marked
from vedette.claims.syntax import clause_of
from vedette.lexicon.classes import word_class
from vedette.mentions.amount_words import units
from vedette.mentions.numbers import NUMBER, PERCENT, number_value, quantifiers
from vedette.model import AmountMention, Marked, TimeMention
from vedette.model.tokens import Doc, Token

BETWEEN = "between"
RATE = re.compile(r"/ ?[^\W\d]+|(?: more)?(?: per [^\W\d]+)+")
AGE = re.compile(r"[\s-]old\b| of age\b")
NOTE = re.compile(
    r"(?<=[^\W\d]{3})\.?\d{1,3}$|^[\W\d]+|^(?:additional|overall|total|few|more|the)\s(?=\w)", re.IGNORECASE
)
EACH = re.compile(rf"(?P<number>{NUMBER})(?:[\s-]?(?:{PERCENT}))?", re.IGNORECASE)
MINORS = re.compile(r"(?P<who>[^\W\d]+) (?P<bound>under|below) (?P<age>five|two|\d\d?)(?![\w,.]*\d|[-%])\b")
LASTING = re.compile(rf"{NUMBER}(?:\s?(?:[-–]|to|or|and)\s?{NUMBER})?", re.IGNORECASE)
YEARS_OLD = re.compile(rf"(?<![-\w])({LASTING.pattern}) (years? old)\b", re.IGNORECASE)
NO_NUMERALS = frozenset({"several", "a few", "both", "a", "an", "another"})
NO_BOUNDS = frozenset({"only", "just", "an estimated", "an estimate of", "an average of", "average of"})


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every number of each text with what it counts; of a range and of "two out of five" each number as well;
    an excerpt is of one topic."""
    for item, reading in marked(items):
        found = {(one["start"], one["end"]): one for whole in _quantities(reading) for one in _parts(item.text, whole)}
        kinds = Counter(one["event_type"] for one in found.values()).most_common(1)
        yield {"id": item.id, "quantities": [one | {"event_type": kinds[0][0]} for one in found.values()]}


def _parts(text: str, whole: Record) -> Iterator[Record]:
    yield whole
    words = text[whole["start"] : whole["end"]]
    inside = list(EACH.finditer(words))
    if len(inside) > 1 and not words.endswith(")"):
        for one in inside:
            start, value = whole["start"] + one.start(), number_value(one["number"])
            yield whole | {"start": start, "end": start + len(one[0]), "value": value}


def _quantities(reading: Marked) -> Iterator[Record]:
    """Vague words that name no order of magnitude are no numbers here."""
    for amount in reading.amounts:
        if amount.number.text.lower() not in NO_NUMERALS:
            yield _amount(reading, amount)
    for age in MINORS.finditer(reading.document.text):  # no count, but a number
        yield _record(age.start("age"), age.end("age"), number_value(age["age"]), age["who"], age["bound"], "EventP")
    for old in YEARS_OLD.finditer(reading.document.text):
        yield _lasting(reading.document.text, old.start(), old[1], old[2], "EventP")
    for time in reading.times:
        if time.timex == "DURATION" and (lasting := LASTING.search(time.text)) is not None:
            yield _duration(reading.tokens, time, lasting)


def _duration(tokens: Doc, time: TimeMention, lasting: re.Match[str]) -> Record:
    age = AGE.match(tokens.text, time.end)
    unit = (time.text[lasting.end() :] + (age[0] if age else "")).strip(" -–")
    return _lasting(tokens.text, time.start + lasting.start(), lasting[0], unit or None, _kind(tokens[time.root], ""))


def _lasting(text: str, start: int, words: str, unit: str | None, kind: str) -> Record:
    bound = _bound().search(text[max(0, start - 25) : start])
    return _record(start, start + len(words), number_value(words), unit, bound[1] if bound else None, kind)


def _record(start: int, end: int, value: float | None, unit: str | None, modifier: str | None, kind: str) -> Record:
    modifier = None if (modifier or "").lower() in NO_BOUNDS else modifier
    return {"start": start, "end": end, "value": value, "unit": unit, "modifier": modifier, "event_type": kind}


@cache
def _bound() -> re.Pattern[str]:
    """Words that bound a number, right before it."""
    words = sorted((*quantifiers(), "last"), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)


def _amount(reading: Marked, one: AmountMention) -> Record:
    tokens = reading.tokens
    span = tokens.char_span(one.number.start, one.number.end, alignment_mode="expand")
    value = one.best or one.low or one.high
    head = span.root if span is not None else tokens[one.root]
    unit = _unit(reading, one)
    modifier = one.modifier or (BETWEEN if tokens.text[: one.number.start].lower().endswith(f"{BETWEEN} ") else None)
    return _record(one.number.start, one.number.end, value, unit, modifier, _kind(head, _counts(tokens, one)))


def _unit(reading: Marked, one: AmountMention) -> str | None:
    """What is counted; after a sum its rate ("/kg"); a share in brackets counts only people ("wells (10%)")."""
    if one.counted is None:
        return None
    tokens, text = reading.tokens, reading.document.text
    rate = RATE.match(text, one.number.end) if one.unit == "money" else None
    aside = one.unit == "share" and not one.noun and tokens.text[: one.start].rstrip().endswith(("(", "["))
    if aside and units().get(_counts(tokens, one), ("", ""))[0] not in {"person", "household"}:
        return None
    words = text[one.counted.start : one.counted.end]
    return rate[0].strip() if rate else words if one.unit == "money" else NOTE.sub("", words).strip(" .,;-")


def _counts(tokens: Doc, one: AmountMention) -> str:
    """The lemma of what is counted, also where the number stands alone."""
    counted = tokens.char_span(one.counted.start, one.counted.end, alignment_mode="expand") if one.counted else None
    return counted.root.lemma_.lower() if counted is not None else ""


def _kind(head: Token, noun: str) -> str:
    """Aid where somebody gives it in the clause, people where they are counted; who is asked tells of other things."""
    verb = clause_of(head)
    if any(one.lemma_.lower() in word_class("grammar", "helping") for one in (verb, *verb.ancestors, *verb.children)):
        return "EventA"
    people = noun in word_class("grammar", "health") or units().get(noun, ("", ""))[0] in {"person", "household"}
    return "EventP" if people and noun not in word_class("grammar", "asked") else "EventO"
