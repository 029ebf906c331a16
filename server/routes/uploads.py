"""tus 1.0 for photos: core, creation, creation with upload, and checksum by SHA-256."""

import base64
import binascii
import hashlib
import tempfile
from typing import Final

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from server import body, limits, photo_store, uploads
from server.devices import Asker
from server.gate import admitted, asker_of
from server.office import Office
from server.problems import Problem
from server.proven_photos import ProvenPhotos
from server.uploads import Arrived, Upload

VERSION: Final = "1.0.0"
_BYTES: Final = "application/offset+octet-stream"
_IN_MEMORY: Final = 1024 * 1024
_ABILITIES: Final = {
    "Tus-Resumable": VERSION,
    "Tus-Version": VERSION,
    "Tus-Extension": "creation,creation-with-upload,checksum",
    "Tus-Checksum-Algorithm": "sha256",
    "Tus-Max-Size": str(limits.PHOTO),
}
_CONTENT: Final = {"requestBody": {"content": {_BYTES: {"schema": {"type": "string", "format": "binary"}}}}}


def routes(office: Office) -> APIRouter:
    """`uploads`."""
    router = APIRouter(tags=["photos"])
    proven = ProvenPhotos(office)

    @router.options("/uploads", summary="What this tus server can do", status_code=204)
    async def abilities() -> Response:
        return Response(status_code=204, headers=_ABILITIES)

    @router.post("/uploads", summary="Begin a photo (tus creation)", status_code=201, openapi_extra=_CONTENT)
    async def create(request: Request) -> Response:
        asker, sha256, size = await run_in_threadpool(_begun, office, request)
        if _comes_whole(request, size):
            data, promised = await _whole(request, sha256, size)
            await run_in_threadpool(photo_store.take, office, proven, asker, sha256, data, promised=promised)
            done = {"Tus-Resumable": VERSION, "Upload-Offset": str(size), "X-Sync-Verified": "1"}
            return Response(status_code=201, headers={**done, "Location": f"/sync/v1/photos/{sha256}"})
        upload = await run_in_threadpool(uploads.begin, office, asker, sha256=sha256, size=size)
        if request.headers.get("content-type") == _BYTES:
            upload = await _append(office, asker, upload.id, 0, request)
        return _answer(201, upload, {"Location": f"/sync/v1/uploads/{upload.id}"})

    @router.head("/uploads/{upload}", summary="How much of a photo has arrived")
    async def offset(request: Request, upload: str) -> Response:
        return await _offset(office, request, upload)

    @router.patch("/uploads/{upload}", summary="The next bytes of a photo", status_code=204, openapi_extra=_CONTENT)
    async def proceed(request: Request, upload: str) -> Response:
        return await _proceed(office, request, upload)

    @router.post("/uploads/{upload}", summary="HEAD or PATCH, where a proxy lets only POST through")
    async def overridden(request: Request, upload: str) -> Response:
        method = request.headers.get("x-http-method-override", "").upper()
        if method == "PATCH":
            return await _proceed(office, request, upload)
        if method == "HEAD":
            return await _offset(office, request, upload)
        raise Problem(405, "method_not_allowed", {"Allow": "HEAD, PATCH"})

    return router


def _comes_whole(request: Request, size: int) -> bool:
    """Whether the sender has put the whole of a small photo into this request and wants it proven with it."""
    told = request.headers
    whole = told.get("content-type") == _BYTES and told.get("content-length") == str(size) and size <= _IN_MEMORY
    return whole and told.get("x-sync-commit") == "1"


def _begun(office: Office, request: Request) -> tuple[Asker, str, int]:
    """Who brings which photo; one that nobody waits for is refused before a byte of it is read."""
    with office.database.looking() as connection:
        asker = admitted(office, connection, request.scope)
        _require_version(request)
        sha256, size = _stated(request)
        if _comes_whole(request, size):
            uploads.refuse_too_large(office, size)
            uploads.refuse_unreferenced(connection, asker, sha256, size)
    return asker, sha256, size


async def _whole(request: Request, sha256: str, size: int) -> tuple[bytes, bool]:
    """The bytes, and whether they were promised to be the photo's: then reading them again from the disk tells."""
    expected = uploads.checksum(request.headers.get("upload-checksum"))
    try:
        data = await body.read(request, most=size)
    except ClientDisconnect:
        raise Problem(400, "checksum_mismatch") from None
    promised = expected is not None and expected.hex() == sha256
    if expected is not None and not promised and expected != hashlib.sha256(data).digest():
        raise Problem(460, "checksum_mismatch")
    return data, promised


async def _offset(office: Office, request: Request, upload: str) -> Response:
    _require_version(request)
    known = await run_in_threadpool(uploads.find, office, asker_of(request.scope), upload)
    return _answer(200, known, {"Upload-Length": str(known.size)})


async def _proceed(office: Office, request: Request, upload: str) -> Response:
    _require_version(request)
    if request.headers.get("content-type") != _BYTES:
        raise Problem(415, "malformed_request", where="Content-Type")
    at = request.headers.get("upload-offset", "")
    if not (at.isascii() and at.isdigit() and len(at) < 16):
        raise Problem(400, "malformed_request", where="Upload-Offset")
    known = await _append(office, asker_of(request.scope), upload, int(at), request)
    return _answer(204, known, {})


async def _append(office: Office, asker: Asker, upload: str, offset: int, request: Request) -> Upload:
    expected = uploads.checksum(request.headers.get("upload-checksum"))
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as content:
        digest, size = hashlib.sha256(), 0
        try:
            async for piece in request.stream():
                size += len(piece)
                if size > limits.PHOTO:
                    raise Problem(413, "too_large", most=limits.PHOTO)
                digest.update(piece)
                content.write(piece)
        except ClientDisconnect:
            # the line was cut: what came is kept where nothing was promised about the whole of it
            if expected is not None:
                raise Problem(400, "checksum_mismatch") from None
        arrived = Arrived(content, size, digest.digest(), expected)
        return await run_in_threadpool(uploads.append, office, asker, upload, offset=offset, arrived=arrived)


def _answer(status: int, upload: Upload, headers: dict[str, str]) -> Response:
    progress = {"Tus-Resumable": VERSION, "Upload-Offset": str(upload.offset), "Cache-Control": "no-store"}
    return Response(status_code=status, headers={**progress, **headers})


def _require_version(request: Request) -> None:
    if request.headers.get("tus-resumable") != VERSION:
        raise Problem(412, "upload_version_unknown", {"Tus-Version": VERSION})


def _stated(request: Request) -> tuple[str, int]:
    """Digest and size from Upload-Metadata and Upload-Length."""
    length = request.headers.get("upload-length", "")
    if not (length.isascii() and length.isdigit() and 0 < len(length) < 16) or int(length) == 0:
        raise Problem(400, "malformed_request", where="Upload-Length")
    for pair in request.headers.get("upload-metadata", "").split(","):
        key, _, value = pair.strip().partition(" ")
        if key == "sha256":
            return _digest(value), int(length)
    raise Problem(400, "malformed_request", where="Upload-Metadata")


def _digest(value: str) -> str:
    """64 hex digits in Base64; the 32 bytes themselves in Base64 are taken as well."""
    try:
        raw = base64.b64decode(value.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Problem(400, "malformed_request", where="Upload-Metadata") from error
    text = raw.hex() if len(raw) == 32 else raw.decode("ascii", "replace").lower()
    if len(text) != 64 or text.strip("0123456789abcdef"):
        raise Problem(400, "malformed_request", where="Upload-Metadata")
    return text
