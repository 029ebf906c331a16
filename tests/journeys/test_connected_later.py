"""Begun without a network, connected later: what was written down is carried over, whole and once, and registered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models import carrying
from models.errors import AlreadyOpen
from models.people import Role
from tests.contracts.bureau import Bureau
from tests.journeys.conftest import Laptop
from tests.journeys.first_minute import OWN, begin_without_a_network, connect, register_all, write_down


def test_begun_without_a_network_and_connected_later(
    laptop: Laptop, bureau: Bureau, start: Callable[[], Laptop], tmp_path: Path
) -> None:
    # GIVEN two findings with two photos each, written down without any bureau, through a restart
    begin_without_a_network(laptop)
    write_down(laptop, tmp_path, 2)
    store = laptop.place.opened.store
    assert store.head.state().dseq == 0
    laptop.application.lock()
    again = start()
    (known,) = again.application.profile.people()
    assert (known.waiting_records, known.waiting_photos) == (2, 4)
    again.sign_in(known.login, OWN)
    assert len(again.place.opened.store.drafts.all()) == 2
    # WHEN they are connected
    who = bureau.person()
    connect(again, bureau, who.login)
    # THEN it is told what has come along, and each is registered by one press
    again.until(lambda: "2 条先记下的问题和 4 张照片已经带过来" in again.words("cameOver"))
    assert [known.carried_to for known in again.application.profile.people() if known.is_local] == [who.login]
    register_all(again)
    again.place.exchanger.ask()
    store = again.place.opened.store
    again.until(lambda: not store.findings.safety().records and not store.findings.safety().photos)
    # AND both are at the bureau, in the account's name and grid, with all their photos
    station = bureau.laptop(role=Role.STATION)
    rows = [row for row in store.findings.page() if row.raiser == who.id]
    assert sorted(row.place for row in rows) == ["常焦路工地第1处", "常焦路工地第2处"]
    assert {row.grid for row in rows} == {who.area}
    assert all(row.numbered for row in rows)
    for row in rows:
        finding = store.findings.one(row.id)
        assert finding is not None
        for photo in finding.photos:
            assert station.ask("GET", f"/photos/{photo.sha256}").status_code == 200
    # AND at the next sign-in they are one person
    again.application.switch_user()
    again.until(lambda: again.application.workplace is None)
    again.settle()
    again.until(lambda: again.application.sign_in_page.sign_in.login == who.login)


def test_killed_while_carrying_over(
    laptop: Laptop,
    bureau: Bureau,
    start: Callable[[], Laptop],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begin_without_a_network(laptop)
    write_down(laptop, tmp_path, 2)
    who = bureau.person()
    # WHEN the program dies after the first draft came over, before it is marked
    with monkeypatch.context() as patch:
        patch.setattr(carrying.Carrier, "step", _one_then_dies)
        connect(laptop, bureau, who.login)
        laptop.until(lambda: len(laptop.place.opened.store.drafts.all()) == 1)
        laptop.settle()
        again = start()
    # THEN it goes on by itself at the next sign-in, and nothing is there twice
    again.sign_in(who.login)
    store = again.place.opened.store
    again.until(lambda: any(known.carried_to for known in again.application.profile.people()))
    assert sorted(str(draft.body["place"]) for draft in store.drafts.all()) == ["常焦路工地第1处", "常焦路工地第2处"]
    assert len({digest for draft in store.drafts.all() for digest, _ in draft.photos}) == 4


_step = carrying.Carrier.step


def _one_then_dies(carrier: carrying.Carrier) -> bool:
    """As if the power went: the draft is there, its mark is not, and nothing goes on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(carrying, "mark_carried", lambda *_given: None)
        _step(carrier)
    raise AlreadyOpen(where="")
