"""Runs of words that are one name: capitals, small words inside them, parts behind hyphens and apostrophes."""

from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import ARTICLES
from vedette.mentions.places.kinds import has, kind_of, place_words
from vedette.model.tokens import Doc, Span, Token

LONGEST = 12
GENERIC = ("site", "site-name", "feature", "area-name")
OPENING = frozenset({"PROPN", "ADJ", "X", "INTJ"})
TAILS = frozenset({"NN", "NNP", "RB", "FW", "IN", "XX", "VBP", "VB", "UH", "NNS"})
GOVERNED = frozenset({"NOUN", "PROPN", "ADJ"})


def run_at(tokens: Doc, at: int, gazetteer: Gazetteer) -> Span | None:
    """The name that starts at a token; None where none does."""
    first = tokens[at]
    if first.lower_ in ARTICLES and _behind_hyphen(tokens, at + 1):
        end = at + 3
    elif is_part(first) and not first.is_stop and (first.pos_ in OPENING or not first.is_sent_start):
        end = at + 1
    else:
        return None
    while end < min(at + LONGEST, len(tokens)) and (more := _more(tokens, end, gazetteer)):
        end += more
    while end > at + 1 and is_generic(tokens[end - 1]):
        end -= 1
    no_name = (
        has(first, "person-before") or has(first, "area")
        if end == at + 1
        else first.is_sent_start and first.pos_ == "ADJ"
    )
    return tokens.span(at, end) if not no_name and not is_generic(tokens[end - 1]) else None


def is_generic(token: Token) -> bool:
    """Whether a word only tells what sort of place a name is of: "the Kindi Hospital", "Sheikh Yassine District"."""
    return kind_of(token) != "" or any(has(token, sort) for sort in GENERIC)


def is_part(token: Token) -> bool:
    """Whether a word may be a part of a name: a capital, also behind an elided "d'", and no day or month."""
    capital = token.text[2 * (token.text[:2] in {"d'", "l'"}) :][:1].isupper()
    return capital and len(token.text) > 1 and token.lower_ not in place_words("calendar")


def glued(tokens: Doc, at: int) -> bool:
    """Whether a hyphen or an apostrophe joins the word before to the word after it."""
    if not 0 < at < len(tokens) - 1 or tokens[at].text not in {"-", "'"}:
        return False
    return not tokens[at - 1].whitespace_ and not tokens[at].whitespace_


def _behind_hyphen(tokens: Doc, at: int) -> bool:
    return glued(tokens, at) and tokens[at].text == "-" and tokens[at + 1].text[:1].isupper()


def _more(tokens: Doc, at: int, gazetteer: Gazetteer) -> int:
    """How many further words go on with a name."""
    token = tokens[at]
    if token.is_sent_start:
        return 0
    if glued(tokens, at):
        return 2 * _joins(tokens, at, gazetteer)
    if is_part(token):
        return 1
    small = token.lower_ in ARTICLES or token.lower_ in place_words("within-name")
    if small and _behind_hyphen(tokens, at + 1):
        return 3
    return 2 * (small and at + 1 < len(tokens) and is_part(tokens[at + 1]) and not tokens[at + 1].is_sent_start)


def _joins(tokens: Doc, at: int, gazetteer: Gazetteer) -> bool:
    """ "Pont-Sondé", "Qa'a", "Haji-abad", but not "the Damascus-Aleppo road", "the Latakia-Turkish border"."""
    tail, before = tokens[at + 1], tokens[at - 1]
    if tail.text[:1].isupper():
        if tokens[at].text == "'" or before.lower_ in ARTICLES:
            return True
        following = tokens[min(at + 2, len(tokens) - 1)]
        apart = gazetteer.lookup(tail.text) and gazetteer.lookup(before.text)
        return tail.ent_type_ != "NORP" and not has(following, "area") and not apart
    if is_part(tail):  # "Saut-d'Eau"
        return True
    governs = at + 2 < len(tokens) and tokens[at + 2].pos_ in GOVERNED
    return tail.is_alpha and tail.tag_ in TAILS and not governs and not has(tail, "area")
