"""HTTP to the bureau's server: one request, one answer that is known to be our server's, or a typed failure."""

import io
import json
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import requests
from requests import exceptions as broken
from requests.utils import get_environ_proxies

from sync import failures
from sync.access import ServerAccess
from sync.failures import Failed, Failure, Retry

CONNECT_S, READ_S = 10.0, 60.0
PREFIX = "/sync/v1"
INSTANCE, EPOCH, SERVER_TIME = "X-Sync-Instance", "X-Sync-Epoch", "X-Server-Time"
_FROM_THE_WAY = {408, 413, 429, 502, 503, 504}
"""Statuses that a proxy before our server gives in its own name and that mean the same from it."""
_OVERRIDDEN = {"PATCH", "HEAD"}


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """A 2xx answer of our server."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    seconds: float


class Http:
    """Requests to one server; may be used from several threads, each has its own kept-alive connection."""

    def __init__(self, access: ServerAccess) -> None:
        """Raises Failed where the address is none, or would send a password readable over a network."""
        _check_address(access)
        self.access = access
        self._base = access.url.rstrip("/")
        self._sessions = threading.local()
        self._all: list[requests.Session] = []
        self._override = False

    def close(self) -> None:
        """Let go of the connections."""
        for session in self._all:
            session.close()

    def ask(
        self, method: str, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> HttpAnswer:
        """One request. Raises Failed, always with a reason of its own."""
        if not self._override or method not in _OVERRIDDEN:
            answer = self._send(method, path, body, headers or {})
            if method not in _OVERRIDDEN or answer.status_code not in (403, 405, 501) or INSTANCE in answer.headers:
                return self._judged(answer)
            self._override = True  # a proxy on the way knows only GET and POST
        return self._judged(self._send("POST", path, body, {**(headers or {}), "X-HTTP-Method-Override": method}))

    def _send(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> requests.Response:
        session = self._session()
        if isinstance(session.verify, str) and not Path(session.verify).exists():
            raise Failed(Failure("certificate_missing", Retry.PERSON, values={"file": session.verify}))
        try:
            return session.request(
                method,
                self._base + path,
                # in blocks: a socket's timeout holds for each of them, so a slow line is not taken for a dead one
                data=None if body is None else io.BytesIO(body),
                headers={**self._standing(), **headers},
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
            )
        except broken.RequestException as error:
            failure = _line_failure(error)
            if failure is failures.ADDRESS:
                failure = _address_wrong(self.access)
            raise Failed(failure) from error

    def _standing(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.access.token}"} if self.access.token else {}

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._sessions, "session", None)
        if session is None:
            session = requests.Session()
            # The environment is read once: per request that costs more than the request, and .netrc would win
            # over our token.
            session.trust_env = False
            session.proxies = {} if self.access.is_loopback else get_environ_proxies(self._base)
            session.verify = self.access.ca_file or os.environ.get("REQUESTS_CA_BUNDLE") or True
            self._sessions.session = session
            self._all.append(session)
        return session

    def _judged(self, answer: requests.Response) -> HttpAnswer:
        instance = answer.headers.get(INSTANCE)
        if instance is None:
            if answer.status_code in _FROM_THE_WAY:
                raise Failed(_problem(answer))
            raise Failed(failures.PORTAL)
        if self.access.instance and instance != self.access.instance:
            raise Failed(Failure("wrong_server", Retry.PERSON, values={"bureau": self.access.bureau}))
        if not 200 <= answer.status_code < 300:
            raise Failed(_problem(answer))
        return HttpAnswer(answer.status_code, answer.headers, answer.content, answer.elapsed.total_seconds())


def _address_wrong(access: ServerAccess) -> Failure:
    return replace(failures.ADDRESS, values={"address": access.url})


def _check_address(access: ServerAccess) -> None:
    try:
        parts = urlsplit(access.url)
        usable = parts.scheme in ("http", "https") and parts.hostname is not None and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise Failed(_address_wrong(access))
    if not (access.url.startswith("https") or access.is_loopback or access.allow_plain):
        raise Failed(Failure("address_not_encrypted", Retry.PERSON, values={"address": access.url}))


_BY_EXCEPTION: tuple[tuple[type[Exception], Failure], ...] = (
    # in this order: they inherit from each other
    (broken.SSLError, failures.CERTIFICATE),
    (broken.ProxyError, failures.OFFLINE),
    (broken.ConnectTimeout, failures.OFFLINE),
    (broken.Timeout, failures.NO_ANSWER),
    (broken.InvalidURL, failures.ADDRESS),
    (broken.InvalidSchema, failures.ADDRESS),
)
_BY_TEXT = {
    "NewConnectionError": failures.OFFLINE,
    "NameResolutionError": failures.OFFLINE,
    "timed out": failures.NO_ANSWER,
}


def _line_failure(error: broken.RequestException) -> Failure:
    """What broke, from the exception that requests raised, or from the one of urllib3 that it wraps."""
    for kind, failure in _BY_EXCEPTION:
        if isinstance(error, kind):
            return failure
    return next((failure for text, failure in _BY_TEXT.items() if text in repr(error)), failures.LINE_CUT)


def _problem(answer: requests.Response) -> Failure:
    """The failure that a problem answer (RFC 9457) names; one without a readable body is judged by its status."""
    code, values = "", {}
    try:
        plain = json.loads(answer.content)
        code, values = str(plain["code"]), dict(plain.get("values") or {})
    except (ValueError, KeyError, TypeError, AttributeError):
        pass
    waiting = answer.headers.get("Retry-After", "")
    after = float(waiting) if waiting.isdecimal() and len(waiting) < 6 else None
    status = 503 if answer.status_code in (502, 504) else answer.status_code
    return failures.of_answer(status, code, values, after)
