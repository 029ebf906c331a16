"""The file of a finding as a person meets it, over a real store on which several people wrote."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.case_file.case_file_page import CaseFilePage
from gui.case_file.case_tabs import CaseTab
from models.answers import Answer, Departure, Run
from models.clock import as_text
from models.facts import GridCorrected, MeasureSettled
from models.head import Bookmark
from models.state import State
from models.store import Store
from tests.builders import NOON, OTHER_GRID, pen_of
from tests.hands import CTRL, child, press
from tests.line import TODAY, Cast
from tests.unit.gui.case_file import life
from tests.unit.gui.case_file.life import real_line
from tests.unit.gui.case_file.opening import dialog, open_file, shown


def test_heading(page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot) -> None:
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    assert page.title == "常焦路与丰北路路口东南角工地 施工扬尘"
    assert page.context == "暂-1122-01 · A01 施工扬尘 · 一般 · 郑陆镇第12网格"
    assert child(page, QLabel, "caseDeadline").text() == "期限 2027-01-21"


def test_a_gap_leads_to_its_cure(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    # GIVEN a rectification with two open measures and no photo after
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    assert child(page, QLabel, "gateSummary").text() == "7 项里还差 2 项"
    # WHEN the locked primary is asked for THEN it goes to the first gap and opens nothing
    press(page, Qt.Key.Key_Return, CTRL)
    first = page.focusWidget()
    assert isinstance(first, QPushButton)
    assert (first.objectName(), first.text()) == ("cureButton", "去说明")
    assert not shown(page, QDialog)
    # WHEN the gap's button is pressed THEN the dialog of the cure opens
    first.click()
    opened = dialog(page, qtbot)
    assert opened.windowTitle().startswith("完成措施")
    opened.reject()
    qtbot.waitUntil(lambda: background.is_idle)


def test_ctrl_enter_takes_the_next_step(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    finding = real_line(store, people, life.APPLIED)
    open_file(page, finding, background, qtbot)
    press(page, Qt.Key.Key_Return, CTRL)
    opened = dialog(page, qtbot)
    news: list[object] = []
    page.news.connect(news.append)
    child(opened, QPushButton, "doButton").click()
    qtbot.waitUntil(lambda: bool(news))
    found = store.findings.one(finding)
    assert found is not None
    assert found.state is State.ACCEPTING
    qtbot.waitUntil(lambda: bool(shown(page, QPushButton, "acceptButton")))
    assert shown(page, QPushButton, "refuseButton")


def test_a_refresh_leaves_tab_and_scroll_alone(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    # GIVEN the history, scrolled down
    finding = real_line(store, people, life.PHOTOGRAPHED)
    open_file(page, finding, background, qtbot)
    page.resize(1182, 400)
    page.body.show_tab(CaseTab.HISTORY)
    bar = page.body.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 100)
    bar.triggerAction(QScrollBar.SliderAction.SliderPageStepAdd)
    place = bar.value()
    assert place > 0
    # WHEN somebody says more of a measure
    before = page.shown
    store.pen.record([MeasureSettled(2, TODAY)], finding=finding)
    qtbot.waitUntil(lambda: page.shown is not before)
    # THEN it shows, and nothing has jumped
    qtbot.waitUntil(lambda: len(shown(page.body.history, QWidget, "historyLine")) == 10)
    assert page.body.tabs.value is CaseTab.HISTORY
    qtbot.waitUntil(lambda: bar.value() == place)


def test_an_open_measure_is_settled_from_its_line(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    open_file(page, real_line(store, people, life.SIGNED), background, qtbot)
    page.body.show_tab(CaseTab.RECTIFICATION)
    child(page, QPushButton, "settleMeasure2").click()
    opened = dialog(page, qtbot)
    assert opened.windowTitle().startswith("完成措施")
    opened.reject()
    qtbot.waitUntil(lambda: background.is_idle)


def test_a_finding_that_is_not_here_says_so(page: CaseFilePage, background: Background, qtbot: QtBot) -> None:
    page.show_finding("0" * 36)
    qtbot.waitUntil(lambda: background.is_idle)
    assert not page.body.isVisible()
    assert "不在本机了" in page._notice.text


def test_two_grids_that_nobody_agreed_on_are_shown_by_name(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    finding = real_line(store, people, life.SIGNED)
    station = pen_of(store, people.station)
    station.record([GridCorrected(OTHER_GRID)], finding=finding)
    open_file(page, finding, background, qtbot)
    assert page.shown is not None
    assert [rival.aspect for rival in page.shown.rivals] == ["grid"]
    texts = [label.text() for label in shown(page.body.overview, QLabel) if isinstance(label, QLabel)]
    assert "两个人都改了“所在网格”" in texts
    with qtbot.waitSignal(page.steps.taken):
        child(page, QPushButton, "takeOther").click()


def test_a_finding_that_leaves_while_it_is_open(
    page: CaseFilePage, store: Store, people: Cast, background: Background, qtbot: QtBot
) -> None:
    """It says so, and offers nothing that the bureau would refuse."""
    finding = real_line(store, people, life.SIGNED)
    open_file(page, finding, background, qtbot)
    batch = store.head.outgoing()
    assert batch is not None
    count = len(batch.bodies)
    store.head.take_answer(batch, Answer((Run(1, count, 1),), (), {}, {}, as_text(NOON)))
    store.head.take_page([], Bookmark("epoch", count + 1, "ab" * 32), left=[Departure(finding, count + 1)])
    page.activated()
    qtbot.waitUntil(lambda: bool(shown(page, QLabel, "caseNoticeText")) and background.is_idle)
    assert not page.body.isVisible()
