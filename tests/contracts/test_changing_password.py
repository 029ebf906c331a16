"""改密码 at a running server: the old one is checked and counted, and every computer of the person goes on working."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from models.clock import MovableClock
from models.local_people import begin
from models.profile import PasswordRefused, Profile, Unlocked
from models.store import Store
from sync.access import read_access, write_access
from sync.changing_password import change_password
from sync.failures import Failed
from sync.moving_server import use_address
from sync.session import Exchanges, exchange_once
from sync.signing_in import renew, sign_in
from tests.builders import clock, raise_one
from tests.contracts.bureau import PASSWORD, Bureau

NEW = "Another-Word-7"
SignIn = Callable[[str], tuple[Profile, Unlocked, Store]]


@pytest.fixture
def server_clock() -> MovableClock:
    return clock()


@pytest.fixture
def login(new_bureau: Bureau) -> str:
    return new_bureau.person().login


@pytest.fixture
def on_computer(
    new_bureau: Bureau, tmp_path: Path, server_clock: MovableClock, login: str, request: pytest.FixtureRequest
) -> SignIn:
    """Signs the person in on a computer of this name."""

    def computer(name: str) -> tuple[Profile, Unlocked, Store]:
        profile = Profile(tmp_path / name)
        unlocked = sign_in(profile, server=new_bureau.url, login=login, password=PASSWORD, clock=server_clock)
        store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, server_clock)
        request.addfinalizer(store.close)
        return profile, unlocked, store

    return computer


def test_the_new_one_opens_laptop_and_bureau(on_computer: SignIn, server_clock: MovableClock, login: str) -> None:
    profile, unlocked, store = on_computer("laptop")
    raise_one(store)
    change_password(store, unlocked.key, old=PASSWORD, new=NEW)
    assert exchange_once(store).ok, "the sign-in of this laptop goes on"
    assert profile.unlock(login, NEW, server_clock) == unlocked
    with pytest.raises(PasswordRefused):
        profile.unlock(login, PASSWORD, server_clock)
    assert renew(store, password=NEW) == unlocked.person
    with pytest.raises(Failed, match="wrong_password"):
        renew(store, password=PASSWORD)


def test_other_computers_go_on_until_the_new_one_is_used_there(
    new_bureau: Bureau, on_computer: SignIn, server_clock: MovableClock, login: str
) -> None:
    _profile, unlocked, store = on_computer("laptop")
    other_profile, other_unlocked, other = on_computer("another laptop")
    raise_one(other)
    change_password(store, unlocked.key, old=PASSWORD, new=NEW)
    assert exchange_once(other).ok, "nothing unsent waits for a password"
    assert other_profile.unlock(login, PASSWORD, server_clock) == other_unlocked
    other.close()
    sign_in(
        other_profile,
        server=new_bureau.url,
        login=login,
        password=NEW,
        old_password=PASSWORD,
        clock=server_clock,
    )
    assert other_profile.unlock(login, NEW, server_clock) == other_unlocked


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("wrong", NEW, "wrong_password"),
        (PASSWORD, "short", "password_too_short"),
        (PASSWORD, "aaaaaaaaaaaa", "password_too_simple"),
        (PASSWORD, PASSWORD, "password_not_new"),
    ],
)
def test_what_the_bureau_refuses_changes_nothing(
    on_computer: SignIn, server_clock: MovableClock, login: str, old: str, new: str, code: str
) -> None:
    profile, unlocked, store = on_computer("laptop")
    with pytest.raises(Failed) as refused:
        change_password(store, unlocked.key, old=old, new=new)
    assert refused.value.failure.code == code
    assert profile.unlock(login, PASSWORD, server_clock) == unlocked
    assert exchange_once(store).ok


def test_wrong_tries_are_counted_and_end_in_a_wait(on_computer: SignIn) -> None:
    _profile, unlocked, store = on_computer("laptop")
    codes: list[str] = []
    for _ in range(6):
        with pytest.raises(Failed) as refused:
            change_password(store, unlocked.key, old="wrong", new=NEW)
        codes.append(refused.value.failure.code)
    assert codes == ["wrong_password"] * 4 + ["sign_in_locked"] * 2
    assert exchange_once(store).ok, "what was signed in before goes on"


def test_the_connection_that_was_kept_goes_on_with_the_new_sign_in(on_computer: SignIn) -> None:
    _profile, unlocked, store = on_computer("laptop")
    with closing(Exchanges(store)) as exchanges:
        assert exchanges.once().ok
        change_password(store, unlocked.key, old=PASSWORD, new=NEW)
        raise_one(store)
        assert exchanges.once().entries_sent == 1


def test_the_server_is_asked_at_another_address_only_where_it_is_the_same(
    new_bureau: Bureau, on_computer: SignIn
) -> None:
    _profile, _unlocked, store = on_computer("laptop")
    elsewhere = new_bureau.url.replace("127.0.0.1", "localhost")
    with closing(Exchanges(store)) as exchanges:
        assert exchanges.once().ok
        assert use_address(store, f"{elsewhere}/") == elsewhere
        assert exchanges.once().ok
    access = read_access(store.settings)
    assert access is not None
    assert access.url == elsewhere
    access = replace(access, instance="another")
    write_access(store.settings, access)
    with pytest.raises(Failed, match="wrong_server"):
        use_address(store, new_bureau.url)
    assert read_access(store.settings) == access


def test_without_an_account_only_this_laptop_changes(tmp_path: Path, server_clock: MovableClock) -> None:
    profile = Profile(tmp_path)
    unlocked = begin(profile, name="王建国", grid="第12网格", password="first-password", clock=server_clock)
    login = unlocked.person.login
    store = Store.open(profile.store_folder(login), unlocked.key, unlocked.person, server_clock)
    for old, new, code in (
        ("other", "second-password", "old_password_wrong"),
        ("first-password", "2", "local_password_short"),
    ):
        with pytest.raises(PasswordRefused, match=code):
            change_password(store, unlocked.key, old=old, new=new)
    change_password(store, unlocked.key, old="first-password", new="second-password")
    store.close()
    assert profile.unlock(login, "second-password", server_clock) == unlocked
