"""Numbers in figures and in words: "1.5 million", "two dozen", "2.4 lakh", "half a million", with the words that bound
them; and where in a text a long pattern has to look for them: around the words it cannot do without."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.model import Quantifier

_SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: float(i) for i, word in enumerate(_SMALL)} | {word: 20.0 + 10 * i for i, word in enumerate(_TENS)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "m": 1e6,
    "bn": 1e9, "k": 1e3, "tn": 1e12, "mn": 1e6, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
}  # fmt: skip
_LETTERS = ("m", "k")  # only right behind the figures: "50 m" is a distance
_SCALES = "|".join(sorted((word for word in SCALES if word not in _LETTERS), key=len, reverse=True))
_SPELLED = "|".join(sorted(WORDS, key=len, reverse=True))
_FIGURES = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?"  # 1,250,000 and 1,24,053
    r"|\d{1,3}(?: \d{3})+(?!\d)"  # 14 000
    r"|(?<!of the )(?<!of these )(?:\d{1,3}(?:, ?\d{3})*, 0\d\d(?!\d)|\d{1,3}, \d{3}(?!\d|,? ?\d))"  # 61, 000
    r"|\d{1,15}(?:\.\d{1,6})?"
)
NUMBER = (
    rf"(?:(?:{_FIGURES})(?:[\s-](?:{_SCALES})\b|(?:m|bn|k|mn)\b){{0,3}}"
    rf"|(?:{_SPELLED})\b(?:[\s-](?:and )?(?:{_SCALES}|{_SPELLED})\b){{0,4}})"
)
_GAP = re.compile(r"(?<=\d),? (?=\d{3}(?!\d))|(?<=\d),(?=\d)")
_WORD = re.compile(r"[a-z]+|\d")
FIGURES = "0"
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z]+")
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
RATE = re.compile(r"(?: per (?:\d[\d,]* ?)?[^\W\d]+)+")
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

type Bounds = tuple[Quantifier, float | None, float | None, float | None]


def number_value(words: str) -> float | None:
    """The value of a number in figures or words, None where it is none; bounded in length."""
    total, current = 0.0, 0.0
    seen = False
    for part in _TOKEN.findall(_GAP.sub("", words.lower()[:80])):
        if part in {"and", "of", "a", "an"}:
            current = current or (1.0 if part in {"a", "an"} else 0.0)
        elif part == "half":
            current = 0.5
        elif part in {"quarter", "quarters"}:
            current = (current or 1.0) / 4
        elif part in SCALES:
            current, total = _scaled(current, total, SCALES[part])
        elif part in WORDS or part[0].isdigit():
            current += WORDS[part] if part in WORDS else float(part)
        else:
            return None
        seen = True
    return total + current if seen else None


def _scaled(current: float, total: float, scale: float) -> tuple[float, float]:
    """ "two hundred" goes on ("two hundred thousand"); a thousand and more close a group."""
    if scale < 1000:
        return (current or 1) * scale, total
    return 0.0, total + (current or 1) * scale


def lowered(text: str) -> str:
    """The text in small letters with every character in its place."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def sorts_of(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """The sorts that each word belongs to, told the words of each sort."""
    found: dict[str, tuple[str, ...]] = {}
    for sort, own in words.items():
        for word in own:
            found[word] = (*found.get(word, ()), sort)
    return found


def stretches(lower: str, sorts: Mapping[str, tuple[str, ...]], reach: int) -> dict[str, list[tuple[int, int]]]:
    """For each sort the stretches of a text in small letters within reach of its words; FIGURES is any digit."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(lower):
        word = match[0]
        for sort in sorts.get(word if word >= "a" else FIGURES, ()):
            start, end = max(0, match.start() - reach), match.end() + reach
            near = found.setdefault(sort, [])
            if near and start <= near[-1][1]:
                start = near.pop()[0]
            near.append((start, end))
    return found


@dataclass(frozen=True, slots=True)
class QuantifierEntry:
    """Words that bound a number."""

    quantifier: Quantifier
    words: tuple[str, ...]


@cache
def quantifiers() -> dict[str, Quantifier]:
    """Bounding words to the quantifier they stand for."""
    return {word: entry.quantifier for entry in load("quantifiers", QuantifierEntry) for word in entry.words}


def _bounding(*names: Quantifier) -> list[str]:
    return [word for word, name in quantifiers().items() if name in names or not names]


@cache
def pattern(ranges: bool = True) -> re.Pattern[str]:
    """A number with the words that bound it: money, a share, a ratio, a range, vague words or a single number."""
    words, least, most = (_any(_bounding(*names)) for names in ((), ("at-least",), ("up-to",)))
    money = _MONEY.replace("CURRENCIES", _any(word_class("grammar", "currency")))
    to = r"(?:(?<=[\d%])\s?[-–]\s?(?=\d)|\s(?:to|or)\s|(?(between)\sand\s|(?!))"
    to += rf"|(?(least)\s(?:and|but|or)\s(?={most})|(?!)))"  # "at least 11 and up to 15"
    low, high = rf"(?P<low>{NUMBER})(?:\s?(?:{PERCENT}))?", rf"(?P<high>{NUMBER})(?:[\s-]?(?P<share>{PERCENT}))?"
    ranged = rf"|{low}{to}(?:(?:{words})\s+){{0,2}}{high}" if ranges else ""
    again = r"\s?\(\d[\d,]*\)"
    return re.compile(
        rf"(?<![\w.$€£+])(?<![^\s(]-)(?<!\d[/:])(?:(?P<words>(?P<least>{least})|{words})(?:\s+|(?<=[≥≤<>~])))?(?P<between>between\s+)?"
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
def coin() -> re.Pattern[str]:
    """The sign or code of a currency behind a sum, with what the sum is paid for: "500 US$", "40 SYP per kilo"."""
    codes = _any(word_class("grammar", "currency"))
    return re.compile(rf"\s?(?P<coin>(?:[A-Z]{{0,2}}[$€£¥]|{codes})(?![^\W_])(?:{RATE.pattern})?)")


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
