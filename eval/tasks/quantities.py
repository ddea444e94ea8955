"""Quantities: the amounts as they are; what is counted tells whether they speak of people, aid or other things."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from eval.items import Item, Record, marked
from vedette.claims.syntax import clause_of
from vedette.model import AmountMention

HELP = frozenset({
    "provide", "distribute", "deliver", "receive", "reach", "assist", "support", "supply", "train", "target",
    "build", "rehabilitate", "allocate", "donate", "fund", "benefit", "procure", "install", "hand", "refer", "equip",
    "contribute", "serve", "construct", "appeal", "disburse",
    "require", "vaccinate",
})  # fmt: skip


def predict(items: Iterable[Item]) -> Iterator[Record]:
    """Every number of each text with what it counts."""
    for item, reading in marked(items):
        yield {"id": item.id, "quantities": [_record(item.text, reading.tokens, one) for one in reading.amounts]}


def _record(text: str, tokens: Doc, one: AmountMention) -> Record:
    return {
        "start": one.number.start,
        "end": one.number.end,
        "value": one.best,
        "unit": _unit(text, tokens, one),
        "modifier": one.modifier,
        "event_type": _event_type(tokens, one),
    }


def _unit(text: str, tokens: Doc, one: AmountMention) -> str | None:
    """The phrase counted: what follows the number up to its head, or the head alone."""
    head = tokens[one.root]
    if not one.noun:
        return None
    start = one.number.end if one.number.end <= head.idx else head.idx
    return text[start : head.idx + len(head)].strip() or None


def _event_type(tokens: Doc, one: AmountMention) -> str:
    if _helps(clause_of(tokens[one.root])):
        return "EventA"
    return "EventP" if one.unit in {"person", "household"} else "EventO"


def _helps(verb: Token) -> bool:
    return verb.lemma_.lower() in HELP or any(child.lemma_.lower() in HELP for child in verb.children)
