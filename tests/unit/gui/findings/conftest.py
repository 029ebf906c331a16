"""A form over a real store."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.findings.form_page import FormPage
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource


@pytest.fixture
def form(dressed: QApplication, bridge: JournalBridge, qtbot: QtBot) -> FormPage:
    """Shown, empty."""
    page = FormPage(bridge, PictureSource(bridge))
    qtbot.addWidget(page)
    page.resize(1182, 641)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page
