"""Quantities: amounts, shares and durations; what is counted tells if they are of people, aid or other things."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from eval.items import Item, Record, marked
from vedette.claims.syntax import clause_of
from vedette.mentions.amounts import quantifiers
from vedette.mentions.numbers import NUMBER, number_value
from vedette.model import AmountMention, Marked

SHARE = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})\s?(?:%|per\s?cent\b|percent\b|pct\b)", re.IGNORECASE)
LASTING = re.compile(NUMBER, re.IGNORECASE)
HELP = frozenset({
    "provide", "distribute", "deliver", "receive", "reach", "assist", "support", "supply", "train", "target",
    "build", "rehabilitate", "allocate", "donate", "fund", "benefit", "procure", "install", "hand", "refer", "equip",
    "contribute", "serve", "construct", "appeal", "disburse", "require",
    "vaccinate",
})  # fmt: skip
PEOPLE = frozenset({
    "case", "death", "fatality", "casualty", "infection", "patient", "injury", "victim", "respondent", "idp",
    "population",
})  # fmt: skip
PHRASE = frozenset({"compound", "amod", "nmod", "poss"})


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every number of each text with what it counts."""
    for item, reading in marked(items):
        found = {(one["start"], one["end"]): one for one in _quantities(item.text, reading)}
        yield {"id": item.id, "quantities": list(found.values())}


def _quantities(text: str, reading: Marked) -> Iterator[Record]:
    shares = list(SHARE.finditer(text))
    inside = [match.span() for match in shares]
    for match in shares:
        yield _share(reading.tokens, match)
    for amount in reading.amounts:
        if not any(start < amount.number.end and amount.number.start < end for start, end in inside):
            yield _amount(reading.tokens, amount)
    for time in reading.times:
        if time.timex == "DURATION" and (lasting := LASTING.search(time.text)) is not None:
            start, unit = time.start + lasting.start(), time.text[lasting.end() :].strip(" -")
            yield _record(start, start + len(lasting[0]), number_value(lasting[0]), unit or None, None, "EventO")


def _record(start: int, end: int, value: float | None, unit: str | None, modifier: str | None, kind: str) -> Record:
    return {"start": start, "end": end, "value": value, "unit": unit, "modifier": modifier, "event_type": kind}


def _amount(tokens: Doc, one: AmountMention) -> Record:
    head = tokens[one.root]
    unit = _phrase(head, one.number.end) if one.noun else None
    people = one.unit in {"person", "household"} or one.noun in PEOPLE
    return _record(one.number.start, one.number.end, one.best, unit, one.modifier, _kind(head, people=people))


def _share(tokens: Doc, match: re.Match[str]) -> Record:
    """A percentage; its unit is the whole that it is a part of."""
    start, end = match.span()
    span = tokens.char_span(start, end, alignment_mode="expand")
    head = span.root if span is not None else tokens[0]
    whole = next((noun for of in head.children if of.lower_ == "of" for noun in of.children), None)
    people = whole is not None and whole.lemma_.lower() in PEOPLE | {"people", "household", "child", "woman", "refugee"}
    unit = _phrase(whole, end) if whole is not None else None
    bound = _bound().search(match.string[max(0, start - 25) : start])
    modifier = bound[1] if bound is not None else None
    return _record(start, end, number_value(match["number"]), unit, modifier, _kind(head, people=people))


@cache
def _bound() -> re.Pattern[str]:
    """Words that bound a number, right before it."""
    words = sorted((*quantifiers(), "only"), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\s+$", re.IGNORECASE)


def _phrase(head: Token, after: int) -> str:
    """The words of a noun phrase that stand after the number."""
    words = [child for child in head.lefts if child.dep_ in PHRASE and child.idx >= after]
    start = min([*(child.left_edge.idx for child in words), head.idx])
    return head.doc.text[max(start, after) if start < after < head.idx else start : head.idx + len(head)].strip()


def _kind(head: Token, *, people: bool) -> str:
    verb = clause_of(head)
    if verb.lemma_.lower() in HELP or any(child.lemma_.lower() in HELP for child in verb.children):
        return "EventA"
    return "EventP" if people else "EventO"
