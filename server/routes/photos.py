"""Photos: which the server has, proving one, and handing one out."""

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from server import body, limits, photo_store
from server.byte_range import partly
from server.devices import Asker
from server.documentation import json_body
from server.gate import asker_of
from server.office import Office
from server.photo_store import Standing
from server.problems import Problem


class _Asked(msgspec.Struct):
    photos: list[str]


def routes(office: Office) -> APIRouter:
    """`photos`."""
    router = APIRouter(tags=["photos"])

    sent = json_body(_Asked)

    @router.post("/photos/have", summary="Where photos stand: verified, partial or absent", openapi_extra=sent)
    async def have(request: Request) -> Response:
        raw = await body.read(request, most=body.SMALL)
        asked = body.from_json(raw, _Asked).photos
        if len(asked) > limits.ASKED_AT_ONCE:
            raise Problem(413, "too_large", most=limits.ASKED_AT_ONCE)
        found = await run_in_threadpool(photo_store.have, office, asker_of(request.scope), asked)
        return JSONResponse({one.sha256: _plain(one) for one in found})

    @router.post("/photos/{sha256}/commit", summary="Re-read, match and keep an uploaded photo")
    async def commit(request: Request, sha256: str) -> Response:
        await run_in_threadpool(photo_store.commit, office, asker_of(request.scope), sha256)
        return JSONResponse({"verified": True})

    @router.get("/photos/{sha256}", summary="A photo, or a small picture of it with w=320")
    async def photo(request: Request, sha256: str, w: Annotated[int | None, Query()] = None) -> Response:
        return await run_in_threadpool(_photo, office, asker_of(request.scope), request, sha256, w)

    return router


def _photo(office: Office, asker: Asker, request: Request, sha256: str, edge: int | None) -> Response:
    data, media_type = photo_store.read(office, asker, sha256, edge=edge)
    tag = f'"{sha256}-{edge or 0}"'
    headers = {"ETag": tag, "Cache-Control": "private, max-age=31536000, immutable", "Accept-Ranges": "bytes"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return partly(request, data, media_type, headers)


def _plain(one: Standing) -> dict[str, Any]:
    if one.verified:
        return {"state": "verified"}
    if one.upload is None:
        return {"state": "absent"}
    return {"state": "partial", "upload": f"/sync/v1/uploads/{one.upload.id}", "offset": one.upload.offset}
