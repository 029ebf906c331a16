"""Photos whose height follows their width, in an area that scrolls: whatever its height, it comes to rest."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.journal_bridge import JournalBridge
from gui.photos.photo_tiles import PhotoTiles
from gui.photos.picture_source import PictureSource
from gui.photos.thumbnail_strip import ThumbnailStrip
from models.store import Store
from tests.builders import jpeg

WIDTH = 372


@pytest.mark.parametrize("count", [1, 3, 9])
def test_the_area_comes_to_rest_at_any_height(
    dressed: QApplication, bridge: JournalBridge, store: Store, qtbot: QtBot, count: int
) -> None:
    # GIVEN an area with tiles and a strip
    photo, _warnings = store.photos.keep(jpeg(), "red.jpg")
    tiles, strip = PhotoTiles(PictureSource(bridge)), ThumbnailStrip(PictureSource(bridge))
    tiles.show_photos([photo] * count, {})
    strip.show_photos([photo] * count, 0)
    inside, area = QWidget(), QScrollArea()
    column = QVBoxLayout(inside)
    for part in (tiles, strip):
        column.addWidget(part)
    column.addStretch(1)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    qtbot.addWidget(area)
    area.resize(WIDTH, 900)
    with qtbot.waitExposed(area):
        area.show()
    # WHEN it is made lower and lower
    for height in range(620, 60, -3):
        area.resize(WIDTH, height)
        dressed.processEvents()
    # THEN it still stands, and what scrolls has the height that its width asks for
    assert tiles.height() == tiles.heightForWidth(tiles.width())
    assert strip.height() == strip.heightForWidth(strip.width())
