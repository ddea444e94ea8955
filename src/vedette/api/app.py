"""Puts the server together: the guard before everything, the nouns under /api, the built page beside them."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from vedette.api import live, reading
from vedette.api.desk import Desk
from vedette.api.guard import Guard, problem
from vedette.api.shapes import COMPRESSED_FROM, QUICKLY
from vedette.api.users import digest
from vedette.model import VedetteError
from vedette.web import STATIC

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
THREADS = 4


@dataclass(frozen=True, slots=True)
class Access:
    """Under which names the server is reached, and the token that a reader needs; None where only this machine asks.

    `users`: digest of a token to the name of whose it is, each of whom reads and judges under that name.
    `tiles`: the address of a tile server with {z}, {x} and {y}, as the user gave it; the map is whole without one.
    """

    hosts: frozenset[str] = LOOPBACK
    token: str | None = None
    tiles: str | None = None
    users: Mapping[str, str] = field(default_factory=dict)

    @property
    def keys(self) -> dict[str, str]:
        """The digests of all tokens that let in, with whose each is, "" where it is nobody's own."""
        return {**({digest(self.token): ""} if self.token else {}), **self.users}


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
    desk = Desk(ledger, now, access.tiles)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        current_default_thread_limiter().total_tokens = THREADS
        desk.begin()
        yield
        desk.close()

    app = FastAPI(
        title="Vedette", summary="Claims on an armed conflict, and what they add up to.", docs_url=None, redoc_url=None,
        openapi_url="/api/openapi.json", version="1", lifespan=lifespan,
    )  # fmt: skip
    app.state.desk = desk
    app.add_middleware(Guard, hosts=access.hosts, keys=access.keys, tiles=origin_of(access.tiles))
    app.add_middleware(GZipMiddleware, minimum_size=COMPRESSED_FROM, compresslevel=QUICKLY)
    _add_problems(app)
    for router in (reading.router, live.router):
        app.include_router(router)
    app.mount("/", StaticFiles(directory=static, html=True, check_dir=False), name="page")
    return app


def _add_problems(app: FastAPI) -> None:
    """Have every error of an app take the one shape."""

    @app.exception_handler(VedetteError)
    async def theirs(request: Request, error: VedetteError) -> Response:
        missing = str(error).startswith("no ")
        return problem(404 if missing else 422, str(error))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        answer = problem(error.status_code, str(error.detail))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return problem(422, told)
