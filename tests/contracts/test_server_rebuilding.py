"""A new sum on the server: several processes bring the ledger to it while they serve, and nothing of it is lost."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from models import rebuilding
from models.database import Database
from models.facts import Redescribed
from models.ledger import FOLD_VERSION
from models.ledger_tables import LEDGER, LEDGER_TABLES
from models.rebuilding import Rebuilding
from models.tables import FOLD
from server import checking
from server.exchange.known import lock_subjects
from tests.contracts.bureau import Bureau, running, settings

FINDINGS = 9
TEXT = "第{}次看，土方又多了一些，绿网还是没有盖好"


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_SMALLEST", "_FIRST", "_LARGEST"):
        monkeypatch.setattr(rebuilding, name, 2)
    monkeypatch.setattr(rebuilding, "FEW", 0)


def age(database: Database) -> None:
    """As if another program's sum had made the ledger, and this one had just opened it."""
    with database.writing() as connection:
        connection.execute(update(FOLD).values(version=FOLD_VERSION - 1))
        connection.execute(update(LEDGER).values(place="旧"))
        rebuilding.begin(connection)


def tables(database: Database) -> dict[str, set[tuple[Any, ...]]]:
    with database.reading() as connection:
        return {table.name: {tuple(row) for row in connection.execute(select(table))} for table in LEDGER_TABLES}


def in_threads(*work: Callable[[], object]) -> None:
    threads = [threading.Thread(target=each) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_processes_share_it_while_laptops_push(new_bureau: Bureau) -> None:
    laptop, database = new_bureau.laptop(), new_bureau.office.database
    subjects = [laptop.raise_one() for _ in range(FINDINGS)]
    age(database)

    def push() -> None:
        for turn, subject in enumerate(subjects):
            laptop.push(laptop.body(Redescribed(TEXT.format(turn)), subject))
            laptop.raise_one()

    in_threads(push, *(Rebuilding(database, lock=lock_subjects).finish for _ in range(2)))
    kept = tables(database)
    assert len(kept["ledger"]) == 2 * FINDINGS
    rebuilding.rebuild(database)
    assert tables(database) == kept
    assert checking.check(new_bureau.office).problems == ()


def test_a_server_serves_meanwhile_and_ends_with_a_whole_ledger(tmp_path: Path, database_url: str) -> None:
    given = settings(tmp_path / "局里", database_url=database_url)
    with running(given) as bureau:
        laptop = bureau.laptop()
        for _ in range(FINDINGS):
            laptop.raise_one()
        with bureau.office.database.writing() as connection:
            connection.execute(update(FOLD).values(version=FOLD_VERSION - 1))
            connection.execute(update(LEDGER).values(place="旧"))
    with running(given) as bureau:
        laptop.url = bureau.url
        laptop.raise_one()
        pause = threading.Event()
        while bureau.office.rebuilding.progress() is not None:
            pause.wait(0.01)
        with bureau.office.database.reading() as connection:
            assert "旧" not in connection.scalars(select(LEDGER.c.place)).all()


def test_check_waits_for_it(new_bureau: Bureau) -> None:
    laptop = new_bureau.laptop()
    for _ in range(FINDINGS):
        laptop.raise_one()
    age(new_bureau.office.database)
    assert checking.check(new_bureau.office).problems == ()
    assert new_bureau.office.rebuilding.progress() is None
