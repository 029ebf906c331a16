"""The bar over every page shares its room between heading, search box and button."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.room import Room
from gui.top_bar import TopBar
from tests.hands import child

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def bar(qtbot: QtBot) -> TopBar:
    shown = TopBar(may_raise=True)
    qtbot.addWidget(shown)
    shown.resize(1182, 56)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.mark.parametrize(
    ("room", "width", "words", "hint"),
    [
        (Room.WIDE, 1182, "登记问题  Ctrl+N", True),
        (Room.MIDDLE, 1037, "登记问题  Ctrl+N", True),
        (Room.NARROW, 855, "登记问题", False),
        (Room.NARROW, 844, "登记问题", False),
    ],
)
def test_words_of_keys_make_room(bar: TopBar, room: Room, width: int, words: str, hint: bool) -> None:
    bar.resize(width, 56)
    bar.fit(room)
    assert child(bar, QPushButton, "raiseButton").text() == words
    assert bar._hint.isVisible() is hint
    assert bar.search.width() == 226


def test_the_box_shrinks_and_then_folds(bar: TopBar) -> None:
    bar.fit(Room.NARROW)
    bar.resize(680, 56)
    assert 120 <= bar.search.width() < 226
    bar.resize(560, 56)
    assert bar.search.isHidden()
    assert child(bar, QPushButton, "searchButton").accessibleName() == "搜索  Ctrl+K"


def test_the_icon_unfolds_over_the_heading_and_folds_again(bar: TopBar, qtbot: QtBot) -> None:
    bar.fit(Room.NARROW)
    bar.resize(560, 56)
    bar.activateWindow()
    title = child(bar, QWidget, "pageTitle")
    child(bar, QPushButton, "searchButton").click()
    qtbot.waitUntil(bar.search.hasFocus)
    assert not title.isVisible()
    button = child(bar, QPushButton, "raiseButton")
    assert button.width() == button.sizeHint().width(), "the box takes the room of the heading"
    child(bar, QPushButton, "raiseButton").setFocus()
    assert bar.search.isHidden()
    assert title.isVisible()
