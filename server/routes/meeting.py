"""Meeting the server: what it is, and signing in."""

import base64
from typing import Any

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from server import body, instance, limits
from server.documentation import json_body
from server.office import Office
from server.passwords import Passwords
from server.sessions import Session, SignIn, sign_in


def routes(office: Office, passwords: Passwords) -> APIRouter:
    """`hello` and `session`."""
    router = APIRouter(tags=["meeting"])

    @router.get("/hello", summary="What this server is; needs no token")
    async def hello() -> Response:
        return JSONResponse(
            {
                "instance": office.instance.id,
                "epoch": office.instance.epoch,
                "bureau": office.instance.bureau_name,
                "protocol": [1],
                "limits": {
                    "entries": limits.ENTRIES,
                    "bytes": limits.BYTES,
                    "chunk": limits.CHUNK,
                    "photo_bytes": limits.PHOTO,
                },
            }
        )

    sent = json_body(SignIn)

    @router.post("/session", summary="Sign in: a password for a token of this device", openapi_extra=sent)
    async def session(request: Request) -> Response:
        raw = await body.read(request, most=body.SMALL)
        wanted = body.from_json(raw, SignIn)
        made = await run_in_threadpool(sign_in, office.database, office.clock, passwords, wanted)
        return JSONResponse(await run_in_threadpool(_described, office, made))

    return router


def _described(office: Office, session: Session) -> dict[str, Any]:
    with office.database.reading() as connection:
        here = instance.read(connection)
    person, token = session.person, session.token
    return {
        "token": token.text,
        "expires_at": token.expires_at,
        "person": {
            "id": person.id,
            "login": person.login,
            "name": person.name,
            "role": person.role.value,
            "area": person.area,
            "unit": person.unit,
        },
        "journal": here.bureau_code,
        "bureau": here.bureau_name,
        "recovery_key": base64.b64encode(here.recovery_key).decode(),
        "device": {"dseq": token.dseq, "link": token.link.hex()},
    }
