"""Writing the ledger: what is added up again replaces what stood there, in its place."""

from pathlib import Path

import pytest
from sqlalchemy import delete, literal_column, select

from models import journal
from models.facts import Redescribed
from models.ids import FindingId, new_id
from models.ledger_tables import LEDGER
from models.store import Store
from models.tables import ENTRY
from tests.builders import open_store, raise_one


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(tmp_path)


def rowids(store: Store) -> dict[str, int]:
    """Where each finding stands, by which lists page."""
    with store.database.reading() as connection:
        return {row.id: row.rowid for row in connection.execute(select(LEDGER.c.id, literal_column("rowid")))}


def test_a_row_that_is_added_up_again_keeps_its_place(store: Store) -> None:
    first, second = (raise_one(store, colour) for colour in ("red", "blue"))
    before = rowids(store)
    store.pen.record([Redescribed("补写的描述，超过十个字了")], finding=FindingId(first))
    assert rowids(store) == before
    with store.database.writing() as connection:
        journal.readd(connection, [first, second, new_id()])
    assert rowids(store) == before
    rows = {row.id: row for row in store.findings.page()}
    assert set(rows) == {first, second}
    store.close()


def test_what_no_entry_begins_any_more_is_gone(store: Store) -> None:
    first, second = (raise_one(store, colour) for colour in ("red", "blue"))
    with store.database.writing() as connection:
        connection.execute(delete(ENTRY).where(ENTRY.c.subject == first))
        journal.readd(connection, [first, second])
    assert set(rowids(store)) == {second}
    assert store.findings.row(FindingId(first)) is None
    store.close()
