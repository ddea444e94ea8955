"""Who says what: sources, the words by which they speak, and the stretch of text that they vouch for.

After PARC and PolNeAR: source, cue, content (Pareti 2016; Newell, Margolin and Ruths 2018).
"""

from collections.abc import Iterator

from vedette.claims.attribution.asides import aside
from vedette.claims.attribution.model import Attribution, covering, match_words, words_beside
from vedette.claims.attribution.phrases import (
    according,
    adjective_attributions,
    by_account,
    label_attributions,
    noun_attributions,
    reportedly,
    within,
)
from vedette.claims.attribution.quotations import quoted_whole, quotes_in, running_quotes, signatures
from vedette.claims.attribution.verbs import CITING, cited, cut_off, parted, verb_attributions
from vedette.model.tokens import Doc, Token

__all__ = ["CITING", "Attribution", "attributions", "covering", "cut_off", "match_words", "parted", "words_beside"]


def attributions(tokens: Doc) -> tuple[Attribution, ...]:
    """Every attribution in a parsed text, in order of their cues; quotes that run on keep their speaker."""
    quotes = quotes_in(tokens)
    found = [one for token in tokens for one in _at(token)]
    found += label_attributions(tokens)
    found += signatures(tokens, quotes)
    whole = quoted_whole(found, quotes)
    return (*whole, *running_quotes(tokens, whole, quotes))


def _at(token: Token) -> Iterator[Attribution]:
    if token.lower_ == "according":
        yield from according(token)
    elif token.pos_ in {"VERB", "AUX"}:
        set_off = aside(token)
        yield from verb_attributions(token) if set_off is None else (set_off, *cited(token, set_off.content))
    elif token.pos_ == "NOUN":
        yield from noun_attributions(token)
    elif token.pos_ == "ADJ":
        yield from adjective_attributions(token)
    elif token.pos_ == "ADV":
        yield from reportedly(token)
    elif token.pos_ == "ADP":
        yield from within(token)
        yield from by_account(token)
