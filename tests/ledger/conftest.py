"""A ledger in a file of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from vedette.ledger import Ledger, open_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with open_ledger(tmp_path / "reports.ledger") as ledger:
        yield ledger
