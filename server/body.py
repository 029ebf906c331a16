"""Reading what a request carries, within limits, and what it says in JSON."""

import zlib
from typing import TypeVar

import msgspec
from starlette.requests import Request

from server.problems import Problem

T = TypeVar("T")

SMALL = 64 * 1024


async def read(request: Request, *, most: int) -> bytes:
    """The whole body as it came. Raises Problem (413) beyond the limit, before reading what the length announces."""
    announced = request.headers.get("content-length", "")
    if announced.isdigit() and int(announced) > most:
        raise Problem(413, "too_large", most=most)
    parts, total = [], 0
    async for part in request.stream():
        total += len(part)
        if total > most:
            raise Problem(413, "too_large", most=most)
        parts.append(part)
    return b"".join(parts)


def unpacked(raw: bytes, encoding: str | None, *, most: int) -> bytes:
    """The body without its gzip, within the same kind of limit. Raises Problem where it is cut or broken."""
    if not encoding or encoding == "identity":
        return raw
    if encoding != "gzip":
        raise Problem(415, "encoding_unknown", encoding=encoding[:40])
    unzip = zlib.decompressobj(wbits=31)
    try:
        data = unzip.decompress(raw, most + 1)
    except zlib.error as error:
        raise Problem(400, "malformed_request", where="gzip") from error
    if len(data) > most:
        raise Problem(413, "too_large", most=most)
    if not unzip.eof:
        raise Problem(400, "malformed_request", where="gzip")
    return data


def from_json(raw: bytes, kind: type[T]) -> T:
    """A small JSON body as a typed value. Raises Problem."""
    if b"\\u0000" in raw:  # nothing that we store or look up holds a NUL, and PostgreSQL takes none
        raise Problem(400, "malformed_request", where="NUL")
    try:
        return msgspec.json.decode(raw, type=kind)
    except msgspec.DecodeError as error:  # also what is not UTF-8, and what has the wrong type
        raise Problem(400, "malformed_request", where=str(error)[:200]) from error
