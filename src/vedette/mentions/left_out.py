"""What a number counts whose noun is left out: named before, told by the clause, or heading its column of a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from vedette.lexicon.classes import word_class
from vedette.mentions.amount_words import below_container, phrase_of, units
from vedette.model import AmountMention, Quote, Unit
from vedette.model.tokens import Doc, Span, Token

TO_NUMBER = frozenset({"attr", "pobj", "dobj", "prep", "acomp", "nummod", "npadvmod", "advmod", "appos"})
TOLD = frozenset({"nsubj", "nsubjpass", "dobj"})
REACH = 20
NUMBER_OF = re.compile(r"\b(?:number|total|count) of (?:the )?$", re.IGNORECASE)
CELL = re.compile(r"[^\S\n]*[|\t][^\S\n]*|:[^\S\n]+|,[^\S\n]+")


def with_what_is_left_out(tokens: Doc, amounts: Iterable[AmountMention]) -> Iterator[AmountMention]:
    """The amounts in order; one without a noun of its own gets the words it goes on counting."""
    last: AmountMention | None = None
    for amount in amounts:
        span = tokens.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
        words, one = amount.counted, amount
        if words is None and span is not None:
            column = _column(tokens.text, amount.number)
            words = column or _predicate(span) or _meant(tokens, span, last, share=amount.unit == "share")
            one = replace(amount, counted=words)
            unit, population = _unit_of(words) if words else (None, None)
            if amount.unit is None and unit is not None and (column or _is_told(tokens.text, span, words, unit)):
                one = replace(one, unit=unit, population=population)
        yield one
        again = last is not None and tokens.text[last.end : one.start] == " ("
        last = one if one.counted and one.unit != "money" and not again else last


def _unit_of(words: Quote) -> tuple[Unit | None, str | None]:
    known = (units().get(_singular(word)) for word in reversed(words.text.lower().split()))
    return next((one for one in known if one), (None, None))


def _is_told(text: str, span: Span, words: Quote | None, unit: Unit) -> bool:
    """Whether the words left out are surely meant: people may be hurt where houses were counted before."""
    if unit == "building":
        return span.root.head.lemma_.lower() in word_class("grammar", "ruining")
    number_of = words is not None and NUMBER_OF.search(text, max(words.start - REACH, 0), words.start)
    return unit == "household" or (unit == "person" and bool(number_of or _predicate(span)))


def _column(text: str, number: Quote) -> Quote | None:
    """The head of the column that a number fills a cell of: "Commune | Dead | Hurt", "Locality: families, people"."""
    start, cells = _cells(text, number.start)
    at = next((i for i, cell in enumerate(cells) if cell.start <= number.start < cell.end), 0)
    if not at or cells[at].text != number.text:
        return None
    while start > 1 and text[start - 2] != "\n":
        start, heads = _cells(text, start - 1)
        if len(heads) != len(cells):
            return None
        words = heads[at].text
        if any(char.isalpha() for char in words) and not any(char.isdigit() for char in words):
            return heads[at]
    return None


def _cells(text: str, at: int) -> tuple[int, list[Quote]]:
    """Where the line of an offset starts, and its cells."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at) if "\n" in text[at:] else len(text)
    borders = [(start, start), *(match.span() for match in CELL.finditer(text, start, end)), (end, end)]
    return start, [Quote(left, right, text[left:right]) for (_, left), (right, _) in pairwise(borders)]


def _predicate(span: Span) -> Quote | None:
    """ "Of the dead, twelve were children." """
    verb = span.root.head
    if span.root.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    told = next((child for child in verb.children if child.dep_ == "attr" and child.tag_ in {"NNS", "NN"}), None)
    return phrase_of(told) if told is not None and told.lemma_.lower() in units() else None


def _singular(word: str) -> str:
    return {"children": "child", "women": "woman", "men": "man"}.get(word) or (
        f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    )


def _meant(tokens: Doc, span: Span, last: AmountMention | None, share: bool) -> Quote | None:
    """The thing named right before a bracket, whom "of the dead" opens with, the one counted before, or the one that
    the clause speaks of."""
    before = tokens[max(span.start - 1, 0)]
    named = tokens[max(span.start - 2, 0)]
    near = _counted_before(span.root, last)
    if before.text in {"(", "["}:
        if last is not None and last.number.end == named.idx + len(named):
            return last.counted
        unit, _ = units().get(named.lemma_.lower(), (None, None))
        if named.pos_ == "NOUN" and (unit in {"person", "household"} or not share):
            return phrase_of(named)
        return near or (
            last.counted if share and last is not None and last.unit in {"person", "household", "share"} else None
        )
    return _rate(span.root) or near or _opening(span, last) or _told_of(span.root)


def _rate(number: Token) -> Quote | None:
    """ "A recovery rate of 44 per cent." """
    noun = number.head.head if number.dep_ == "pobj" and number.head.lower_ in {"of", "at"} else number
    return phrase_of(noun) if noun.lemma_.lower() in word_class("grammar", "rate") else None


def _opening(span: Span, last: AmountMention | None) -> Quote | None:
    """ "Of the refugees, 40 were hurt. Of these, two died." """
    first = span.root.sent[0]
    if first.lower_ not in {"of", "among", "for"} or first.i >= span.start:
        return None
    noun = next((child for child in first.children if child.dep_ == "pobj" and child.i < span.start), None)
    if noun is None or noun.pos_ == "PRON":
        return last.counted if noun is not None and last is not None else None
    noun = below_container(noun)
    return phrase_of(noun) if noun.pos_ == "NOUN" and not noun.ent_type_ else None


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
