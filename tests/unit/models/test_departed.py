"""What leaves a person's scope: out of the ledger with the page, never out of the journal, and back when it returns."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from models import journal, rebuilding
from models.answers import Answer, Departure, Incoming, RefusedEntry, Run
from models.entries import Verdict, encode
from models.errors import Malformed, Refused
from models.facts import PhotoAttached, Redescribed
from models.head import Bookmark
from models.ids import FindingId, new_id
from models.integrity import check
from models.ledger_row import ledger_row
from models.ledger_tables import LEDGER, LEDGER_PHOTO
from models.store import Store
from models.tables import DEPARTED, ENTRY
from tests.builders import jpeg, open_store, photo, posted, raise_one, raised

AT = "2026-11-22T12:00:05.000+08:00"
TEXT = "东侧土方还没有盖住，一共三处。"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def mark(number: int) -> Bookmark:
    return Bookmark("epoch", number, "ab" * 32)


def line(fact: object, subject: str, number: int) -> Incoming:
    item = posted(fact, subject=subject, author=new_id(), device="f" * 32, dseq=number)  # type: ignore[arg-type]
    return Incoming(item.device, number, Verdict(number, None, "", AT), encode(item.entry).decode())


def shown(store: Store) -> set[str]:
    assert check(store).problems == ()
    return {row.id for row in store.findings.page()}


def answer(store: Store, number: int, *, refused: bool = False) -> None:
    """The server's word on the one entry that waits."""
    batch = store.head.outgoing()
    assert batch is not None
    (dseq,) = range(batch.first_dseq, batch.last_dseq + 1)
    said = Answer(() if refused else (Run(dseq, 1, number),), (), {}, {}, AT)
    store.head.take_answer(batch, replace(said, refused=(RefusedEntry(dseq, "no_such_finding"),)) if refused else said)


def test_left_and_come_back(store: Store) -> None:
    """GIVEN two findings of others, WHEN one leaves, THEN the other stays; the journal keeps both, and it may return."""
    goes, stays, changed = new_id(), new_id(), list[set[str]]()
    store.head.take_page([line(raised(), goes, 1), line(raised(), stays, 2)], mark(2))
    store.on_findings.append(changed.append)
    store.head.take_page([], mark(3), left=[Departure(goes, 3)])
    assert shown(store) == {stays}
    assert store.findings.one(FindingId(goes)) is not None
    assert {status.subject for status in store.photos.wanted()} == {stays}
    rebuilding.rebuild(store.database)
    assert shown(store) == {stays}
    store.head.take_page([line(Redescribed(TEXT), stays, 4)], mark(4))
    assert shown(store) == {stays}
    with store.database.reading() as connection:
        rows = connection.execute(select(ENTRY.c.number, ENTRY.c.device, ENTRY.c.dseq, ENTRY.c.body))
        known = [
            Incoming(row.device, row.dseq, Verdict(row.number, None, "", AT), row.body)
            for row in rows
            if row.number == 1
        ]
    store.head.take_page([], mark(5), history=known)
    assert shown(store) == {goes, stays}
    assert changed == [{goes}, {stays}, {goes}]
    with store.database.reading() as connection:
        assert connection.execute(select(DEPARTED)).all() == []


def test_left_a_second_time(store: Store) -> None:
    """A page that comes again, or a later leaving, is no other one."""
    goes = new_id()
    store.head.take_page([line(raised(), goes, 1)], mark(1))
    for number in (2, 2, 3):
        store.head.take_page([], mark(number), left=[Departure(goes, number)])
    assert shown(store) == set()
    with store.database.reading() as connection:
        assert connection.execute(select(DEPARTED)).all() == [(goes, 3)]


@pytest.mark.parametrize(("refused", "stays"), [(False, False), (True, True)])
def test_own_work_keeps_it_in_sight(store: Store, refused: bool, stays: bool) -> None:
    """Until the server has it; for good where the server does not want it."""
    finding = FindingId(raise_one(store))
    answer(store, 1)
    store.pen.record([Redescribed(TEXT)], finding=finding)
    store.head.take_page([], mark(2), left=[Departure(finding, 2)])
    assert shown(store) == {finding}
    answer(store, 3, refused=refused)
    assert shown(store) == ({finding} if stays else set())


def test_nothing_more_is_written_on_what_left(store: Store) -> None:
    """The server would refuse it: whoever still has it open is told at once, and what waits stays one entry."""
    finding = FindingId(raise_one(store))
    answer(store, 1)
    store.pen.record([Redescribed(TEXT)], finding=finding)
    store.head.take_page([], mark(2), left=[Departure(finding, 2)])
    with pytest.raises(Refused) as refused:
        store.pen.record([Redescribed(TEXT + "。")], finding=finding)
    assert refused.value.refusal.code == "no_such_finding"
    assert store.findings.safety().records == 1


def test_own_photos_are_still_to_be_sent(store: Store) -> None:
    """The originals are here alone; those of others are not asked for any more."""
    finding = FindingId(raise_one(store))
    answer(store, 1)
    (own,) = store.photos.to_send()
    other = PhotoAttached(photo())
    store.head.take_page([line(other, finding, 2)], mark(2))
    assert [status.sha256 for status in store.photos.wanted()] == [other.photo.sha256]
    store.head.take_page([], mark(3), left=[Departure(finding, 3)])
    assert shown(store) == set()
    assert store.photos.to_send() == (own,)
    assert store.photos.wanted() == ()
    assert store.photos.original(own.sha256) == jpeg("red")
    assert store.findings.safety().photos == 1


def test_check_notices_what_should_have_left(store: Store) -> None:
    """A row too many is as wrong as one too few."""
    goes = new_id()
    store.head.take_page([line(raised(), goes, 1)], mark(1))
    store.head.take_page([], mark(2), left=[Departure(goes, 2)])
    with store.database.writing() as connection:
        finding = journal.summed(connection, [goes])[goes]
        assert finding is not None
        connection.execute(insert(LEDGER).values(dict(zip(LEDGER.c.keys(), ledger_row(finding), strict=True))))
    assert [problem.code for problem in check(store).problems] == ["ledger_differs"]
    rebuilding.rebuild(store.database)
    assert check(store).ok
    with store.database.reading() as connection:
        assert connection.execute(select(LEDGER_PHOTO)).all() == []


def test_a_page_on_which_the_same_comes_and_goes(store: Store) -> None:
    """It contradicts itself and changes nothing."""
    subject = new_id()
    with pytest.raises(Malformed):
        store.head.take_page([], mark(2), history=[line(raised(), subject, 1)], left=[Departure(subject, 2)])
    assert store.head.state().bookmark == Bookmark()
    assert shown(store) == set()


def test_all_of_a_page_or_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Killed before the bookmark is written: neither what came nor what left happened."""
    goes, comes = new_id(), new_id()
    store.head.take_page([line(raised(), goes, 1)], mark(1))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("models.head.journal.readd", killed)
        with pytest.raises(KeyboardInterrupt):
            store.head.take_page([], mark(3), history=[line(raised(), comes, 2)], left=[Departure(goes, 3)])
    assert shown(store) == {goes}
    assert store.head.state().bookmark == mark(1)
