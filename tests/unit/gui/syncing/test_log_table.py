"""同步日志: what its lines say, newest first, and that reading it is not disturbed."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.syncing.exchange_rows import Show, read_exchange
from gui.syncing.exchange_words import came_of, how_often
from gui.syncing.log_table import LogModel, LogTable
from gui.syncing.row_card import RowCard
from models.clock import MovableClock
from models.exchange_log import NOTHING, LoggedExchange, Moved
from models.store import Store
from resources.sentences import sentence
from tests.builders import NOON

YESTERDAY = NOON - timedelta(days=1, minutes=30)


def line(number: int = 1, moved: Moved = NOTHING, reason: str | None = None, times: int = 1) -> LoggedExchange:
    """A line of today that began yesterday."""
    return LoggedExchange(number, NOON, YESTERDAY, moved, reason, times=times)


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        (Moved(3, 12, 5), "送出 3 条 · 12 张，收到 5 条"),
        (Moved(photos_sent=1), "送出 1 张"),
        (Moved(entries_received=1_200, photos_received=2), "收到 1,200 条 · 2 张"),
        (Moved(entries_sent=1, entries_refused=1), "送出 1 条，局里没收 1 条"),
    ],
)
def test_what_went(moved: Moved, said: str) -> None:
    assert came_of(line(moved=moved)) == said


def test_why_it_ended_early() -> None:
    reason = sentence("line_cut", {})
    assert came_of(line(reason="line_cut")) == reason
    assert came_of(line(moved=Moved(3), reason="line_cut")) == f"送出 3 条。{reason}"


@pytest.mark.parametrize(("times", "said"), [(1, ""), (2, "昨天 11:30 起 2 次"), (1_440, "昨天 11:30 起 1,440 次")])
def test_how_often(times: int, said: str) -> None:
    assert how_often(line(reason="offline", times=times), NOON) == said


def test_model_is_sound(qtmodeltester: ModelTester) -> None:
    model = LogModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_log((line(2, Moved(1)), line(1, reason="offline")), NOON)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    shown = [model.index(row, column).data() for row in range(2) for column in range(3)]
    assert shown == ["今天 12:00", "送出 1 条", "", "今天 12:00", sentence("offline", {}), ""]


@pytest.mark.parametrize(("reason", "marked"), [(None, False), ("stopped", False), ("offline", True)])
def test_trouble_is_marked(reason: str | None, marked: bool) -> None:
    model = LogModel()
    model.show_log((line(reason=reason),), NOON)
    assert (model.index(0, 1).data(Qt.ItemDataRole.ForegroundRole) is not None) is marked


def test_only_what_changed_is_told() -> None:
    model, resets, changes = LogModel(), [], []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda *_: changes.append(1))
    for times in (1, 1, 2):
        model.show_log((line(reason="offline", times=times),), NOON)
    assert (len(resets), len(changes)) == (1, 1)
    assert model.index(0, 2).data() == "昨天 11:30 起 2 次"


@pytest.mark.usefixtures("dressed")
def test_the_chosen_line_stays_chosen_when_a_new_one_comes(qtbot: QtBot) -> None:
    table = LogTable()
    qtbot.addWidget(table)
    table.show_log((line(2), line(1)), NOON)
    table.selectRow(1)
    table.show_log((line(3), line(2), line(1)), NOON)
    assert table.currentIndex().row() == 2


@pytest.mark.usefixtures("dressed")
def test_a_long_sentence_is_shown_whole(qtbot: QtBot) -> None:
    table = LogTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    with qtbot.waitExposed(table):
        table.show()
    table.show_log((line(2, Moved(1)), line(1, Moved(3, 12, 5), reason="portal")), NOON)
    one, several = table.rowHeight(0), table.rowHeight(1)
    table.resize(520, 300)
    assert one < several < table.rowHeight(1)
    table.resize(700, 300)
    assert (table.rowHeight(0), table.rowHeight(1)) == (one, several)


def log_of(card: RowCard) -> LogTable:
    """The card's list of exchanges."""
    log = card.findChild(LogTable, "exchangeLog")
    assert log is not None
    return log


@pytest.fixture
def shown(store: Store, qtbot: QtBot) -> Callable[[], RowCard]:
    """The card with what the store holds, on the tab of the log."""
    card = RowCard(lambda _: None)
    qtbot.addWidget(card)
    card.show_requested.connect(lambda: card.show_view(read_exchange(store, card.show_asked), store.clock.now()))

    def show() -> RowCard:
        button = card.findChild(QPushButton, "logTab")
        assert button is not None
        button.click()
        return card

    return show


@pytest.mark.usefixtures("dressed")
def test_the_tab_reads_the_log(store: Store, shown: Callable[[], RowCard]) -> None:
    clock = store.clock
    assert isinstance(clock, MovableClock)
    assert log_of(shown()).isHidden()
    store.exchange_log.note(Moved(3, 12, 5))
    clock.advance(timedelta(hours=1))
    for _ in range(3):
        store.exchange_log.note(NOTHING, reason="offline")
    model = log_of(shown()).model()
    said = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert said == [
        ["今天 13:00", sentence("offline", {}), "今天 13:00 起 3 次"],
        ["今天 12:00", "送出 3 条 · 12 张，收到 5 条", ""],
    ]
    assert not log_of(shown()).isHidden()


def test_the_log_is_read_for_its_own_tab_alone(store: Store) -> None:
    store.exchange_log.note(Moved(1))
    assert len(read_exchange(store, Show.LOG).log) == 1
    assert read_exchange(store, Show.ALL).log == ()
