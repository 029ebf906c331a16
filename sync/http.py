"""HTTP to the bureau's server: one request, one answer that is known to be our server's, or a typed failure."""

import io
import json
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from requests import exceptions as broken
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import get_environ_proxies

from sync import failures
from sync.access import ServerAccess
from sync.failures import Failed, Failure, Retry

CONNECT_S, READ_S = 10.0, 60.0
PREFIX = "/sync/v1"
INSTANCE, EPOCH, SERVER_TIME = "X-Sync-Instance", "X-Sync-Epoch", "X-Server-Time"
_FROM_THE_WAY = {408, 413, 429, 502, 503, 504}
"""Statuses that a proxy before our server gives in its own name and that mean the same from it."""
_BLOCK = 64 * 1024
_LONGEST_PART = 63
"""Of a host's name; the look-up raises for a longer one what is no failure of the line."""
_OVERRIDDEN = {"PATCH", "HEAD"}


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """A 2xx answer of our server."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class _Adapter(HTTPAdapter):
    def init_poolmanager(self, *values: Any, **named: Any) -> None:
        super().init_poolmanager(*values, blocksize=_BLOCK, **named)


@dataclass(frozen=True, slots=True)
class _Way:
    """A thread's own way to the server: the connection that is kept alive, and what is the same for every request."""

    adapter: HTTPAdapter
    base: str
    proxies: dict[str, str]
    verify: bool | str


class Http:
    """Requests to one server; may be used from several threads, each has its own kept-alive connection."""

    def __init__(self, access: ServerAccess) -> None:
        """Raises Failed where the address is none, or would send a password readable over a network."""
        _check_address(access)
        self.access = access
        self._base = access.url.rstrip("/")
        self._ways = threading.local()
        self._all: list[_Way] = []
        self._override = False

    def close(self) -> None:
        """Let go of the connections."""
        for way in self._all:
            way.adapter.close()

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
        try:
            way = self._way()
            if isinstance(way.verify, str) and not Path(way.verify).exists():
                raise Failed(Failure("certificate_missing", Retry.PERSON, values={"file": way.verify}))
            # A session would merge, quote, look for cookies and follow redirects, none of which is wanted here, and
            # take longer for it than the request.
            request = requests.PreparedRequest()
            request.method, request.url = method, way.base + path
            request.headers = CaseInsensitiveDict({**self._standing(), **headers})
            if body is not None:
                request.headers["Content-Length"] = str(len(body))
                # in blocks: a socket's timeout holds for each of them, so a slow line is not taken for a dead one
                blocks: Any = io.BytesIO(body)
                request.body = blocks
            answer = way.adapter.send(request, timeout=(CONNECT_S, READ_S), verify=way.verify, proxies=way.proxies)
            _ = answer.content  # read here, so that a line that is cut now is noticed here
        except broken.RequestException as error:
            failure = _line_failure(error)
            if failure is failures.ADDRESS:
                failure = _address_wrong(self.access)
            raise Failed(failure) from error
        return answer

    def _standing(self) -> dict[str, str]:
        known = {"Authorization": f"Bearer {self.access.token}"} if self.access.token else {}
        return {"Accept-Encoding": "gzip", "User-Agent": "Gewu", **known}

    def _way(self) -> "_Way":
        way: _Way | None = getattr(self._ways, "way", None)
        if way is None:
            # The environment is read once: per request that costs more than the request.
            proxies = {} if self.access.is_loopback else get_environ_proxies(self._base)
            verify = self.access.ca_file or os.environ.get("REQUESTS_CA_BUNDLE") or True
            base = requests.Request("GET", self._base).prepare().url or self._base
            way = self._ways.way = _Way(_Adapter(), base.rstrip("/"), proxies, verify)
            self._all.append(way)
        return way

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
        return HttpAnswer(answer.status_code, answer.headers, answer.content)


def _address_wrong(access: ServerAccess) -> Failure:
    return replace(failures.ADDRESS, values={"address": access.url})


def _check_address(access: ServerAccess) -> None:
    try:
        parts = urlsplit(access.url)
        usable = parts.scheme in ("http", "https") and _is_host(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise Failed(_address_wrong(access))
    if not (access.url.startswith("https") or access.is_loopback or access.allow_plain):
        raise Failed(Failure("address_not_encrypted", Retry.PERSON, values={"address": access.url}))


def _is_host(name: str | None) -> bool:
    """Whether this may be looked up: no part of a name is empty or longer than 63."""
    return name is not None and all(0 < len(part) <= _LONGEST_PART for part in name.removesuffix(".").split("."))


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
