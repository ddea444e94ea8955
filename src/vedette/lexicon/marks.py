"""Marks that come in pairs: quotation marks and brackets."""

import re

CLOSING = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»", "(": ")"}
_OPENING = re.compile("[" + "".join(CLOSING) + "]")


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the mark that closes a quotation or bracket it opens, where that stands right behind it."""
    words = text[start:end]
    if not _OPENING.search(words):
        return start, end
    for opening, closing in CLOSING.items():
        same = f" {words}".count(" '") if opening == "'" else words.count(opening)
        opened = same % 2 == 1 if opening == closing else same > words.count(closing)
        if opened and text.startswith(closing, end):
            return start, end + 1
        if opened and opening == closing and words.endswith(closing) and text[:start].endswith(opening):
            return start - 1, end
    return start, end
