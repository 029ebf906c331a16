"""The large photo: arrows go to its neighbours, E tells all that is known."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.journal_bridge import JournalBridge
from gui.photos.enlarged import Enlarged
from gui.photos.photo_record import record_lines
from gui.photos.picture_source import PictureSource
from models.clock import CHINA
from models.coordinates import Position
from models.vocabulary import PhotoKind, TimeSource
from tests.builders import photo
from tests.hands import press

FIRST = photo(
    name="IMG_1.jpg", width=1600, height=1200, taken_at=datetime(2026, 11, 22, 15, 19, tzinfo=CHINA),
    time_source=TimeSource.EXIF, position=Position(120.087312, 31.824605),
)  # fmt: skip
SECOND = photo(name="IMG_2.jpg", kind=PhotoKind.AFTER)


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> QWidget:
    """What the dialog belongs to."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 500)
    widget.show()
    return widget


@pytest.fixture
def enlarged(window: QWidget, bridge: JournalBridge, qtbot: QtBot) -> Enlarged:
    """Two photos, the first in front."""
    dialog = Enlarged(PictureSource(bridge), (FIRST, SECOND), 0, window, brought_by={FIRST.sha256: "王建国"})
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_arrows_go_round(enlarged: Enlarged) -> None:
    names = [enlarged.accessibleName()]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        press(enlarged, key)
        names.append(enlarged.accessibleName())
    assert names == ["第1张，整改前，11-22 15:19", "第2张，整改后", "第1张，整改前，11-22 15:19", "第2张，整改后"]


def test_e_tells_all_and_takes_it_back(enlarged: Enlarged) -> None:
    press(enlarged, Qt.Key.Key_E)
    assert f"指纹：{FIRST.sha256}" in enlarged.accessibleName()
    assert "添加人：王建国" in enlarged.accessibleName()
    enlarged.grab()
    press(enlarged, Qt.Key.Key_E)
    assert enlarged.accessibleName() == "第1张，整改前，11-22 15:19"


def test_what_is_not_known_is_said_or_left_out() -> None:
    assert record_lines(SECOND) == (
        "类别：整改后",
        "拍摄时间：照片没有时间",
        "位置：照片没有定位",
        "文件：IMG_2.jpg",
        "大小：1 KB",
        f"指纹：{SECOND.sha256}",
    )
    assert "时间来源：照片自带" in record_lines(FIRST)
    assert "大小：1 KB  1600 × 1200" in record_lines(FIRST)
