"""Several people on one laptop: first connection, passwords, locking, switching; no work is lost by any of it."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from gui.connection import Connection
from models.ids import DraftId, new_id
from models.people import Role
from models.profile import Profile
from server import accounts
from server.tables import DEVICE
from tests.builders import person, raise_one
from tests.contracts.bureau import HASH, PASSWORD, Bureau
from tests.journeys.conftest import Laptop


def test_first_connection(laptop: Laptop, bureau: Bureau) -> None:
    # GIVEN a laptop on which nobody ever signed in
    who = bureau.person()
    page = laptop.application.sign_in_page
    assert page.card is page.address
    # WHEN the password is wrong
    laptop.connect_to(bureau.url, who.login, "wrong")
    laptop.until(lambda: bool(laptop.words("connectCardMessage")))
    # THEN it is said, and nothing that was typed is gone
    assert "密码不对" in laptop.words("connectCardMessage")
    # WHEN it is right
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    # THEN the person is at work, and the laptop knows them from now on
    assert laptop.words("pageTitle") == "带下来"
    laptop.button("toDeskButton").click()
    assert laptop.words("pageTitle").startswith(who.name)
    assert [known.login for known in laptop.application.profile.people()] == [who.login]
    laptop.exchanged()
    assert laptop.place.exchanger.connection is Connection.CONNECTED


def test_a_temporary_password_is_replaced(laptop: Laptop, bureau: Bureau, start: Callable[[], Laptop]) -> None:
    who = person(login=f"new{new_id()[-6:]}")
    with bureau.office.database.writing() as connection:
        accounts.add(connection, who, password_hash=HASH, temporary=True)
    laptop.connect_to(bureau.url, who.login)
    page = laptop.application.sign_in_page
    laptop.until(lambda: page.card is page.new_password)
    laptop.type("newPasswordField", "Own-Words-2027")
    laptop.type("newPasswordAgainField", "Own-Words-2027")
    laptop.button("newPasswordButton").click()
    laptop.until(lambda: laptop.at_work)
    again = start()
    again.sign_in(who.login, "Own-Words-2027")
    assert again.place.opened.store.person.login == who.login


def test_wrong_password_counts_down(laptop: Laptop, bureau: Bureau, start: Callable[[], Laptop]) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    again = start()
    again.type("passwordField", "wrong")
    again.button("signInButton").click()
    again.until(lambda: bool(again.words("signInCardMessage")))
    assert again.words("signInCardMessage") == "密码不对，还可以试 4 次。"


def test_the_lock_keeps_what_was_begun(laptop: Laptop, bureau: Bureau) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    laptop.place.pages.log_finding()
    draft = DraftId(new_id())
    laptop.place.opened.store.drafts.save(draft, {"place": "常焦路与丰北路路口"})
    laptop.application.lock()
    assert not laptop.at_work
    laptop.sign_in(who.login)
    assert laptop.place.desk.current is laptop.form
    assert [each.id for each in laptop.place.opened.store.drafts.all()] == [draft]


def test_switching_loses_nothing(laptop: Laptop, bureau: Bureau) -> None:
    # GIVEN two people of one laptop, one of whom has something that is not with the bureau
    first, second = bureau.person(), bureau.person(Role.STATION)
    laptop.connect_to(bureau.url, first.login)
    laptop.until(lambda: laptop.at_work)
    laptop.exchanged()
    laptop.place.exchanger.pause()
    finding = raise_one(laptop.place.opened.store, grid=first.area)
    # WHEN they leave and the other one comes
    laptop.application.switch_user()
    laptop.until(lambda: "1 条没到局里" in laptop.words("signInCardRemark"))
    laptop.button("otherPersonButton").click()
    laptop.connect_to(bureau.url, second.login)
    laptop.until(lambda: laptop.at_work)
    assert laptop.place.opened.store.person.login == second.login
    laptop.exchanged()
    # THEN the first one's work is named at the sign-in, and goes on when they are back
    laptop.application.switch_user()
    laptop.until(lambda: "条没到局里" in laptop.button(f"account-{first.login}").accessibleName())
    laptop.sign_in(first.login)
    store = laptop.place.opened.store
    laptop.until(lambda: not store.findings.safety().records and not store.findings.safety().photos)
    row = store.findings.row(finding)  # type: ignore[arg-type]
    assert row is not None
    assert row.numbered


def test_an_expired_sign_in_costs_the_password_and_nothing_else(laptop: Laptop, bureau: Bureau) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    laptop.exchanged()
    with bureau.office.database.writing() as connection:
        connection.execute(
            update(DEVICE).where(DEVICE.c.account == who.id).values(expires_at="2020-01-01T00:00:00.000+08:00")
        )
    laptop.place.exchanger.ask()
    laptop.until(lambda: laptop.place.exchanger.wants_sign_in)
    assert laptop.place.exchanger.connection is Connection.BLOCKED
    laptop.application.lock()
    laptop.sign_in(who.login)
    laptop.until(lambda: laptop.place.exchanger.connection is Connection.CONNECTED)


def test_a_damaged_list_of_people_is_made_anew(laptop: Laptop, bureau: Bureau, start: Callable[[], Laptop]) -> None:
    who = bureau.person()
    laptop.connect_to(bureau.url, who.login)
    laptop.until(lambda: laptop.at_work)
    profile: Profile = laptop.application.profile
    (profile.folder / "profile.json").write_text("{", encoding="utf-8")
    again = start()
    assert again.words("signInCardRemark")
    again.sign_in(who.login, PASSWORD)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "not an address at all"])
def test_no_way_to_the_bureau(laptop: Laptop, address: str) -> None:
    laptop.connect_to(address, "wangjg")
    laptop.until(lambda: bool(laptop.words("connectCardMessage")))
    assert laptop.button("connectButton").isEnabled()
