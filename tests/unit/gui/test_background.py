"""Work beside the window: its answer comes back to the window's thread, and no failure is swallowed."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.background import Background, Failure, Lane, StopSign
from models.errors import DiskFull, Refusal, Refused


class Listener(QObject):
    """Notes what it is told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[int] = set()

    def hear(self, value: object) -> None:
        self.told.append(value)
        self.threads.add(threading.get_ident())


def test_answer_comes_to_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    listener, worker = Listener(), []

    def work() -> int:
        worker.append(threading.get_ident())
        return 42

    background.run(Lane.READING, work, done=listener.hear)
    qtbot.waitUntil(lambda: listener.told == [42])
    assert listener.threads == {threading.get_ident()}
    assert worker[0] != threading.get_ident()


def test_quick_work_is_never_missed(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    for number in range(200):
        background.run(Lane.WRITING, partial(int, number), done=listener.hear)
    qtbot.waitUntil(lambda: len(listener.told) == 200)
    assert listener.told == list(range(200)), "writes keep their order"


@pytest.mark.parametrize(
    ("error", "codes"),
    [
        (DiskFull(), ["disk_full"]),
        (Refused(Refusal("too_short"), Refusal("photo_before")), ["too_short", "photo_before"]),
    ],
)
def test_expected_failures_are_values(background: Background, qtbot: QtBot, error: Exception, codes: list[str]) -> None:
    listener = Listener()

    def work() -> None:
        raise error

    background.run(Lane.WRITING, work, failed=listener.hear)
    qtbot.waitUntil(lambda: bool(listener.told))
    (failure,) = listener.told
    assert isinstance(failure, Failure)
    assert [refusal.code for refusal in failure.refusals] == codes
    assert failure.words


@pytest.mark.expects_logs("Background work failed")
def test_our_own_mistakes_are_logged_and_told(background: Background, qtbot: QtBot) -> None:
    listener = Listener()
    background.failed.connect(listener.hear)
    background.run(Lane.READING, lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(listener.told))
    failure = listener.told[0]
    assert isinstance(failure, Failure)
    assert failure.code == "failed"


def test_nobody_is_told_who_is_gone(background: Background, qtbot: QtBot) -> None:
    gate, listener = threading.Event(), Listener()
    told = listener.told
    background.run(Lane.READING, gate.wait, done=listener.hear)
    listener.deleteLater()
    qtbot.waitUntil(lambda: not isValid(listener))
    gate.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert told == []


def test_dropped_work_tells_nobody(background: Background, qtbot: QtBot) -> None:
    gate, listener = threading.Event(), Listener()
    background.run(Lane.WRITING, gate.wait)
    task = background.run(Lane.WRITING, lambda: 1, done=listener.hear)
    task.drop()
    gate.set()
    qtbot.waitUntil(lambda: background.is_idle)
    assert listener.told == []


def test_progress_arrives_in_order(background: Background, qtbot: QtBot) -> None:
    listener = Listener()

    def work() -> None:
        for step in range(50):
            background.tell(listener.hear, step)

    background.run(Lane.NETWORK, work, done=lambda _: listener.hear("end"))
    qtbot.waitUntil(lambda: "end" in listener.told)
    assert listener.told == [*range(50), "end"]


def test_closing_finishes_writes(qtbot: QtBot) -> None:
    work, written = Background(), list[int]()
    for number in range(20):
        work.run(Lane.WRITING, partial(written.append, number))
    work.close()
    assert written == list(range(20))


def test_stop_sign() -> None:
    sign = StopSign()
    assert not sign.is_up()
    sign.put_up()
    assert sign.is_up()
