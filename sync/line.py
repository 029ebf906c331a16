"""The bureau's server as the exchange sees it: each question is one request, each answer is read strictly."""

import base64
import gzip
import hashlib
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import msgspec

from models.answers import Answer
from models.clock import as_moment
from models.errors import Malformed
from sync import failures
from sync.failures import Failed
from sync.http import PREFIX, SERVER_TIME, Http, HttpAnswer
from sync.steps import (
    AskOffset,
    CommitPhoto,
    FetchPart,
    FetchReference,
    Have,
    Held,
    Opened,
    OpenUpload,
    Part,
    Pull,
    Push,
    SendChunk,
    Sent,
    Upload,
)
from sync.wire import PAGE, Page, bookmark_text, push_message, read_answer, read_page

_PACK_FROM = 1024
_JSON = {"Content-Type": "application/json"}
_TUS = {"Tus-Resumable": "1.0.0"}
_BYTES = "application/offset+octet-stream"
_AT_ONCE, _VERIFIED = "X-Sync-Commit", "X-Sync-Verified"
"""The whole photo travels along: it is to be proven with the same request; and so it was."""
T = TypeVar("T")
Rows = Sequence[Mapping[str, Any]] | None


class _HeldRow(msgspec.Struct):
    state: str
    upload: str | None = None
    offset: int = 0


class _Verified(msgspec.Struct):
    verified: bool


class _Kind(msgspec.Struct):
    version: int
    rows: list[dict[str, Any]] | None = None


class Line:
    """Carries out the steps that are requests."""

    def __init__(self, http: Http, original: Callable[[str], bytes]) -> None:
        """`original` gives the bytes of an own photo by its digest; it may raise Damaged."""
        self._http = http
        self._original = original
        self.handlers: Mapping[type, Callable[[Any], Any]] = {
            Push: self._push,
            Pull: self._pull,
            FetchReference: self._fetch_reference,
            Have: self._have,
            OpenUpload: self._open_upload,
            AskOffset: self._ask_offset,
            SendChunk: self._send_chunk,
            CommitPhoto: self._commit,
            FetchPart: self._fetch_part,
        }

    def _push(self, step: Push) -> Answer:
        message, headers = push_message(step.batch), {"Content-Type": "application/x-ndjson"}
        if len(message) > _PACK_FROM and not self._http.access.is_loopback:
            message, headers["Content-Encoding"] = gzip.compress(message, 1, mtime=0), "gzip"
        answer = self._http.ask("POST", f"{PREFIX}/push", body=message, headers=headers)
        return _strictly(lambda: read_answer(answer.content, step.batch))

    def _pull(self, step: Pull) -> tuple[Page, datetime | None]:
        after = quote(bookmark_text(step.bookmark))
        answer = self._http.ask("GET", f"{PREFIX}/pull?after={after}&limit={PAGE}")
        return _strictly(lambda: (read_page(answer.content, after=step.bookmark), _server_time(answer)))

    def _fetch_reference(self, step: FetchReference) -> tuple[int, Rows]:
        answer = self._http.ask("GET", f"{PREFIX}/reference/{step.kind}?since={step.since}")
        kind = _strictly(lambda: msgspec.json.decode(answer.content, type=_Kind))
        return kind.version, kind.rows

    def _have(self, step: Have) -> Mapping[str, Held]:
        body = msgspec.json.encode({"photos": step.digests})
        answer = self._http.ask("POST", f"{PREFIX}/photos/have", body=body, headers=_JSON)
        rows = _strictly(lambda: msgspec.json.decode(answer.content, type=dict[str, _HeldRow]))
        return {digest: _held(row) for digest, row in rows.items()}

    def _open_upload(self, step: OpenUpload) -> Opened:
        digest = base64.b64encode(step.digest.encode()).decode()
        size = base64.b64encode(str(step.size).encode()).decode()
        headers = {"Upload-Length": str(step.size), "Upload-Metadata": f"sha256 {digest},size {size}", **_TUS}
        chunk = self._original(step.digest)[: step.first] if step.first else b""
        if chunk:
            whole = len(chunk) == step.size  # then its digest, which the store has checked, is its checksum
            promise = _promise(bytes.fromhex(step.digest)) if whole else _checksum(chunk)
            headers |= {"Content-Type": _BYTES, "Upload-Checksum": promise, _AT_ONCE: "1" if whole else "0"}
        started = time.monotonic()
        answer = self._http.ask("POST", f"{PREFIX}/uploads", body=chunk, headers=headers)
        if answer.headers.get(_VERIFIED) == "1":
            return Opened(Upload("", step.size), time.monotonic() - started, verified=True)
        upload = Upload(_place(answer.headers.get("Location", "")), _offset(answer) if chunk else 0)
        return Opened(upload, time.monotonic() - started)

    def _ask_offset(self, step: AskOffset) -> int:
        return _offset(self._http.ask("HEAD", step.url, headers=_TUS))

    def _send_chunk(self, step: SendChunk) -> Sent:
        chunk = self._original(step.digest)[step.offset : step.offset + step.length]
        headers = {"Content-Type": _BYTES, "Upload-Offset": str(step.offset), "Upload-Checksum": _checksum(chunk)}
        started = time.monotonic()
        answer = self._http.ask("PATCH", step.url, body=chunk, headers={**headers, **_TUS})
        return Sent(_offset(answer), time.monotonic() - started)

    def _commit(self, step: CommitPhoto) -> bool:
        answer = self._http.ask("POST", f"{PREFIX}/photos/{step.digest}/commit", body=b"")
        return _strictly(lambda: msgspec.json.decode(answer.content, type=_Verified)).verified

    def _fetch_part(self, step: FetchPart) -> Part:
        wanted = f"bytes={step.offset}-{step.offset + step.length - 1}"
        started = time.monotonic()
        answer = self._http.ask("GET", f"{PREFIX}/photos/{step.digest}", headers={"Range": wanted})
        seconds = time.monotonic() - started
        if answer.status != 206:
            return Part(answer.content[step.offset : step.offset + step.length], len(answer.content), seconds)
        return Part(answer.content, _strictly(lambda: _whole_size(answer, step.offset)), seconds)


def _strictly(read: Callable[[], T]) -> T:
    """An answer that cannot be read changed nothing here: it is asked for again."""
    try:
        return read()
    except (Malformed, msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
        raise Failed(failures.GARBLED) from error


def _checksum(chunk: bytes) -> str:
    return _promise(hashlib.sha256(chunk).digest())


def _promise(digest: bytes) -> str:
    return "sha256 " + base64.b64encode(digest).decode()


def _server_time(answer: HttpAnswer) -> datetime | None:
    text = answer.headers.get(SERVER_TIME)
    return as_moment(text) if text else None


def _held(row: _HeldRow) -> Held:
    return Held(row.state, Upload(_place(row.upload), row.offset) if row.upload else None)


def _place(location: str) -> str:
    """The path of an upload at our server, whatever host or prefix a proxy wrote before it."""
    path = urlsplit(location).path
    start = path.find(f"{PREFIX}/uploads/")
    if start < 0:
        raise Failed(failures.GARBLED)
    return path[start:]


def _offset(answer: HttpAnswer) -> int:
    text = answer.headers.get("Upload-Offset", "")
    if not text.isdecimal():
        raise Failed(failures.GARBLED)
    return int(text)


def _whole_size(answer: HttpAnswer, offset: int) -> int:
    """The size of the whole photo, from `Content-Range: bytes first-last/size`."""
    unit, _, rest = answer.headers.get("Content-Range", "").partition(" ")
    span, _, size = rest.partition("/")
    if unit != "bytes" or span != f"{offset}-{offset + len(answer.content) - 1}":
        raise Malformed(where="range")
    return int(size)
