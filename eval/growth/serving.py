"""`python -m eval bench serve`: what the workbench bears over a large ledger: first view, scrubbing, many readers."""

import gzip
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import click
from playwright.sync_api import CDPSession, sync_playwright

from eval.growth.made import reports
from eval.growth.run import record
from vedette.ledger import open_ledger
from vedette.model import Claim

READERS, ASKED_EACH, PAUSE_SECONDS, SCRUBBED, PLACES = 20, 26, 0.2, 90, 5000
# What a reader asks in turn, of some claim at hand; {n} is another number each time.
ROUTES = (
    "overview", "claims?limit=50&cursor={cursor}", "claims/{claim}", "columns",
    "claims?kind=control&limit=50&place={name}",
    "documents/{document}", "places/{place}", "matches?text={name}", "claims?ids={claim}", "documents?cursor={n}",
    "control", "claims?standing=denied&limit=50", "judgements", "events/{claim}", "parties/{party}", "sources/{source}",
)  # fmt: skip
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
BUDGET = "budget at 100,000 claims: first view 2 s, scrubbing 30 frames a second, p95 150 ms with 20 readers"
SCRUB = """async (steps) => {
  const slider = document.getElementById("happened");
  const [low, high] = [Number(slider.min), Number(slider.max)];
  const began = performance.now();
  for (let step = 0; step < steps; step++) {
    slider.value = String(Math.round(low + ((high - low) * step) / steps));
    slider.dispatchEvent(new Event("input"));
    await new Promise(requestAnimationFrame);
  }
  return (1000 * steps) / (performance.now() - began);
}"""


@click.command("serve")
@click.option("--claims", default=100_000, show_default=True, type=click.IntRange(min=1000))
def serve(claims: int) -> None:
    """Serve a made-up ledger in a process of its own, look at it with a real browser, and ask it from many threads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.db"
        made = list(reports(claims + 2000, PLACES))
        with open_ledger(path) as ledger:
            for one in made[:-100]:
                record(ledger, one)
        with served(path) as address:
            began = time.monotonic()
            urlopen(f"{address}api/control").read()  # noqa: S310 - our own server
            click.echo(f"assessed on the first question: {time.monotonic() - began:.1f} s")
            looked_at(address)
            asked(address, path, made[-100:])
    click.echo(BUDGET)


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a server of a ledger, in a process of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from vedette.cli import main; main()", "serve", "--no-open", "--port", str(port)]
    process = subprocess.Popen([*command, "--ledger", str(path)])  # noqa: S603
    address = f"http://127.0.0.1:{port}/"
    try:
        for _ in range(200):
            try:
                urlopen(f"{address}api/overview").close()  # noqa: S310
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def looked_at(address: str) -> None:
    """Time the first view of a browser without a cache, and its frames while the handle of time is moved."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        began = time.monotonic()
        page.goto(address)
        page.get_by_text("claims in view").wait_for(timeout=60_000)
        click.echo(f"first view, of claims, places and time: {time.monotonic() - began:.2f} s")
        page.locator(".map:not([aria-busy])").wait_for(timeout=60_000)
        click.echo(f"with the land under the places: {time.monotonic() - began:.2f} s")
        page.wait_for_timeout(3000)
        page.evaluate(SCRUB, SCRUBBED)
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        before, frames, after = _busy(devtools), page.evaluate(SCRUB, SCRUBBED), _busy(devtools)
        took = 1e3 * (after - before) / SCRUBBED
        click.echo(f"scrubbing: {frames:.1f} frames a second, each {took:.1f} ms of one processor")
        browser.close()


def _busy(devtools: CDPSession) -> float:
    """The seconds that the page's own thread has worked, whatever else the machine does."""
    metrics = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def asked(address: str, path: Path, more: list[list[Claim]]) -> None:
    """Ask from many threads while a writer goes on appending."""
    took: dict[str, list[float]] = {route: [] for route in ROUTES}
    at_hand = json.loads(_got(f"{address}api/claims?limit=500"))
    threads = [threading.Thread(target=_ask, args=(address, number, at_hand, took)) for number in range(READERS)]
    done = threading.Event()
    writer = threading.Thread(target=_write, args=(path, more, done))
    writer.start()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    done.set()
    writer.join()
    for route, times in took.items():
        click.echo(f"  {route.partition('?')[0] if '{n}' in route else route:<50} median {1e3 * median(times):5.0f} ms")
    every = [one for times in took.values() for one in times]
    cut = quantiles(every, n=20)
    click.echo(f"{len(every)} answers to {READERS} readers: median {1e3 * cut[9]:.0f} ms, p95 {1e3 * cut[18]:.0f} ms")


def _ask(address: str, number: int, at_hand: dict[str, Any], took: dict[str, list[float]]) -> None:
    dice = random.Random(number)
    tags: dict[str, str] = {}
    for turn in range(ASKED_EACH):
        route, claim = ROUTES[(number + turn) % len(ROUTES)], dice.choice(at_hand["items"])
        place = next((one for one in claim["places"]), {"geonames_id": 0, "name": "Nowhere"})
        names = {"name": place["name"], "party": claim["parties"][0]["name"], "source": claim["chain"][-1]["name"]}
        asked = route.format(
            n=dice.randrange(5000), claim=claim["id"], document=claim["document"]["id"], place=place["geonames_id"],
            cursor=at_hand["next"], **{key: quote(name) for key, name in names.items()},
        )  # fmt: skip
        began = time.monotonic()
        _got(f"{address}api/{asked}", tags)
        took[route].append(time.monotonic() - began)
        time.sleep(PAUSE_SECONDS)


def _got(address: str, tags: dict[str, str] | None = None) -> bytes:
    """An answer, as a browser asks for it that keeps what it has got."""
    known = {} if tags is None else tags
    asked = Request(address, headers={"Accept-Encoding": "gzip", "If-None-Match": known.get(address, "")})  # noqa: S310
    try:
        with urlopen(asked) as answer:  # noqa: S310 - our own server
            known[address] = answer.headers["ETag"] or ""
            body: bytes = answer.read()
            return gzip.decompress(body) if tags is None and answer.headers["Content-Encoding"] else body
    except HTTPError as error:
        if error.code != HTTPStatus.NOT_MODIFIED:
            raise
        return b""


def _write(path: Path, more: list[list[Claim]], done: threading.Event) -> None:
    with open_ledger(path) as ledger:
        for one in more:
            if done.wait(0.3):
                return
            record(ledger, one)
