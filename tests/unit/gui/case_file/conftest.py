"""The file of a finding over a real store of a township officer, on which several people wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.case_file.case_file_page import CaseFilePage
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from models.store import Store
from tests.builders import clock, open_store
from tests.line import Cast, cast
from tests.unit.gui.case_file.life import names_of


@pytest.fixture
def people() -> Cast:
    """One of each."""
    return cast()


@pytest.fixture
def store(tmp_path: Path, people: Cast) -> Iterator[Store]:
    """The store of the township's officer."""
    opened = open_store(tmp_path / "station", people.station, clock())
    yield opened
    opened.close()


@pytest.fixture
def page(
    dressed: QApplication, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> Iterator[CaseFilePage]:
    """Shown, without a finding."""
    bridge = JournalBridge(store, background, names=names_of(people))
    made = CaseFilePage(bridge, PictureSource(bridge))
    qtbot.addWidget(made)
    made.resize(1182, 641)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qtbot.waitUntil(lambda: background.is_idle)
