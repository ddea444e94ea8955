"""Finds counts with what they count and how they are bounded: "at least 12 civilians", "hundreds of families"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from vedette.lexicon import load
from vedette.mentions.numbers import NUMBER, number_value
from vedette.model import AmountMention, Quantifier, Quote, TimeMention, Unit

VAGUE: dict[str, tuple[float, float]] = {
    "hundreds of thousands": (200_000, 999_999), "tens of thousands": (20_000, 99_999), "millions": (2e6, 9.99e6),
    "thousands": (2_000, 9_999), "hundreds": (200, 999), "scores": (40, 99), "dozens": (24, 99), "several": (3, 9),
    "a few": (3, 5), "a handful": (3, 5), "a couple": (2, 2), "tens of millions": (2e7, 9.9e7),
    "several hundred": (300, 900), "several thousand": (3_000, 9_000), "several dozen": (36, 108), "a dozen": (12, 12),
    "hundreds of millions": (2e8, 9.99e8), "tens": (20, 99),
}  # fmt: skip
_VAGUE = "|".join(sorted(VAGUE, key=len, reverse=True))
_MONEY = r"(?:US|A|C)?[$€£¥]\s?"
NOT_COUNTED = frozenset({"percent", "%", "per", "year-old", "th", "st", "nd", "rd", "degree", "pct", "year", "month"})
COUNTED_BY = frozenset({"nummod", "quantmod", "amod", "compound", "npadvmod", "det"})


@dataclass(frozen=True, slots=True)
class QuantifierEntry:
    """Words that bound a number."""

    quantifier: Quantifier
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """Nouns of one unit and population ("" where it is of no special group)."""

    unit: Unit
    population: str
    words: tuple[str, ...]


@cache
def units() -> dict[str, tuple[Unit, str | None]]:
    """Lemma to (unit, population)."""
    return {word: (entry.unit, entry.population or None) for entry in load("units", UnitEntry) for word in entry.words}


@cache
def quantifiers() -> dict[str, Quantifier]:
    """Bounding words to the quantifier they stand for."""
    return {word: entry.quantifier for entry in load("quantifiers", QuantifierEntry) for word in entry.words}


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, quantifiers()), key=len, reverse=True))
    ranged = rf"(?:between\s+)?(?P<low>{NUMBER})\s?(?:-|–|to|and)\s?(?P<high>{NUMBER})"
    return re.compile(
        rf"(?<![\w.$€£-])(?:(?P<words>{words})\s+)?(?P<money>{_MONEY})?"
        rf"(?:(?P<vague>{_VAGUE})\b|{ranged}"
        rf"|(?P<single>half a (?:million|billion|dozen)|a (?:hundred|thousand|million)\b|{NUMBER}))"
        r"(?![\w]|[.,:/]\d|-\w)",
        re.IGNORECASE,
    )


def mark_amounts(tokens: Doc, times: Iterable[TimeMention] = ()) -> tuple[AmountMention, ...]:
    """Every count of a text, in order; dates, ages, ranks and numbers that are names are left out.

    Bounds: exact n gives low = best = high = n; about n only best; at least and more than n only low; up to n only
    high; almost n best and high; a range low and high; vague words keep the bounds of their order of magnitude.
    """
    taken = [(one.start, one.end) for one in times]
    found: list[AmountMention] = []
    for match in _pattern().finditer(tokens.text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.extend(_amount(tokens, match))
    return tuple(found)


def _amount(tokens: Doc, match: re.Match[str]) -> Iterator[AmountMention]:
    number = _number_quote(match)
    span = tokens.char_span(number.start, number.end, alignment_mode="contract")
    bounds = _bounds(match)
    if span is None or bounds is None or _is_name(span):
        return
    quantifier, low, best, high = bounds
    root = _counted(span)
    noun = root.lemma_.lower() if root not in span else ""
    if noun in NOT_COUNTED or (span.end < len(tokens) and tokens[span.end].lower_ in {"%", "percent", "per"}):
        return
    unit, population = _unit(root, noun, bool(match["money"]))
    start = min(match.start(), root.idx) if noun else match.start()
    end = max(match.end(), root.idx + len(root))
    yield AmountMention(
        start,
        end,
        tokens.text[start:end],
        root.i,
        number,
        noun,
        low,
        best,
        high,
        quantifier,
        unit,
        population,
        match["words"],
    )


def _number_quote(match: re.Match[str]) -> Quote:
    for name in ("vague", "single"):
        if match[name]:
            return Quote(match.start(name), match.end(name), match[name])
    start, end = match.start("low"), match.end("high")
    return Quote(start, end, match.string[start:end])


def _bounds(match: re.Match[str]) -> tuple[Quantifier, float | None, float | None, float | None] | None:
    if match["vague"]:
        low, high = VAGUE[" ".join(match["vague"].lower().split())]
        return "vague", low, None, high
    if match["single"] is None:
        low_value, high_value = number_value(match["low"]), number_value(match["high"])
        if low_value is None or high_value is None or high_value <= low_value:
            return None
        return "range", low_value, None, high_value
    value = number_value(match["single"])
    if value is None:
        return None
    return _bounded(quantifiers().get(" ".join((match["words"] or "").lower().split()), "exact"), value)


def _bounded(quantifier: Quantifier, value: float) -> tuple[Quantifier, float | None, float | None, float | None]:
    if quantifier in {"at-least", "more-than"}:
        return quantifier, value, None, None
    if quantifier == "up-to":
        return quantifier, None, None, value
    if quantifier == "less-than":
        return quantifier, None, value, value
    return (quantifier, None, value, None) if quantifier == "approximately" else (quantifier, value, value, value)


def _is_name(span: Span) -> bool:
    """Numbers that count nothing: after the noun ("Resolution 2254"), ages, ranks, the year of a name."""
    first, tokens = span[0], span.doc
    head = span.root.head
    after_noun = (
        head.i < first.i and head.pos_ in {"PROPN", "NOUN"} and span.root.dep_ in {"nummod", "appos", "npadvmod"}
    )
    before = tokens[first.i - 1] if first.i else None
    capitalised = (
        before is not None and before.pos_ == "PROPN" and before.i == first.i - 1 and before.text[:1].isupper()
    )
    aged = before is not None and before.lower_ in {"aged", "age", "no.", "number", "resolution", "article", "channel"}
    is_one = span.text.lower() in {"one"} and span.root.dep_ not in {"nummod"}
    return (
        (after_noun and capitalised) or aged or is_one or (capitalised and span.root.dep_ in {"appos", "punct", "nmod"})
    )


def _counted(span: Span) -> Token:
    """The noun counted: the head of the number, or what follows "hundreds of"."""
    root = span.root
    of = next((child for child in root.children if child.lower_ == "of" and child.i >= span.end - 1), None)
    if of is not None and (below := next((child for child in of.children if child.dep_ == "pobj"), None)) is not None:
        return below
    while (
        root.dep_ in COUNTED_BY and root.head.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "SYM"} and root.head.i != root.i
    ):
        root = root.head
        if root.pos_ in {"NOUN", "PROPN"} and root not in span:
            return root
    return root


def _unit(root: Token, noun: str, money: bool) -> tuple[Unit | None, str | None]:
    if money or root.text in {"$", "€", "£"}:
        return "money", None
    pair = f"{root.nbor(-1).lemma_.lower()} {noun}" if root.i else noun
    if any(child.lower_ == "displaced" for child in root.children) and noun in {"people", "person", "family"}:
        return ("household" if noun == "family" else "person"), "idp"
    return units().get(pair) or units().get(noun) or units().get(root.lower_) or (None, None)
