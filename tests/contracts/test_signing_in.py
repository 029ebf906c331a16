"""Signing in at a running server: what it makes on the laptop, and every password that does not fit."""

from pathlib import Path

import pytest

from models.clock import MovableClock
from models.people import Role
from models.profile import PasswordRefused, Profile
from models.store import Store
from server import accounts
from sync.failures import Failed
from sync.signing_in import sign_in
from tests.builders import TOWN, clock, raise_one
from tests.contracts.bureau import CHEAP, PASSWORD, Bureau


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """An empty profile."""
    return Profile(tmp_path / "王建国 的资料")


@pytest.fixture
def server_clock() -> MovableClock:
    """Server and laptop look at clocks that agree."""
    return clock()


def test_signing_in_makes_a_laptop_ready_for_working_offline(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    who = new_bureau.person()
    unlocked = sign_in(
        profile, server=new_bureau.url, login=f" {who.login.upper()} ", password=PASSWORD, clock=server_clock
    )
    assert unlocked.person == who
    again = profile.unlock(who.login, PASSWORD, server_clock)
    assert again == unlocked
    assert profile.server == new_bureau.url
    assert PASSWORD.encode() not in b"".join(path.read_bytes() for path in profile.folder.rglob("*") if path.is_file())


def test_signing_in_twice_keeps_device_and_records(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    who = new_bureau.person()
    devices_seen, count = [], 0
    for _ in range(2):
        unlocked = sign_in(profile, server=new_bureau.url, login=who.login, password=PASSWORD, clock=server_clock)
        store = Store.open(profile.store_folder(who.login), unlocked.key, unlocked.person, server_clock)
        raise_one(store)
        devices_seen.append(store.head.state().device)
        count = store.findings.count()
        store.close()
    assert count == 2
    assert devices_seen[0] == devices_seen[1]


def test_a_wrong_password_leaves_nothing_behind(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    who = new_bureau.person()
    with pytest.raises(Failed, match="wrong_password") as refused:
        sign_in(profile, server=new_bureau.url, login=who.login, password="wrong", clock=server_clock)
    assert refused.value.failure.values["left"] == 4
    assert not profile.folder.exists()


def test_an_address_with_too_much_behind_it_is_said(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    with pytest.raises(Failed, match="address_wrong"):
        sign_in(profile, server=f"{new_bureau.url}/docs", login="x", password="wrong", clock=server_clock)


def test_a_temporary_password_asks_for_a_new_one(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    who = new_bureau.person()
    with new_bureau.office.database.writing() as connection:
        accounts.set_password(connection, who.id, password_hash=CHEAP.hash("Temporary-1"), temporary=True)
    asked = {"server": new_bureau.url, "login": who.login, "password": "Temporary-1", "clock": server_clock}
    with pytest.raises(Failed, match="new_password_needed"):
        sign_in(profile, **asked)  # type: ignore[arg-type]
    unlocked = sign_in(profile, **asked, new_password="Quite-New-2")  # type: ignore[arg-type]
    assert profile.unlock(who.login, "Quite-New-2", server_clock) == unlocked


def test_a_password_changed_at_the_bureau_needs_the_old_one_once(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    who = new_bureau.person()
    asked = {"server": new_bureau.url, "login": who.login, "clock": server_clock}
    first = sign_in(profile, **asked, password=PASSWORD)  # type: ignore[arg-type]
    with new_bureau.office.database.writing() as connection:
        accounts.set_password(connection, who.id, password_hash=CHEAP.hash("Changed-3"), temporary=False)
    with pytest.raises(PasswordRefused):
        sign_in(profile, **asked, password="Changed-3")  # type: ignore[arg-type]
    again = sign_in(profile, **asked, password="Changed-3", old_password=PASSWORD)  # type: ignore[arg-type]
    assert again.key == first.key
    assert profile.unlock(who.login, "Changed-3", server_clock).key == first.key


def test_a_new_role_is_learnt_at_the_next_sign_in(
    new_bureau: Bureau, profile: Profile, server_clock: MovableClock
) -> None:
    who = new_bureau.person()
    asked = {"server": new_bureau.url, "login": who.login, "password": PASSWORD, "clock": server_clock}
    sign_in(profile, **asked)  # type: ignore[arg-type]
    with new_bureau.office.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE account SET role = 'station', area = '{TOWN}' WHERE id = '{who.id}'")
    assert sign_in(profile, **asked).person.role is Role.STATION  # type: ignore[arg-type]
    assert profile.unlock(who.login, PASSWORD, server_clock).person.area == TOWN
