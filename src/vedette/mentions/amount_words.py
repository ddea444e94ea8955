"""The words of counts, from their tables, the pattern that finds them with their bounds, the phrase they count, and
what a number counts whose noun is left out: named before, told by the clause, or heading its column of a table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.grids import heads_of
from vedette.mentions.numbers import FIGURES, NUMBER, SCALES, WORDS, number_value, sorts_of
from vedette.model import AmountMention, Quantifier, Quote, Unit
from vedette.model.tokens import Doc, Span, Token

VAGUE: dict[str, tuple[float, float]] = {
    "hundreds of thousands": (200_000, 999_999), "tens of thousands": (20_000, 99_999), "millions": (2e6, 9.99e6),
    "thousands": (2_000, 9_999), "hundreds": (200, 999), "scores": (40, 99), "dozens": (24, 99), "several": (3, 9),
    "a few": (3, 5), "a handful": (3, 5), "a couple": (2, 2), "tens of millions": (2e7, 9.9e7),
    "several hundred": (300, 900), "several thousand": (3_000, 9_000), "several dozen": (36, 108), "a dozen": (12, 12),
    "hundreds of millions": (2e8, 9.99e8), "tens": (20, 99), "a few hundred": (300, 500),
    "a few thousand": (3_000, 5_000), "a few dozen": (36, 60),
}  # fmt: skip
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
TEN = 10
PERCENT = r"%+|per\s?cents?\b|percent\b|pct\b"
_MONEY = r"(?:[A-Z]{0,2}[$€£¥]|(?-i:CURRENCIES)(?![^\W\d]))\s?"
_AFTER = r"\+|[- ]plus\b|-odd\b|\sor\s(?:more|so|fewer|less)\b"
AFTERWARDS: dict[str, Quantifier] = {"so": "approximately", "odd": "approximately", "fewer": "up-to", "less": "up-to"}
_GLUED = r"(?=(?:kgs?|kms?|ml|cm|ha|usd|eur)\b)"  # "15km"
_FRACTION = (
    rf"half(?=\s+(?:of|the|their|its|all)\b)|(?:(?:a|one|two|three|four)[\s-])"
    rf"(?:{'|'.join(FRACTIONS)})s?(?=\s+(?:\([^()]{{1,9}}\)\s+)?of\b(?! a (?:m|b)illion))"
    rf"|(?:two|three|four)[\s-](?:{'|'.join(FRACTIONS)})s\b(?!\s+of\b)"
)
PHRASE = frozenset({"compound", "amod", "nmod", "poss"})
RATE = re.compile(r"(?: per (?:\d[\d,]* ?)?[^\W\d]+)+")
SHORT = re.compile(r" \((?=[A-Za-z]*[A-Z])[A-Za-z]{2,7}\)")
NEXT = 4
TO_NUMBER = frozenset({"attr", "pobj", "dobj", "prep", "acomp", "nummod", "npadvmod", "advmod", "appos"})
TOLD = frozenset({"nsubj", "nsubjpass", "dobj"})
REACH = 20
NUMBER_OF = re.compile(r"\b(?:number|total|count) of (?:the )?$", re.IGNORECASE)

type Bounds = tuple[Quantifier, float | None, float | None, float | None]


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
def pattern(ranges: bool = True) -> re.Pattern[str]:
    """A number with the words that bound it: money, a share, a ratio, a range, vague words or a single number."""
    words = _any(quantifiers())
    money = _MONEY.replace("CURRENCIES", _any(word_class("grammar", "currency")))
    to = r"(?:(?<=[\d%])\s?[-–]\s?(?=\d)|\s(?:to|or)\s|(?(between)\sand\s|(?!)))"
    low, high = rf"(?P<low>{NUMBER})(?:\s?(?:{PERCENT}))?", rf"(?P<high>{NUMBER})(?:[\s-]?(?P<share>{PERCENT}))?"
    ranged = rf"|{low}{to}(?:(?:{words})\s+)?{high}" if ranges else ""
    again = r"\s?\(\d[\d,]*\)"
    return re.compile(
        rf"(?<![\w.$€£+-])(?<!\d[/:])(?:(?P<words>{words})(?:\s+|(?<=[≥≤<>~])))?(?P<between>between\s+)?"
        rf"(?P<money>{money})?(?:(?P<vague>{_any(VAGUE)})\b{ranged}"
        rf"|(?P<percent>{NUMBER})[\s-]?(?:{PERCENT})"
        rf"|(?P<part>{NUMBER})(?:{again})?\s(?:out of(?: the| every)?|(?:in|of) every)\s(?P<whole>{NUMBER})(?:{again})?"
        rf"|(?P<of>one|\d|{_any(('two', 'three', 'four', 'six', 'seven', 'eight', 'nine'))}) in (?P<ten>ten|10|100"
        rf"|(?<=one in )(?:three|four|five|six|seven|eight)|(?<=1 in )[3-9])\b"
        rf"|(?P<fraction>{_FRACTION})"
        rf"|(?P<single>(?:half|(?:a|three)[\s-]quarters? of) a (?:million|billion|dozen)"
        rf"|a (?:hundred|thousand|million)\b|{NUMBER}))"
        rf"(?:{_GLUED}|(?P<after>{_AFTER})?(?![\w%]|[.,:/]\d|-\w))",
        re.IGNORECASE,
    )


@cache
def needed() -> dict[str, tuple[str, ...]]:
    """A figure or the word that each count has where it has no figure."""
    words = {word.split()[-1] for word in (*VAGUE, *WORDS, *SCALES, *FRACTIONS) if len(word) > 1}
    return sorts_of({"count": (FIGURES, *words, *(f"{word}s" for word in FRACTIONS))})


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def bounds_of(match: re.Match[str]) -> Bounds | None:
    """The bounds that a match states; shares are in per cent.

    exact n gives low = best = high = n; about n only best; at least and more than n only low; up to n only high;
    almost n best and high; a range low and high; vague words keep the bounds of their order of magnitude.
    """
    if match["vague"]:
        low, high = VAGUE[" ".join(match["vague"].lower().split())]
        return "vague", low, None, high
    if is_range(match):
        low_value, high_value = number_value(match["low"]), number_value(match["high"])
        if low_value is None or high_value is None or high_value <= low_value:
            return None
        return "range", low_value, None, high_value
    value = _value(match)
    if value is None:
        return None
    if match["after"] and not match["words"]:
        return _bounded(AFTERWARDS.get(match["after"].lower().split("-")[-1].split()[-1], "at-least"), value)
    return _bounded(quantifiers().get(" ".join((match["words"] or "").lower().split()), "exact"), value)


def _value(match: re.Match[str]) -> float | None:
    if match["fraction"]:
        return _fraction(match["fraction"].lower())
    if match["ten"]:
        return _share(match["of"], match["ten"])
    if match["whole"]:
        return _share(match["part"], match["whole"]) if is_share(match) else number_value(match["part"])
    return number_value(match["percent"] or match["single"])


def is_range(match: re.Match[str]) -> bool:
    """Whether two numbers bound what is counted."""
    return "low" in match.re.groupindex and bool(match["low"])


def is_share(match: re.Match[str]) -> bool:
    """Whether the number is a part of a hundred; "12 out of 30 wells" counts wells, "3 out of 5 women" does not."""
    whole = number_value(match["whole"]) if match["whole"] else None
    alone = match["percent"] or match["fraction"] or match["ten"] or (is_range(match) and match["share"])
    return bool(alone) or (whole is not None and whole <= TEN)


def _share(part: str, whole: str) -> float | None:
    one, all_of_it = number_value(part), number_value(whole)
    return round(100 * one / all_of_it, 1) if one is not None and all_of_it else None


def _fraction(words: str) -> float:
    first, *rest = words.replace("-", " ").split()
    many = number_value(first) if rest and first != "a" else 1
    return round(100 * (many or 1) / FRACTIONS[(rest[-1] if rest else first).removesuffix("s")], 1)


def _bounded(quantifier: Quantifier, value: float) -> Bounds:
    if quantifier in {"at-least", "more-than"}:
        return quantifier, value, None, None
    if quantifier == "up-to":
        return quantifier, None, None, value
    if quantifier == "less-than":
        return quantifier, None, value, value
    return (quantifier, None, value, None) if quantifier == "approximately" else (quantifier, value, value, value)


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
    for further in (SHORT, RATE):
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
    found, node = [], head
    while (following := _next(node)) is not None:
        found.append(following)
        node = following
    return [] if any(_is_numbered(one) for one in found) or not _by_and(head.doc, found) else found


def _next(node: Token) -> Token | None:
    near = (child for child in node.children if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"})
    return next((child for child in near if child.i <= node.i + NEXT), None)


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
    tallied = [one for one in told if {one.lemma_.lower()} & word_class("grammar", "altogether")]
    subject = next(
        (one for one in (*tallied, *told) if one in tallied or (one.dep_ != "dobj" and one.i < number.i)), None
    )
    return phrase_of(below_container(subject)) if head.pos_ in {"VERB", "AUX"} and subject is not None else None


def _counted_before(number: Token, last: AmountMention | None) -> Quote | None:
    """What the last count of this sentence counted."""
    return last.counted if last is not None and last.end >= number.sent.start_char else None
