"""How somebody left the ledger is found again; what cannot be read is as usual."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.ledger_filter import Order
from models.ledger_view import LedgerView, read_view, write_view
from models.store import Store
from tests.builders import open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real encrypted store."""
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_it_comes_back(store: Store) -> None:
    assert read_view(store.settings) == LedgerView()
    view = LedgerView(Order.PLACE, descending=True, widths={"unit": 160})
    write_view(store.settings, view)
    assert read_view(store.settings) == view


@pytest.mark.parametrize(
    "text", ["", "[", "[]", '{"order": "of_a_newer_program", "widths": {"unit": "wide", "grid": -3, "x": 90000}}']
)
def test_what_cannot_be_read_is_as_usual(store: Store, text: str) -> None:
    store.settings.put("ledger.view", text)
    assert read_view(store.settings) == LedgerView()
