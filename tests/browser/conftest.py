"""A server in this process over the sample reports, and a real Chromium that opens its page; skipped where none is."""

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

import vedette
from tests.api.conftest import HOSTILE
from vedette.api import create_app
from vedette.documents import Defaults, read_paths
from vedette.ledger import open_ledger
from vedette.model import Document
from vedette.run import ingest
from vedette.web import STATIC

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
SAMPLES = Path(vedette.__file__).parent / "samples" / "reports"
AT = datetime(2025, 4, 1, tzinfo=UTC)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a browser, or a built page, these tests say so and are skipped."""
    why = "no Chromium on this machine" if CHROMIUM is None else "the page is not built"
    if CHROMIUM is None or not (STATIC / "index.html").is_file():
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=why))


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reports, read, and one document that would break out of a careless page."""
    path = tmp_path_factory.mktemp("browser") / "ledger.db"
    reader = vedette.Reader()
    with open_ledger(path) as book:
        found = read_paths([str(SAMPLES)], stdin=None, defaults=Defaults(None, None), now=AT, limit=10_000)
        ingest(found, book, reader, lambda: AT, lambda one: None)
        hostile = Document(HOSTILE, outlet="<img src=x onerror=alert(1)>", title="<i>x</i>", published="2024-12-08")
        claims = next(reader.claims_of([hostile]))
        book.record(hostile, b"x", "x.txt", claims, reader.extractor, AT, "test")
    return path


@pytest.fixture(scope="session")
def address(ledger: Path) -> Iterator[str]:
    """Where the server listens."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(ledger, lambda: datetime.now(UTC)), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A fresh tab; any error in it, any script of a document's, and any request elsewhere fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    tab = context.new_page()
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    tab.on("dialog", lambda dialog: wrong.append(f"dialog: {dialog.message}"))
    tab.on("request", lambda request: wrong.append(request.url) if not _own(request.url, address) else None)
    yield tab
    context.close()
    assert wrong == []


def _own(url: str, address: str) -> bool:
    return url.startswith((address, "blob:", "data:"))
