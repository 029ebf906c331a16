"""The last findings of mine: as many as can be read, reached by Tab in their order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.workbench.recent_strip import RecentStrip
from gui.workbench.work import Recent
from models.store import Store
from tests.builders import raise_one
from tests.hands import press

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def strip(store: Store, qtbot: QtBot) -> RecentStrip:
    """Three findings, no pictures yet."""
    for colour in ("red", "green", "blue"):
        raise_one(store, colour)
    made = RecentStrip(lambda _digest: None)
    qtbot.addWidget(made)
    made.resize(790, 90)
    made.show_recent([Recent(row, "d") for row in store.findings.page()])
    with qtbot.waitExposed(made):
        made.show()
    return made


def cards(strip: RecentStrip) -> list[QPushButton]:
    """Those that are seen."""
    buttons = strip.findChildren(QPushButton)
    return [button for button in buttons if button.objectName().startswith("recent-") and button.isVisible()]


@pytest.mark.parametrize(("width", "seen"), [(823, 3), (690, 2)])
def test_only_as_many_as_can_be_read(strip: RecentStrip, width: int, seen: int) -> None:
    strip.resize(width, 90)
    assert len(cards(strip)) == seen


def test_tab_goes_from_card_to_card(strip: RecentStrip) -> None:
    first, second, third = cards(strip)
    first.setFocus()
    for following in (second, third):
        press(strip.focusWidget(), Qt.Key.Key_Tab)
        assert strip.focusWidget() is following


def test_a_picture_that_arrives_leaves_the_focus_alone(strip: RecentStrip) -> None:
    card = cards(strip)[1]
    card.setFocus()
    strip.refresh_pictures()
    assert strip.focusWidget() is card


def test_a_low_window_keeps_its_room_for_what_is_to_do(strip: RecentStrip) -> None:
    strip.fit(has_room=False)
    assert not strip.isVisible()
    strip.fit(has_room=True)
    assert strip.isVisible()
