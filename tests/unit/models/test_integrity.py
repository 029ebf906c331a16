"""自检 says how far it is, can be stopped at any moment, and never keeps anybody from writing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from models import integrity
from models.integrity import Report, Stage, Trouble, check
from models.ledger_tables import LEDGER
from models.store import Store
from tests.builders import open_store, raise_one


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Three findings with a photo each, looked at one by one."""
    monkeypatch.setattr(integrity, "_SLICE", 1)
    opened = open_store(tmp_path)
    for colour in ("red", "green", "blue"):
        raise_one(opened, colour)
    yield opened
    opened.close()


def test_it_says_how_far_it_is(store: Store) -> None:
    told: list[tuple[Stage, int, int]] = []
    report = check(store, tell=lambda stage, done, of: told.append((stage, done, of)))
    assert report == Report(3, 3, 3, ())
    assert [stage for stage, _, _ in told] == sorted((stage for stage, _, _ in told), key=list(Stage).index)
    assert {stage: max(done for each, done, _ in told if each is stage) for stage in Stage} == {
        Stage.RECORDS: 3,
        Stage.LISTED: 3,
        Stage.PHOTOS: 2,
    }


@pytest.mark.parametrize(
    ("stage", "looked_at"),
    [(Stage.RECORDS, (0, 0, 0)), (Stage.LISTED, (3, 1, 0)), (Stage.PHOTOS, (3, 3, 1))],
)
def test_it_stops_where_it_is_asked_to(store: Store, stage: Stage, looked_at: tuple[int, int, int]) -> None:
    at: list[tuple[Stage, int]] = []

    def stopped() -> bool:
        return bool(at) and at[-1] == (stage, 0)

    report = check(store, tell=lambda *place: at.append(place[:2]), stopped=stopped)
    assert (report.entries, report.findings, report.photos) == looked_at
    assert not report.complete
    assert report.ok


def test_somebody_writes_meanwhile(store: Store) -> None:
    waiting = ["yellow", "white", "black"]

    def write(_stage: Stage, _done: int, _of: int) -> None:
        if waiting:
            raise_one(store, waiting.pop())

    report = check(store, tell=write)
    assert report.ok
    assert store.findings.count() == 6


def test_what_differs_is_found_though_it_is_read_in_slices(store: Store) -> None:
    changed = [row.id for row in store.findings.page()][1]
    with store.database.writing() as connection:
        connection.execute(update(LEDGER).where(LEDGER.c.id == changed).values(place="别处"))
    assert check(store).problems == (Trouble("ledger_differs", changed),)
