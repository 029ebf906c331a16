"""The ledger as a person meets it, over a real store."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.ledger.ledger_columns import PLACES, Column
from gui.ledger.ledger_page import LedgerPage
from gui.room import Room
from models.answers import Answer, RefusedEntry
from models.facts import Returned
from models.findings import Filter, Order, Tab
from models.ids import FindingId
from models.people import Role
from models.store import Store
from models.vocabulary import ReturnReason
from tests.builders import pen_of, person, raise_one
from tests.hands import CTRL, child, press, write


def settle(qtbot: QtBot, background: Background) -> None:
    """Wait until nothing is on its way any more."""
    qtbot.waitUntil(lambda: background.is_idle)


def open_page(ledger: LedgerPage, qtbot: QtBot, background: Background) -> None:
    """Bring it to the front and wait for its rows."""
    ledger.activated()
    settle(qtbot, background)


def button(ledger: LedgerPage, name: str) -> QPushButton:
    """By its object name."""
    found = child(ledger, QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def label(ledger: LedgerPage, name: str) -> QLabel:
    """By its object name."""
    found = child(ledger, QLabel, name)
    assert isinstance(found, QLabel), name
    return found


def test_an_empty_ledger_says_what_to_do(ledger: LedgerPage, qtbot: QtBot, background: Background) -> None:
    open_page(ledger, qtbot, background)
    assert label(ledger, "ledgerEmptyWords").text() == "还没有问题。登记第一条，或者等同步带下来。"
    assert not ledger.card.table.isVisible()


def test_rows_counts_and_detail(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> None:
    first = raise_one(store, "red")
    raise_one(store, "blue")
    open_page(ledger, qtbot, background)
    assert ledger.card.list.model.rowCount() == 2
    assert label(ledger, "ledgerTotal").text() == "共 2 条"
    assert button(ledger, "tab_unsent").text() == "没到局里 2"
    ledger.card.table.selectRow(1)
    settle(qtbot, background)
    assert ledger.detail.shown is not None
    assert ledger.detail.shown.id == first
    assert label(ledger, "whoseTurn").text() == "等镇街环保站核实"
    assert button(ledger, "correctButton").isVisible()
    assert ledger.findChild(QPushButton, "verifyButton") is None


def test_what_is_new_waits_until_somebody_wants_it(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    # GIVEN a list with a chosen row
    chosen = raise_one(store, "red")
    open_page(ledger, qtbot, background)
    ledger.card.table.selectRow(0)
    settle(qtbot, background)
    # WHEN a finding arrives
    raise_one(store, "blue")
    qtbot.waitUntil(button(ledger, "refreshButton").isVisible)
    # THEN no row moves before the person asks, and the choice survives that
    assert ledger.card.list.model.rowCount() == 1
    assert button(ledger, "refreshButton").text() == "有 1 条新的，点此刷新"
    button(ledger, "refreshButton").click()
    settle(qtbot, background)
    assert ledger.card.list.model.rowCount() == 2
    assert ledger.card.table.chosen == chosen
    assert not button(ledger, "refreshButton").isVisible()


def test_a_filter_that_fits_nothing_offers_to_go(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    raise_one(store)
    open_page(ledger, qtbot, background)
    ledger.card.filters.take(Filter(categories=frozenset({"W01"})))
    settle(qtbot, background)
    assert label(ledger, "ledgerEmptyWords").text() == "没有符合的问题。"
    assert button(ledger, "dropCondition").text() == "去掉“类型：黑臭水体”"
    button(ledger, "dropCondition").click()
    settle(qtbot, background)
    assert ledger.card.list.model.rowCount() == 1


def test_text_is_looked_for(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> None:
    raise_one(store, description="河面有漂浮垃圾约三十平方米，无人清理。")
    raise_one(store, "blue")
    open_page(ledger, qtbot, background)
    search = child(ledger, QLineEdit, "ledgerSearch")
    write(search, "漂浮")
    qtbot.waitUntil(lambda: ledger.card.list.filter == Filter(text="漂浮"))
    settle(qtbot, background)
    assert ledger.card.list.model.rowCount() == 1


def test_sorting_keeps_the_choice(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> None:
    for colour, name in (("red", "乙路"), ("blue", "甲路"), ("green", "丙路")):
        raise_one(store, colour, location=replace_place(name))
    open_page(ledger, qtbot, background)
    ledger.card.table.selectRow(0)
    settle(qtbot, background)
    chosen = ledger.card.table.chosen
    ledger.card.table._on_sort(Column.PLACE)
    settle(qtbot, background)
    places = [ledger.card.list.model.data(ledger.card.list.model.index(row, PLACES[Column.PLACE])) for row in range(3)]
    assert places == [row.place for row in store.findings.page(order=Order.PLACE, descending=False)]
    assert ledger.card.table.chosen == chosen


def replace_place(name: str) -> object:
    """The usual position under another name."""
    from tests.builders import raised

    return replace(raised().location, place=f"{name}东侧空地")


def test_a_row_is_copied_as_text(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> None:
    raise_one(store)
    open_page(ledger, qtbot, background)
    ledger.card.table.selectRow(0)
    press(ledger.card.table, Qt.Key.Key_C, CTRL)
    assert "常焦路与丰北路路口东南角工地" in QGuiApplication.clipboard().text()


def test_a_finding_of_another_page_is_shown(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    finding = raise_one(store)
    ledger.activated()
    ledger.show_tab(Tab.RETURNED)
    ledger.show_finding(finding)
    settle(qtbot, background)
    assert ledger.detail.shown is not None
    assert ledger.detail.shown.id == finding
    assert ledger.card.table.chosen == finding


def test_ctrl_enter_does_the_next_step(ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background) -> None:
    finding = FindingId(raise_one(store))
    station = pen_of(store, person(Role.STATION))
    station.record([Returned((ReturnReason.OTHER,), "请补一张全景")], finding=finding)
    open_page(ledger, qtbot, background)
    ledger.show_finding(finding)
    qtbot.waitUntil(lambda: ledger.detail.shown is not None)
    with qtbot.waitSignal(ledger.form_requested) as asked:
        press(ledger.card.table, Qt.Key.Key_Return, CTRL)
    assert asked.args[0].id == finding


def test_a_finding_that_the_bureau_did_not_take_says_so(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background
) -> None:
    finding = raise_one(store)
    batch = store.head.outgoing()
    assert batch is not None
    refused = RefusedEntry(batch.first_dseq, "outside_scope")
    store.head.take_answer(batch, Answer((), (refused,), {}, {}, "2026-11-22T12:00:00+08:00"))
    open_page(ledger, qtbot, background)
    ledger.show_finding(finding)
    qtbot.waitUntil(lambda: ledger.detail.shown is not None)
    assert label(ledger, "whoseTurn").text() == "局里没收这一条，原因见流转记录"


@pytest.mark.parametrize("room", list(Room))
def test_enter_opens_the_whole_file(
    ledger: LedgerPage, store: Store, qtbot: QtBot, background: Background, room: Room
) -> None:
    finding = raise_one(store)
    open_page(ledger, qtbot, background)
    ledger.fit(room)
    assert ledger.detail.isVisible() == (room is not Room.NARROW)
    ledger.card.table.selectRow(0)
    settle(qtbot, background)
    with qtbot.waitSignal(ledger.finding_opened) as opened:
        press(ledger.card.table, Qt.Key.Key_Return)
    assert opened.args == [finding]
