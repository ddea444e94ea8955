"""A document as words: a hash of every five in a row, and the few of these hashes that stand for the whole."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vedette.model import Document

IN_A_ROW = 5
WINDOW = 12
READ_AT_MOST = 200_000  # characters; what stands behind is taken for the outlet's own
SPREAD, MIXED = np.uint64(0x100000001B3), np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"“[^”]{1,2000}|\"[^\"\n]{1,2000}\"|«[^»]{1,2000}")

type Hashes = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Text:
    """shingles: the hash of the five words that begin at each word; marks: where those stand that are looked up.

    quoted: for each word, whether it stands in quotation marks.
    """

    document: Document
    shingles: Hashes
    marks: NDArray[np.intp]
    quoted: NDArray[np.bool_]

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.quoted)

    @property
    def order(self) -> tuple[str, str]:
        """What sorts texts by publication, undated last."""
        return self.document.published or "~", self.document.id

    @property
    def all_marks(self) -> Hashes:
        """The hashes that stand for it."""
        return self.shingles[self.marks]

    def marks_in(self, start: int, end: int) -> Hashes:
        """The hashes that stand for some of its words."""
        low, high = np.searchsorted(self.marks, [start, max(start, end - IN_A_ROW) + 1])
        return self.shingles[self.marks[low:high]]


def text_of(document: Document) -> Text:
    """The words of a document, hashed."""
    found = _WORD.findall(document.text, 0, READ_AT_MOST)
    shingles = _shingles(np.array([_hash(word.casefold()) for word in found], dtype=np.uint64))
    return Text(document, shingles, _winnowed(shingles), _quoted(document.text, len(found)))


def spans_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand."""
    return (found.span() for found in _WORD.finditer(text, 0, READ_AT_MOST))


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "surrogatepass"))


def _shingles(words: NDArray[np.uint64]) -> Hashes:
    count = max(0, len(words) - IN_A_ROW + 1)
    total = np.zeros(count, np.uint64)
    for place in range(IN_A_ROW):
        total = total * SPREAD + words[place : place + count]
    total = (total ^ (total >> np.uint64(31))) * MIXED
    return (total >> np.uint64(32)).astype(np.uint32)


def _winnowed(shingles: Hashes) -> NDArray[np.intp]:
    """The least hash of each window, so that texts with sixteen words in common have one of these in common.

    After Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting" (SIGMOD 2003).
    Unlike the MinHash of a whole text it finds one paragraph inside a long article.
    """
    if len(shingles) <= WINDOW:
        return np.array([shingles.argmin()] if len(shingles) else [], dtype=np.intp)
    windows = np.lib.stride_tricks.sliding_window_view(shingles, WINDOW)
    return np.unique(windows.argmin(axis=1) + np.arange(len(windows)))


def _quoted(text: str, words: int) -> NDArray[np.bool_]:
    quoted = np.zeros(words, np.bool_)
    if stretches := [found.span() for found in _QUOTED.finditer(text, 0, READ_AT_MOST)]:
        starts = [start for start, _ in spans_of(text)]
        for low, high in np.searchsorted(starts, stretches):
            quoted[low:high] = True
    return quoted
