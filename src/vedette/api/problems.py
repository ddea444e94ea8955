"""The one shape of an error: application/problem+json (RFC 9457)."""

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from vedette.model import VedetteError

MEDIA = "application/problem+json"


def problem(status: int, detail: str) -> JSONResponse:
    """An error as its reader gets it: title, status, and what is wrong in one sentence."""
    title = HTTPStatus(status).phrase
    return JSONResponse({"title": title, "status": status, "detail": detail}, status, media_type=MEDIA)


def add_problems(app: FastAPI) -> None:
    """Have every error of an app take the one shape."""

    @app.exception_handler(VedetteError)
    def theirs(request: Request, error: VedetteError) -> JSONResponse:
        missing = str(error).startswith("no ")
        return problem(404 if missing else 422, str(error))

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> JSONResponse:
        answer = problem(error.status_code, str(error.detail))
        answer.headers.update(error.headers or {})
        return answer

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        return problem(422, told)
