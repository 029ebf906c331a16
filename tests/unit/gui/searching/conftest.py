"""An inspector at the desk, with names that came down from the bureau."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.main_window import MainWindow
from gui.names import read_names
from gui.opening import Opened
from gui.workplace import Workplace
from models.profile import Profile
from models.store import Store
from tests.builders import GRID, KEY, TOWN

AREAS = [
    {"code": TOWN, "name": "郑陆镇", "parent": "320402000000"},
    {"code": GRID, "name": "第12网格", "parent": "320402104203"},
]
ENTERPRISES = [{"name": "东青涂装厂", "address": "东青工业园6号"}, {"name": "郑陆老街小胖饭店"}]


@pytest.fixture
def place(
    dressed: QApplication, store: Store, tmp_path: Path, background: Background, qtbot: QtBot
) -> Iterator[Workplace]:
    """At work, without a bureau, on the workbench."""
    store.reference.replace("areas", 1, AREAS)
    store.reference.replace("enterprises", 1, ENTERPRISES)
    made = Workplace(Opened(store, read_names(store), "", KEY), Profile(tmp_path), background)
    window = MainWindow()
    qtbot.addWidget(window)
    window.show_face(made.desk)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.desk.open_home()
    yield made
    made.stop()
    qtbot.waitUntil(lambda: background.is_idle)
