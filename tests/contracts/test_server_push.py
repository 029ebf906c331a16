"""Pushing: each entry is answered once and for all, whatever stands around it and however often it comes."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select

from models.entries import next_link
from models.facts import Redescribed, Returned, Verified
from models.ids import new_id
from models.ledger_tables import LEDGER
from models.people import Role
from models.tables import ENTRY
from models.vocabulary import ReturnReason
from tests.builders import GRID, jpeg, raised
from tests.contracts.bureau import Bureau, Laptop, photo_of


def test_runs_and_numbers(new_bureau: Bureau) -> None:
    """Numbers from one on, finding numbers of the new_bureau and the year, the ledger up to date."""
    laptop = new_bureau.laptop()
    answer = laptop.push(*(laptop.body(raised()) for _ in range(3)))
    assert answer["runs"] == [[1, 3, 1]]
    assert answer["numbers"] == [[1, 3, "320402-2026-", 1]]
    assert (answer["refused"], answer["ineffective"]) == ([], [])
    assert answer["received_at"] == "2026-11-22T12:00:00.000+08:00"
    with new_bureau.office.database.reading() as connection:
        numbers = connection.scalars(select(LEDGER.c.number).order_by(LEDGER.c.number)).all()
    assert numbers == [f"320402-2026-{n:06d}" for n in (1, 2, 3)]


def test_same_batch_again(new_bureau: Bureau) -> None:
    """A lost answer costs nothing: the same batch is answered the same way and changes nothing."""
    laptop = new_bureau.laptop()
    bodies = [laptop.body(raised()), b"{}", laptop.body(raised())]
    batch = laptop.batch(bodies)
    first = laptop.ask("POST", "/push", data=batch).json()
    again = laptop.ask("POST", "/push", data=batch).json()
    assert {**again, "received_at": first["received_at"]} == first
    assert new_bureau.entries() == 2


def test_five_at_once(new_bureau: Bureau) -> None:
    """Five parallel pushes of one batch leave one row for each entry."""
    laptop = new_bureau.laptop()
    batch = laptop.batch([laptop.body(raised()) for _ in range(20)])
    start = threading.Barrier(5)

    def push(_turn: int) -> list[Any]:
        start.wait()
        headers = {"Authorization": f"Bearer {laptop.token}"}
        answer = Laptop(new_bureau.url, laptop.person, laptop.device, laptop.token).ask(
            "POST", "/push", data=batch, headers=headers
        )
        return [answer.status_code, answer.json()["runs"]]

    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(push, range(5))) == [[200, [[1, 20, 1]]]] * 5
    assert new_bureau.entries() == 20


def test_batch_grows_over_a_lost_answer(new_bureau: Bureau) -> None:
    """The device sends again from where it knows it was answered, with something new behind."""
    laptop = new_bureau.laptop()
    bodies = [laptop.body(raised()) for _ in range(4)]
    laptop.ask("POST", "/push", data=laptop.batch(bodies[:2]))
    assert laptop.push(*bodies)["runs"] == [[1, 4, 1]]
    assert new_bureau.entries() == 4


def test_ineffective_is_kept(new_bureau: Bureau) -> None:
    """Two stations verify: the second verdict is kept with its reason; it is not refused."""
    subject = new_bureau.laptop().raise_one()
    first, second = new_bureau.laptop(role=Role.STATION), new_bureau.laptop(role=Role.STATION)
    verified = Verified(raised().classification)
    assert first.push(first.body(verified, subject))["ineffective"] == []
    answer = second.push(second.body(verified, subject))
    assert answer["runs"] == [[1, 1, 3]]
    assert answer["ineffective"] == [{"dseq": 1, "reason": "state_verified"}]
    assert new_bureau.entries() == 3


def test_own_submission(bureau: Bureau) -> None:
    """Nobody verifies what they logged themselves."""
    station = bureau.laptop(role=Role.STATION)
    subject = station.raise_one(grid=GRID)
    answer = station.push(station.body(Verified(raised().classification), subject))
    assert answer["ineffective"] == [{"dseq": 2, "reason": "own_submission"}]


def test_each_sees_what_came_before_in_the_batch(new_bureau: Bureau) -> None:
    """Raise, and correct in the same batch; return and resubmit across devices."""
    inspector, station = new_bureau.laptop(), new_bureau.laptop(role=Role.STATION)
    subject = new_id()
    text = "土方仍然没有盖住，和昨天一样。"
    answer = inspector.push(inspector.body(raised(), subject), inspector.body(Redescribed(text), subject))
    assert answer["ineffective"] == []
    station.push(station.body(Returned((ReturnReason.PLACE_WRONG,), "地点写得不准"), subject))
    with new_bureau.office.database.reading() as connection:
        row = connection.execute(select(LEDGER)).one()
    assert (row.state, row.description, row.entries) == ("returned", text, 3)


def test_newer_kind_is_kept_but_does_nothing(bureau: Bureau) -> None:
    """A step of a newer program is kept byte for byte and forwarded; the server cannot judge it, so it has no effect."""
    laptop, station = bureau.laptop(), bureau.laptop(role=Role.STATION)
    subject = laptop.raise_one()
    body = laptop.body(Redescribed("土方仍然没有盖住，和昨天一样。"), subject).replace(
        b"redescribed", b"sealed_with_wax"
    )
    assert laptop.push(body)["ineffective"] == [{"dseq": 2, "reason": "newer_kind"}]
    lines, _ = station.pull()
    assert lines[-1][6].encode() == body


@pytest.mark.expects_logs("other content under an id")
def test_same_id_other_content(new_bureau: Bureau) -> None:
    """An id belongs to one content for ever; the same content from another device is the same entry."""
    who = new_bureau.person()
    old, new = new_bureau.laptop(who), new_bureau.laptop(who)
    body = old.body(raised())
    old.push(body)
    forged = body.replace("一小半".encode(), "一大半".encode())
    answer = new.push(body, forged)
    assert answer["runs"] == [[1, 1, 1]]
    assert answer["numbers"] == [[1, 1, "320402-2026-", 1]]
    assert answer["refused"] == [{"dseq": 2, "code": "id_conflict", "values": {}}]
    assert new_bureau.entries() == 1
    new.dseq, new.link = 0, bytes(32)
    assert new.push(body, forged)["runs"] == [[1, 1, 1]]


@pytest.mark.expects_logs("has forked")
def test_fork(new_bureau: Bureau) -> None:
    """A copied laptop used its numbers for something else."""
    laptop = new_bureau.laptop()
    laptop.push(laptop.body(raised()), laptop.body(raised()))
    for dseq, link in ((0, bytes(32)), (1, bytes(32)), (2, bytes(32))):
        copy = Laptop(new_bureau.url, laptop.person, laptop.device, laptop.token, dseq, link)
        answer = copy.ask("POST", "/push", data=copy.batch([copy.body(raised())]))
        assert (answer.status_code, answer.json()["code"]) == (409, "device_fork")
    assert new_bureau.entries() == 2


def test_behind(bureau: Bureau) -> None:
    """The server was restored and lacks earlier entries: it says where to go on."""
    laptop = bureau.laptop()
    laptop.moved([b"lost"])
    answer = laptop.ask("POST", "/push", data=laptop.batch([laptop.body(raised())]))
    assert (answer.status_code, answer.json()["code"]) == (409, "device_behind")
    assert answer.json()["values"] == {"dseq": 0, "link": bytes(32).hex()}


def test_photo_of_an_ineffective_entry(bureau: Bureau) -> None:
    """An entry without effect keeps its photo: evidence is evidence."""
    first, second = bureau.laptop(), bureau.laptop()
    subject, data = new_id(), jpeg("teal")
    form = raised(photos=(photo_of(data),))
    first.push(first.body(raised(), subject))
    assert second.push(second.body(form, subject))["ineffective"] == [{"dseq": 1, "reason": "already_raised"}]
    assert second.begin(data, photo_of(data).sha256).status_code == 201


def test_chain_of_the_journal(new_bureau: Bureau) -> None:
    """Each number carries the chain over all bodies before it."""
    laptop = new_bureau.laptop()
    laptop.push(*(laptop.body(raised()) for _ in range(5)))
    with new_bureau.office.database.reading() as connection:
        rows = connection.execute(select(ENTRY.c.body, ENTRY.c.chain).order_by(ENTRY.c.number)).all()
    chain = bytes(32)
    for row in rows:
        chain = next_link(chain, row.body.encode())
        assert bytes(row.chain) == chain
