"""A server over a ledger of two reports, one of them hostile, asked in this process."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.made import claim, document
from vedette.api import create_app
from vedette.ledger import open_ledger

HOSTILE = 'Rebels entered <script>alert(1)</script>Homs \u202e\x1b[31m & "left".'
AT = datetime(2024, 12, 8, 9, tzinfo=UTC)
BASE = "http://127.0.0.1:8420"


def filled(path: Path) -> Path:
    """A ledger with two documents and three claims."""
    plain, hostile = document(), document(HOSTILE, outlet="<b>Post</b>", published="2024-12-08")
    with open_ledger(path) as book:
        book.record(plain, b"a", "a.txt", [claim(of=plain), claim("control/capture", of=plain)], "test 1", AT, "test")
        book.record(hostile, b"b", "b.txt", [claim(of=hostile, standing="denied")], "test 1", AT, "test")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Where that ledger is."""
    return filled(tmp_path / "ledger.db")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks a server over such a ledger as the page does."""
    ledger = filled(tmp_path_factory.mktemp("client") / "ledger.db")
    with TestClient(create_app(ledger, lambda: AT), base_url=BASE, headers={"X-Vedette": "test"}) as asking:
        yield asking
