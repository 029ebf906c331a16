"""Open a file, find what of it can be seen, wait for a dialog."""

from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.case_file.case_file_page import CaseFilePage


def open_file(page: CaseFilePage, finding: str, background: Background, qtbot: QtBot) -> None:
    """Bring it to the front and wait for what it shows."""
    page.show_finding(finding)
    page.activated()
    qtbot.waitUntil(lambda: page.shown is not None and background.is_idle)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def shown(page: QWidget, kind: type[QWidget], name: str = "") -> list[QWidget]:
    """What of these can be seen now."""
    found = page.findChildren(kind, name) if name else page.findChildren(kind)
    return [each for each in found if each.isVisible()]


def dialog(page: CaseFilePage, qtbot: QtBot) -> QDialog:
    """The step's dialog, once it is there."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QDialog)))
    return next(each for each in page.findChildren(QDialog) if each.isVisible())
