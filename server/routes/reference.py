"""Reference data, one way: from the bureau down."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from models.reference import KEYS
from server import registers
from server.contents import contents
from server.devices import Asker
from server.gate import asker_of
from server.office import Office
from server.problems import Problem


def routes(office: Office) -> APIRouter:
    """`reference`, and how much there is."""
    router = APIRouter(tags=["reference"])

    @router.get("/reference/{kind}", summary="areas, units, people, enterprises or holidays, unless unchanged")
    async def reference(request: Request, kind: str, since: Annotated[int, Query(ge=0)] = 0) -> Response:
        if kind not in KEYS:
            raise Problem(404, "not_found", where=kind[:40])
        return JSONResponse(await run_in_threadpool(_handed, office, asker_of(request.scope), kind, since))

    @router.get("/contents", summary="How much a new laptop of this person takes down")
    async def all_there_is(request: Request) -> Response:
        person = asker_of(request.scope).person
        return JSONResponse(asdict(await run_in_threadpool(contents, office, person)))

    return router


def _handed(office: Office, asker: Asker, kind: str, since: int) -> dict[str, Any]:
    with office.database.reading() as connection:
        version = registers.versions(connection)[kind]
        rows = None if since == version else registers.handed_to(connection, kind, asker.person)
    return {"kind": kind, "version": version, "rows": rows}
