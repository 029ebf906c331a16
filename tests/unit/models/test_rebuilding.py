"""The ledger's way to a new sum: slice by slice in place, beside whoever works, and taken up again after a kill."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, literal_column, select, update

from models import rebuilding
from models.facts import Redescribed
from models.ids import FindingId
from models.integrity import check
from models.ledger import FOLD_VERSION
from models.ledger_tables import LEDGER, LEDGER_METADATA, LEDGER_TABLES, SPAN
from models.rebuilding import Progress
from models.store import Store
from models.tables import FOLD
from tests.builders import jpeg, open_store, person, raise_one, raised

ME = person()
FINDINGS = 7
TEXT = "补写的描述，超过十个字了"


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three findings each, however quick the machine is; and nothing is so little that it is done at once."""
    for name in ("_SMALLEST", "_FIRST", "_LARGEST"):
        monkeypatch.setattr(rebuilding, name, 3)
    monkeypatch.setattr(rebuilding, "FEW", 0)


class Laptop:
    """One folder, opened again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.store = _filled(folder)

    def again(self) -> Store:
        """Close the store and open it."""
        self.store.close()
        self.store = open_store(self._folder, ME)
        return self.store

    def aged(self) -> Store:
        """Let another sum have made the ledger, wrongly, and open it again."""
        with self.store.database.writing() as connection:
            connection.execute(update(FOLD).values(version=FOLD_VERSION - 1))
            connection.execute(update(LEDGER).values(place="旧", entries=9))
            connection.execute(delete(SPAN))
        return self.again()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    opened = Laptop(tmp_path)
    yield opened
    opened.store.close()


def _filled(folder: Path) -> Store:
    store = open_store(folder, ME)
    photo, _ = store.photos.keep(jpeg(), "IMG_1.jpg")
    for _ in range(FINDINGS):
        store.pen.record([raised(photos=(photo,))])
    store.rebuilding.finish()
    return store


def tables(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the ledger."""
    with store.database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in LEDGER_TABLES
        }


def rowids(store: Store) -> dict[str, int]:
    with store.database.reading() as connection:
        return {row.id: row.rowid for row in connection.execute(select(LEDGER.c.id, literal_column("rowid")))}


def places(store: Store) -> list[str]:
    """新 or 旧, in the order in which the slices go."""
    with store.database.reading() as connection:
        rows = connection.scalars(select(LEDGER.c.place).order_by(LEDGER.c.id)).all()
    return ["旧" if place == "旧" else "新" for place in rows]


def version(store: Store) -> int | None:
    with store.database.reading() as connection:
        return connection.scalar(select(FOLD.c.version))


def as_fresh(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """What a ledger has that is made at once from nothing."""
    rebuilding.rebuild(store.database)
    return tables(store)


def test_slice_by_slice_it_becomes_what_a_fresh_one_is(laptop: Laptop) -> None:
    store = laptop.aged()
    before = rowids(store)
    assert version(store) is None
    assert [store.rebuilding.progress(), store.rebuilding.step(), store.rebuilding.step(), store.rebuilding.step()] == [
        Progress(0, 7), Progress(3, 7), Progress(6, 7), None,
    ]  # fmt: skip
    assert (store.rebuilding.progress(), store.rebuilding.step(), version(store)) == (None, None, FOLD_VERSION)
    assert rowids(store) == before
    assert tables(store) == as_fresh(store)


def test_opening_does_not_wait_for_it_and_reading_works_meanwhile(laptop: Laptop) -> None:
    store = laptop.aged()
    assert len(store.findings.page()) == FINDINGS
    store.rebuilding.step()
    assert places(store) == ["新"] * 3 + ["旧"] * 4
    assert len(store.findings.page()) == FINDINGS


def test_after_a_kill_it_goes_on_where_it_was(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    store = laptop.aged()
    store.rebuilding.step()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("models.rebuilding._sweep", killed)
        with pytest.raises(KeyboardInterrupt):
            store.rebuilding.step()
    store = laptop.again()
    assert places(store) == ["新"] * 3 + ["旧"] * 4
    assert store.rebuilding.progress() == Progress(3, 7)
    store.rebuilding.finish()
    assert tables(store) == as_fresh(store)


def test_what_is_posted_meanwhile_adds_up_by_the_new_sum(laptop: Laptop) -> None:
    store = laptop.aged()
    store.rebuilding.step()
    ids = sorted(rowids(store))
    store.pen.record([Redescribed(TEXT)], finding=FindingId(ids[0]))
    store.pen.record([Redescribed(TEXT)], finding=FindingId(ids[-1]))
    new = raise_one(store, "blue")
    assert places(store) == ["新"] * 3 + ["旧"] * 3 + ["新"] * 2
    store.rebuilding.finish()
    assert new in rowids(store)
    assert tables(store) == as_fresh(store)
    assert check(store).problems == ()


def test_saves_from_another_thread_get_in_between(laptop: Laptop) -> None:
    store = laptop.aged()
    saved: list[str] = []
    thread = threading.Thread(target=lambda: saved.append(raise_one(store, "blue")))
    store.rebuilding.step()
    thread.start()
    store.rebuilding.finish()
    thread.join()
    assert set(saved) <= set(rowids(store))
    assert tables(store) == as_fresh(store)


def test_a_ledger_of_a_newer_sum_is_no_better_than_one_of_an_older(laptop: Laptop) -> None:
    store = laptop.aged()
    store.rebuilding.finish()
    with store.database.writing() as connection:
        connection.execute(update(FOLD).values(version=FOLD_VERSION + 1))
    store = laptop.again()
    assert store.rebuilding.progress() == Progress(0, 7)


def test_a_place_that_was_noted_before_an_older_program_came_back_does_not_count(laptop: Laptop) -> None:
    """That one made the ledger whole by its own sum, and knows nothing of places."""
    store = laptop.aged()
    store.rebuilding.step()
    with store.database.writing() as connection:
        connection.execute(insert(FOLD).values(id=1, version=FOLD_VERSION - 1))
    store = laptop.again()
    assert store.rebuilding.progress() == Progress(0, 7)


def test_rows_that_no_entry_stands_behind_go(laptop: Laptop) -> None:
    store = laptop.aged()
    first = min(rowids(store))
    with store.database.writing() as connection:
        for id_ in ("00000000-0000-7000-8000-000000000000", first[:-1] + "~", "ffffffff-ffff-7fff-bfff-ffffffffffff"):
            row = dict(connection.execute(select(LEDGER).where(LEDGER.c.id == first)).mappings().one())
            connection.execute(insert(LEDGER).values({**row, "id": id_}))
    store.rebuilding.finish()
    assert len(rowids(store)) == FINDINGS
    assert tables(store) == as_fresh(store)


def test_check_finishes_it_first(laptop: Laptop) -> None:
    store = laptop.aged()
    assert check(store).problems == ()
    assert store.rebuilding.progress() is None


def test_what_is_little_is_done_at_once(laptop: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuilding, "FEW", FINDINGS)
    assert laptop.aged().rebuilding.progress() is None
    monkeypatch.setattr(rebuilding, "FEW", FINDINGS - 1)
    assert laptop.aged().rebuilding.progress() == Progress(0, 7)


def test_without_a_ledger_it_is_made_from_the_journal(laptop: Laptop) -> None:
    store = laptop.aged()
    with store.database.writing() as connection:
        LEDGER_METADATA.drop_all(connection)
    store = laptop.again()
    assert store.rebuilding.progress() == Progress(0, 7)
    store.rebuilding.finish()
    assert len(store.findings.page()) == FINDINGS
    assert tables(store) == as_fresh(store)


def test_what_was_added_up_is_heard_of(laptop: Laptop) -> None:
    """Photos may be wanted that the old sum knew nothing of."""
    store = laptop.aged()
    heard: list[set[str]] = []
    store.rebuilding._added = heard.append
    store.rebuilding.finish()
    assert set().union(*heard) == set(rowids(store))
