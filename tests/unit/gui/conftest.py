"""A dressed application, work beside the window, and a real store behind a bridge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.background import Background
from gui.journal_bridge import JournalBridge
from models.store import Store
from tests.builders import open_store


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """Fonts, palette and style sheet as in life."""
    theme.apply_to(qapp, theme.TypeSize.STANDARD)
    return qapp


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """Ends before the test does, its answers delivered."""
    work = Background()
    yield work
    qtbot.waitUntil(lambda: work.is_idle)
    work.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real encrypted store of an inspector."""
    opened = open_store(tmp_path / "store")
    yield opened
    opened.close()


@pytest.fixture
def bridge(store: Store, background: Background) -> JournalBridge:
    """The store as screens see it."""
    return JournalBridge(store, background)
