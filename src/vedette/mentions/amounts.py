"""Finds counts with what they count and how they are bounded: "at least 12 civilians", "hundreds of families"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import takewhile

from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class
from vedette.mentions.amount_words import (
    PHRASE,
    TOLD,
    below_container,
    phrase_of,
    units,
    whole_phrase,
    with_what_is_left_out,
)
from vedette.mentions.numbers import (
    bounds_of,
    coin,
    is_range,
    is_share,
    lowered,
    needed,
    number_value,
    pattern,
    stretches,
)
from vedette.model import AmountMention, Quote, TimeMention, Unit, balanced
from vedette.model.tokens import Doc, Span, Token

REACH = 40
NOT_COUNTED = frozenset(
    {"per", "year-old", "th", "st", "nd", "rd", "degree", "year", "month", "mm", "calibre", "caliber"}
)
COUNTED_BY = frozenset({"nummod", "quantmod", "amod", "compound", "npadvmod", "det"})
GOES_ON = re.compile(r"\w?\s*(?:,|&|/|-|–|and|or|to|, and)\s*")
NAMED_LIST = re.compile(r"\b([a-z]+)\s\(?(?:\d+[A-Z]?,?\s(?:(?:and|&)\s)?)+$", re.IGNORECASE)
GLUED = re.compile(r"[^\W\d)],|\),")
AND = re.compile(r"\s*(?:&|-|–|and|or|to)\s*")
LISTED = re.compile(r"\d{1,3}(?:\.\d{1,2})?[.)]?")
ANSWERED = re.compile(r"\s?\((\d[\d,]*)\)")
ARTICLES = {"a": 1.0, "an": 1.0, "another": 1.0, "both": 2.0}
COUNTABLE = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM"})
ARTICLE = frozenset({"det", "predet", "preconj"})
ALONE = frozenset({"person", "worker", "driver", "official", "adult", "teacher", "employee"})
NEARBY, LOOSE = frozenset({"in", "from", "at", "near", "to"}), frozenset({"ROOT", "npadvmod", "dep"})
OLDEST = 110
ADULT = 18
LAST_DAY = 31
SUPERLATIVE = 3
YEARS = range(1900, 2100)


def mark_amounts(tokens: Doc, times: Iterable[TimeMention] = ()) -> tuple[AmountMention, ...]:
    """Every count of a text, in order; dates, ages, ranks and numbers that are names are left out."""
    taken = {at for one in times for at in range(one.start, one.end)}
    dated = sorted(one.end for one in times if one.precision == "day" and one.text[-1].isdigit())
    found: list[AmountMention] = []
    named = -1
    for match in _matches(tokens, taken):
        number = _number_quote(match)
        told = found[-1].number.end if found else 0
        if number.start < told or _meets(taken, match):
            continue
        span = tokens.char_span(number.start, number.end, alignment_mode="expand")
        if span is None:
            continue
        goes_on = named >= 0 and GOES_ON.fullmatch(tokens.text, named, number.start) and _goes_on(span)
        last = bisect_right(dated, number.start)
        goes_on = goes_on or any(AND.fullmatch(tokens.text, end, number.start) for end in dated[last - 1 : last])
        if _is_name(match, span) or (goes_on and _bare(span)):
            named = number.end
        elif (amount := _amount(tokens, match, number, span)) is not None:
            found.append(amount)
    every = [*with_what_is_left_out(tokens, found), *_counted_by_article(tokens, found)]
    return tuple(sorted(every, key=lambda one: one.start))


def _matches(tokens: Doc, taken: set[int]) -> Iterator[re.Match[str]]:
    """The numbers of a text; two between which something rose or fell, or one of a time, are no range."""
    text = tokens.text
    for start, end in stretches(lowered(text), needed(), REACH).get("count", ()):
        for match in pattern().finditer(text, start, end):
            ranged = is_range(match)
            dated = ranged and _meets(taken, match) and (number_value(match["high"]) or 0) > LAST_DAY
            if dated or (ranged and (bounds_of(match) is None or _changed(tokens, match))):
                yield from pattern(ranges=False).finditer(text, match.start(), match.end())
            elif match["words"] and _ends_verb(tokens, match):
                yield from pattern().finditer(text, match.end("words"), match.end())
            else:
                yield match


def _meets(taken: set[int], match: re.Match[str]) -> bool:
    return not taken.isdisjoint(range(match.start(), match.end()))


def _ends_verb(tokens: Doc, match: re.Match[str]) -> bool:
    """ "Handed over 36 soldiers": all of them."""
    words = tokens.char_span(match.start("words"), match.end("words"), alignment_mode="expand")
    return words is not None and words.root.dep_ == "prt"


def _changed(tokens: Doc, match: re.Match[str]) -> bool:
    """ "The toll rose from 12 to 40." """
    span = tokens.char_span(max(0, match.start() - 5), match.start() - 1, alignment_mode="contract")
    if span is None or not len(span) or span.text.lower() != "from":
        return False
    return any(one.lemma_.lower() in word_class("grammar", "changing") for one in span.root.ancestors)


def _counted_by_article(tokens: Doc, found: Iterable[AmountMention]) -> Iterator[AmountMention]:
    """ "a woman and her son" are one person each, "both pilots" and "both" are two."""
    taken = {one.root for one in found}
    for word in tokens:
        many, noun = ARTICLES.get(word.lower_, 0.0), word.head
        if not many and word.tag_ == "NN" and word.i not in taken and _goes_with(word, taken):
            taken.add(word.i)
            owner = next((child for child in word.lefts if child.tag_ == "PRP$"), word)
            yield _one(tokens, owner, word, 1.0)
        elif many and word.dep_ in TOLD and word.pos_ in {"PRON", "DET"}:
            words = Quote(word.idx, word.idx + len(word), word.text)
            yield AmountMention(
                words.start, words.end, words.text, word.i, words, "", many, many, many, "exact", None
            )  # fmt: skip
        elif many and word.dep_ in ARTICLE and noun.i not in taken and word.i < noun.i and _is_a_person(noun, many):
            taken.add(noun.i)
            yield _one(tokens, word, noun, many)


def _goes_with(noun: Token, counted: Iterable[int]) -> bool:
    """ "A man and his son", "a husband and wife": a person joined to one that is counted, without a number."""
    own = (child.dep_ in {"det", "nummod"} for child in noun.children)
    alone = noun.dep_ == "conj" and noun.head.i in counted and noun.nbor(-1).tag_ in {"CC", "PRP$"} and not any(own)
    return alone and _unit(noun, noun.lemma_.lower())[0] == "person"


def _is_a_person(noun: Token, many: float) -> bool:
    """Not "he is a soldier"."""
    unit, population = _unit(noun, noun.lemma_.lower())
    fits = (noun.tag_ == "NNS") == (many > 1) and noun.dep_ != "attr"
    return fits and unit == "person" and bool(population or noun.lemma_ in ALONE)


def _one(tokens: Doc, first: Token, noun: Token, many: float) -> AmountMention:
    start, end, lemma = first.idx, noun.idx + len(noun), noun.lemma_.lower()
    number = Quote(start, start + len(first), first.text)
    return AmountMention(
        start, end, tokens.text[start:end], noun.i, number, lemma, many, many, many, "exact",
        *_unit(noun, lemma), None, phrase_of(noun, number.end if first != noun else 0),
    )  # fmt: skip


def _amount(tokens: Doc, match: re.Match[str], number: Quote, span: Span) -> AmountMention | None:
    bounds = bounds_of(match)
    if bounds is None or (span.text.lower() == "scores" and any(one.dep_ in PHRASE for one in span.root.lefts)):
        return None
    quantifier, low, best, high = bounds
    share, money = is_share(match), _currency(match)
    root = _counted(span)
    noun = root.lemma_.lower() if root not in span and money is None else ""
    if noun in word_class("grammar", "tally") or root.pos_ == "PRON" or not root.text[:1].isalnum():
        noun = ""
    if share and noun in word_class("grammar", "changing", "speaking"):
        root, noun = _of_change(root)
    if noun in NOT_COUNTED or (not noun and not share and _is_year(match)):
        return None
    unit, population = ("share", None) if share else ("money", None) if money else _unit(root, noun)
    start = min(match.start(), root.idx) if noun else match.start()
    end = max(match.end(), root.idx + len(root)) if noun else match.end()
    start, end = balanced(tokens.text, start, end)
    return AmountMention(
        start, end, tokens.text[start:end], root.i, number, noun, low, best, high, quantifier, unit, population,
        match["words"], whole_phrase(root, number.end) if noun else money,
    )  # fmt: skip


def _of_change(root: Token) -> tuple[Token, str]:
    """What rose or fell by a share: "a 15 per cent rise in the number of attacks"."""
    inside = (one for of in root.children if of.lower_ in {"in", "of"} for one in of.children if one.dep_ == "pobj")
    changed = next(inside, None)
    noun = below_container(changed) if changed is not None else root
    return noun, noun.lemma_.lower() if changed is not None and noun.pos_ == "NOUN" else ""


def _number_quote(match: re.Match[str]) -> Quote:
    """The numeral alone: with "per cent" and "out of ten", and with itself in figures ("three (3)")."""
    told = match.groupdict()
    name = next(name for name in ("vague", "low", "percent", "part", "of", "fraction", "single") if told.get(name))
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


def _is_name(match: re.Match[str], span: Span) -> bool:
    """Numbers that count nothing: after the noun ("Resolution 2254"), ages, ranks, notes, marks of a list."""
    first, tokens = span[0], span.doc
    minor = (match["words"] or "").lower() in {"under", "below"} and (number_value(span.text) or OLDEST) <= ADULT
    if _is_note(match, span) or _is_idiom(span) or (minor and _bare(span)):  # "children under five"
        return True
    opening = tokens.char_span(match.start(), match.end(), alignment_mode="expand") or span
    before = tokens[opening.start - 1] if opening.start else None
    if before is None or before.text in word_class("grammar", "currency"):
        return _opens_list(span, None)
    if _opens_list(span, before) or _is_age(span, before):
        return True
    if before.text == "." and before.i and before.nbor(-1).lower_ in {"no", "nos"}:  # "Update No. 2 - Displacement"
        return True
    tells = before.lower_ == "report" and before.pos_ == "VERB"  # "report 31 dead"
    named = before.lower_ in word_class("grammar", "numbered") and not tells
    if named and (_bare(span) or before.lower_ in {"aged", "per"} or _of_one(span, before)):
        return True
    head = span.root.head
    after_noun = (
        head.i < first.i and head.pos_ in {"PROPN", "NOUN"} and span.root.dep_ in {"nummod", "appos", "npadvmod"}
    )
    dated = before.ent_type_ in {"DATE", "TIME"} and span.root.head != before
    capitalised = before.pos_ == "PROPN" and before.text[:1].isupper() and "," not in span.text and not dated
    inside = head.i == span.end and head.tag_ == "NNP"  # "Camp Alpha 3 Clinic"
    return capitalised and (after_noun or inside or span.root.dep_ in {"appos", "punct", "nmod"})


def _of_one(span: Span, before: Token) -> bool:
    """ "Phase 3 of the plan", not "in the camp 40 of the tents"."""
    determined = any(child.dep_ == "det" for child in before.lefts)
    return not determined and span.end < len(span.doc) and span.doc[span.end].lower_ == "of"


def _is_note(match: re.Match[str], span: Span) -> bool:
    """The number of a note right behind a comma ("the children,54 who"), or one in a list of names ("camps 8E, 9")."""
    text, start = match.string, match.start()
    glued = GLUED.match(text, max(start - 2, 0)) is not None and (match["single"] or "").isdecimal()
    listed = NAMED_LIST.search(text, max(0, start - REACH), start) if _goes_on(span) else None
    return _bare(span) and (glued or (listed is not None and listed[1].lower() in word_class("grammar", "numbered")))


def _goes_on(span: Span) -> bool:
    """Not "3 from camp 4, 7 from camp 5"."""
    return span.end >= len(span.doc) or span.doc[span.end].lower_ not in {"from", "in", "of", "at"}


def _is_idiom(span: Span) -> bool:
    """ "One another", "on the one hand", "one-to-one", "Cohort 7's", "one of the largest", "one could say"."""
    following = span.doc[span.end : span.end + SUPERLATIVE]
    after = following[0].lower_ if following else ""
    if span.text.lower() != "one":
        return after in {"'s", "’s"} and span.text.isdecimal()
    loose = span.root.dep_ not in {"nummod", "nsubj", "nsubjpass", "dobj", "conj"}
    anybody = any(one.tag_ == "MD" for one in following[:1])
    most = after == "of" and any(one.tag_ in {"JJS", "RBS"} or one.lower_ == "main" for one in following)
    again = [one.lower_ for one in following[:2]] == ["to", "one"]
    return loose or anybody or most or again or after in {"another", "hand", "side"}


def _is_age(span: Span, before: Token) -> bool:
    """ "A man, 35, and Ann Roe, 60", "his son Omar Roe (5)", "under the age of five"; not "ten in Hill Town (5)"."""
    if before.i and (before.lower_ in {"of", "(", "between"}) and before.nbor(-1).lower_ in {"age", "ages", "aged"}:
        return True
    bare = before.i and _bare(span) and span.text.isdecimal() and int(span.text) <= OLDEST
    after = span.doc[span.end].text if span.end < len(span.doc) else "."
    if before.lower_ == "of" and before.head.tag_ == "NN" and before.head.lower_ in word_class("party_words", "aged"):
        return _bare(span)  # "a boy of 12", and "a mother of three": nobody counts the victims so
    if not bare or after not in {",": {",", ".", ";", ")", "and"}, "(": {")", ",", ";"}}.get(before.text, ()):
        return False
    who = before.nbor(-2 if before.i > 1 and before.nbor(-1).text == ")" else -1)
    first = who.nbor(-1) if who.i else who
    full = who.pos_ == first.pos_ == "PROPN" and first != who
    named = who.ent_type_ == "PERSON" or (full and not who.ent_type_)
    above = list(takewhile(lambda one: one.pos_ != "VERB", (who, *who.ancestors)))
    lies = (
        any(one.dep_ == "prep" and one.lower_ in NEARBY for one in above) or above[-1:] == [] or above[-1].dep_ in LOOSE
    )
    kin = not {who.lower_, first.lower_}.isdisjoint(word_class("party_words", "aged"))
    return kin or (named and not (lies and before.text == "("))


def _opens_list(span: Span, before: Token | None) -> bool:
    """ "2. Water", and the number of a note that stands after the end of a sentence."""
    starts = before is None or before.is_space or before.text in {";", ".", "•", ")"} or not before.text.isascii()
    if not starts or not LISTED.fullmatch(span.text) or span.end >= len(span.doc):
        return False
    after = span.doc[span.end]
    if not _bare(span):
        return "." in span.text and after.text.istitle() and before is not None
    return span.text[-1] in ".)" or after.text in {".", ")"} or (before is not None and after.text.istitle())


def _counted(span: Span) -> Token:
    """The noun counted: the head of the number, or what follows "hundreds of" and "one in ten"."""
    root, doc = span.root, span.doc
    after = doc[span.end] if span.end < len(doc) else root
    if after.text == "(":  # "39 per cent (up from 36) of sites"
        closes = (one for one in doc[span.end : span.end + REACH] if one.text == ")" and one.i + 1 < len(doc))
        after = next((one.nbor() for one in closes), after)
    ofs = (after, *(child for child in root.children if child.i >= span.end - 1))
    below = (child for of in ofs if of.lower_ == "of" for child in of.children if child.dep_ == "pobj")
    if (found := next(below, None)) is not None:
        return found
    while root.dep_ in COUNTED_BY and root.head.pos_ in COUNTABLE and root.head.i != root.i and not _aside(span, root):
        root = root.head
        if root.pos_ in {"NOUN", "PROPN"} and root not in span:
            if root.i < span.start:
                return root if root.pos_ == "NOUN" else span.root
            return below_container(root)
    heads = (one.head for one in span if one.dep_ == "nummod" and one.head.i >= span.end and one.head.pos_ == "NOUN"
             and not _aside(span, one))  # fmt: skip
    return next(heads, root) if root in span else root


def _aside(span: Span, root: Token) -> bool:
    """Whether the head stands in a bracket after the number: "17 (six children)", not "17 (six male) nurses"."""
    between = [one.text for one in span.doc[span.end : root.head.i]]
    return between.count("(") > between.count(")")


def _currency(match: re.Match[str]) -> Quote | None:
    """The code or sign before or after a sum."""
    found = match if match["money"] or is_share(match) else coin().match(match.string, match.end())
    name = "money" if found is match else "coin"
    code = found[name].rstrip() if found and found[name] else ""
    return Quote(found.start(name), found.start(name) + len(code), code) if found and code else None


def _unit(root: Token, noun: str) -> tuple[Unit | None, str | None]:
    pair = f"{root.nbor(-1).lemma_.lower()} {noun}" if root.i else noun
    if any(child.lower_ == "displaced" for child in root.children) and noun in {"people", "person", "family"}:
        return ("household" if noun == "family" else "person"), "idp"
    found = units().get(pair) or units().get(noun) or units().get(root.lower_)
    nation = root.text[-1:] == "s" and load_registry().by_adjective(root.text[:-1]) is not None  # "five Mozambicans"
    return found or (("person", None) if nation else (None, None))
