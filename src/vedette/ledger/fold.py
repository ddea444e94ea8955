"""Words made comparable: no case, no diacritics, no punctuation, so that Ḥimṣ, HIMS and Hims are one."""

import re
from unicodedata import category, combining, normalize

_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b", re.IGNORECASE)
_DROPPED = frozenset("'’‘ʼʻʿʾ`´ـ")
# Letters that do not decompose, and Arabic, Persian and Urdu letters that writers use for one another.
_ALIKE = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
}  # fmt: skip


class _Folding(dict[int, str]):
    """A table for str.translate that works out each character once; one at a time, so long runs cost nothing more."""

    def __missing__(self, code: int) -> str:
        parts = normalize("NFKD", normalize("NFKD", chr(code)).casefold())
        self[code] = "" if chr(code) in _DROPPED else "".join(map(_plain, parts))
        return self[code]


def _plain(char: str) -> str:
    if combining(char) or category(char) == "Cf":
        return ""
    return _ALIKE.get(char, char) if category(char)[0] in "LNM" else " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The bare words of a text, one space between them; "" when it has none."""
    return " ".join(_POSSESSIVE.sub("", text).translate(_FOLDING).split())


def label(text: str) -> str:
    """The folded words with a space at either end, so that a search for them finds whole words only."""
    return f" {fold(text)} "
