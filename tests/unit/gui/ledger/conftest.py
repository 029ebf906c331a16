"""A ledger over a real store."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.journal_bridge import JournalBridge
from gui.ledger.ledger_page import LedgerPage
from gui.photos.picture_source import PictureSource


@pytest.fixture
def ledger(dressed: QApplication, bridge: JournalBridge, background: Background, qtbot: QtBot) -> LedgerPage:
    """Shown; reads when it is activated."""
    page = LedgerPage(bridge, PictureSource(bridge))
    qtbot.addWidget(page)
    page.resize(1182, 641)
    with qtbot.waitExposed(page):
        page.show()
    return page
