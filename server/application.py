"""The application: every part constructed in one place, every route behind the gate."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from server.beside import working_beside
from server.documentation import describe
from server.gate import Gate
from server.office import Office, open_office
from server.passwords import Passwords
from server.problems import Problem, respond
from server.routes import exchange, findings, meeting, pages, photos, reference, uploads
from server.settings import Settings
from server.sweeping import sweep

PREFIX = "/sync/v1"


def create(settings: Settings, office: Office | None = None, passwords: Passwords | None = None) -> FastAPI:
    """The bureau's server over this data. Raises Refused, WorldFailed where the data cannot be opened."""
    here = office or open_office(settings)
    app = FastAPI(
        title="Gewu", version="1", docs_url=None, redoc_url=None, lifespan=_lifespan(here, closes=office is None)
    )
    app.add_middleware(Gate, office=here)
    for router in (
        meeting.routes(here, passwords or Passwords()),
        exchange.routes(here),
        uploads.routes(here),
        photos.routes(here),
        reference.routes(here),
        findings.routes(here),
    ):
        app.include_router(router, prefix=PREFIX)
    app.include_router(pages.routes(app))
    app.openapi = partial(describe, app)  # type: ignore[method-assign]  # FastAPI's own way of extending it
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    return app


def _lifespan(office: Office, *, closes: bool) -> Any:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        sweep(office)
        with working_beside(office):
            yield
        if closes:
            office.close()

    return lifespan


async def _on_http_exception(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "malformed_request")
    return respond(Problem(error.status_code, code, error.headers, where=str(error.detail)))


async def _on_validation_error(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return respond(Problem(400, "malformed_request", where=".".join(str(part) for part in first["loc"])))
