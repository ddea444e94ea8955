"""What heads a number in a table or list: its label, the line that opens it, its row."""

from collections.abc import Iterator

from vedette.claims.reading import Reading
from vedette.lexicon.marks import ITEM
from vedette.model import AmountMention, Quote
from vedette.model.tokens import Token

LABEL = 5


def label_of(reading: Reading, amount: AmountMention) -> Iterator[Token]:
    """The words before a colon: "Number of displaced: 452"."""
    first = next(iter(reading.indices(amount)), 0)
    if first and reading.tokens[first - 1].text == ":":
        yield from reversed(reading.tokens[max(first - 1 - LABEL, 0) : first - 1])


def title_of(reading: Reading, amount: AmountMention) -> Iterator[Token]:
    """The words of the line before the table or list in which a number stands: "Displaced people by district"."""
    text = reading.document.text
    head = text.rfind("\n", 0, amount.start) + 1
    item = ITEM.match(text, head)
    if amount.counted and not amount.noun and amount.counted.start < head:
        head = text.rfind("\n", 0, amount.counted.start) + 1
    elif item is None:
        return
    above = text[:head].rstrip()
    while item and ITEM.match(above, above.rfind("\n") + 1):
        above = above[: above.rfind("\n") + 1].rstrip()
    title = reading.tokens.char_span(above.rfind("\n") + 1, len(above), alignment_mode="contract")
    if item is None or above.endswith(":"):
        yield from reversed(list(title or ()))


def row_of(reading: Reading, amount: AmountMention, word: Token) -> Quote | None:
    """The line of a number that another line tells of: a row of a table."""
    text = reading.document.text
    start, end = text.rfind("\n", 0, amount.start) + 1, text.find("\n", amount.start)
    line = reading.document.quote(start, end if end >= 0 else len(text))
    return line if word.idx < start else None
