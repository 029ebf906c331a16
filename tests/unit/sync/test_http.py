"""Every answer that is not our server's, and everything that a line can do, has a failure of its own."""

import json
import socket
from pathlib import Path

import pytest

from sync.access import ServerAccess
from sync.failures import Failed, Retry
from sync.http import Http
from tests.unit.sync.line_server import INSTANCE, OURS, Told, line_server

PROBLEM = {"Content-Type": "application/problem+json", **OURS}


def problem(status: int, code: str, **headers: str) -> Told:
    """A problem answer of our server."""
    body = json.dumps({"type": "about:blank", "status": status, "code": code, "values": {"left": 2}}).encode()
    return Told(status, {**PROBLEM, **headers}, body)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Told(200, {"Content-Type": "text/html"}, b"<html>login</html>"), "portal"),
        (Told(302, {"Location": "http://login.hotel"}, b""), "portal"),
        (Told(511, {}, b""), "portal"),
        (Told(401, {}, b"who are you"), "portal"),
        (Told(200, {**OURS, "X-Sync-Instance": "j" * 32}), "wrong_server"),
        (Told(401, {**OURS, "X-Sync-Instance": "j" * 32}), "wrong_server"),
        (problem(401, "token_expired"), "signed_out"),
        (Told(502, {}, b"<html>nginx</html>"), "bureau_busy"),
        (Told(413, {}, b"<html>nginx</html>"), "too_large"),
        (Told(200, OURS, b"x" * 100, cut=10), "line_cut"),
        (Told(500, OURS, b"not json"), "bureau_failed"),
        (Told(418, OURS, b"[]"), "bureau_refused"),
    ],
)
def test_each_answer_has_its_failure(told: Told, code: str) -> None:
    with line_server(told) as server, pytest.raises(Failed) as failed:
        Http(ServerAccess(server.url, "token", INSTANCE)).ask("GET", "/sync/v1/pull")
    assert failed.value.failure.code == code


def test_what_the_server_says_with_its_no_is_kept() -> None:
    with line_server(problem(503, "server_busy", **{"Retry-After": "7"})) as server, pytest.raises(Failed) as failed:
        Http(ServerAccess(server.url)).ask("GET", "/")
    failure = failed.value.failure
    assert (failure.code, failure.retry, failure.after) == ("bureau_busy", Retry.SOON, 7)
    assert failure.values == {"left": 2, "server_code": "server_busy", "status": 503}


@pytest.mark.parametrize("waiting", ["soon", "-1", "999999999", "Wed, 21 Oct 2026 07:28:00 GMT"])
def test_a_strange_wish_to_wait_is_passed_over(waiting: str) -> None:
    with (
        line_server(problem(503, "server_busy", **{"Retry-After": waiting})) as server,
        pytest.raises(Failed) as failed,
    ):
        Http(ServerAccess(server.url)).ask("GET", "/")
    assert failed.value.failure.after is None


def test_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(Failed, match="offline"):
            Http(ServerAccess(address)).ask("GET", "/")


def test_a_line_without_a_word_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.http.READ_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(Failed, match="no_answer"):
        Http(ServerAccess(f"http://127.0.0.1:{silent.getsockname()[1]}")).ask("GET", "/")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("", "address_wrong"),
        ("ftp://bureau", "address_wrong"),
        ("https://", "address_wrong"),
        ("https://[bureau", "address_wrong"),
        ("https://bureau:port", "address_wrong"),
        (f"https://{'x' * 64}.example", "address_wrong"),
        ("https://gewu..example", "address_wrong"),
        ("http://bureau.example", "address_not_encrypted"),
        ("http://192.168.1.9:8850", "address_not_encrypted"),
    ],
)
def test_an_address_is_looked_at_before_anything_is_sent(url: str, code: str) -> None:
    with pytest.raises(Failed, match=code):
        Http(ServerAccess(url, "token"))


def test_a_certificate_that_is_gone_is_said(tmp_path: Path) -> None:
    access = ServerAccess("https://127.0.0.1:9", ca_file=str(tmp_path / "bureau.pem"))
    with pytest.raises(Failed, match="certificate_missing") as failed:
        Http(access).ask("GET", "/")
    assert failed.value.failure.values == {"file": str(tmp_path / "bureau.pem")}


def test_plain_http_beyond_this_machine_only_when_told() -> None:
    Http(ServerAccess("http://192.168.1.9:8850", allow_plain=True))


def test_the_token_travels_with_each_request_and_shows_nowhere() -> None:
    access = ServerAccess("http://127.0.0.1:1", "secret-token")
    assert "secret-token" not in repr(access)
    with line_server() as server:
        Http(ServerAccess(server.url, "secret-token", INSTANCE)).ask("POST", "/x", body=b"abc")
    (asked,) = server.asked
    assert asked.headers["Authorization"] == "Bearer secret-token"
    assert asked.body == b"abc"


def test_redirects_are_not_followed() -> None:
    with (
        line_server() as elsewhere,
        line_server(Told(307, {"Location": elsewhere.url})) as server,
        pytest.raises(Failed, match="portal"),
    ):
        Http(ServerAccess(server.url, "token")).ask("POST", "/x", body=b"abc")
    assert elsewhere.asked == []


def test_where_only_post_passes_the_method_travels_in_a_header() -> None:
    with line_server(Told(405, {}, b"proxy"), Told()) as server:
        http = Http(ServerAccess(server.url))
        http.ask("PATCH", "/x", body=b"abc")
        http.ask("HEAD", "/x")
    methods = [(asked.method, asked.headers.get("X-HTTP-Method-Override")) for asked in server.asked]
    assert methods == [("PATCH", None), ("POST", "PATCH"), ("POST", "HEAD")]
    assert server.asked[1].body == b"abc"


def test_what_our_own_server_forbids_is_not_tried_in_disguise() -> None:
    with line_server(problem(403, "role_may_not")) as server, pytest.raises(Failed, match="rights_gone"):
        Http(ServerAccess(server.url)).ask("PATCH", "/x", body=b"abc")
    assert len(server.asked) == 1


def test_neither_proxies_nor_netrc_of_the_environment_come_between_us_and_this_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login somebody password else\n", encoding="ascii")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    with line_server() as server:
        Http(ServerAccess(server.url, "token")).ask("GET", "/x")
    assert server.asked[0].headers["Authorization"] == "Bearer token"
