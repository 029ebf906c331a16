"""The settings of somebody at work, in a real window over a real store."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.main_window import MainWindow
from gui.names import read_names
from gui.opening import Opened
from gui.workplace import Workplace
from models.people import Person
from models.profile import Profile
from models.store import Store
from tests.builders import KEY, open_store, person

At = Callable[..., Workplace]


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


@pytest.fixture
def at_work(dressed: QApplication, profile: Profile, background: Background, qtbot: QtBot) -> Iterator[At]:
    """Opens a store for somebody and puts the settings in front of a window."""
    opened: list[tuple[Workplace, Store, MainWindow]] = []

    def work(who: Person | None = None) -> Workplace:
        who = who or person()
        store = open_store(profile.store_folder(who.login), who)
        place = Workplace(Opened(store, read_names(store), "天宁区局", KEY), profile, background)
        window = MainWindow()
        opened.append((place, store, window))
        window.show_face(place.desk)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        place.desk.open(place.pages.settings)
        qtbot.waitUntil(lambda: background.is_idle)
        return place

    yield work
    for place, store, window in opened:
        place.stop()
        qtbot.waitUntil(lambda: background.is_idle)
        store.close()
        window.close()
        window.deleteLater()
        place.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def place(at_work: At) -> Workplace:
    """An inspector's."""
    return at_work()
