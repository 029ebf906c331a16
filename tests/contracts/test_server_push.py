"""Pushing: each entry is answered once and for all, whatever stands around it and however often it comes."""

import gzip
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import func, select

from models.entries import next_link
from models.facts import Redescribed, Returned, Verified
from models.ids import new_id
from models.people import Role
from models.tables import ENTRY, LEDGER
from models.vocabulary import ReturnReason
from tests.builders import GRID, OTHER_GRID, jpeg, photo, raised
from tests.contracts.bureau import Bureau, Laptop, photo_of


def count(bureau: Bureau) -> int:
    with bureau.office.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(ENTRY)) or 0


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
    assert count(new_bureau) == 2


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
    assert count(new_bureau) == 20


def test_batch_grows_over_a_lost_answer(new_bureau: Bureau) -> None:
    """The device sends again from where it knows it was answered, with something new behind."""
    laptop = new_bureau.laptop()
    bodies = [laptop.body(raised()) for _ in range(4)]
    laptop.ask("POST", "/push", data=laptop.batch(bodies[:2]))
    assert laptop.push(*bodies)["runs"] == [[1, 4, 1]]
    assert count(new_bureau) == 4


POISON = {
    "not JSON": (b"{", "malformed"),
    "not text": (b'{"id":"\xff"}', "malformed"),
    "half a surrogate": (None, "malformed"),
    "empty line": (b"", "malformed"),
    "deep": (b"[" * 5000, "malformed"),
    "numbers without end": (b'{"id":' + b"9" * 6000 + b"}", "malformed"),
}


@pytest.mark.parametrize("poison", POISON)
def test_malformed_entry_stands_alone(bureau: Bureau, poison: str) -> None:
    """A poisoned entry in the middle is refused, and nothing else is."""
    laptop = bureau.laptop()
    body, code = POISON[poison]
    if body is None:
        body = laptop.body(raised()).replace("常焦路".encode(), b"\\ud800")
    answer = laptop.push(laptop.body(raised()), body, laptop.body(raised()))
    number = answer["runs"][0][2]
    assert answer["runs"] == [[1, 1, number], [3, 1, number + 1]]
    assert [(one["dseq"], one["code"]) for one in answer["refused"]] == [(2, code)]
    assert laptop.push(laptop.body(raised()))["runs"] == [[4, 1, number + 2]]


def bad_form(laptop: Laptop, name: str) -> bytes:
    """An entry that may not be taken."""
    other = laptop.body(raised(), author=new_id())
    return {
        "author": other,
        "grid": laptop.body(raised(grid=OTHER_GRID)),
        "role": laptop.body(Verified(raised().classification), new_id()),
        "form": laptop.body(raised(description="短")),
        "photo digest": laptop.body(raised(photos=(photo(sha256="../../etc/passwd"),))),
        "photo size": laptop.body(raised(photos=(photo(size=60 * 1024 * 1024),))),
        "media type": laptop.body(raised(photos=(photo(media_type="text/html"),))),
        "provisional": laptop.body(raised(provisional="x" * 30)),
        "subject": laptop.body(raised()).replace(b'"kind":"finding"', b'"kind":"patrol"'),
        "unknown finding": laptop.body(Redescribed("土方仍然没有盖住，和昨天一样。"), new_id()),
    }[name]


REFUSED = {
    "author": "author_is_another",
    "grid": "outside_scope",
    "role": "no_such_finding",
    "form": "too_short",
    "photo digest": "malformed",
    "photo size": "malformed",
    "media type": "malformed",
    "provisional": "malformed",
    "subject": "newer_record",
    "unknown finding": "no_such_finding",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(bureau: Bureau, name: str) -> None:
    """What its author may not do or what is not complete is refused with its code, alone."""
    laptop = bureau.laptop()
    answer = laptop.push(bad_form(laptop, name), laptop.body(raised()))
    assert [one["code"] for one in answer["refused"]] == [REFUSED[name]]
    assert [run[:2] for run in answer["runs"]] == [[2, 1]]


@pytest.mark.parametrize("role", [Role.LEADER, Role.ADMIN, Role.AUDITOR, Role.UNIT])
def test_roles_that_write_nothing(bureau: Bureau, role: Role) -> None:
    """Only those who work in the field log findings."""
    laptop = bureau.laptop(role=role)
    assert [one["code"] for one in laptop.push(laptop.body(raised()))["refused"]] == ["role_may_not"]


def test_other_town_cannot_touch(bureau: Bureau) -> None:
    """A station of another township may not verify, and is not even told that the finding exists."""
    subject = bureau.laptop().raise_one()
    stranger = bureau.laptop(role=Role.STATION, area="320402105000")
    verified = Verified(raised().classification)
    there = stranger.push(stranger.body(verified, subject))["refused"][0]
    nowhere = stranger.push(stranger.body(verified, new_id()))["refused"][0]
    assert (there["code"], there["values"]) == (nowhere["code"], nowhere["values"]) == ("no_such_finding", {})


def test_ineffective_is_kept(new_bureau: Bureau) -> None:
    """Two stations verify: the second verdict is kept with its reason; it is not refused."""
    subject = new_bureau.laptop().raise_one()
    first, second = new_bureau.laptop(role=Role.STATION), new_bureau.laptop(role=Role.STATION)
    verified = Verified(raised().classification)
    assert first.push(first.body(verified, subject))["ineffective"] == []
    answer = second.push(second.body(verified, subject))
    assert answer["runs"] == [[1, 1, 3]]
    assert answer["ineffective"] == [{"dseq": 1, "reason": "state_verified"}]
    assert count(new_bureau) == 3


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
    assert count(new_bureau) == 1
    new.dseq, new.link = 0, bytes(32)
    assert new.push(body, forged)["runs"] == [[1, 1, 1]]


def test_fork(new_bureau: Bureau) -> None:
    """A copied laptop used its numbers for something else."""
    laptop = new_bureau.laptop()
    laptop.push(laptop.body(raised()), laptop.body(raised()))
    for dseq, link in ((0, bytes(32)), (1, bytes(32)), (2, bytes(32))):
        copy = Laptop(new_bureau.url, laptop.person, laptop.device, laptop.token, dseq, link)
        answer = copy.ask("POST", "/push", data=copy.batch([copy.body(raised())]))
        assert (answer.status_code, answer.json()["code"]) == (409, "device_fork")
    assert count(new_bureau) == 2


def test_behind(bureau: Bureau) -> None:
    """The server was restored and lacks earlier entries: it says where to go on."""
    laptop = bureau.laptop()
    laptop.moved([b"lost"])
    answer = laptop.ask("POST", "/push", data=laptop.batch([laptop.body(raised())]))
    assert (answer.status_code, answer.json()["code"]) == (409, "device_behind")
    assert answer.json()["values"] == {"dseq": 0, "link": bytes(32).hex()}


def test_damaged_batch(new_bureau: Bureau) -> None:
    """One changed byte on the way: nothing is taken."""
    laptop = new_bureau.laptop()
    batch = laptop.batch([laptop.body(raised())]).replace("一小半".encode(), "一大半".encode())
    answer = laptop.ask("POST", "/push", data=batch)
    assert (answer.status_code, answer.json()["code"]) == (400, "batch_broken")
    assert count(new_bureau) == 0


@pytest.mark.parametrize(
    ("packed", "status"),
    [(lambda raw: gzip.compress(raw, 1), 200), (lambda raw: gzip.compress(raw)[:-9], 400), (lambda raw: raw, 400)],
    ids=["gzip", "cut", "not gzip"],
)
def test_packed(bureau: Bureau, packed: Any, status: int) -> None:
    """Gzip is taken whole or not at all."""
    laptop = bureau.laptop()
    batch = packed(laptop.batch([laptop.body(raised())]))
    answer = laptop.ask("POST", "/push", data=batch, headers={"Content-Encoding": "gzip"})
    assert answer.status_code == status


def test_bomb_and_flood(bureau: Bureau) -> None:
    """Neither a gzip bomb nor too many or too large entries are read to their end."""
    laptop = bureau.laptop()
    bomb = gzip.compress(b"0" * 50_000_000)
    assert laptop.ask("POST", "/push", data=bomb, headers={"Content-Encoding": "gzip"}).status_code == 413
    assert laptop.ask("POST", "/push", data=b"0" * 2_000_000).status_code == 413
    assert laptop.ask("POST", "/push", data=laptop.batch([b"{}"] * 501)).json()["code"] == "too_many_entries"


def test_another_device_cannot_speak_for_it(bureau: Bureau) -> None:
    """The token names the device."""
    laptop, other = bureau.laptop(), bureau.laptop()
    answer = other.ask("POST", "/push", data=laptop.batch([laptop.body(raised())]))
    assert answer.status_code == 403


def test_photo_of_an_ineffective_entry(bureau: Bureau) -> None:
    """An entry without effect keeps its photo: evidence is evidence."""
    first, second = bureau.laptop(), bureau.laptop()
    subject, data = new_id(), jpeg("teal")
    form = raised(photos=(photo_of(data),))
    first.push(first.body(raised(), subject))
    assert second.push(second.body(form, subject))["ineffective"] == [{"dseq": 1, "reason": "already_raised"}]
    assert second.begin(data, photo_of(data).sha256).status_code == 201


def test_send_back_in_words_alone(bureau: Bureau) -> None:
    """No reason button, only a text."""
    subject = bureau.laptop().raise_one()
    station = bureau.laptop(role=Role.STATION)
    answer = station.push(station.body(Returned((), "补一张照片看看"), subject))
    assert (answer["refused"], answer["ineffective"]) == ([], [])


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
