"""What the server says when it says no: problem JSON (RFC 9457) with a stable code and a sentence.

GewuError (models.errors)
└── Problem    a refusal with its HTTP status; everything else is given one by `problem_of`
"""

import json
from collections.abc import Mapping

from sqlalchemy.exc import TimeoutError as NoConnectionInTime
from starlette.responses import Response

from models.errors import Damaged, DiskFull, GewuError, Malformed, NotWritable, WorldFailed
from resources.sentences import sentence

MEDIA_TYPE = "application/problem+json"
_TITLES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    411: "Length Required",
    412: "Precondition Failed",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    416: "Range Not Satisfiable",
    422: "Unprocessable Content",
    423: "Locked",
    460: "Checksum Mismatch",
    500: "Internal Server Error",
    503: "Service Unavailable",
    507: "Insufficient Storage",
}


class Problem(GewuError):
    """A refusal that is answered with this HTTP status."""

    def __init__(self, status: int, code: str, headers: Mapping[str, str] | None = None, **values: object) -> None:
        """Name the status, the code, headers such as Retry-After, and the values of the sentence."""
        super().__init__(code, **values)
        self.status = status
        self.headers = dict(headers or {})


def problem_of(error: Exception) -> Problem:
    """The problem that any failure is answered with; what nobody foresaw says nothing about its inside."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, WorldFailed):
        return _of_world(error)
    if isinstance(error, Malformed):
        return Problem(400, "malformed_request", where=error.refusal.values.get("where", ""))
    if isinstance(error, GewuError):
        return Problem(422, error.refusal.code, None, **error.refusal.values)
    if isinstance(error, NoConnectionInTime):
        return _of_world(WorldFailed())
    return Problem(500, "server_failed")


def _of_world(error: WorldFailed) -> Problem:
    if isinstance(error, DiskFull):
        return Problem(507, "server_disk_full")
    if isinstance(error, Damaged | NotWritable):
        return Problem(503, "server_storage_failed", {"Retry-After": "60"})
    return Problem(503, "server_busy", {"Retry-After": "5"})


def respond(problem: Problem) -> Response:
    """The problem as an answer."""
    refusal = problem.refusal
    content = {
        "type": "about:blank",
        "title": _TITLES.get(problem.status, "Error"),
        "status": problem.status,
        "code": refusal.code,
        "detail": sentence(refusal.code, refusal.values),
        "values": dict(refusal.values),
    }
    body = json.dumps(content, ensure_ascii=False, default=str).encode()
    return Response(body, status_code=problem.status, media_type=MEDIA_TYPE, headers=problem.headers)
