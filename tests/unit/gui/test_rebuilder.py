"""The ledger goes to a new sum beside the window: it is said, saves get in between, and lists read it anew."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from gui.background import Background, Lane
from gui.journal_bridge import JournalBridge
from gui.names import Names
from gui.opening import Opened
from gui.rebuilder import Rebuilder
from gui.rebuilding_line import RebuildingLine
from gui.workplace import Workplace
from models import rebuilding
from models.errors import DiskFull
from models.ledger import FOLD_VERSION
from models.profile import Profile
from models.rebuilding import Progress
from models.store import Store
from models.tables import FOLD
from tests.builders import KEY, open_store, person, raise_one

COLOURS = ("red", "green", "blue", "white", "black")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Five findings whose ledger another sum made; each slice takes two."""
    for name in ("_SMALLEST", "_FIRST", "_LARGEST"):
        monkeypatch.setattr(rebuilding, name, 2)
    monkeypatch.setattr(rebuilding, "FEW", 0)
    me = person()
    opened = open_store(tmp_path / "store", me)
    opened.rebuilding.finish()
    for colour in COLOURS:
        raise_one(opened, colour)
    with opened.database.writing() as connection:
        connection.execute(update(FOLD).values(version=FOLD_VERSION - 1))
    opened.close()
    opened = open_store(tmp_path / "store", me)
    yield opened
    opened.close()


@pytest.fixture
def owner() -> QObject:
    return QObject()


def heard_of(signal: Any) -> list[Any]:
    heard: list[Any] = []
    signal.connect(heard.append)
    return heard


def test_it_is_told_until_it_is_done(bridge: JournalBridge, owner: QObject, qtbot: QtBot, store: Store) -> None:
    rebuilder = Rebuilder(bridge, owner)
    progress, changes = heard_of(rebuilder.changed), heard_of(bridge.ledger_changed)
    rebuilder.start()
    qtbot.waitUntil(lambda: progress[-1:] == [None])
    assert progress == [Progress(0, 5), Progress(2, 5), Progress(4, 5), None]
    assert {finding for ids in changes for finding in ids} == {row.id for row in store.findings.page()}
    assert store.rebuilding.progress() is None


def test_where_the_ledger_is_whole_nothing_happens(
    bridge: JournalBridge, owner: QObject, background: Background, qtbot: QtBot, store: Store
) -> None:
    store.rebuilding.finish()
    rebuilder = Rebuilder(bridge, owner)
    progress, changes = heard_of(rebuilder.changed), heard_of(bridge.ledger_changed)
    rebuilder.start()
    qtbot.waitUntil(lambda: background.is_idle)
    assert (progress, changes) == ([], [])


def test_a_save_goes_before_the_next_slice(
    bridge: JournalBridge, owner: QObject, background: Background, qtbot: QtBot, store: Store
) -> None:
    order: list[str] = []
    store.rebuilding._added = lambda _ids: order.append("slice")
    rebuilder = Rebuilder(bridge, owner)
    held = threading.Event()
    bridge.work(Lane.WRITING, lambda _store: held.wait(10), done=lambda _: None)

    def save(_progress: object) -> None:
        if not held.is_set():  # the first slice is on its way, behind what holds the lane
            background.run(Lane.WRITING, lambda: order.append("save"))
            held.set()

    rebuilder.changed.connect(save)
    rebuilder.start()
    qtbot.waitUntil(lambda: store.rebuilding.progress() is None and background.is_idle)
    assert order == ["save", "slice", "slice", "slice"]


def test_who_leaves_does_not_wait_for_all_of_it(
    bridge: JournalBridge, owner: QObject, background: Background, qtbot: QtBot, store: Store
) -> None:
    rebuilder = Rebuilder(bridge, owner)
    rebuilder.changed.connect(lambda progress: rebuilder.stop() if progress and progress.done else None)
    rebuilder.start()
    qtbot.waitUntil(lambda: store.rebuilding.progress() == Progress(2, 5) and background.is_idle)


def test_what_stops_it_is_told_and_the_rest_waits(
    bridge: JournalBridge, owner: QObject, qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull

    rebuilder = Rebuilder(bridge, owner)
    progress, failures = heard_of(rebuilder.changed), heard_of(rebuilder.failed)
    with monkeypatch.context() as patched:
        patched.setattr("models.rebuilding._sweep", full)
        rebuilder.start()
        qtbot.waitUntil(lambda: bool(failures))
    assert progress == [Progress(0, 5), None]
    assert failures[0].code == "disk_full"
    assert store.rebuilding.progress() == Progress(0, 5)


def test_the_line_is_there_only_meanwhile(dressed: QApplication, qtbot: QtBot) -> None:
    line = RebuildingLine()
    qtbot.addWidget(line)
    assert line.text == ""
    line.show_progress(Progress(12_000, 100_000))
    assert line.text.startswith("正在按新规则整理台账 12,000 / 100,000，可以照常工作")
    line.show_progress(None)
    assert line.text == ""


def test_at_work_it_begins_by_itself_and_is_said(
    dressed: QApplication, store: Store, tmp_path: Path, background: Background, qtbot: QtBot
) -> None:
    place = Workplace(Opened(store, Names(), "", KEY), Profile(tmp_path), background)
    qtbot.addWidget(place.desk)
    said: list[str] = []
    place._rebuilder.changed.connect(lambda _progress: said.append(place.desk.rebuilding.text))
    place.begin()
    qtbot.waitUntil(lambda: said[-1:] == [""])
    assert said[0].startswith("正在按新规则整理台账 0 / 5")
    place.stop()
    qtbot.waitUntil(lambda: background.is_idle)
