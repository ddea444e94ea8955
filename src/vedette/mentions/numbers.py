"""Numbers in figures and in words: "1.5 million", "two dozen", "300,000", "2.4 lakh", "half a million"; and where in a
text a long pattern has to look for them: around the words it cannot do without."""

import re
from collections.abc import Iterable, Mapping

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
