"""Direct speech: where quotes stand, whose words they are before, after and beyond the sentence with the cue."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from operator import attrgetter

from vedette.claims.attribution.model import Attribution
from vedette.claims.syntax import NOMINAL
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import QUOTE_MARKS, Doc, Token

FURTHEST = 12
SIGNED = SpeechEntry(yes=())
DASHES = "-–—―"
ENDS_NAME = frozenset({",", "(", "/", ";", "."})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST_SIGNATURE = 14
_start, _stop = attrgetter("start"), attrgetter("stop")


def quotes_in(tokens: Doc) -> tuple[range, ...]:
    """The quotes of a text with their marks; one that each paragraph opens anew is one quote."""
    found: list[range] = []
    first: int | None = None
    torn = False
    for token in tokens:
        ends_line = token.is_space and "\n" in token.text
        if first is None:
            if token.text in QUOTE_MARKS and not _only_closes(token):
                first, torn = (found.pop().start if torn and found else token.i), False
            elif not token.is_space:
                torn = False
        elif ends_line or (token.text.rstrip(DASHES) in QUOTE_MARKS and not _only_opens(token)):
            found.append(range(first, token.i + (token.text in QUOTE_MARKS)))
            first, torn = None, ends_line
    return (*found, *((range(first, len(tokens)),) if first is not None else ()))


def _only_closes(mark: Token) -> bool:
    spaced = mark.i == 0 or mark.nbor(-1).is_space or bool(mark.nbor(-1).whitespace_)
    return not spaced and mark.nbor(-1).text not in {"(", "-", "--", "—", "–", "["}


def _only_opens(mark: Token) -> bool:
    spaced = mark.i == 0 or bool(mark.nbor(-1).whitespace_)
    return spaced and not mark.whitespace_ and mark.i + 1 < len(mark.doc) and not mark.nbor().is_space


def quoted_whole(found: Sequence[Attribution], quotes: Sequence[range]) -> list[Attribution]:
    """The attributions, those that hold part of a quote with all of it; those that need a quote and have none go."""
    around = {i: quote for quote in quotes for i in quote}
    whole = (_with_quotes(one, quotes, around) for one in found)
    return [one for one in whole if one.content]


def _with_quotes(one: Attribution, quotes: Sequence[range], around: Mapping[int, range]) -> Attribution:
    begun = {quote for i in one.content if (quote := around.get(i)) is not None}
    held = [quote for quote in begun if _is_open_to(quote, one)]
    if not held and (not one.content or one.entry.quotes) and (beside := _beside(one, quotes)) is not None:
        held = [beside]
    if one.entry.quotes and not held:
        return replace(one, content=frozenset())
    return replace(one, content=one.content.union(*held)) if held else one


def _is_open_to(quote: range, one: Attribution) -> bool:
    """Whether neither the cue nor the speaker stands in a quote."""
    return one.head.i not in quote and all(source.i not in quote for source in one.sources)


def _beside(one: Attribution, quotes: Sequence[range]) -> range | None:
    """The quote right before or after the words of the speaker; none is of who "did not comment"."""
    if any(child.dep_ == "neg" for child in one.head.children):
        return None
    words = [one.head, *one.sources]
    first, last = min(w.left_edge.i if w != one.head else w.i for w in words), max(w.i for w in words)
    doc = one.head.doc
    while doc[first].is_punct and first < last:  # a closing mark may hang on the name that follows it
        first += 1
    least = first
    while least and (doc[least - 1].is_punct or doc[least - 1].is_space):
        least -= 1
    near = quotes[bisect_left(quotes, least, key=_stop) : bisect_right(quotes, last + FURTHEST, key=_start)]
    for quote in (each for each in near if _is_open_to(each, one)):
        between = doc[last + 1 : quote.start]
        after = last < quote.start and not any(t.is_space or t.text == "." for t in between)
        if quote.stop <= first or after:
            return quote
    return None


def signatures(tokens: Doc, quotes: Sequence[range]) -> Iterator[Attribution]:
    """ "… we ran." — Amina Saleh, a farmer: whom a dash names after a quote, on the rest of its line."""
    for quote in quotes:
        dash = _next_word(tokens, quote.stop)
        line = _line_after(dash) if dash is not None and dash.text[-1] in DASHES else []
        told = any(token.tag_ in FINITE for token in line)
        named = [token for token in takewhile(lambda one: one.text not in ENDS_NAME, line) if token.pos_ in NOMINAL]
        if dash is not None and named and not told and len(line) <= LONGEST_SIGNATURE:
            yield Attribution(SIGNED, (dash,), (named[-1],), frozenset(quote))


def _next_word(tokens: Doc, at: int) -> Token | None:
    return next((token for token in tokens[at : at + 2] if not token.is_space), None)


def _line_after(dash: Token) -> list[Token]:
    """The words between a dash and the end of its line or the next quote, as far as a signature could reach."""
    rest = dash.doc[dash.i + 1 : dash.i + LONGEST_SIGNATURE + 2]
    line = takewhile(lambda one: "\n" not in one.text and one.text not in QUOTE_MARKS, rest)
    return [token for token in line if not token.is_space]


def running_quotes(tokens: Doc, found: Sequence[Attribution], quotes: Sequence[range]) -> Iterator[Attribution]:
    """Sentences inside quotation marks, without a cue outside of them, belong to the last speaker."""
    if not quotes:
        return
    inside = frozenset(i for quote in quotes for i in quote)
    said = frozenset(i for one in found if one.entry.reports and one.head.i not in inside for i in one.content)
    cues = {one.head.i: one for one in found if one.entry.reports and one.sources and one.head.i not in inside}
    last: Attribution | None = None
    for sentence in tokens.sents:
        own = [cues[token.i] for token in sentence if token.i in cues]
        outer = [one for one in own if not any(one.head.i in other.content for other in own)]
        first = next((token for token in sentence if not token.is_space), None)
        if outer:
            last = next((one for one in reversed(outer) if one.entry.act == "say"), outer[-1])
        elif first is None or first.i not in inside:
            last = None if first is not None else last
        elif last is not None and first.i not in said:
            content = frozenset(token.i for token in sentence if token.i in inside)
            yield Attribution(last.entry, last.cue, last.sources, content, running=True)
