"""Claims as a table, one row each."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vedette.model import Claim
from vedette.views.phrases import chain, sentence, standing, when


def print_table(claims: Iterable[Claim], console: Console) -> int:
    """Print one row for each claim and return their number."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, ratio in (
        ("id", None),
        ("kind/type", None),
        ("claim", 5),
        ("standing", None),
        ("when", None),
        ("sources", 3),
    ):
        table.add_column(name, ratio=ratio, no_wrap=name == "id", overflow="fold")
    for claim in claims:
        cells = (claim.id[:8], f"{claim.kind}/{claim.type}", sentence(claim), standing(claim), when(claim.time))
        table.add_row(*(Text(cell) for cell in cells), Text(chain(claim.chain)))
    if table.row_count:
        console.print(table)
    return table.row_count
