"""The ledger that is kept while entries arrive, in whatever pieces and order, is the one that a rebuild makes."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models import journal, rebuilding
from models.database import Database
from models.entries import Posted, encode
from models.journal import NewEntry
from models.ledger_tables import LEDGER_TABLES
from models.store import Store
from tests.builders import open_store
from tests.properties.steps_of_a_finding import Step, judged, steps


def kept(database: Database) -> dict[str, list[Any]]:
    """Every row of the ledger's tables."""
    with database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in LEDGER_TABLES
        }


def post(store: Store, entries: list[Posted]) -> None:
    """In one transaction, as a page of an exchange does."""
    with store.database.writing() as connection:
        journal.post(connection, [NewEntry(item, encode(item.entry).decode()) for item in entries])


@settings(max_examples=25)
@given(steps(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_a_rebuilt_ledger_is_the_kept_one(taken: list[Step], chance: Any, pieces: int) -> None:
    entries = judged(taken)
    chance.shuffle(entries)
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "store")
        try:
            for piece in range(pieces):
                post(store, entries[piece::pieces])
            before = kept(store.database)
            rebuilding.rebuild(store.database)
            assert kept(store.database) == before
        finally:
            store.close()
