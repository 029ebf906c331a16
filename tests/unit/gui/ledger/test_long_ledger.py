"""A ledger longer than what is held: jump anywhere, keep what was chosen and marked, and never move by itself."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.ledger.held_rows import PAGE
from gui.ledger.ledger_columns import Column
from gui.ledger.ledger_model import LedgerModel
from gui.ledger.ledger_page import LedgerPage
from models.findings import Filter, Findings
from models.ledger_row import LedgerRow
from models.listing import Lists
from models.store import Store
from tests.benchmarks.filling import fill
from tests.benchmarks.samples import samples
from tests.builders import raise_one
from tests.hands import CTRL, SHIFT, child, press

COUNT = 4 * PAGE + 17


@pytest.fixture
def model(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> LedgerModel:
    """Of 417 findings, the newest first, which were read as far as they are seen."""
    fill(store, samples(COUNT))
    ledger.activateWindow()
    ledger.activated()
    qtbot.waitUntil(lambda: ledger.card.list.model.rowCount() == COUNT and background.is_idle)
    return ledger.card.list.model


def counting(ledger: LedgerPage) -> str:
    """What stands at the right."""
    return child(ledger, QLabel, "ledgerTotal").text()


def test_the_length_is_known_and_the_last_row_a_key_away(
    ledger: LedgerPage, model: LedgerModel, store: Store, qtbot: QtBot
) -> None:
    assert counting(ledger) == "共 417 条"
    assert not model.held.is_read(COUNT - 1)
    press(ledger.card.table, Qt.Key.Key_End)
    last = store.findings.page(order=ledger.card.list.order[0], descending=False, offset=COUNT - 1)[0].id
    qtbot.waitUntil(lambda: ledger.detail.shown is not None and ledger.detail.shown.id == ledger.card.table.chosen)
    assert ledger.card.table.chosen == last
    press(ledger.card.table, Qt.Key.Key_Home)
    assert ledger.card.table.rows_in_view()[0] == 0


def test_dragging_reads_what_is_seen_where_it_stops(
    ledger: LedgerPage, model: LedgerModel, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN somebody who counts the questions
    asked: list[int] = []
    rows = Lists.rows

    def counted(self: Findings, keys: Sequence[int]) -> tuple[LedgerRow | None, ...]:
        asked.append(len(keys))
        return rows(self, keys)

    monkeypatch.setattr(Findings, "rows", counted)
    bar = ledger.card.table.verticalScrollBar()
    # WHEN the bar goes through the whole list before anything could be read
    for step in range(200):
        bar.setValue(bar.maximum() * step // 199)
        ledger.card.table.viewport().repaint()
    qtbot.waitUntil(lambda: model.held.is_read(COUNT - 1) and background.is_idle)
    # THEN only the end is asked for
    assert sum(asked) <= 2 * PAGE
    first, last = ledger.card.table.rows_in_view()
    assert model.held.missing(first, last) == ()
    assert last == COUNT - 1


def test_the_choice_survives_sorting_and_a_page_that_is_let_go_of(
    ledger: LedgerPage, model: LedgerModel, qtbot: QtBot, background: Background
) -> None:
    # GIVEN a row of the third page
    ledger.card.table.selectRow(2 * PAGE + 5)
    qtbot.waitUntil(lambda: bool(ledger.card.table.chosen) and background.is_idle)
    chosen = ledger.card.table.chosen
    # WHEN it is sorted otherwise, and the row is elsewhere
    ledger.card.table._on_sort(Column.PLACE)
    qtbot.waitUntil(lambda: background.is_idle and model.rowCount() == COUNT)
    # THEN
    qtbot.waitUntil(lambda: ledger.card.table.chosen == chosen)
    first, last = ledger.card.table.rows_in_view()
    assert first <= model.held.row_of(chosen) <= last
    assert ledger.detail.shown is not None
    assert ledger.detail.shown.id == chosen


def test_the_choice_of_another_page_is_found_by_its_id(
    ledger: LedgerPage, model: LedgerModel, store: Store, qtbot: QtBot
) -> None:
    deep = store.findings.page(order=ledger.card.list.order[0], descending=False, offset=350, limit=1)[0].id
    ledger.show_finding(deep)
    qtbot.waitUntil(lambda: ledger.card.table.chosen == deep)


def test_what_is_new_and_what_is_gone_moves_no_row(
    ledger: LedgerPage, model: LedgerModel, store: Store, qtbot: QtBot, background: Background
) -> None:
    news = child(ledger, QPushButton, "refreshButton")
    raise_one(store)
    qtbot.waitUntil(lambda: news.text() == "有 1 条新的，点此刷新")
    assert model.rowCount() == COUNT
    news.click()
    qtbot.waitUntil(lambda: model.rowCount() == COUNT + 1 and background.is_idle)
    assert not news.isVisible()
    assert counting(ledger) == "共 418 条"


def test_what_changed_while_nobody_looked_is_told_of_or_shown(
    ledger: LedgerPage, model: LedgerModel, store: Store, qtbot: QtBot, background: Background
) -> None:
    news = child(ledger, QPushButton, "refreshButton")
    # a window that was only small for a while keeps its rows
    ledger.hide()
    raise_one(store)
    qtbot.waitUntil(lambda: background.is_idle)
    ledger.show()
    qtbot.waitUntil(lambda: news.text() == "有 1 条新的，点此刷新")
    assert model.rowCount() == COUNT
    # a page that comes to the front is read anew
    ledger.activated()
    qtbot.waitUntil(lambda: model.rowCount() == COUNT + 1 and background.is_idle)
    # and one that is not read anew goes on telling
    ledger.hide()
    ledger.show()
    ledger.activated()
    raise_one(store, "blue")
    qtbot.waitUntil(lambda: news.isVisible() and news.text() == "有 1 条新的，点此刷新")


@pytest.fixture
def mark(ledger: LedgerPage, model: LedgerModel) -> Callable[..., str]:
    """Press keys in the rows; returns what the bar of what is marked says."""

    def pressed(*keys: tuple[Qt.Key, Qt.KeyboardModifier] | Qt.Key) -> str:
        for key in keys:
            press(ledger.card.table, *(key if isinstance(key, tuple) else (key,)))
        bar = child(ledger, QLabel, "markedCount")
        return bar.text() if bar.isVisible() else ""

    return pressed


def test_space_and_shift_mark(mark: Callable[..., str], model: LedgerModel, ledger: LedgerPage) -> None:
    down, up = (Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Up, SHIFT)
    assert mark(Qt.Key.Key_Space) == "已选 1 条"
    assert mark(Qt.Key.Key_Space) == ""
    assert mark(down, down, down) == "已选 4 条"
    assert mark(up) == "已选 3 条", "going back takes the last one out"
    assert model.marks.of(model.held.keys) == tuple(model.held.keys[:3])
    assert mark(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space) == "已选 4 条"
    assert model.held.keys[4] in model.marks


def test_everything_listed_is_marked_and_let_go(
    mark: Callable[..., str], ledger: LedgerPage, model: LedgerModel
) -> None:
    box = child(ledger, QCheckBox, "markAllBox")
    assert mark((Qt.Key.Key_A, CTRL)) == "已选 417 条"
    assert box.checkState() is Qt.CheckState.Checked
    assert mark(Qt.Key.Key_Space) == "已选 416 条"
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    assert ledger.handles_escape(), "Esc takes the marks away before it leaves the page"
    assert mark() == ""
    assert not ledger.handles_escape()
    box.click()
    assert mark() == "已选 417 条"


def test_marks_survive_sorting_and_go_with_what_is_filtered_away(
    mark: Callable[..., str], ledger: LedgerPage, model: LedgerModel, qtbot: QtBot, background: Background
) -> None:
    assert mark((Qt.Key.Key_Down, SHIFT)) == "已选 2 条"
    marked = set(model.marks.of(model.held.keys))
    ledger.card.table._on_sort(Column.PLACE)
    qtbot.waitUntil(lambda: background.is_idle and model.rowCount() == COUNT)
    assert set(model.marks.of(model.held.keys)) == marked
    ledger.card.filters.take(Filter(text="没有这个地方"))
    qtbot.waitUntil(lambda: model.rowCount() == 0 and not len(model.marks))


def test_marked_rows_are_copied_as_lines_for_a_chat(mark: Callable[..., str], ledger: LedgerPage, qtbot: QtBot) -> None:
    mark((Qt.Key.Key_Down, SHIFT), (Qt.Key.Key_Down, SHIFT))
    with qtbot.waitSignal(ledger.news) as told:
        child(ledger, QPushButton, "copyMarkedButton").click()
    assert told.args[0].text == "已复制 3 条，可以粘贴到微信"
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "问题 3 条（11-22）"
    assert len(lines) == 4
    assert lines[1].startswith("1. 暂-1122-01 待核实｜施工扬尘，常焦路与丰北路路口东南角工地第")


def test_more_than_a_message_holds_is_said(mark: Callable[..., str], ledger: LedgerPage, qtbot: QtBot) -> None:
    mark((Qt.Key.Key_A, CTRL))
    with qtbot.waitSignal(ledger.news) as told:
        press(ledger.card.table, Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    lines = text.splitlines()
    assert len(text) < 2100
    copied = len(lines) - 2
    assert lines[-1] == f"另有 {417 - copied} 条没有列出"
    assert told.args[0].text == f"417 条里复制了前 {copied} 条：再长微信发不完整"
