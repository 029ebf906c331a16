"""Answering with a part of some bytes (RFC 9110, 14): one range, as clients that resume a download ask for it."""

import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from server.problems import Problem

_ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def partly(request: Request, data: bytes, media_type: str, headers: Mapping[str, str]) -> Response:
    """The whole, or the part that was asked for. Raises Problem (416) where there is no such part."""
    wanted = request.headers.get("range")
    condition = request.headers.get("if-range")
    match = _ONE_RANGE.fullmatch(wanted or "")
    if match is None or match.group(0) == "bytes=-" or (condition is not None and condition != headers.get("ETag")):
        return Response(data, media_type=media_type, headers=dict(headers))
    first, last = _bounds(match.group(1), match.group(2), len(data))
    if first > last:
        raise Problem(416, "range_outside", {"Content-Range": f"bytes */{len(data)}"})
    part = {**headers, "Content-Range": f"bytes {first}-{last}/{len(data)}"}
    return Response(data[first : last + 1], status_code=206, media_type=media_type, headers=part)


def _bounds(first: str, last: str, size: int) -> tuple[int, int]:
    if not first:  # the last so many bytes
        return max(0, size - int(last)), size - 1 if int(last) else -1
    return int(first), min(int(last), size - 1) if last else size - 1
