"""The small pictures: arrows choose, Del takes out, the last tile adds."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.journal_bridge import JournalBridge
from gui.photos.photo_column import PhotoColumn
from gui.photos.picture_source import PictureSource
from gui.photos.thumbnail_strip import GAP, TILE, ThumbnailStrip
from tests.builders import photo
from tests.hands import child, click, press


@pytest.fixture
def strip(bridge: JournalBridge, qtbot: QtBot) -> ThumbnailStrip:
    """Four photos, the second one chosen, room for five tiles a row."""
    made = ThumbnailStrip(PictureSource(bridge))
    qtbot.addWidget(made)
    made.resize(5 * TILE[0] + 4 * GAP, 200)
    made.show_photos([photo() for _ in range(4)], 1)
    return made


def test_arrows_go_around_and_del_takes_out(strip: ThumbnailStrip, qtbot: QtBot) -> None:
    chosen: list[int] = []
    removed: list[int] = []
    strip.chosen.connect(chosen.append)
    strip.remove_wanted.connect(removed.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete):
        press(strip, key)
    assert (chosen, removed) == ([0, 2], [1])


def test_clicks_choose_or_add(strip: ThumbnailStrip, qtbot: QtBot) -> None:
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    with qtbot.waitSignal(strip.add_wanted):
        click(strip, strip.tile(4).center())
    click(strip, strip.tile(3).center())
    assert chosen == [3]


def test_twenty_photos_break_into_rows(strip: ThumbnailStrip) -> None:
    strip.show_photos([photo() for _ in range(20)], 0)
    assert strip.heightForWidth(strip.width()) == 5 * TILE[1] + 4 * GAP


def test_another_width_shows_every_photo(strip: ThumbnailStrip) -> None:
    strip.show_photos([photo() for _ in range(20)], 0)
    assert strip.heightForWidth(10 * TILE[0] + 9 * GAP) == 3 * TILE[1] + 2 * GAP
    assert strip.heightForWidth(5 * TILE[0] + 4 * GAP) == 5 * TILE[1] + 4 * GAP


def test_a_full_finding_offers_no_place_for_another(bridge: JournalBridge, qtbot: QtBot) -> None:
    column = PhotoColumn(PictureSource(bridge))
    qtbot.addWidget(column)
    strip = child(column, ThumbnailStrip, "thumbnailStrip")
    column.show_photos([photo() for _ in range(20)])
    assert strip.heightForWidth(5 * TILE[0] + 4 * GAP) == 4 * TILE[1] + 3 * GAP


def test_photos_that_are_recorded_stay(bridge: JournalBridge, qtbot: QtBot) -> None:
    column = PhotoColumn(PictureSource(bridge))
    qtbot.addWidget(column)
    removed: list[int] = []
    column.remove_wanted.connect(removed.append)
    photos = [photo(), photo()]
    column.show_photos(photos, fixed=1)
    column._on_remove_at(0)
    column._on_remove_at(1)
    assert removed == [1]
