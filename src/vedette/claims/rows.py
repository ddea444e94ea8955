"""What stands over a claim: the label, row and title of a number in a table or list, the time that a heading gives."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from vedette.claims.reading import Reading
from vedette.claims.when import as_time
from vedette.lexicon.grids import BORDER, ITEM, Cell, heads_of, is_entry, is_row, line_of
from vedette.model import TOLD, AmountMention, Claim, Quote, TimeMention, replace
from vedette.model.tokens import Token

LABEL = 5
LONGEST_HEADING = 14
OPENING = 3  # lines over a report, one of which may tell its period
CLOSING = frozenset(".!?;,")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def label_of(reading: Reading, amount: AmountMention) -> Iterator[Token]:
    """The words before a colon: "Number of displaced: 452"."""
    first = next(iter(reading.indices(amount)), 0)
    if first and reading.tokens[first - 1].text == ":":
        yield from reversed(reading.tokens[max(first - 1 - LABEL, 0) : first - 1])


def heads_over(reading: Reading, amount: AmountMention) -> list[Token]:
    """The words of the cells over a number that fills a cell of a table, from the nearest up."""
    cells = heads_of(reading.document.text, (amount.number.start, amount.number.end))
    spans = (reading.tokens.char_span(start, end, alignment_mode="expand") for start, end in cells)
    return [word for span in spans for word in span or ()]


def is_empty(reading: Reading, amount: AmountMention) -> bool:
    """Whether a nought fills the cell of a table."""
    return amount.best == 0 and bool(heads_over(reading, amount))


def title_of(reading: Reading, amount: AmountMention) -> Iterator[Token]:
    """The words of the line before the table or list in which a number stands: "Displaced people by district"."""
    text = reading.document.text
    head, _ = line_of(text, amount.start)
    item = is_entry(text, head)
    if amount.counted and not amount.noun and amount.counted.start < head:
        head, _ = line_of(text, amount.counted.start)
    elif not item:
        return
    end = _over_list(reading, head) if item else _end_before(text, head)
    title = reading.tokens.char_span(text.rfind("\n", 0, end) + 1, end, alignment_mode="contract")
    if not item or text.endswith(":", 0, end) or BORDER.search(text, head, amount.end):
        yield from reversed(list(title or ()))


def _over_list(reading: Reading, head: int) -> int:
    """Where the words end that stand before the list of a line; kept, so that a long list is gone up once."""
    text, known, passed = reading.document.text, reading.over_lists, list[int]()
    while head not in known:
        passed.append(head)
        end = _end_before(text, head)
        line = text.rfind("\n", 0, end) + 1
        if is_entry(text, line, end):
            head = line
        else:
            known[head] = end
    known.update(dict.fromkeys(passed, known[head]))
    return known[head]


def _end_before(text: str, at: int) -> int:
    """Where the words before an offset end."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def row_of(reading: Reading, amount: AmountMention, word: Token) -> Quote | None:
    """The line of a number that another line tells of: a row of a table."""
    start, end = line_of(reading.document.text, amount.start)
    return reading.document.quote(start, end) if word.idx < start else None


def under_headings(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims; those of what happened at no time of its own with that of the heading over them, else of the
    first headings of all: "DISPLACEMENT (12 to 21 July)", "Reporting period: 12 to 21 July"."""
    dated = {line_of(reading.document.text, one.start): one for one in reading.marked.times if _may_head(reading, one)}
    heads = list(_headings(reading, dated)) if dated else []
    first = next((dated[one] for one in heads[:OPENING] if one in dated), None)
    for claim in claims:
        above = bisect_left(heads, claim.evidence.start, key=itemgetter(1))
        time = (dated.get(heads[above - 1]) or first) if above else None
        undated = claim.time is not None and claim.time.precision == "published" and claim.standing in TOLD
        yield replace(claim, time=replace(as_time(time), carried=True)) if time is not None and undated else claim


def _may_head(reading: Reading, time: TimeMention) -> bool:
    published = (reading.document.published or "")[:10]
    return time.timex == "DATE" and time.first not in {None, published} and time.precision in {"day", "week", "month"}


def _headings(reading: Reading, dated: Mapping[Cell, TimeMention]) -> Iterator[Cell]:
    """The short lines without a verb, or with a period, after a blank line, and those right below them."""
    text = reading.document.text
    after = len(text) - len(text.lstrip())
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        opens = start <= after or text[start - 2 : start] == "\n\n"
        if opens and _is_heading(reading, match, dated.get((start, end))):
            yield start, end
            after = end + 1


def _is_heading(reading: Reading, found: re.Match[str], time: TimeMention | None) -> bool:
    line = found[0]
    if len(line.split()) > LONGEST_HEADING or line.rstrip()[-1:] in CLOSING or is_row(line) or ITEM.match(line):
        return False
    words = reading.tokens.char_span(*found.span(), alignment_mode="expand")
    period = time is not None and time.first != time.last
    return words is not None and (period or not any(word.tag_ in FINITE for word in words))
