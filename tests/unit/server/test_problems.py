"""Every failure has its status and code, and what nobody foresaw says nothing about its inside."""

import json

import pytest
from sqlalchemy.exc import TimeoutError as NoConnectionInTime

from models.errors import Damaged, DiskFull, Malformed, NotWritable, Refusal, Refused, WorldFailed
from server.problems import Problem, problem_of, respond


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (Problem(409, "device_fork"), 409, "device_fork"),
        (Malformed(where="x"), 400, "malformed_request"),
        (DiskFull(), 507, "server_disk_full"),
        (Damaged(where="x"), 503, "server_storage_failed"),
        (NotWritable(where="x"), 503, "server_storage_failed"),
        (WorldFailed("database_unavailable"), 503, "server_busy"),
        (NoConnectionInTime(), 503, "server_busy"),
        (Refused(Refusal("login_taken", {"login": "x"})), 422, "login_taken"),
        (ZeroDivisionError("secret"), 500, "server_failed"),
    ],
)
def test_problem_of(error: Exception, status: int, code: str) -> None:
    """By its kind."""
    problem = problem_of(error)
    assert (problem.status, problem.refusal.code) == (status, code)
    assert b"secret" not in respond(problem).body


def test_respond() -> None:
    """RFC 9457 with code and values, the sentence in Chinese, and the headers that go with it."""
    answer = respond(Problem(503, "server_busy", {"Retry-After": "7"}, where="x"))
    assert answer.headers["Retry-After"] == "7"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert json.loads(bytes(answer.body)) == {
        "type": "about:blank",
        "title": "Service Unavailable",
        "status": 503,
        "code": "server_busy",
        "detail": "局里的服务器正忙。内容没有丢，稍后会自己再试。",
        "values": {"where": "x"},
    }
