"""Lines of plain text: what opens them and items of lists, where cells of a table lie, what heads their column.

Cells are parted by bars, tabs or three spaces and more; in a list under a line of heads also by a colon and commas.
"""

import re
import sys
from functools import lru_cache
from itertools import pairwise

BORDER = re.compile(r"(?:(?<![^\S\n])[^\S\n]+)?[|\t]+[^\S\n]*|(?<=[^\s.!?])[^\S\n]{3,}(?=\S)")
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


def is_entry(text: str, at: int, end: int = sys.maxsize) -> bool:
    """Whether a line is one of a list: "- 40 in Goma", "Fataki: 4,310", "Fataki | 4,310"."""
    return bool(ITEM.match(text, at, end) or _LABELLED.match(text, at, end))


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
    return _grid(text).heads(cell)


@lru_cache(maxsize=2)  # the text of a document, and the one that was parsed
def _grid(text: str) -> "Grid":
    return Grid(text)


class Grid:
    """The cells of a text, line by line; how far up nothing heads a column is kept, so that a table is gone up once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: dict[int, dict[Cell, int]] = {}
        self._bare: dict[Cell, int] = {}

    def heads(self, cell: Cell) -> list[Cell]:
        """The cells that head the column of one, from the nearest up."""
        text, found = self._text, list[Cell]()
        start, end = line_of(text, cell[0])
        cells = self._cells(start)
        if cell not in cells or len(cells) < 2:
            return found
        line = self._over_bare(start, cells[cell])
        while (before := self._above(line)) is not None:
            line, above = before, list(self._cells(before))
            if len(above) == len(cells):
                head = above[cells[cell]]
            elif is_row(text[start:end]):
                head = _over(above, (cell[0] - start + line, cell[1] - start + line))
            else:
                return []
            if _is_head(text[slice(*head)]):
                found.append(head)
            elif found:
                break
        return found

    def _over_bare(self, line: int, column: int) -> int:
        """The highest line up to which the lines have as many cells and none that heads the column."""
        passed, many = [line], len(self._cells(line))
        while (line, column) not in self._bare and (above := self._above(line)) is not None:
            cells = list(self._cells(above))
            if len(cells) != many or _is_head(self._text[slice(*cells[column])]):
                break
            line = above
            passed.append(line)
        top = self._bare.get((line, column), line)
        self._bare.update(((one, column), top) for one in passed)
        return top

    def _above(self, line: int) -> int | None:
        """The start of the line before one; None where that is blank or the text begins."""
        return line_of(self._text, line - 1)[0] if line > 1 and self._text[line - 2] != "\n" else None

    def _cells(self, start: int) -> dict[Cell, int]:
        """The cells of the line that starts at an offset, each with its place in the row."""
        if start not in self._lines:
            text, end = self._text, line_of(self._text, start)[1]
            first = start + len(text[start:end]) - len(text[start:end].lstrip())
            border = BORDER if BORDER.search(text, first, end) else _LISTED
            borders = [(start, first), *(match.span() for match in border.finditer(text, first, end)), (end, end)]
            parts = enumerate(pairwise(borders))
            self._lines[start] = {(left, right): at for at, ((_, left), (right, _)) in parts}
        return self._lines[start]


def _is_head(words: str) -> bool:
    return any(char.isalpha() for char in words) and not any(char.isdigit() for char in words)


def _over(cells: list[Cell], below: Cell) -> Cell:
    """The cell of a line that stands over a stretch of the next ones, an empty one where none does."""
    return next((cell for cell in cells if cell[0] < below[1] and below[0] < cell[1]), (below[0], below[0]))
