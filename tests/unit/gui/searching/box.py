"""What hands do with the search box, and what stands in the panel under it."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from gui.searching.panel_model import ROW_ROLE
from gui.searching.panel_rows import PanelRow
from gui.searching.search_box import SearchBox
from gui.workplace import Workplace
from tests.hands import CTRL, child, press, write


def box(place: Workplace) -> SearchBox:
    return place.desk.top_bar.search


def rows(place: Workplace) -> list[PanelRow]:
    model: QAbstractItemModel = child(place.desk, QListView, "searchList").model()
    return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]


def words(place: Workplace) -> list[str]:
    return [row.words for row in rows(place)]


def open_box(place: Workplace, qtbot: QtBot) -> None:
    press(place.desk, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(place.pages.searching.panel.isVisible)


def look_for(place: Workplace, text: str, qtbot: QtBot, *, shows: str) -> None:
    open_box(place, qtbot)
    write(box(place), text)
    qtbot.waitUntil(lambda: shows in words(place))
