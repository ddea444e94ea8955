"""Claims as a table, one row each; as a list where the table would not fit."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.model import Claim
from vedette.views.brief import indented
from vedette.views.phrases import chain, sentence, standing
from vedette.views.words import when

COLUMNS = (("id", None), ("kind/type", None), ("claim", 5), ("standing", None), ("when", None), ("sources", 3))
NARROW = 100


def print_table(claims: Iterable[Claim], console: Console) -> int:
    """Print one row for each claim and return their number."""
    return _list(claims, console) if console.width < NARROW else _table(claims, console)


def _table(claims: Iterable[Claim], console: Console) -> int:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, ratio in COLUMNS:
        table.add_column(name, ratio=ratio, no_wrap=name == "id", overflow="fold")
    for claim in claims:
        cells = (claim.id[:8], _name(claim), sentence(claim), standing(claim), when(claim.time), chain(claim.chain))
        table.add_row(*map(Text, cells))
    if table.row_count:
        console.print(table)
    return table.row_count


def _list(claims: Iterable[Claim], console: Console) -> int:
    listed = tuple(claims)
    for claim in listed:
        parts = (claim.id[:8], _name(claim), standing(claim), when(claim.time))
        indented(Text(" · ".join(part for part in parts if part), style="dim"), console, 0)
        indented(Text(sentence(claim)), console, 2)
        indented(Text(chain(claim.chain), style="green"), console, 2)
    return len(listed)


def _name(claim: Claim) -> str:
    return f"{claim.kind}/{claim.type}"
