"""Lines of plain text: what opens them and items of lists, where cells of a table lie, what heads their column.

Cells are parted by bars, tabs or three spaces and more; in a list under a line of heads also by a colon and commas.
"""

import re
from functools import lru_cache
from itertools import pairwise

BORDER = re.compile(r"[^\S\n]*[|\t]+[^\S\n]*|(?<=[^\s.!?])[^\S\n]{3,}(?=\S)")
ITEM = re.compile(r"[^\S\n]*(?:[-–•▪●*‣]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_LISTED = re.compile(r":[^\S\n]+|,[^\S\n]+")
_LABELLED = re.compile(rf"[^\W\d][^\d\n:|]{{1,40}}?(?::|[^\S\n][–—-]|{BORDER.pattern})[^\S\n]*[^\d\n]{{0,12}}\d")

type Cell = tuple[int, int]


def line_of(text: str, at: int) -> Cell:
    """Where the line of an offset starts and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def opens_a_line(text: str, at: int) -> bool:
    """Whether nothing but marks stands in the line before an offset."""
    return not any(char.isalnum() for char in text[text.rfind("\n", 0, at) + 1 : at])


def is_entry(text: str, at: int) -> bool:
    """Whether a line is one of a list: "- 40 in Goma", "Fataki: 4,310", "Fataki | 4,310"."""
    return bool(ITEM.match(text, at) or _LABELLED.match(text, at))


def is_row(line: str) -> bool:
    """Whether a line is one of a table: two borders or more."""
    return _parts(line) > 1


def _parts(line: str) -> int:
    return len(BORDER.findall(line.strip()))


def cell_starts(text: str) -> set[int]:
    """Where cells of tables begin; a lonely gap of spaces parts nothing, whatever made it."""
    lines = text.split("\n")
    parts = [0, *map(_parts, lines), 0]
    found, start = set[int](), 0
    for at, line in enumerate(lines, start=1):
        table = parts[at] > 1 or parts[at - 1] or parts[at + 1]
        borders = BORDER.finditer(text, start, start + len(line))
        found.update(border.end() for border in borders if table or border[0].strip(" "))
        start += len(line) + 1
    return found


def heads_of(text: str, cell: Cell) -> list[Cell]:
    """The cells that head the column of a cell, from the nearest up; none for words that fill no cell."""
    start, end = line_of(text, cell[0])
    cells = _cells(text, start)
    found: list[Cell] = []
    line = start
    while cell in cells and len(cells) > 1 and line > 1 and text[line - 2] != "\n":
        line = line_of(text, line - 1)[0]
        above = list(_cells(text, line))
        if len(above) == len(cells):
            head = above[cells[cell]]
        elif is_row(text[start:end]):
            head = _over(above, (cell[0] - start + line, cell[1] - start + line))
        else:
            return []
        words = text[slice(*head)]
        if any(char.isalpha() for char in words) and not any(char.isdigit() for char in words):
            found.append(head)
        elif found:
            break
    return found


@lru_cache(maxsize=64)
def _cells(text: str, start: int) -> dict[Cell, int]:
    """The cells of the line that starts at an offset, each with its place in the row."""
    end = line_of(text, start)[1]
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    border = BORDER if BORDER.search(text, first, end) else _LISTED
    borders = [(start, first), *(match.span() for match in border.finditer(text, first, end)), (end, end)]
    return {(left, right): at for at, ((_, left), (right, _)) in enumerate(pairwise(borders))}


def _over(cells: list[Cell], below: Cell) -> Cell:
    """The cell of a line that stands over a stretch of the next ones, an empty one where none does."""
    return next((cell for cell in cells if cell[0] < below[1] and below[0] < cell[1]), (below[0], below[0]))
