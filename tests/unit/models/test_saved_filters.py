"""Filters under names of one's own: they come back whole, and what a newer program wrote is neither lost nor hidden."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.ledger_filter import Filter, Matter, Tab
from models.saved_filters import SavedFilter, SavedFilters
from models.store import Store
from models.vocabulary import Severity
from tests.builders import open_store

WHOLE = Filter(
    Tab.RECTIFYING,
    categories=frozenset({"A01", "W19"}),
    grids=frozenset({"320402104203012"}),
    text="绿网",
    matter=Matter.OVERDUE,
    units=frozenset({"TN-ZL-SHK"}),
    severities=frozenset({Severity.SERIOUS, Severity.MAJOR}),
    recorded_within=90,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real encrypted store."""
    opened = open_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def saved(store: Store) -> SavedFilters:
    """Of the person of this store."""
    return SavedFilters(store.settings)


def names(saved: SavedFilters) -> list[str]:
    """In their order."""
    return [each.name for each in saved.all()]


def test_a_filter_comes_back_whole(saved: SavedFilters, store: Store) -> None:
    saved.save("重点扬尘", WHOLE)
    saved.save("空的", Filter())
    assert SavedFilters(store.settings).all() == (SavedFilter("重点扬尘", WHOLE), SavedFilter("空的", Filter()))


def test_saving_under_the_same_name_replaces_it_where_it_stands(saved: SavedFilters) -> None:
    for name in ("甲", "乙"):
        saved.save(name, WHOLE)
    saved.save("甲", Filter(Tab.MINE))
    assert [(each.name, each.filter) for each in saved.all()] == [("甲", Filter(Tab.MINE)), ("乙", WHOLE)]


def test_rename_and_remove(saved: SavedFilters) -> None:
    for name in ("甲", "乙", "丙"):
        saved.save(name, WHOLE)
    saved.rename("甲", "丙")
    assert names(saved) == ["丙", "乙"]
    saved.remove("乙")
    assert names(saved) == ["丙"]


def test_what_a_newer_program_wrote_is_kept_and_told_of(saved: SavedFilters, store: Store) -> None:
    newer = {"name": "新的", "tab": "all", "flags": ["rebound"], "text": "绿网"}
    unknown = {"name": "另一个", "matter": "of_tomorrow", "severities": ["slight", "extreme"]}
    store.settings.put("ledger.filters", json.dumps([newer, unknown, "?", {"tab": "mine"}]))
    first, second = saved.all()
    assert first == SavedFilter("新的", Filter(text="绿网"), whole=False)
    assert second == SavedFilter("另一个", Filter(severities=frozenset({Severity.SLIGHT})), whole=False)
    saved.rename("新的", "改过名")
    assert json.loads(store.settings.get("ledger.filters"))[0] == {**newer, "name": "改过名"}


@pytest.mark.parametrize("text", ["{", "7", '{"name": "x"}', '[{"name": 3}]'])
def test_what_cannot_be_read_is_as_if_nothing_was_saved(saved: SavedFilters, store: Store, text: str) -> None:
    store.settings.put("ledger.filters", text)
    assert saved.all() == ()
    saved.save("甲", WHOLE)
    assert names(saved) == ["甲"]
