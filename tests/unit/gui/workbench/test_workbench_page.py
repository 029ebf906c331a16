"""The workbench as a person meets it: what its buttons ask for, and steps without effect that are told once."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select, update

from gui.background import Background
from gui.connection import Connection
from gui.journal_bridge import JournalBridge
from gui.photos.picture_source import PictureSource
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
