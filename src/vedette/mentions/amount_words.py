"""What is counted: its unit, the phrase that names it, and what a number counts whose noun is left out: named before,
told by the clause, or heading its column of a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from vedette.lexicon import load
from vedette.lexicon.classes import noun_classes, word_class
from vedette.lexicon.grids import heads_of
from vedette.mentions.numbers import RATE
from vedette.model import AmountMention, Quote, Unit
from vedette.model.tokens import Doc, Span, Token

PHRASE = frozenset({"compound", "amod", "nmod", "poss"})
COMPOUND = re.compile(r"(?:[-/][^\W\d]+)+")  # "non-displaced", "m-o-m", "days/week"
SHORT = re.compile(r" \((?=[A-Za-z]*[A-Z])[A-Za-z]{2,7}\)")
NEXT, REACH = 4, 20
TO_NUMBER = frozenset({"attr", "pobj", "dobj", "prep", "acomp", "nummod", "npadvmod", "advmod", "appos"})
TOLD = frozenset({"nsubj", "nsubjpass", "dobj"})
DOERS, NOBODY = frozenset({"armed", "state"}), frozenset[str]()
THINGS = frozenset({"weapon", "vehicle", "building"})
NUMBER_OF = re.compile(r"\b(?:number|total|count) of (?:the )?$", re.IGNORECASE)


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


def phrase_of(head: Token, after: int = 0) -> Quote:
    """The words that name a thing: its head with what modifies it from the left, from `after` on."""
    after = max([after, *(one.idx + len(one) for one in head.lefts if one.pos_ == "NUM" or one.tag_ == "PRP$")])
    lefts = [child.left_edge.idx for child in head.lefts if child.dep_ in PHRASE and child.idx >= after]
    start, end = max(min([*lefts, head.idx]), after if after <= head.idx else 0), head.idx + len(head)
    spaces = len(head.doc.text[start:end]) - len(head.doc.text[start:end].lstrip(" \n-"))
    return Quote(start + spaces, end, head.doc.text[start + spaces : end])


def whole_phrase(head: Token, after: int) -> Quote:
    """The phrase of what is counted, with what it is joined to, made of, abbreviated as or counted by."""
    first, text = phrase_of(head, after), head.doc.text
    end = _end_of(head) if head.idx >= after else first.end
    for further in (COMPOUND, SHORT, RATE):
        found = further.match(text, end)
        end = found.end() if found else end
    return Quote(first.start, end, text[first.start : end])


def _end_of(head: Token) -> int:
    """Past what a measure is of, and past further nouns that the same number counts."""
    last = _made_of(head) if head.lemma_.lower() in word_class("grammar", "measure") else head
    for joined in _joined(head):
        last = max(last, joined, key=lambda token: token.i)
    return last.idx + len(last)


def _made_of(head: Token) -> Token:
    of = next((child for child in head.children if child.lower_ == "of" and child.i == head.i + 1), None)
    inside = [child for child in of.children if child.dep_ == "pobj"] if of is not None else []
    return head if not inside or (inside[0].pos_ == "PROPN" and inside[0].ent_type_ == "GPE") else inside[0]


def _joined(head: Token) -> list[Token]:
    """ "women, children and men", unless one of them has a number of its own."""
    found = [head]
    while (following := _next(found[-1])) is not None:
        found.append(following)
    found = found[1:]
    return [] if any(_is_numbered(one) for one in found) or not _by_and(head.doc, found) else found


def _next(node: Token) -> Token | None:
    near = (one for one in node.children if one.dep_ == "conj" and one.i <= node.i + NEXT)
    return next((one for one in near if one.pos_ in {"NOUN", "PROPN"}), None)


def _is_numbered(noun: Token) -> bool:
    return any(child.dep_ in {"nummod", "det", "poss"} or child.pos_ == "NUM" for child in noun.children)


def _by_and(doc: Doc, found: list[Token]) -> bool:
    return bool(found) and any(one.lower_ in {"and", "&", "or"} for one in doc[found[-1].i - 3 : found[-1].i])


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
        span = tokens.char_span(amount.number.start, amount.number.end, alignment_mode="expand")
        words, one = amount.counted, amount
        if words is None and span is not None:
            column = _column(tokens.text, amount.number)
            words = column or _predicate(span) or _meant(tokens, span, last, share=amount.unit == "share")
            one = replace(amount, counted=words)
            unit, population = _unit_of(words) if words else (None, None)
            if amount.unit is None and unit is not None and (column or _is_told(tokens.text, span, words, unit)):
                one = replace(one, unit=unit, population=population)
        elif amount.noun == "other" and last is not None and last.unit in THINGS:
            one = replace(amount, unit=last.unit)  # "74 drones were downed and 21 others were lost"
        elif span is not None and amount.unit in {None, "person"} and amount.population is None:
            one = _told_by_predicate(span, amount)
        yield one
        again = last is not None and tokens.text[last.end : one.start] == " ("
        last = one if one.counted and one.unit != "money" and not again else last


def _told_by_predicate(span: Span, amount: AmountMention) -> AmountMention:
    """ "Eight of the injured were children": who they were."""
    words = _predicate(span)
    unit, population = _unit_of(words) if words else (None, None)
    return replace(amount, unit=unit, population=population) if population is not None else amount


def _unit_of(words: Quote) -> tuple[Unit | None, str | None]:
    known = (units().get(_singular(word)) for word in reversed(re.findall(r"\w+", words.text.lower())))
    return next((one for one in known if one), (None, None))


def _is_told(text: str, span: Span, words: Quote | None, unit: Unit) -> bool:
    """Whether the words left out are surely meant: people may be hurt where houses were counted before."""
    if unit == "building":
        return span.root.head.lemma_.lower() in word_class("grammar", "ruining")
    number_of = words is not None and NUMBER_OF.search(text, max(words.start - REACH, 0), words.start)
    return unit == "household" or (unit == "person" and bool(number_of or _predicate(span)))


def _column(text: str, number: Quote) -> Quote | None:
    """The head of the column that a number fills a cell of, of several the nearest that tells a unit: "Commune | Dead |
    Hurt", "Locality: families, people"."""
    heads = [Quote(start, end, text[start:end]) for start, end in heads_of(text, (number.start, number.end))]
    return next((one for one in heads if _unit_of(one)[0]), heads[0] if heads else None)


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
    """The thing named right before a bracket, those for whom a share is told or whose rate it is, whom "of the dead"
    opens with, the one counted before, or the one that the clause speaks of."""
    near = _counted_before(span.root, last)
    if tokens[max(span.start - 1, 0)].text in {"(", "["}:
        return _before_bracket(tokens[max(span.start - 2, 0)], near, last, share)
    told = _told_of(span.root)
    rated = told is not None and told.text.split()[-1].lower() in word_class("grammar", "rate")
    own = _for_whom(span) or (told if rated else None)
    return (own if share else None) or _rate(span.root) or near or _opening(span, last) or told


def _before_bracket(named: Token, near: Quote | None, last: AmountMention | None, share: bool) -> Quote | None:
    """A share in brackets is of the people before it, but not of the doctors in "lack of doctors (70%)"."""
    if last is not None and last.number.end == named.idx + len(named):
        return last.counted
    known = _unit_named(named) in {"person", "household"}
    if known and share and named.head.lower_ == "of" and not _counts_people(named.head.head):
        return None
    if known or (named.pos_ == "NOUN" and not share):
        return phrase_of(named)
    again = share and last is not None and last.unit in {"person", "household", "share"}
    return near or (last.counted if again and last is not None else None)


def _counts_people(noun: Token) -> bool:
    sums = word_class("grammar", "tally", "altogether")
    return noun.pos_ != "NOUN" or noun.lemma_.lower() in sums or _unit_named(noun) in {"person", "household"}


def _unit_named(noun: Token) -> Unit | None:
    return units().get(noun.lemma_.lower(), (None, None))[0]


def _for_whom(span: Span) -> Quote | None:
    """ "26 per cent for women, 9 per cent for men"."""
    after = span.doc[span.end] if span.end < len(span.doc) else span.root
    below = (one for one in after.children if one.dep_ == "pobj" and _unit_named(one) in {"person", "household"})
    noun = next(below, None) if after.lower_ in {"for", "among", "amongst"} else None
    return phrase_of(noun) if noun is not None else None


def _rate(number: Token) -> Quote | None:
    """ "A recovery rate of 44 per cent", "the toll stood at 60, the injured at 150"."""
    noun = number.head.head if number.dep_ == "pobj" and number.head.lower_ in {"of", "at"} else number
    listed = noun.dep_ == "conj" and noun.pos_ == "NOUN" and noun.i < number.i
    return phrase_of(noun) if listed or noun.lemma_.lower() in word_class("grammar", "rate") else None


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
    if number.dep_ == "dobj" and any(noun_classes().get(one.lemma_.lower(), NOBODY) & DOERS for one in told):
        return None  # "gunmen killed two"
    tallied = [one for one in told if {one.lemma_.lower()} & word_class("grammar", "altogether")]
    subject = next(
        (one for one in (*tallied, *told) if one in tallied or (one.dep_ != "dobj" and one.i < number.i)), None
    )
    return phrase_of(below_container(subject)) if head.pos_ in {"VERB", "AUX"} and subject is not None else None


def _counted_before(number: Token, last: AmountMention | None) -> Quote | None:
    """What the last count of this sentence counted."""
    return last.counted if last is not None and last.end >= number.sent.start_char else None
