"""The file of a finding opens from everywhere that names it, and Esc goes back to where it was opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.findings.form_page import FormPage
from gui.main_window import MainWindow
from gui.names import Names
from gui.opening import Opened
from gui.page import Page
from gui.workplace import Workplace
from models.profile import Profile
from models.store import Store
from tests.builders import KEY, raise_one
from tests.hands import press


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched.objectName())
        return False


@pytest.fixture
def place(
    dressed: QApplication, store: Store, tmp_path: Path, background: Background, qtbot: QtBot
) -> Iterator[Workplace]:
    """An inspector at work, without a bureau."""
    made = Workplace(Opened(store, Names(), "", KEY), Profile(tmp_path), background)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_face(made.desk)
    with qtbot.waitExposed(window):
        window.show()
    windows = Windows()
    dressed.installEventFilter(windows)
    made.desk.open_home()
    dressed.removeEventFilter(windows)
    assert windows.shown == [], "home flashes no window either"
    yield made
    made.stop()
    qtbot.waitUntil(lambda: background.is_idle)


def test_a_page_that_is_made_late_flashes_no_window(place: Workplace, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    for page in (place.pages.ledger, place.pages.case_file, place.pages.form, place.pages.exchange):
        place.desk.open(page)
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def opened_from(place: Workplace, where: str, finding: str) -> Page:
    """Ask for the finding there; returns the page that was in front."""
    page = {"ledger": place.pages.ledger, "workbench": place.pages.workbench, "exchange": place.pages.exchange}[where]
    place.desk.open(page)
    signal = {
        "ledger": place.pages.ledger.finding_opened,
        "workbench": place.pages.workbench.finding_requested,
        "exchange": place.pages.exchange.finding_requested,
    }[where]
    signal.emit(finding)
    return page


@pytest.mark.parametrize("where", ["ledger", "workbench", "exchange"])
def test_a_finding_opens_and_esc_goes_back(place: Workplace, store: Store, qtbot: QtBot, where: str) -> None:
    finding = raise_one(store)
    before = opened_from(place, where, finding)
    assert place.desk.current is place.pages.case_file
    qtbot.waitUntil(lambda: place.pages.case_file.shown is not None and place.pages.case_file.shown.id == finding)
    press(place.desk, Qt.Key.Key_Escape)
    assert place.desk.current is before


def test_a_correction_opens_the_form_and_leads_back(place: Workplace, store: Store, qtbot: QtBot) -> None:
    finding = raise_one(store)
    opened_from(place, "ledger", finding)
    qtbot.waitUntil(lambda: place.pages.case_file.shown is not None)
    place.pages.case_file.form_requested.emit(place.pages.case_file.shown)
    assert isinstance(place.desk.current, FormPage)


@pytest.mark.parametrize(("action", "form"), [("verify", False), ("resubmit", True)])
def test_a_step_of_the_workbench(place: Workplace, store: Store, qtbot: QtBot, action: str, *, form: bool) -> None:
    place.pages.workbench.step_requested.emit(raise_one(store), action)
    qtbot.waitUntil(lambda: isinstance(place.desk.current, FormPage) is form)
    assert form or place.desk.current is place.pages.case_file
