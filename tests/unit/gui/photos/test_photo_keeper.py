"""Photos are taken in one by one; each one is told of, and one that is broken stops no other."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.journal_bridge import JournalBridge
from gui.photos.incoming import Incoming
from gui.photos.photo_keeper import PhotoKeeper
from models.store import Store
from tests.builders import jpeg


def test_one_that_is_broken_stops_no_other(bridge: JournalBridge, store: Store, qtbot: QtBot, tmp_path: Path) -> None:
    keeper = PhotoKeeper(bridge)
    kept: list[str] = []
    refused: list[str] = []
    steps: list[tuple[int, int]] = []
    keeper.kept.connect(lambda told: kept.append(told.photo.name))
    keeper.refused.connect(refused.append)
    keeper.progressed.connect(lambda done, total: steps.append((done, total)))
    photos = [
        Incoming("a.jpg", jpeg),
        Incoming("b.jpg", lambda: b"no picture"),
        Incoming("c.jpg", lambda: jpeg("blue")),
    ]
    with qtbot.waitSignal(keeper.finished):
        keeper.take(photos)
        assert keeper.is_busy
    assert kept == ["a.jpg", "c.jpg"]
    assert len(refused) == 1
    assert "b.jpg" in refused[0]
    assert steps == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert not keeper.is_busy


def test_more_may_come_while_some_are_under_way(bridge: JournalBridge, qtbot: QtBot) -> None:
    keeper = PhotoKeeper(bridge)
    steps: list[tuple[int, int]] = []
    keeper.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(keeper.finished):
        keeper.take([Incoming("a.jpg", jpeg)])
        keeper.take([Incoming("b.jpg", lambda: jpeg("blue"))])
    assert steps == [(0, 1), (0, 2), (1, 2), (2, 2)]
