"""Signing in, tokens and the gate: who asks is known before anything is done for them."""

from datetime import timedelta

import pytest
import requests
from sqlalchemy import select

from models.ids import new_device
from models.people import Role
from server import accounts, devices
from server.tables import DEVICE
from tests.contracts.bureau import CHEAP, PASSWORD, Bureau, Laptop

OURS = ("X-Sync-Instance", "X-Sync-Epoch", "X-Server-Time")


def code(answer: requests.Response) -> tuple[int, str]:
    """Status and code; every answer is ours, and every refusal has a Chinese sentence."""
    assert all(name in answer.headers for name in OURS)
    plain = answer.json()
    assert plain["status"] == answer.status_code
    assert any("一" <= letter <= "鿿" for letter in plain["detail"])
    return answer.status_code, plain["code"]


def test_hello_to_anybody(bureau: Bureau) -> None:
    answer = requests.get(f"{bureau.url}/sync/v1/hello", timeout=10)
    assert answer.json() == {
        "instance": bureau.office.instance.id,
        "epoch": bureau.office.instance.epoch,
        "bureau": "天宁区生态环境局",
        "protocol": [1],
        "limits": {"entries": 500, "bytes": 524288, "chunk": 262144, "photo_bytes": 52428800},
    }
    assert answer.headers["X-Sync-Instance"] == bureau.office.instance.id


def test_session(bureau: Bureau) -> None:
    """A password for a token; whoever types the login in full width or capitals is the same person."""
    who = bureau.person(Role.STATION)
    answer = bureau.sign_in(who.login.upper().replace("P", "Ｐ"))
    plain = answer.json()
    assert plain["person"] == {
        "id": who.id,
        "login": who.login,
        "name": who.name,
        "role": "station",
        "area": who.area,
        "unit": "",
    }
    assert (plain["journal"], plain["bureau"]) == ("320402", "天宁区生态环境局")
    assert len(plain["recovery_key"]) == 44
    assert plain["expires_at"] == "2027-01-21T12:00:00.000+08:00"
    pulled = requests.get(
        f"{bureau.url}/sync/v1/pull", headers={"Authorization": f"Bearer {plain['token']}"}, timeout=10
    )
    assert pulled.status_code == 200


def test_token_is_nowhere_in_the_database(bureau: Bureau) -> None:
    """Whoever reads the database cannot sign in with what stands there."""
    token = bureau.sign_in(bureau.person().login).json()["token"]
    with bureau.office.database.reading() as connection:
        rows = connection.execute(select(DEVICE)).all()
    assert token not in repr(rows)


def test_lock(new_bureau: Bureau) -> None:
    """Five wrong passwords, then half an hour of nothing, even for the right one; the time is told."""
    who = new_bureau.person()
    left = [new_bureau.sign_in(who.login, "falsch-1234").json()["values"].get("left") for _ in range(4)]
    assert left == [4, 3, 2, 1]
    assert code(new_bureau.sign_in(who.login, "falsch-1234")) == (403, "sign_in_locked")
    locked = new_bureau.sign_in(who.login)
    assert code(locked) == (403, "sign_in_locked")
    assert locked.json()["values"]["until"] == "12:30"
    new_bureau.clock.advance(timedelta(minutes=29))
    assert code(new_bureau.sign_in(who.login)) == (403, "sign_in_locked")
    new_bureau.clock.advance(timedelta(minutes=1, seconds=1))
    assert new_bureau.sign_in(who.login).status_code == 200


def test_success_forgets_failures(bureau: Bureau) -> None:
    """Four slips on Monday and one on Tuesday do not lock anybody out."""
    who = bureau.person()
    for _ in range(3):
        for _ in range(4):
            assert code(bureau.sign_in(who.login, "falsch-1234")) == (401, "wrong_password")
        assert bureau.sign_in(who.login).status_code == 200


def test_unknown_login_looks_the_same(bureau: Bureau) -> None:
    """Neither the answers nor the lock tell whether somebody exists."""
    who, answers = bureau.person(), {}
    for login in (who.login, "nobody-of-that-name"):
        answers[login] = [bureau.sign_in(login, "falsch-1234").json() for _ in range(6)]
    assert answers[who.login] == answers["nobody-of-that-name"]


def test_temporary_password(bureau: Bureau) -> None:
    """The first sign-in must bring a new one, and not any."""
    who = bureau.person()
    with bureau.office.database.writing() as connection:
        accounts.set_password(connection, who.id, password_hash=CHEAP.hash(PASSWORD), temporary=True)
    assert code(bureau.sign_in(who.login)) == (403, "new_password_needed")
    weak = {
        "Kurz-1": "password_too_short",
        "nurkleinbuchstaben": "password_too_simple",
        f"Xy-1-{who.login}-9": "password_contains_login",
        PASSWORD: "password_not_new",
    }
    for new, why in weak.items():
        assert code(bureau.sign_in(who.login, new_password=new)) == (422, why)
    assert bureau.sign_in(who.login, new_password="青山-2026-x").status_code == 200
    assert code(bureau.sign_in(who.login)) == (401, "wrong_password")
    assert bureau.sign_in(who.login, "青山-2026-x").status_code == 200


NUL = b'{"login":"%s","password":"b","device":"00112233445566778899aabbccddeeff","device_name":"%s"}'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"login":1}',
        b"\xff",
        b'{"login":"a","password":"b"}',
        NUL % (b"a\\u0000", b""),
        NUL % (b"a", b"\\u0000"),
    ],
)
def test_malformed_sign_in(bureau: Bureau, body: bytes) -> None:
    """What is no sign-in."""
    assert code(requests.post(f"{bureau.url}/sync/v1/session", data=body, timeout=10)) == (400, "malformed_request")


def test_device_of_somebody_else(bureau: Bureau) -> None:
    """A device belongs to one person."""
    laptop, other = bureau.laptop(), bureau.person()
    answer = bureau.sign_in(other.login, device=laptop.device)
    assert code(answer) == (409, "device_of_another_person")
    assert code(bureau.sign_in(other.login, device="../x")) == (400, "malformed_request")


def test_new_token_ends_the_old_one(bureau: Bureau) -> None:
    """One token a device; its chain goes on."""
    laptop = bureau.laptop()
    laptop.raise_one()
    again = bureau.sign_in(laptop.person.login, device=laptop.device).json()
    assert again["device"] == {"dseq": 1, "link": laptop.link.hex()}
    assert code(laptop.ask("GET", "/pull")) == (401, "token_unknown")
    laptop.token = again["token"]
    laptop.raise_one()


def test_revoked(bureau: Bureau) -> None:
    """A lost laptop is shut out, at once and also from signing in."""
    laptop = bureau.laptop()
    with bureau.office.database.writing() as connection:
        assert devices.revoke(connection, laptop.device, now=bureau.clock.now())
    assert code(laptop.ask("GET", "/pull")) == (401, "device_revoked")
    assert code(bureau.sign_in(laptop.person.login, device=laptop.device)) == (403, "device_revoked")


def test_disabled(bureau: Bureau) -> None:
    """Somebody who left the office."""
    laptop = bureau.laptop()
    with bureau.office.database.writing() as connection:
        assert accounts.set_disabled(connection, laptop.person.login, disabled=True)
    assert code(laptop.ask("GET", "/pull")) == (401, "account_disabled")
    assert code(bureau.sign_in(laptop.person.login)) == (403, "account_disabled")


def test_sixty_days(new_bureau: Bureau) -> None:
    """A token lives as long as it is used at least every sixty days."""
    laptop = new_bureau.laptop()
    for days, status in ((59, 200), (59, 200), (61, 401)):
        new_bureau.clock.advance(timedelta(days=days))
        assert laptop.ask("GET", "/pull").status_code == status


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/sync/v1/push"),
        ("GET", "/sync/v1/pull"),
        ("POST", "/sync/v1/uploads"),
        ("PATCH", "/sync/v1/uploads/x"),
        ("HEAD", "/sync/v1/uploads/x"),
        ("POST", "/sync/v1/photos/have"),
        ("POST", f"/sync/v1/photos/{'a' * 64}/commit"),
        ("GET", f"/sync/v1/photos/{'a' * 64}"),
        ("GET", "/sync/v1/reference/areas"),
        ("GET", "/sync/v1/whatever"),
    ],
)
def test_gate(bureau: Bureau, method: str, path: str) -> None:
    """Nothing is answered without a token but the greeting, the sign-in and the documentation."""
    for token in ("", "Bearer ", "Bearer wrong", "Basic YTpi"):
        answer = requests.request(method, bureau.url + path, headers={"Authorization": token}, timeout=10)
        assert answer.status_code == 401
        if method != "HEAD":
            assert code(answer)[1] in ("token_missing", "token_unknown")


def test_unknown_address(bureau: Bureau) -> None:
    """With a token, what is not there is not there."""
    laptop = bureau.laptop()
    assert code(laptop.ask("GET", "/whatever")) == (404, "not_found")
    assert code(laptop.ask("DELETE", "/push")) == (405, "method_not_allowed")
    assert code(laptop.ask("GET", "/pull", params={"limit": "0"})) == (400, "malformed_request")


def test_documentation_needs_nobody_else(bureau: Bureau) -> None:
    """The page of what can be asked loads nothing from another address."""
    page = requests.get(f"{bureau.url}/docs", timeout=10).text
    assert "/sync/v1/push" in page
    assert "http://" not in page
    assert "https://" not in page
    described = requests.get(f"{bureau.url}/openapi.json", timeout=10).json()
    paths = described["paths"]
    assert paths["/sync/v1/session"]["post"]["security"] == []
    assert paths["/sync/v1/push"]["post"]["security"] == [{"token": []}]
    assert "HTTPValidationError" not in str(paths)
    assert {"/sync/v1/push", "/sync/v1/pull", "/sync/v1/uploads", "/sync/v1/photos/{sha256}"} <= set(paths)


def test_too_many_at_once(new_bureau: Bureau) -> None:
    """Beyond its measure the server asks to come back rather than let everybody wait."""
    from dataclasses import replace

    laptop = new_bureau.laptop()
    new_bureau.office.settings = replace(new_bureau.office.settings, most_at_once=0)
    answer = laptop.ask("GET", "/pull")
    assert code(answer) == (503, "server_busy")
    assert int(answer.headers["Retry-After"]) >= 5


@pytest.mark.expects_logs("GET /sync/v1/pull failed")
def test_no_traceback_leaves(new_bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is logged here and says nothing there."""
    laptop: Laptop = new_bureau.laptop()
    monkeypatch.setattr("server.exchange.pull.registers.with_none_missing", lambda _versions: 1 / 0)
    answer = laptop.ask("GET", "/pull")
    assert code(answer) == (500, "server_failed")
    assert "ZeroDivision" not in answer.text
    assert new_device() not in answer.text
