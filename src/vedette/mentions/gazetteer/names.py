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
    | {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ə": "a", "œ": "oe", "ħ": "h", "þ": "th", "ð": "d"}
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in lower case, without accents, apostrophes and dots, hyphens as spaces."""
    bare = name if name.isascii() else _without_marks(name)
    words = bare.lower().translate(_PLAIN).split()
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
    return _without_marks(name.translate(_UNPRINTED))


def _without_marks(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))
