"""批量交办: those of the marked that may be dispatched, each with what is usual for its type; the rest stays marked."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.background import Background
from gui.findings.segments import Segments
from gui.journal_bridge import JournalBridge
from gui.ledger import batch_dispatch
from gui.ledger.batch_dialog import BatchDialog
from gui.ledger.batch_orders import Done, dispatch_all, read_batch
from gui.ledger.ledger_page import LedgerPage
from gui.ledger.mark_bar import MarkBar
from gui.notice_bar import NoticeBar
from gui.photos.picture_source import PictureSource
from gui.rectification.day_field import DayField
from gui.rectification.pick_line import PickLine
from models.facts import Classification, Enlisted, Raised, SignedFor
from models.ids import FindingId
from models.rectification import Rectification
from models.state import State
from models.store import Store
from models.usual_rectification import usual_rectification
from models.vocabulary import Severity
from tests.builders import TOWN, open_store
from tests.hands import CTRL, child, compose, press, write
from tests.line import STATION_UNIT, TODAY, VILLAGE, cast, dispatched
from tests.stages import bring, say

PEOPLE = cast()
WATER = Classification("W01", Severity.SLIGHT)
MAJOR = Classification("A01", Severity.MAJOR)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Of the station of the township."""
    opened = open_store(tmp_path / "store", PEOPLE.station)
    opened.reference.replace(
        "units",
        1,
        [
            {"code": VILLAGE.code, "name": VILLAGE.name, "kind": "村社", "area": TOWN},
            {"code": STATION_UNIT.code, "name": STATION_UNIT.name, "kind": "镇街", "area": TOWN},
        ],
    )
    yield opened
    opened.close()


@pytest.fixture
def page(dressed: QApplication, store: Store, background: Background, qtbot: QtBot) -> LedgerPage:
    """Two that may be dispatched, one that is the bureau's, one that was only reported; all marked."""
    bring(store, PEOPLE, Enlisted)
    bring(store, PEOPLE, Enlisted, classification=WATER)
    bring(store, PEOPLE, Enlisted, classification=MAJOR)
    bring(store, PEOPLE, Raised)
    bridge = JournalBridge(store, background)
    made = LedgerPage(bridge, PictureSource(bridge))
    qtbot.addWidget(made)
    made.resize(1182, 641)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.activated()
    qtbot.waitUntil(lambda: made.card.list.model.rowCount() == 4 and background.is_idle)
    press(made.card.table, Qt.Key.Key_A, CTRL)
    return made


def open_dialog(page: LedgerPage, qtbot: QtBot) -> BatchDialog:
    """Press 批量交办."""
    child(page, QPushButton, "dispatchMarkedButton").click()
    qtbot.waitUntil(lambda: page.window().findChild(BatchDialog) is not None)
    dialog = child(page.window(), BatchDialog, "batchDispatchDialog")
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def task(store: Store, finding: FindingId) -> Rectification | None:
    """As it was dispatched, if it was."""
    whole = store.findings.one(finding)
    return whole.rectification if whole else None


def marked(page: LedgerPage) -> str:
    """What the bar says."""
    return child(page, QLabel, "markedCount").text()


@pytest.mark.parametrize("same_day", [True, False])
def test_those_that_may_are_dispatched_and_the_others_stay_marked(
    page: LedgerPage, store: Store, qtbot: QtBot, *, same_day: bool
) -> None:
    dialog = open_dialog(page, qtbot)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "目标和措施按各自类型：" in said
    assert "选中的有 2 条现在不能交办，不动" in said
    unit = child(dialog, PickLine, "batchUnit")
    unit.choose(VILLAGE)
    child(dialog, QLineEdit, "batchPerson").setText("李建军")
    due = TODAY + timedelta(days=20)
    if same_day:
        child(dialog, Segments, "batchHow").focus_target().setFocus()
        press(dialog.focusWidget(), Qt.Key.Key_Right)
        child(dialog, DayField, "batchDeadline").show_day(due)
    with qtbot.waitSignal(page.news) as told:
        press(unit, Qt.Key.Key_Return, CTRL)
    assert told.args[0].text == "已交办 2 条，先存在本机；局里收到后才算数"
    rows = store.findings.page()
    orders = {row.category: found.order for row in rows if (found := task(store, row.id)) is not None}
    assert set(orders) == {"A01", "W01"}
    for code, order in orders.items():
        usual = usual_rectification(code)
        assert usual.days is not None
        assert (order.unit, order.person, order.accept_unit) == (VILLAGE, "李建军", STATION_UNIT)
        assert order.deadline == (due if same_day else TODAY + timedelta(days=usual.days))
        assert order.goal == usual.goal
        assert tuple(measure.content for measure in order.measures) == usual.measures
    assert marked(page) == "已选 2 条"
    assert {row.state for row in rows if task(store, row.id) is None} == {State.ENLISTED, State.REPORTED}


def test_a_key_that_is_another_findings_by_now_is_not_dispatched(store: Store) -> None:
    bring(store, PEOPLE, Enlisted)
    bring(store, PEOPLE, Enlisted, classification=WATER)
    first, second = store.findings.page()
    batch = read_batch(store, {first.key: first.id, second.key: FindingId("one that left meanwhile")})
    assert [finding.id for finding in batch.findings] == [first.id]
    assert batch.not_now == 1


def test_a_mark_remembers_whose_row_it_was(page: LedgerPage) -> None:
    model = page.card.list.model
    rows = [model.ledger_row(at) for at in range(4)]
    assert model.marks.whose(model.held.keys) == {row.key: row.id for row in rows if row is not None}


def test_ctrl_enter_dispatches_nothing_while_the_input_method_composes(page: LedgerPage, qtbot: QtBot) -> None:
    dialog = open_dialog(page, qtbot)
    who = child(dialog, QLineEdit, "batchPerson")
    compose(who, "li jian jun")
    with qtbot.assertNotEmitted(dialog.decided):
        press(who, Qt.Key.Key_Return, CTRL)
    write(who, "李建军")
    with qtbot.waitSignal(dialog.decided):
        press(who, Qt.Key.Key_Return, CTRL)


def test_what_is_missing_is_said_in_the_dialog_and_nothing_is_dispatched(
    page: LedgerPage, store: Store, qtbot: QtBot
) -> None:
    dialog = open_dialog(page, qtbot)
    child(dialog, QPushButton, "doButton").click()
    error = child(dialog, QLabel, "batchError")
    qtbot.waitUntil(error.isVisible)
    assert all(task(store, row.id) is None for row in store.findings.page())
    assert child(dialog, QPushButton, "doButton").isEnabled()
    dialog.reject()
    assert marked(page) == "已选 4 条"


def test_what_somebody_else_did_meanwhile_is_told_of_and_stays_marked(
    page: LedgerPage, store: Store, qtbot: QtBot
) -> None:
    # GIVEN the dialog, and one of its two findings that is dispatched elsewhere now
    dialog = open_dialog(page, qtbot)
    child(dialog, PickLine, "batchUnit").choose(VILLAGE)
    child(dialog, QLineEdit, "batchPerson").setText("李建军")
    first = dialog._batch.findings[0]
    say(store, PEOPLE.station, dispatched(), first.id)
    say(store, PEOPLE.unit, SignedFor("李建军", TODAY), first.id)
    # WHEN
    child(dialog, QPushButton, "doButton").click()
    # THEN
    error = child(page, NoticeBar, "ledgerError")
    qtbot.waitUntil(lambda: "另有 1 条没有交办，还选着" in error.text)
    assert error.text.startswith("已交办 1 条")
    assert marked(page) == "已选 3 条"


def test_whoever_closes_the_dialog_meanwhile_is_told_all_the_same(
    page: LedgerPage, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN two that are being dispatched
    closed = Event()

    def slow(*given: Any) -> Done:
        closed.wait(10)
        return dispatch_all(*given)

    monkeypatch.setattr(batch_dispatch, "dispatch_all", slow)
    dialog = open_dialog(page, qtbot)
    child(dialog, PickLine, "batchUnit").choose(VILLAGE)
    child(dialog, QLineEdit, "batchPerson").setText("李建军")
    child(dialog, QPushButton, "doButton").click()
    # WHEN the dialog goes before they are
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    with qtbot.waitSignal(page.news) as told:
        closed.set()
    # THEN
    assert told.args[0].text == "已交办 2 条，先存在本机；局里收到后才算数"
    assert marked(page) == "已选 2 条"


@pytest.mark.parametrize(("may", "shown"), [(True, True), (False, False)])
def test_only_who_may_dispatch_is_offered_it(dressed: QApplication, qtbot: QtBot, *, may: bool, shown: bool) -> None:
    bar = MarkBar(may_dispatch=may)
    qtbot.addWidget(bar)
    bar.show_count(3)
    assert child(bar, QPushButton, "dispatchMarkedButton").isVisible() == shown
