"""Lists of findings, for those whose computer does not hold them: city staff ask the server."""

from datetime import date
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from models.clock import day_of
from models.deadlines import Timing, light
from models.people import Person
from models.state import State
from models.vocabulary import Severity
from server.cursor import SORTS, Place, Sort, read_cursor
from server.gate import asker_of
from server.list_queries import Listed, Wanted
from server.lists import COUNTED, count, page
from server.office import Office
from server.problems import Problem

_MOST_ROWS: Final = 200
_MOST_VALUES: Final = 50
_ROW: Final = {
    "type": "object",
    "properties": {
        "id": {"type": "string"},
        "number": {"type": "string"},
        "state": {"type": "string", "enum": [state.value for state in State]},
        "light": {"type": ["object", "null"], "description": "colour, why, days left (negative: over)"},
        "deadline": {"type": ["string", "null"], "format": "date"},
    },
}
_ROWS: Final = {
    "type": "object",
    "properties": {
        "rows": {"type": "array", "items": _ROW},
        "next": {"type": ["string", "null"], "description": "what `after` is asked with next; null at the end"},
    },
}
_COUNT: Final = {
    "type": "object",
    "properties": {
        "count": {"type": "integer"},
        "exact": {"type": "boolean", "description": f"false: there are more than {COUNTED:,}, and nobody counted on"},
    },
}
_Codes = Annotated[list[str], Query(max_length=_MOST_VALUES)]
_Text = Annotated[str, Query(max_length=60)]


def routes(office: Office) -> APIRouter:
    """`findings` and `findings/count`."""
    router = APIRouter(tags=["findings"])

    @router.get("/findings", summary="Findings in the asker's scope, a page behind a place", responses=_answer(_ROWS))
    async def findings(
        request: Request,
        wanted: Annotated[Wanted, Depends(_wanted)],
        place: Annotated[Place, Depends(_place)],
        limit: Annotated[int, Query(ge=1, le=_MOST_ROWS)] = 50,
    ) -> Response:
        asker = asker_of(request.scope).person
        return JSONResponse(await run_in_threadpool(_listed, office, asker, wanted, place, limit))

    @router.get("/findings/count", summary="How many of them there are", responses=_answer(_COUNT))
    async def findings_count(request: Request, wanted: Annotated[Wanted, Depends(_wanted)]) -> Response:
        found = await run_in_threadpool(count, office, asker_of(request.scope).person, wanted)
        return JSONResponse({"count": found.findings, "exact": found.exact})

    return router


def _answer(schema: dict[str, Any]) -> dict[int | str, dict[str, Any]]:
    return {200: {"description": "Found", "content": {"application/json": {"schema": schema}}}}


def _wanted(
    state: _Codes = [],  # noqa: B006 - FastAPI copies it
    area: Annotated[str, Query(pattern=r"^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12}|\d{15}|\d{18})?$")] = "",
    unit: _Codes = [],  # noqa: B006
    category: _Codes = [],  # noqa: B006
    severity: _Codes = [],  # noqa: B006
    text: _Text = "",
) -> Wanted:
    try:
        states, severities = frozenset(map(State, state)), frozenset(map(Severity, severity))
    except ValueError as error:
        raise Problem(400, "malformed_request", where=str(error)[:60]) from None
    units, categories = frozenset(map(_storable, unit)), frozenset(map(_storable, category))
    return Wanted(states, area, units, categories, severities, _storable(text.strip()))


def _storable(text: str) -> str:
    """PostgreSQL takes no text with this character, and none is stored with it."""
    return text.replace("\0", "")


def _place(
    sort: Annotated[str, Query(description=" · ".join(SORTS))] = Sort.DUE.code,
    descending: bool = False,  # noqa: FBT001, FBT002 - a query's own spelling
    after: Annotated[str, Query(max_length=400, description="`next` of the page before")] = "",
    start: Annotated[
        str, Query(alias="from", max_length=24, description="jump to this day, month or number, or its beginning")
    ] = "",
) -> Place:
    if sort not in SORTS:
        raise Problem(400, "malformed_request", where="sort")
    place = Place(SORTS[sort], descending, start=_storable(start))
    if not after:
        return place
    behind = read_cursor(after)
    if (behind.sort, behind.descending) != (place.sort, place.descending):
        raise Problem(400, "cursor_unreadable")
    return behind


def _listed(office: Office, person: Person, wanted: Wanted, place: Place, limit: int) -> dict[str, Any]:
    found = page(office, person, wanted, place, limit)
    today = day_of(office.clock.now())
    following = found.following.text() if found.following else None
    return {"rows": [_row(row, today) for row in found.rows], "next": following}


def _row(row: Listed, today: date) -> dict[str, Any]:
    shown = {name: getattr(row, name) for name in _AS_THEY_ARE}
    return {**shown, "deadline": row.deadline, "light": _light(row, today)}


def _light(row: Listed, today: date) -> dict[str, Any] | None:
    if row.dispatched_on is None or row.deadline is None:
        return None
    days = [date.fromisoformat(day) if day else None for day in (row.completed_on, row.reported_on)]
    timing = Timing(
        State(row.state),
        Severity(row.severity),
        date.fromisoformat(row.dispatched_on),
        date.fromisoformat(row.deadline),
        days[0],
        row.times_refused,
        bool(row.is_behind),
        days[1],
        row.period,
    )
    burning = light(timing, today)
    return {"colour": burning.colour.value, "why": burning.why.value, "days": burning.days} if burning else None


_AS_THEY_ARE: Final = (
    "id", "number", "state", "category", "severity", "place", "grid", "unit", "unit_name", "raiser",
    "recorded_at", "changed_at", "times_refused", "odd",
)  # fmt: skip
