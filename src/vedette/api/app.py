"""Puts the server together: the guard before everything, the nouns under /api, the built page beside them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.gzip import GZipMiddleware

from vedette.api import adding_up, judging, live, reading
from vedette.api.desk import Desk
from vedette.api.guard import Guard
from vedette.api.problems import add_problems
from vedette.api.shapes import COMPRESSED_FROM, QUICKLY
from vedette.model import VedetteError
from vedette.web import STATIC

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Access:
    """Under which names the server is reached, and the token that a reader needs; None where only this machine asks.

    `tiles`: the address of a tile server with {z}, {x} and {y}, as the user gave it; the map is whole without one.
    """

    hosts: frozenset[str] = LOOPBACK
    token: str | None = None
    tiles: str | None = None


def origin_of(tiles: str | None) -> str:
    """The scheme and host of a tile address; VedetteError for what is none."""
    if tiles is None:
        return ""
    parts = urlsplit(tiles)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not all(f"{{{one}}}" in tiles for one in "zxy"):
        raise VedetteError(f"{tiles!r} is no tile address: write https://tiles.example.org/{{z}}/{{x}}/{{y}}.png")
    return f"{parts.scheme}://{parts.hostname}{f':{parts.port}' if parts.port else ''}"


def create_app(
    ledger: Path, now: Callable[[], datetime], access: Access | None = None, static: Path = STATIC
) -> FastAPI:
    """The server of one ledger; `now` is the clock. Nothing it sends makes a browser ask anybody else."""
    access = access or Access()
    app = FastAPI(
        title="Vedette", summary="Claims on an armed conflict, and what they add up to.", docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", version="1",
    )  # fmt: skip
    app.state.desk = Desk(ledger, now, access.tiles)
    app.add_middleware(BaseHTTPMiddleware, dispatch=Guard(access.hosts, access.token, origin_of(access.tiles)))
    app.add_middleware(GZipMiddleware, minimum_size=COMPRESSED_FROM, compresslevel=QUICKLY)
    add_problems(app)
    for router in (reading.router, adding_up.router, judging.router, live.router):
        app.include_router(router)
    app.mount("/", StaticFiles(directory=static, html=True, check_dir=False), name="page")
    return app
