"""The workbench as a person meets it: what its buttons ask for, and steps without effect that are told once."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from gui.background import Background
from gui.connection import Connection
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
from gui.room import Room
from gui.workbench.work_list import WorkList
from gui.workbench.work_painter import button_box, known_box
from gui.workbench.work_row import Kind, WorkRow
from gui.workbench.workbench_page import WorkbenchPage
from models import journal
from models.facts import Redescribed, Returned, SignedFor
from models.findings import Filter, Matter, Tab
from models.ids import FindingId
from models.store import Store
from models.tables import ENTRY
from models.to_do import learned
from models.vocabulary import ReturnReason
from tests.builders import raise_one
from tests.hands import CTRL, child, click, press
from tests.line import cast
from tests.stages import bring, say

pytestmark = pytest.mark.usefixtures("dressed")


class Quiet(QObject):
    """An exchanger that never exchanges."""

    changed = Signal()
    connection = Connection.OFFLINE
    last_at = None

    def ask(self) -> None:
        """Nothing happens."""

    def held_words(self, _safety: object) -> str:
        """Nothing waits by choice."""
        return ""


@pytest.fixture
def page(bridge: JournalBridge, qtbot: QtBot) -> WorkbenchPage:
    """Not read yet: `read` brings it to the front."""
    made = WorkbenchPage(bridge, Quiet(), PictureSource(bridge))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1182, 641)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def read(page: WorkbenchPage, background: Background, qtbot: QtBot) -> Callable[[], tuple[WorkRow, ...]]:
    """Bring it to the front, wait, and give its rows."""

    def now() -> tuple[WorkRow, ...]:
        page.activated()
        qtbot.waitUntil(lambda: background.is_idle)
        return page._list._model.rows

    return now


def work_list(page: WorkbenchPage) -> WorkList:
    """今天要办的事."""
    return child(page, WorkList, "workList")


def lose(store: Store) -> str:
    """A correction of mine that took no effect."""
    finding = FindingId(raise_one(store))
    store.pen.record([Redescribed("工地东侧土方堆放约1200平方米，没有盖网。")], finding=finding)
    with store.database.writing() as connection:
        entry = connection.scalar(select(ENTRY.c.id).where(ENTRY.c.kind == "redescribed"))
        connection.execute(update(ENTRY).where(ENTRY.c.id == entry).values(number=9, reason="state_T1"))
        journal.readd(connection, [finding])
    return finding


def test_a_button_asks_for_the_next_step(
    page: WorkbenchPage, read: Callable[[], Any], store: Store, qtbot: QtBot
) -> None:
    people = cast()
    finding = raise_one(store)
    say(store, people.station, Returned((ReturnReason.OTHER,), "请补一张全景"), finding)
    assert [row.kind for row in read()] == [Kind.COMPLETE]
    with qtbot.waitSignal(page.step_requested) as asked:
        press(work_list(page), Qt.Key.Key_Return, CTRL)
    assert asked.args == [finding, "resubmit"]
    with qtbot.waitSignal(page.finding_requested) as opened:
        press(work_list(page), Qt.Key.Key_Return)
    assert opened.args == [finding]


def test_who_is_on_the_spot_adds_what_is_missing(
    page: WorkbenchPage, read: Callable[[], Any], store: Store, qtbot: QtBot
) -> None:
    finding = bring(store, cast(), SignedFor, days_left=0)
    assert [row.verb for row in read()] == ["补照片"]
    with qtbot.waitSignal(page.step_requested) as asked:
        press(work_list(page), Qt.Key.Key_Return, CTRL)
    assert asked.args == [finding, "attach_evidence"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("returnedCounter", Filter(Tab.MINE)),
        ("due_todayCounter", Filter(matter=Matter.DUE_TODAY)),
        ("due_soonCounter", Filter(matter=Matter.DUE_SOON)),
        ("not_thereCounter", Filter(Tab.UNSENT)),
    ],
)
def test_a_counter_opens_what_it_counts(page: WorkbenchPage, qtbot: QtBot, name: str, wanted: Filter) -> None:
    with qtbot.waitSignal(page.ledger_requested) as asked:
        child(page, QPushButton, name).click()
    assert asked.args == [wanted]


def middle(page: WorkbenchPage, box: Callable[..., Any]) -> QPoint:
    """The middle of a painted button of the first row."""
    shown = work_list(page)
    spot: QPoint = box(shown.visualRect(shown.model().index(0, 0))).center()
    return spot


@pytest.mark.parametrize("by", ["known", "delete", "look", "open"])
def test_a_step_without_effect_is_told_until_it_is_seen(
    page: WorkbenchPage, read: Callable[[], Any], store: Store, background: Background, qtbot: QtBot, by: str
) -> None:
    finding = lose(store)
    (row,) = read()
    assert row.kind is Kind.LEARN
    asked: list[tuple[str, ...]] = []
    page.step_requested.connect(lambda *what: asked.append(what))
    page.finding_requested.connect(lambda *what: asked.append(what))
    shown = work_list(page)
    match by:
        case "known":
            click(shown.viewport(), middle(page, known_box))
        case "delete":
            press(shown, Qt.Key.Key_Delete)
        case "look":
            click(shown.viewport(), middle(page, button_box))
        case _:
            press(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: background.is_idle)
    assert asked == {"look": [(finding, "")], "open": [(finding,)]}.get(by, [])
    assert learned(store.settings) == {row.entry}
    assert read() == ()


@pytest.fixture
def narrow(page: WorkbenchPage, read: Callable[[], Any], qtbot: QtBot) -> WorkbenchPage:
    """In a window of 911×465."""
    page.fit(Room.NARROW)
    page.resize(855, 409)
    read()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_a_narrow_window_says_in_a_line_what_is_not_safe_and_unfolds_it(
    store: Store, narrow: WorkbenchPage, read: Callable[[], Any]
) -> None:
    raise_one(store)
    read()
    assert child(narrow, QLabel, "safetyWaiting").text() == "1 条 · 1 张还没到局里"
    assert not child(narrow, QWidget, "unsentCard").isVisible()
    button = child(narrow, QPushButton, "unfoldSafetyButton")
    button.click()
    assert [child(narrow, QWidget, name).isVisible() for name in ("unsentCard", "readinessCard", "workCard")] == [
        True,
        True,
        False,
    ]
    assert narrow.handles_escape()
    assert child(narrow, QWidget, "workCard").isVisible()
    assert not narrow.handles_escape()


def test_unfolded_or_not_there_is_everything_where_there_is_room(narrow: WorkbenchPage) -> None:
    child(narrow, QPushButton, "unfoldSafetyButton").click()
    narrow.fit(Room.WIDE)
    assert all(child(narrow, QWidget, name).isVisible() for name in ("unsentCard", "readinessCard", "workCard"))
    assert not child(narrow, QWidget, "safetyLine").isVisible()
    assert not narrow.handles_escape()


def test_what_the_list_cannot_hold_is_a_way_into_the_ledger(
    page: WorkbenchPage, read: Callable[[], Any], qtbot: QtBot
) -> None:
    read()
    page._list.show_rows((WorkRow(Kind.OVERDUE, "a", "常焦路工地 施工扬尘", "2026-000001", "", ""),), more=12)
    rest = child(page, QPushButton, "restButton")
    assert rest.text() == "还有 12 件，去台账看"
    with qtbot.waitSignal(page.ledger_requested) as asked:
        rest.click()
    assert asked.args == [Filter(Tab.MINE)]
    page._list.show_rows(())
    assert not rest.isVisible()


def test_a_place_that_is_cut_stands_whole_in_the_tooltip(page: WorkbenchPage) -> None:
    row = WorkRow(Kind.OVERDUE, "a", "郑陆镇三河口村委会北侧拆迁地块 施工扬尘", "2026-000001", "请补一张全景", "")
    page._list.show_rows((row,))
    model = work_list(page).model()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) == f"{row.title}\n{row.words}"


def test_shapes_stand_for_rows_that_take_longer_than_a_blink(page: WorkbenchPage, qtbot: QtBot) -> None:
    shapes = child(page, QWidget, "rowShapes")
    page._list.show_rows(())
    page._list.wait()
    qtbot.waitUntil(shapes.isVisible)
    page._list.show_rows(())
    assert not shapes.isVisible()
    page._list.wait()
    page._list.show_failed()
    assert not shapes.isVisible()
    assert any("设置 → 自检" in label.text() for label in page.findChildren(QLabel))
