"""Lines of plain text: what opens them and items of lists, where cells of a table lie, what heads their column.

Cells are parted by bars, tabs or three spaces and more; in a list under a line of heads also by a colon and commas.
"""

import re
from itertools import pairwise

BORDER = re.compile(r"[^\S\n]*[|\t]+[^\S\n]*|(?<=[^\s.!?])[^\S\n]{3,}(?=\S)")
ITEM = re.compile(r"[^\S\n]*(?:[-–•▪●*‣]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_LISTED = re.compile(r":[^\S\n]+|,[^\S\n]+")

type Cell = tuple[int, int]


def opens_a_line(text: str, at: int) -> bool:
    """Whether nothing but marks stands in the line before an offset."""
    return not any(char.isalnum() for char in text[text.rfind("\n", 0, at) + 1 : at])


def is_row(line: str) -> bool:
    """Whether a line is one of a table: two borders or more."""
    return len(BORDER.findall(line.strip())) > 1


def parts_cells(text: str, border: Cell) -> bool:
    """Whether a border stands in a table; a lonely gap of spaces parts nothing, whatever made it."""
    start = text.rfind("\n", 0, border[0]) + 1
    lines = [text[start:].partition("\n")[0], text[:start].rpartition("\n")[0].rpartition("\n")[2]]
    after = text[start + len(lines[0]) + 1 :].partition("\n")[0]
    lone = text[slice(*border)].strip(" ") == "" and not is_row(lines[0])
    return not lone or any(BORDER.search(line.strip()) for line in (lines[1], after))


def heads_of(text: str, cell: Cell) -> list[Cell]:
    """The cells that head the column of a cell, from the nearest up; none for words that fill no cell."""
    start, cells = _cells(text, cell[0])
    found: list[Cell] = []
    line = start
    while cell in cells and len(cells) > 1 and line > 1 and text[line - 2] != "\n":
        line, above = _cells(text, line - 1)
        head = _over(above, (cell[0] - start + line, cell[1] - start + line))
        if len(above) == len(cells):
            head = above[cells.index(cell)]
        elif not is_row(text[start : cells[-1][1]]):
            return []
        words = text[slice(*head)]
        if any(char.isalpha() for char in words) and not any(char.isdigit() for char in words):
            found.append(head)
        elif found:
            break
    return found


def _cells(text: str, at: int) -> tuple[int, list[Cell]]:
    """Where the line of an offset starts, and its cells."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at) if "\n" in text[at:] else len(text)
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    border = BORDER if BORDER.search(text, first, end) else _LISTED
    borders = [(start, first), *(match.span() for match in border.finditer(text, first, end)), (end, end)]
    return start, [(left, right) for (_, left), (right, _) in pairwise(borders)]


def _over(cells: list[Cell], below: Cell) -> Cell:
    """The cell of a line that stands over a stretch of the next ones, an empty one where none does."""
    return next((cell for cell in cells if cell[0] < below[1] and below[0] < cell[1]), (below[0], below[0]))
