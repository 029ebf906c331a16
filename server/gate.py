"""The gate before every route: who asks is known before a byte of the body is read.

It also puts our headers on every answer, turns away what would only queue up, and lets no traceback out.
"""

import logging
import random
from typing import Any, Final

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.clock import as_text
from server import devices
from server.devices import Asker
from server.office import Office
from server.problems import Problem, problem_of, respond

log = logging.getLogger(__name__)

OPEN: Final = frozenset({"/", "/docs", "/openapi.json", "/sync/v1/hello", "/sync/v1/session"})
"""What may be asked without a token; everything else needs one."""


BY_ROUTE: Final = frozenset({("GET", "/sync/v1/pull"), ("POST", "/sync/v1/uploads")})
"""They ask by themselves who is asking (`admitted`), before any body, in one thread and connection with what they do."""


class Gate:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, office: Office) -> None:
        """Guard this application for this office."""
        self._app = app
        self._office = office
        self._inside = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        office = self._office
        sender = _Sender(send, office)
        self._inside += 1
        try:
            await self._admit(scope, receive, sender, office)
        except Exception as error:  # noqa: BLE001 - the edge of the server: answered, and logged where it is ours
            await self._answer(error, scope, receive, sender)
        finally:
            self._inside -= 1

    async def _admit(self, scope: Scope, receive: Receive, send: "_Sender", office: Office) -> None:
        if self._inside > office.settings.most_at_once:
            raise Problem(503, "server_busy", {"Retry-After": str(random.randint(5, 30))})  # noqa: S311
        if scope["path"] not in OPEN and (scope["method"], scope["path"]) not in BY_ROUTE:
            scope.setdefault("state", {})["asker"] = await run_in_threadpool(_recognise, office, scope)
        await self._app(scope, receive, send)

    async def _answer(self, error: Exception, scope: Scope, receive: Receive, send: "_Sender") -> None:
        problem = problem_of(error)
        if problem.status == 500 or problem.refusal.code == "server_storage_failed":
            log.error("%s %s failed", scope["method"], scope["path"], exc_info=error)
        if not send.started:
            await respond(problem)(scope, receive, send)


class _Sender:
    """Sends on, with our headers: an answer without them comes from somebody else (a hotel's login page)."""

    def __init__(self, send: Send, office: Office) -> None:
        self._send = send
        self._office = office
        self.started = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.started = True
            headers = MutableHeaders(scope=message)
            headers["X-Sync-Instance"] = self._office.instance.id
            headers["X-Sync-Epoch"] = self._office.instance.epoch
            headers["X-Server-Time"] = as_text(self._office.clock.now())
            headers.setdefault("Cache-Control", "no-store")
        await self._send(message)


def _recognise(office: Office, scope: Scope) -> Asker:
    with office.database.looking() as connection:
        return admitted(office, connection, scope)


def admitted(office: Office, connection: Connection, scope: Any) -> Asker:
    """Who is asking. Raises Problem where nobody known is."""
    kind, _space, token = Headers(scope=scope).get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise Problem(401, "token_missing", {"WWW-Authenticate": "Bearer"})
    now = office.clock.now()
    asker = devices.recognise(connection, token.strip(), now=now)
    if asker.renew:
        with office.database.writing() as writing:
            devices.renew(writing, asker.device, now=now)
    return asker


def asker_of(scope: Any) -> Asker:
    """Who is asking, as the gate found."""
    asker: Asker = scope["state"]["asker"]
    return asker
