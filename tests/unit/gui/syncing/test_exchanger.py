"""When exchanges happen: one at a time, on F9, by themselves, when the connection returns; and never lost answers."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.connection import Connection
from gui.journal_bridge import JournalBridge
from gui.syncing import exchanger as module
from gui.syncing.exchanger import Exchanger, Progress, Report
from models.clock import MovableClock
from models.exchange_log import NOTHING
from models.findings import Safety
from models.store import Store
from sync.failures import OFFLINE, SIGNED_OUT, STOPPED, Failure
from sync.outcome import Outcome
from sync.timing import Waiting
from tests.builders import raise_one


def standing(exchanger: Exchanger) -> Connection:
    """Asked anew each time."""
    return exchanger.connection


class Line:
    """An exchange that answers what it is told to, and waits where it is told to."""

    def __init__(self) -> None:
        self.calls = 0
        self.everything: list[bool] = []
        self.waiting: Waiting | None = None
        self.at_once = 0
        self.most_at_once = 0
        self.failure: Failure | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.there = False

    def exchange(self, _store: Store, report: Report, stopped: Callable[[], bool], everything: bool) -> Outcome:
        self.calls += 1
        self.everything.append(everything)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        report("photos", 1, 2)
        while not self.gate.wait(0.01):
            if stopped():
                self.at_once -= 1
                return Outcome(STOPPED)
        self.at_once -= 1
        return Outcome(self.failure, entries_sent=3, waiting=None if everything else self.waiting)

    def probe(self) -> bool:
        return self.there


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def exchanger(bridge: JournalBridge, background: Background, line: Line) -> Exchanger:
    return Exchanger(bridge, background, line.exchange, line.probe)


def test_f9_always_answers(exchanger: Exchanger, qtbot: QtBot) -> None:
    progress: list[Progress] = []
    exchanger.progressed.connect(progress.append)
    with qtbot.waitSignal(exchanger.finished) as answer:
        exchanger.ask()
        assert standing(exchanger) is Connection.SENDING
    assert answer.args == [Outcome(None, entries_sent=3), True]
    assert progress == [Progress("photos", 1, 2)]
    assert standing(exchanger) is Connection.CONNECTED
    assert exchanger.last_at is not None


def test_f9_during_an_exchange_is_answered_by_its_end(exchanger: Exchanger, line: Line, qtbot: QtBot) -> None:
    line.gate.clear()
    exchanger.start()
    for _ in range(5):
        exchanger.ask()
    with qtbot.waitSignal(exchanger.finished) as answer:
        line.gate.set()
    assert answer.args is not None
    assert answer.args[1] is True
    assert (line.calls, line.most_at_once) == (1, 1)


def test_by_itself_it_is_not_an_answer(exchanger: Exchanger, qtbot: QtBot) -> None:
    with qtbot.waitSignal(exchanger.finished) as answer:
        exchanger.start()
    assert answer.args is not None
    assert answer.args[1] is False


def test_returning_connection_is_noticed(
    exchanger: Exchanger, line: Line, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    exchanger._probes.setInterval(20)
    line.failure = OFFLINE
    with qtbot.waitSignal(exchanger.finished):
        exchanger.start()
    assert standing(exchanger) is Connection.OFFLINE
    qtbot.wait(100)
    assert line.calls == 1, "asking is not exchanging"
    line.failure, line.there = None, True
    with qtbot.waitSignal(exchanger.finished):
        pass
    assert standing(exchanger) is Connection.CONNECTED
    assert not exchanger._probes.isActive()


def test_what_was_recorded_goes_soon(exchanger: Exchanger, store: Store, line: Line, qtbot: QtBot) -> None:
    exchanger._soon.setInterval(20)
    with qtbot.waitSignal(exchanger.finished):
        exchanger.start()
    with qtbot.waitSignal(exchanger.finished):
        raise_one(store)
    assert line.calls == 2


def test_pause_stops_and_stays(exchanger: Exchanger, line: Line, qtbot: QtBot) -> None:
    line.gate.clear()
    exchanger.start()
    with qtbot.waitSignal(exchanger.finished) as answer:
        exchanger.pause()
    assert answer.args == [Outcome(STOPPED), False]
    assert standing(exchanger) is Connection.PAUSED
    exchanger._on_due()
    assert not exchanger.underway
    line.gate.set()
    with qtbot.waitSignal(exchanger.finished):
        exchanger.ask()
    assert standing(exchanger) is Connection.CONNECTED


def test_expired_sign_in(exchanger: Exchanger, line: Line, qtbot: QtBot) -> None:
    line.failure = SIGNED_OUT
    with qtbot.waitSignal(exchanger.finished):
        exchanger.start()
    assert exchanger.wants_sign_in
    assert standing(exchanger) is Connection.BLOCKED


@pytest.mark.expects_logs("Background work failed")
def test_a_mistake_of_ours_ends_an_exchange(
    bridge: JournalBridge, background: Background, line: Line, qtbot: QtBot
) -> None:
    def broken(_store: Store, _report: Report, _stopped: Callable[[], bool], _everything: bool) -> Outcome:
        raise ZeroDivisionError

    exchanger = Exchanger(bridge, background, broken, line.probe)
    with qtbot.waitSignal(background.failed):
        exchanger.ask()
    assert not exchanger.underway


def test_the_last_time_is_the_one_of_the_log(
    bridge: JournalBridge, background: Background, store: Store, line: Line, qtbot: QtBot
) -> None:
    store.exchange_log.note(NOTHING)
    clock, noted = store.clock, store.clock.now()
    assert isinstance(clock, MovableClock)
    clock.advance(timedelta(hours=1))
    line.failure = OFFLINE
    exchanger = Exchanger(bridge, background, line.exchange, line.probe)
    with qtbot.waitSignal(exchanger.finished):
        exchanger.start()
    qtbot.waitUntil(lambda: exchanger.last_at is not None)
    assert exchanger.last_at == noted
    line.failure = None
    with qtbot.waitSignal(exchanger.finished):
        exchanger.ask()
    assert exchanger.last_at == clock.now()
    assert module.EVERY_MS >= 60_000


def test_photos_wait_only_in_exchanges_that_nobody_asked_for(exchanger: Exchanger, line: Line, qtbot: QtBot) -> None:
    line.waiting = Waiting()
    with qtbot.waitSignal(exchanger.finished):
        exchanger.start()
    assert exchanger.waiting == Waiting()
    with qtbot.waitSignal(exchanger.finished):
        exchanger.ask()
    assert exchanger.waiting is None
    with qtbot.waitSignal(exchanger.finished):
        exchanger.reconsider()
    assert line.everything == [False, True, False]


def test_f9_during_an_exchange_that_leaves_photos_waiting_sends_them(
    exchanger: Exchanger, line: Line, qtbot: QtBot
) -> None:
    line.waiting = Waiting()
    line.gate.clear()
    exchanger.start()
    exchanger.ask()
    with qtbot.waitSignal(exchanger.finished) as answer:
        line.gate.set()
    assert answer.args == [Outcome(None, entries_sent=3), True]
    assert (line.everything, line.most_at_once) == ([False, True], 1)


@pytest.mark.parametrize(
    ("safety", "words"),
    [
        (Safety(0, 12), "12 张照片等到办公室再传。要现在就传，按 F9。"),
        (Safety(1, 12), ""),
        (Safety(), ""),
    ],
    ids=["photos alone", "text is still to go", "nothing"],
)
def test_what_waits_is_said_where_nothing_else_is_on_its_way(
    exchanger: Exchanger, line: Line, qtbot: QtBot, safety: Safety, words: str
) -> None:
    line.waiting = Waiting()
    assert exchanger.held_words(safety) == ""
    with qtbot.waitSignal(exchanger.finished):
        exchanger.start()
    assert exchanger.held_words(safety) == words
