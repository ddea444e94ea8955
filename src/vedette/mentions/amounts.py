"""Finds counts with what they count and how they are bounded: "at least 12 civilians", "hundreds of families"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from vedette.lexicon.classes import word_class
from vedette.lexicon.marks import balanced
from vedette.mentions.amount_words import PHRASE, bounds_of, is_share, key, pattern, phrase_of, units, whole_phrase
from vedette.mentions.numbers import number_value
from vedette.mentions.stretches import stretches
from vedette.model import AmountMention, Quote, TimeMention, Unit
from vedette.model.tokens import Doc, Span, Token

REACH = 120
NOT_COUNTED = frozenset(
    {"per", "year-old", "th", "st", "nd", "rd", "degree", "year", "month", "mm", "calibre", "caliber"}
)
COUNTED_BY = frozenset({"nummod", "quantmod", "amod", "compound", "npadvmod", "det"})
GOES_ON = re.compile(r"\w?\s*(?:,|&|/|-|–|and|or|to|, and)\s*")
LISTED = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]?")
ANSWERED = re.compile(r"\s?\((\d[\d,]*)\)")
ARTICLES = {"a": 1.0, "an": 1.0, "another": 1.0, "both": 2.0}
ALONE = frozenset({"person", "worker", "driver", "official", "adult", "teacher", "employee"})
OLDEST = 110
YEARS = range(1900, 2100)

TO_NUMBER = frozenset({"attr", "pobj", "dobj", "prep", "acomp", "nummod", "npadvmod", "advmod", "appos"})
TOLD = frozenset({"nsubj", "nsubjpass", "dobj"})


def mark_amounts(tokens: Doc, times: Iterable[TimeMention] = ()) -> tuple[AmountMention, ...]:
    """Every count of a text, in order; dates, ages, ranks and numbers that are names are left out."""
    taken = [(one.start, one.end) for one in times]
    found: list[AmountMention] = []
    named = -1
    for match in _matches(tokens.text):
        number = _number_quote(match)
        told = found[-1].number.end if found else 0
        if number.start < told or any(start < match.end() and match.start() < end for start, end in taken):
            continue
        span = tokens.char_span(number.start, number.end, alignment_mode="expand")
        if span is None:
            continue
        if _is_name(span) or (named >= 0 and GOES_ON.fullmatch(tokens.text, named, number.start) and _bare(span)):
            named = number.end
        elif (amount := _amount(tokens, match, number, span)) is not None:
            found.append(amount)
    every = [*with_what_is_left_out(tokens, found), *_counted_by_article(tokens, found)]
    return tuple(sorted(every, key=lambda one: one.start))


def _matches(text: str) -> Iterator[re.Match[str]]:
    return (match for start, end in stretches(key(), text, REACH) for match in pattern().finditer(text, start, end))


def _counted_by_article(tokens: Doc, found: Iterable[AmountMention]) -> Iterator[AmountMention]:
    """ "a woman" is one person, "both pilots" are two."""
    taken = {one.root for one in found}
    for article in tokens:
        many = ARTICLES.get(article.lower_) if article.dep_ in {"det", "predet", "preconj"} else None
        head = article.head
        if many is None or head.i in taken or (head.tag_ == "NNS") != (many > 1):
            continue
        unit, population = _unit(head, head.lemma_.lower(), money=False)
        if unit == "person" and (population or head.lemma_ in ALONE) and article.i < head.i:
            start, end, number = (
                article.idx,
                head.idx + len(head),
                Quote(article.idx, article.idx + len(article), article.text),
            )
            yield AmountMention(
                start, end, tokens.text[start:end], head.i, number, head.lemma_.lower(), many, many, many, "exact",
                unit, population, None, phrase_of(head, number.end),
            )  # fmt: skip


def _amount(tokens: Doc, match: re.Match[str], number: Quote, span: Span) -> AmountMention | None:
    bounds = bounds_of(match)
    if bounds is None or (span.text.lower() == "scores" and any(one.dep_ in PHRASE for one in span.root.lefts)):
        return None
    quantifier, low, best, high = bounds
    share, money = is_share(match), bool(match["money"])
    root = _counted(span)
    noun = root.lemma_.lower() if root not in span and not money else ""
    if noun in word_class("grammar", "tally") or root.text == "%" or root.pos_ == "PRON":
        noun = ""
    if noun in NOT_COUNTED or (not noun and not share and _is_year(match)):
        return None
    unit, population = ("share", None) if share else _unit(root, noun, money)
    start = min(match.start(), root.idx) if noun else match.start()
    end = max(match.end(), root.idx + len(root)) if noun else match.end()
    start, end = balanced(tokens.text, start, end)
    return AmountMention(
        start, end, tokens.text[start:end], root.i, number, noun, low, best, high, quantifier, unit, population,
        match["words"], whole_phrase(root, number.end) if noun else _currency(match),
    )  # fmt: skip


def _number_quote(match: re.Match[str]) -> Quote:
    """The numeral alone: with "per cent" and "out of ten", and with itself in figures ("three (3)")."""
    name = next(name for name in ("vague", "percent", "part", "of", "fraction", "low", "single") if match[name])
    start, end = match.start(name), match.end() if name in {"percent", "part", "of", "low"} else match.end(name)
    answered = ANSWERED.match(match.string, end) if name == "single" else None
    if answered is not None and number_value(answered[1]) == number_value(match["single"]):
        end = answered.end()
    return Quote(start, end, match.string[start:end])


def _is_year(match: re.Match[str]) -> bool:
    single = match["single"] or ""
    return len(single) == 4 and single.isdecimal() and int(single) in YEARS


def _bare(span: Span) -> bool:
    """Whether a number counts no noun after it."""
    return _counted(span).i < span.end


def _is_name(span: Span) -> bool:
    """Numbers that count nothing: after the noun ("Resolution 2254"), ages, ranks, marks of a list."""
    first, tokens = span[0], span.doc
    before = tokens[first.i - 1] if first.i else None
    if span.text.lower() == "one" and span.root.dep_ not in {"nummod", "nsubj", "nsubjpass", "dobj", "conj"}:
        return True
    if before is None or before.text in word_class("grammar", "currency"):
        return _opens_list(span, None)
    if _opens_list(span, before) or _is_age(span, before):
        return True
    if before.lower_ in word_class("grammar", "numbered") and (_bare(span) or before.lower_ in {"aged", "per"}):
        return True
    head = span.root.head
    after_noun = (
        head.i < first.i and head.pos_ in {"PROPN", "NOUN"} and span.root.dep_ in {"nummod", "appos", "npadvmod"}
    )
    capitalised = before.pos_ == "PROPN" and before.text[:1].isupper()
    return capitalised and (after_noun or span.root.dep_ in {"appos", "punct", "nmod"})


def _is_age(span: Span, before: Token) -> bool:
    """ "A man, 35, and a woman, 60." """
    if before.text != "," or before.i == 0 or not _bare(span) or not span.text.isdecimal() or int(span.text) > OLDEST:
        return False
    after = span.doc[span.end].text if span.end < len(span.doc) else "."
    return before.nbor(-1).lemma_.lower() in word_class("party_words", "aged") and after in {",", ".", ";", ")", "and"}


def _opens_list(span: Span, before: Token | None) -> bool:
    """ "2. Water", and the number of a note that stands after the end of a sentence."""
    starts = before is None or before.is_space or before.text in {";", ".", "•", ")"} or not before.text.isascii()
    if not starts or not LISTED.fullmatch(span.text) or not _bare(span) or span.end >= len(span.doc):
        return False
    after = span.doc[span.end]
    return span.text[-1] in ".)" or after.text in {".", ")"} or (before is not None and after.text.istitle())


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
            return root if root.i < span.start else below_container(root)
    return root


def _currency(match: re.Match[str]) -> Quote | None:
    """The code or sign before a sum."""
    if not match["money"]:
        return None
    code = match["money"].rstrip()
    return Quote(match.start("money"), match.start("money") + len(code), code)


def _unit(root: Token, noun: str, money: bool) -> tuple[Unit | None, str | None]:
    if money or root.text in {"$", "€", "£"} or root.text in word_class("grammar", "currency"):
        return "money", None
    pair = f"{root.nbor(-1).lemma_.lower()} {noun}" if root.i else noun
    if any(child.lower_ == "displaced" for child in root.children) and noun in {"people", "person", "family"}:
        return ("household" if noun == "family" else "person"), "idp"
    return units().get(pair) or units().get(noun) or units().get(root.lower_) or (None, None)


def below_container(noun: Token) -> Token:
    """What "the number of" and "the share of" speak of."""
    if noun.lemma_.lower() not in word_class("grammar", "tally"):
        return noun
    of = next((child for child in noun.children if child.lower_ == "of"), None)
    return next((one for one in of.children if one.dep_ in {"pobj", "pcomp"}), noun) if of is not None else noun


def with_what_is_left_out(tokens: Doc, amounts: Iterable[AmountMention]) -> Iterator[AmountMention]:
    """The amounts in order; one without a noun of its own gets the words it goes on counting."""
    last: AmountMention | None = None
    for amount in amounts:
        words = amount.counted or _meant(tokens, amount, last)
        unit = amount.unit or (_of_households(words) if words else None)
        one = replace(amount, counted=words, unit=unit)
        yield one
        last = one if one.counted and one.unit != "money" else last


def _of_households(words: Quote) -> Unit | None:
    """Whether the words that a bare number goes on counting name households."""
    unit, _ = units().get(_singular(words.text.split()[-1].lower()), (None, None))
    return unit if unit == "household" else None


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def _meant(tokens: Doc, one: AmountMention, last: AmountMention | None) -> Quote | None:
    """The thing named right before a bracket, the one counted before, or the one that the clause speaks of."""
    span = tokens.char_span(one.number.start, one.number.end, alignment_mode="expand")
    if span is None:
        return None
    before = tokens[max(span.start - 1, 0)]
    named = tokens[max(span.start - 2, 0)]
    near = _counted_before(span.root, last)
    if before.text in {"(", "["}:
        if last is not None and last.number.end == named.idx + len(named):
            return last.counted
        return phrase_of(named) if named.pos_ == "NOUN" else near
    return near or _told_of(span.root)


def _told_of(number: Token) -> Quote | None:
    """What a clause tells the number of: "the toll rose to 40", "bringing the number of displaced to 900"."""
    head = number
    while head.dep_ in TO_NUMBER and head.head != head and head.pos_ not in {"VERB", "AUX"}:
        head = head.head
    while head.dep_ == "xcomp" and not any(child.dep_ in TOLD for child in head.children):
        head = head.head
    told = [child for child in head.children if child.dep_ in TOLD and child.pos_ == "NOUN" and child != number]
    tallied = [one for one in told if {one.lemma_.lower()} & word_class("grammar", "altogether")]
    subject = next(
        (one for one in (*tallied, *told) if one in tallied or (one.dep_ != "dobj" and one.i < number.i)), None
    )
    return phrase_of(below_container(subject)) if head.pos_ in {"VERB", "AUX"} and subject is not None else None


def _counted_before(number: Token, last: AmountMention | None) -> Quote | None:
    """What the last count of this sentence counted."""
    return last.counted if last is not None and last.end >= number.sent.start_char else None
