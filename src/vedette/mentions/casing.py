"""Lines in capitals and headlines In Title Case, put as they would stand in running text, letter for letter."""

import re
from collections.abc import Callable, Collection

from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import noun_classes, word_class

NAMED = re.compile(r"(?<=[a-z,] )[A-Z][\w'-]+")
WORD = re.compile(r"[^\W\d_]{2,}")
SMALL = 4  # letters below which a word stands in small letters in a headline too
LONGEST = 200
FEWEST = 5

type Common = Callable[[str], bool]


def evened(text: str, is_verb: Common) -> str:
    """Such lines in small letters, but for the names that stand capitalised in the rest of the text or that the
    registry knows. `is_verb` tells whether a word in small letters is a verb.
    """
    lines = text.split("\n")
    odd = [_shouts(line) or _is_titled(line) for line in lines]
    if not any(odd):
        return text
    plain = " \n".join(line for line, is_odd in zip(lines, odd, strict=True) if not is_odd)
    names = {name.lower() for found in NAMED.findall(plain) for name in (found, *re.split(r"['-]", found))}
    small = {word for word in WORD.findall(plain) if word.islower()} - names

    def as_told(line: str) -> str:
        if _shouts(line):
            return _lowered(line, names)
        return line if small.isdisjoint(line.lower().split()) else _untitled(line, names, small, is_verb)

    return "\n".join(as_told(line) if is_odd else line for line, is_odd in zip(lines, odd, strict=True))


def _shouts(line: str) -> bool:
    return len(WORD.findall(line)) >= SMALL and line.upper() == line


def _is_titled(line: str) -> bool:
    """Whether every word of some length has a capital: "Army Retakes Town After Three-Day Battle"."""
    words = [word for word in WORD.findall(line) if len(word) >= SMALL] if len(line) <= LONGEST else []
    return len(words) >= FEWEST and not line.rstrip().endswith(".") and all(word[0].isupper() for word in words)


def _lowered(line: str, names: Collection[str]) -> str:
    def lower(match: re.Match[str]) -> str:
        low = match.group().lower()
        if len(low) != len(match.group()):
            return match.group()
        return low.capitalize() if low in names or match.start() == 0 else low

    return re.sub(r"[^\W_]+", lower, line)


def _untitled(line: str, names: Collection[str], small: Collection[str], is_verb: Common) -> str:
    """A headline with its common words small: those that are small in the text, verbs, and nouns of the lexicon."""
    known = [range(hit.start, hit.end) for hit in load_registry().find(line)]

    def lower(match: re.Match[str]) -> str:
        word, low = match.group(), match.group().lower()
        named = low in names or word.isupper() or any(match.start() in span for span in known)
        stem = low.removesuffix("s")
        common = low in small or low in word_class("grammar", "function words") or is_verb(low)
        common = common or not noun_classes("nouns").keys().isdisjoint({low, stem})
        return low if match.start() and common and not named and len(low) == len(word) else word

    return re.sub(r"[^\W\d_]+", lower, line)
