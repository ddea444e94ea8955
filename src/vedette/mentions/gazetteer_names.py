"""Folds place names so that spellings of one name meet: accents, hyphens, apostrophes, articles, abbreviations."""

import unicodedata
from functools import lru_cache

ARTICLES = frozenset(
    {"al", "el", "ul", "an", "en", "ar", "er", "as", "es", "ash", "esh", "at", "et", "ath", "az", "ez", "ad", "ed"}
)
SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}

SCHOLARLY = frozenset("āīūḩţşḑẕḏṯṣḥẓĀĪŪḨŢŞḐẔ‘’ʿʾ")
_UNPRINTED = str.maketrans(dict.fromkeys("‘’ʼʿʾ`´ʻ\u02b9", "'"))
_PLAIN = str.maketrans(
    dict.fromkeys("-‐‑–—/_,()", " ")
    | dict.fromkeys("'’‘ʼʿʾ`´ʻ\"\u02b9.", "")
    | {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ß": "ss", "æ": "ae", "Æ": "ae"}
    | {"ə": "a", "Ə": "a", "œ": "oe", "Œ": "oe", "ħ": "h", "Ħ": "h", "þ": "th", "ð": "d"}
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without accents, apostrophes and dots, hyphens as spaces."""
    plain = name.translate(_PLAIN)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
    words = plain.lower().split()
    return " ".join([SHORTENED.get(word, word) for word in words])


def loose(folded: str) -> str:
    """A folded name without its Arabic articles and without spaces, "" where that changes or leaves too little."""
    words = folded.split()
    kept = [word for word in words if word not in ARTICLES]
    bare = "".join(kept)
    return bare if len(words) > 1 and len(bare) >= 4 else ""


def plain(name: str) -> str:
    """The name without marks that newspapers do not print: "Ḩamāh" is "Hamah", "Kraków" stays."""
    if SCHOLARLY.isdisjoint(name):
        return name
    apart = unicodedata.normalize("NFKD", name.translate(_UNPRINTED))
    return "".join(c for c in apart if not unicodedata.combining(c))
