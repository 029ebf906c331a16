"""Laptops with real stores against a running server: what one writes the other reads, and every way of not getting on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from models.entries import LONGEST_BODY
from models.facts import Redescribed, Verified
from models.finding import digest
from models.ids import FindingId
from models.integrity import check
from models.people import Role
from models.photos import PhotoState
from models.profile import Profile
from models.store import Store
from server import devices
from server.administration import NewAccount, add_account
from sync.access import read_access
from sync.failures import Failed
from sync.session import exchange_once, note_standing
from sync.signing_in import reachable, renew
from tests.builders import GRID, TOWN, jpeg, raise_one, raised
from tests.contracts.bureau import PASSWORD, Bureau, running, settings

Open = Callable[..., Store]


def test_what_one_logs_the_other_verifies(new_bureau: Bureau, open_for: Open) -> None:
    """GIVEN a finding logged offline, WHEN both exchange in turn, THEN they come to the same, photos and all."""
    inspector, station = open_for(new_bureau.person()), open_for(new_bureau.person(Role.STATION))
    finding = FindingId(raise_one(inspector, "red"))
    outcome = exchange_once(inspector)
    assert (outcome.ok, outcome.entries_sent, outcome.photos_sent, outcome.photos_verified) == (True, 1, 1, 1)
    assert (outcome.entries_pending, outcome.photos_pending) == (0, 0)
    outcome = exchange_once(station)
    assert (outcome.entries_received, outcome.photos_received) == (1, 1)
    seen = station.findings.one(finding)
    assert seen is not None
    assert seen.number == "320402-2026-000001"
    assert station.photos.original(seen.photos[0].sha256) == jpeg("red")
    station.pen.record([Verified(seen.classification)], finding=finding)
    assert exchange_once(station).entries_sent == 1
    assert exchange_once(inspector).entries_received == 1
    both = [store.findings.one(finding) for store in (inspector, station)]
    assert both[0] is not None
    assert both[1] is not None
    assert digest(both[0]) == digest(both[1])
    assert check(inspector).ok
    assert check(station).ok


def test_nothing_to_exchange_changes_nothing(new_bureau: Bureau, open_for: Open) -> None:
    store = open_for(new_bureau.person())
    raise_one(store)
    exchange_once(store)
    before = store.head.state()
    outcome = exchange_once(store)
    assert outcome.ok
    assert (outcome.entries_sent, outcome.entries_received, outcome.photos_verified) == (0, 0, 0)
    assert store.head.state() == before


def test_reference_data_comes_with_the_pull_and_the_place_is_known(
    new_bureau: Bureau, open_for: Open, tmp_path: Path
) -> None:
    account = NewAccount("chenli", "陈丽", Role.STATION.value, TOWN)
    who, _weak = add_account(new_bureau.office, account, PASSWORD)
    store = open_for(who)
    exchange_once(store)
    assert store.reference.name_of(who.id) == "陈丽"
    own = Profile(tmp_path / who.login)
    raise_one(store)
    note_standing(own, store)
    assert own.people()[0].waiting_records == 1
    assert own.people()[0].waiting_photos == 1


def test_stopping_at_any_moment_loses_nothing(new_bureau: Bureau, open_for: Open) -> None:
    store = open_for(new_bureau.person())
    for colour in ("red", "green", "blue"):
        raise_one(store, colour)
    for allowed in range(12):
        requests = iter(range(allowed))
        outcome = exchange_once(store, cancelled=partial(_is_over, requests))
        assert outcome.reason in (None, "stopped")
        assert store.findings.count() == 3
    assert exchange_once(store).ok
    assert store.findings.safety().records == 0
    assert {store.photos.status(photo.sha256) for photo in store.photos.listed()} == {PhotoState.VERIFIED}


def _is_over(requests: Iterator[int]) -> bool:
    return next(requests, None) is None


def test_another_server_at_the_same_address_gets_nothing(new_bureau: Bureau, open_for: Open, tmp_path: Path) -> None:
    store = open_for(new_bureau.person())
    raise_one(store)
    with running(settings(tmp_path / "别的局")) as other:
        access = read_access(store.settings)
        assert access is not None

        outcome = exchange_once(store, replace(access, url=other.url))
        assert outcome.reason == "wrong_server"
        assert outcome.values == {"bureau": "天宁区生态环境局"}
        assert other.entries() == 0
    assert outcome.entries_pending == 1


def test_an_expired_sign_in_is_renewed_with_the_password(new_bureau: Bureau, open_for: Open) -> None:
    who = new_bureau.person()
    store = open_for(who)
    raise_one(store)
    new_bureau.clock.move_to(new_bureau.clock.now() + devices.LIFETIME * 2)
    assert exchange_once(store).reason == "signed_out"
    with pytest.raises(Failed, match="wrong_password"):
        renew(store, password="not this one")
    assert renew(store, password=PASSWORD) == who
    outcome = exchange_once(store)
    assert outcome.ok
    assert outcome.entries_sent == 1


def test_what_the_bureau_refuses_stays_and_stops_nobody_else(new_bureau: Bureau, open_for: Open) -> None:
    who = new_bureau.person()
    store = open_for(who)
    refused = FindingId(raise_one(store, "red"))
    # the laptop's program was changed to skip its own check
    raise_one(store, "green")
    with store.database.writing() as connection:
        connection.exec_driver_sql("UPDATE head SET sent = 0")
    with new_bureau.office.database.writing() as connection:
        connection.exec_driver_sql(f"UPDATE account SET area = '320402104999999' WHERE id = '{who.id}'")
    outcome = exchange_once(store)
    assert outcome.entries_refused == 2
    assert store.findings.one(refused) is not None
    assert store.findings.safety().refused == 2


def test_a_damaged_original_keeps_no_other_photo_back(new_bureau: Bureau, open_for: Open) -> None:
    store = open_for(new_bureau.person())
    raise_one(store, "red")
    raise_one(store, "green")
    damaged, whole = store.photos.to_send()
    path = next((store.folder / "photos").rglob(damaged.sha256))
    path.write_bytes(path.read_bytes()[:-20])
    outcome = exchange_once(store)
    assert outcome.ok
    assert outcome.photos_verified == 1
    assert outcome.photos_pending == 1
    states = store.photos.statuses([damaged.sha256, whole.sha256])
    assert states == {damaged.sha256: PhotoState.STUCK, whole.sha256: PhotoState.VERIFIED}


def test_a_large_photo_and_a_long_description_travel(new_bureau: Bureau, open_for: Open) -> None:
    store = open_for(new_bureau.person())
    data = jpeg("teal", (640, 480)) + bytes(3_000_000)
    kept, _ = store.photos.keep(data, "large.jpg")
    store.pen.record([raised(photos=(kept,), description="长" * 2000)])
    outcome = exchange_once(store)
    assert outcome.ok
    assert outcome.photos_verified == 1
    assert LONGEST_BODY > 6000


def test_many_batches_and_pages(new_bureau: Bureau, open_for: Open) -> None:
    inspector, station = open_for(new_bureau.person()), open_for(new_bureau.person(Role.STATION))
    finding = FindingId(raise_one(inspector))
    inspector.pen.record([Redescribed(f"第{number}种说法，一共十个字以上") for number in range(1_300)], finding=finding)
    assert exchange_once(inspector).entries_sent == 1_301
    assert exchange_once(station).entries_received == 1_301
    both = [store.findings.one(finding) for store in (inspector, station)]
    assert both[0] is not None
    assert both[1] is not None
    assert digest(both[0]) == digest(both[1])


def test_whether_the_bureau_can_be_reached(new_bureau: Bureau, open_for: Open) -> None:
    access = read_access(open_for(new_bureau.person(area=GRID)).settings)
    assert access is not None
    assert reachable(access)

    assert not reachable(replace(access, url="http://127.0.0.1:9"))
    assert not reachable(replace(access, url="nonsense"))
