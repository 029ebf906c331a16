"""Exchanging entries: a batch up, a page down."""

import gzip
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from server import body, limits
from server.devices import Asker
from server.exchange.answering import encode_answer
from server.exchange.batch import MOST_BYTES
from server.exchange.pull import encode_page, pull, read_bookmark
from server.exchange.push import push
from server.gate import admitted, asker_of
from server.office import Office

_WORTH_PACKING = 1024
_LINES = {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}, "required": True}


def routes(office: Office) -> APIRouter:
    """`push` and `pull`."""
    router = APIRouter(tags=["exchange"])

    @router.post("/push", summary="Entries of this device, in its order", openapi_extra={"requestBody": _LINES})
    async def push_batch(request: Request) -> Response:
        raw = await body.read(request, most=MOST_BYTES)
        encoding = request.headers.get("content-encoding")
        answer = await run_in_threadpool(_push, office, asker_of(request.scope), raw, encoding)
        return Response(answer, media_type="application/json")

    @router.get("/pull", summary="Entries of others behind a bookmark")
    async def pull_page(
        request: Request,
        after: Annotated[str, Query(description="<epoch>:<number>:<anchor>, empty for the beginning")] = "",
        limit: Annotated[int, Query(ge=1, le=limits.PAGE)] = limits.PAGE,
    ) -> Response:
        packed = "gzip" in request.headers.get("accept-encoding", "")
        content, is_packed = await run_in_threadpool(_pull, office, request, after, limit, may_pack=packed)
        headers = {"Content-Encoding": "gzip"} if is_packed else {}
        return Response(content, media_type="application/x-ndjson", headers=headers)

    return router


def _push(office: Office, asker: Asker, raw: bytes, encoding: str | None) -> bytes:
    return encode_answer(push(office, asker, body.unpacked(raw, encoding, most=MOST_BYTES)))


def _pull(office: Office, request: Request, after: str, limit: int, *, may_pack: bool) -> tuple[bytes, bool]:
    with office.database.looking() as connection:
        asker = admitted(office, connection, request.scope)
        page = pull(office, connection, asker, read_bookmark(after), limit=limit)
    content = encode_page(page)
    if may_pack and len(content) > _WORTH_PACKING:
        return gzip.compress(content, 1), True
    return content, False
