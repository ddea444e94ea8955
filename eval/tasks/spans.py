"""From tokens to the stretches of text that the tasks ask for."""

from collections.abc import Iterable
from itertools import groupby

from vedette.model.tokens import Doc, Token


def stretches(tokens: Doc, indices: Iterable[int]) -> list[list[int]]:
    """The runs of neighbouring tokens as offsets, without the marks and spaces at their edges."""
    ordered = sorted(set(indices))
    runs = (list(run) for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]))
    trimmed = (_trimmed([tokens[i] for _, i in run]) for run in runs)
    return [[run[0].idx, run[-1].idx + len(run[-1])] for run in trimmed if run]


def _trimmed(run: list[Token]) -> list[Token]:
    while run and _is_mark(run[0]):
        run = run[1:]
    while run and _is_mark(run[-1]):
        run = run[:-1]
    return run


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.is_space


def token_at(tokens: Doc, start: int, end: int) -> Token | None:
    """The head of the tokens that a stretch of text touches."""
    span = tokens.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None
