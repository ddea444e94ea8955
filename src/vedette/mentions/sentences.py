"""Where sentences begin: at new lines and cells of a table, and inside of them only after a closed sentence."""

import re
from itertools import pairwise

from spacy import attrs
from spacy import tokens as parsed
from spacy.language import Language

from vedette.lexicon.grids import BORDER, cell_starts
from vedette.mentions.gazetteer.lookup import load_gazetteer

LINES = "vedette_lines"
LONGEST_SENTENCE = 250
ENDS = frozenset(".!?…:;\"')]}»”’")
_BEGINS = re.compile(
    r"^[^\w\n]*(?P<name>[A-Z][\w' -]{1,30}[a-z]):\s+(?=(?:(?:at least|about|around|over|up to) )?"
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b))|"
    rf"(?P<border>{BORDER.pattern})",
    re.MULTILINE,
)
_TITLE = re.compile(
    r"(mrs?|ms|dr|gen|lt|col|maj|brig|capt|sgt|cpl|adm|cmdr|gov|hon|sen|rep|rev|fr|msgr|engr|barr|alh|supt|insp|prof|st|vs)"
    r"\.",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(nos?|arts?|paras?)\.", re.IGNORECASE)


@Language.component(LINES)
def keep_lines_apart(tokens: parsed.Doc) -> parsed.Doc:
    """A new line or cell is a new sentence; inside of it only a closed sentence, or a very long one, may end."""
    words = [token.text for token in tokens]
    cells = _cells(tokens.text)
    opens = tokens.to_array(attrs.SENT_START).astype("int64")  # 1: begins a sentence; -1: none; 0: the parser says
    run = 0
    for at, (before, word) in enumerate(pairwise(words), start=1):
        run += 1
        line = "\n" in before and before.isspace() and not word.isspace()
        if line or run >= LONGEST_SENTENCE or (cells and tokens[at].idx in cells):
            opens[at], run = 1, 0
        elif not (before.isspace() or before[-1] in ENDS) or not _may_start(tokens[at]):
            opens[at] = -1
        elif before in {".", "!", "?"}:
            run = 0
    return tokens.from_array([attrs.SENT_START], opens.astype("uint64"))  # type: ignore[arg-type]


def _cells(text: str) -> set[int]:
    """Where cells begin: "Delmas | 610"; in lists with a known town "Rajouri: 2 dead", but not "Police: 2 dead"."""
    found = {match: text.rfind("\n\n", 0, match.start()) for match in _BEGINS.finditer(text)}
    lists = {block for match, block in found.items() if match["name"] and _is_town(match["name"])}
    cells = cell_starts(text) if any(match["border"] for match in found) else frozenset()
    return {
        match.end() for match, block in found.items() if (block in lists if match["name"] else match.end() in cells)
    }


def _is_town(name: str) -> bool:
    return any(one.precision != "country" for one in load_gazetteer().lookup(name)[:1])


def _may_start(token: parsed.Token) -> bool:
    """Whether a sentence may begin after a mark that ends one, or after a space."""
    before = token.nbor(-1)
    closes = token.text in {'"', "'", ")"} and not before.whitespace_ and not before.is_space
    word = f"{before.nbor(-1)}." if before.text == "." and before.i > 0 else before.text
    short = _TITLE.fullmatch(word) or (token.text[0].isdigit() and _NUMBERED.fullmatch(word))
    return not (token.is_space or closes or short)
