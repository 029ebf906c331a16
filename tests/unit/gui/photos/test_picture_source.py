"""Pictures come from the store beside the window, once, and again when one has come down."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from models.store import Store
from tests.builders import jpeg


def test_a_picture_is_read_once(bridge: JournalBridge, store: Store, qtbot: QtBot) -> None:
    photo, _ = store.photos.keep(jpeg(), "red.jpg")
    source = PictureSource(bridge)
    with qtbot.waitSignal(source.arrived):
        assert source.picture(photo.sha256, 100) is None
    first = source.picture(photo.sha256, 100)
    assert first is not None
    assert (first.width(), first.height()) == (100, 75)
    assert source.picture(photo.sha256, 100) is first


def test_an_absent_photo_shows_when_it_has_come_down(
    qapp: QApplication, bridge: JournalBridge, store: Store, background: Background, qtbot: QtBot
) -> None:
    data = jpeg("green")
    digest = "0" * 64
    source = PictureSource(bridge)
    with qtbot.waitSignal(source.arrived):
        source.picture(digest, 100)
    absent = source.picture(digest, 100)
    assert absent is not None
    assert absent.isNull()
    photo, _ = store.photos.keep(data, "green.jpg")
    with qtbot.waitSignal(source.arrived):
        bridge.photos_changed.emit((digest,))
    assert source.picture(digest, 100) is None
    qtbot.waitUntil(lambda: background.is_idle)
    with qtbot.waitSignal(source.arrived):
        source.picture(photo.sha256, 100)
