"""While workers run, garbage is collected on the window's thread alone."""

import gc

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.collecting import Collecting


def test_python_does_not_collect_while_workers_may_run(qtbot: QtBot) -> None:
    assert gc.isenabled()
    work = Background()
    assert not gc.isenabled()
    work.close()
    assert gc.isenabled()


def test_garbage_still_goes(qtbot: QtBot) -> None:
    parent = QObject()
    collecting = Collecting(parent)
    before = gc.get_stats()[0]["collections"]
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 100)]
    collecting._collect()
    collecting.stop()
    assert gc.get_stats()[0]["collections"] > before
    assert kept
