"""Who may ask: the right host, the token where there is one, no foreign page; and what the page itself may load."""

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vedette.api.users import digest

COOKIE = "vedette_token"
OWN = "x-vedette"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:{tiles}; "
    "connect-src 'self'{tiles}; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"
)
# The brief is one page that carries its own style, so that it can be saved and mailed; it runs nothing.
BRIEF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'"


class Guard:
    """Checks of each request, and the headers of each answer.

    `hosts`: names that the Host header may give (no port); a page elsewhere that points its own name at this machine
    (DNS rebinding) has another. `keys`: the digests of the tokens that let in, each with whose it is, "" where anybody
    may have it; none where all on this machine may ask. `tiles`: the one other origin that the page may ask, for map
    tiles; "" for none. Handlers find the name of a user as `request.state.user`.
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str], keys: Mapping[str, str], tiles: str = "") -> None:
        self._app = app
        self._hosts = hosts
        self._keys = keys
        self._policy = POLICY.format(tiles=f" {tiles}" if tiles else "")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or answer with the headers that keep the page closed."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        request = Request(scope)

        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._close(request, MutableHeaders(scope=message), message["status"])
            await send(message)

        return await (self._refusal(request) or self._app)(scope, receive, closed)

    def _close(self, request: Request, headers: MutableHeaders, status: int) -> None:
        headers.setdefault("Content-Security-Policy", BRIEF_POLICY if request.url.path == "/brief" else self._policy)
        shown = request.query_params.get("token", "")
        if shown and status < 400 and digest(shown) in self._keys:
            cookie = Response()
            cookie.set_cookie(COOKIE, shown, httponly=True, samesite="strict")
            headers.append("set-cookie", cookie.headers["set-cookie"])
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Referrer-Policy"] = "no-referrer"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"

    def _refusal(self, request: Request) -> Response | None:
        if _name(request.headers.get("host", "")) not in self._hosts:
            return problem(421, "this server does not go by that name")
        request.state.user = ""
        if self._keys:
            key = self._key(request)
            if key is None:
                return problem(401, "the address needs its token: open it as http://…/?token=TOKEN")
            request.state.user = self._keys[key]
        return None if request.method in SAFE else _foreign(request)

    def _key(self, request: Request) -> str | None:
        """The digest of the first token of a request that lets in: a digest tells nothing by how long it takes."""
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        given = (bearer, request.query_params.get("token", ""), request.cookies.get(COOKIE, ""))
        return next((key for one in given if one and (key := digest(one)) in self._keys), None)


def problem(status: int, detail: str) -> JSONResponse:
    """The one shape of an error, application/problem+json (RFC 9457): title, status, and what is wrong."""
    title = HTTPStatus(status).phrase
    body = {"title": title, "status": status, "detail": detail}
    return JSONResponse(body, status, media_type="application/problem+json")


def _name(host: str) -> str:
    """The name in a Host header, without its port; of an IPv6 address what stands in the brackets."""
    return host[1:].partition("]")[0] if host.startswith("[") else host.rpartition(":")[0] or host


def _foreign(request: Request) -> Response | None:
    """Another site's page can send neither the header nor, in a browser of today, this Sec-Fetch-Site."""
    if OWN not in request.headers:
        return problem(403, "a judgement has to come with the header X-Vedette")
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return problem(403, "a judgement cannot come from another site")
    return None
