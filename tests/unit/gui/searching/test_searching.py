"""Searching from the desk: what is shown when, whose keys are whose, and where the cursor is afterwards."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.searching.panel_rows import OpenFinding, Part
from gui.searching.search_box import SearchBox
from gui.workplace import Workplace
from models.ledger_row import LedgerRow
from models.searching import find as models_find
from models.searching import opened_lately
from models.store import Store
from tests.builders import raise_one
from tests.hands import CTRL, child, compose, press, write
from tests.unit.gui.searching.box import box, look_for, open_box, rows, words


def test_before_typing_there_is_what_was_opened_lately_and_what_can_be_done(
    place: Workplace, store: Store, qtbot: QtBot
) -> None:
    finding = raise_one(store)
    place.pages.open_finding(finding)
    qtbot.waitUntil(lambda: len(opened_lately(store)) == 1 and place.pages.case_file.shown is not None)
    open_box(place, qtbot)
    assert box(place).hasFocus()
    assert words(place)[:3] == ["最近打开", "常焦路与丰北路路口东南角工地", "功能"]
    functions = [(row.words, row.aside) for row in rows(place)[3:]]
    assert ("登记问题", "Ctrl+N") in functions
    assert ("立即同步", "F9") in functions
    assert ("问题台账", "Ctrl+2") in functions
    assert ("切换用户", "") in functions


def test_nothing_found_says_what_to_try(place: Workplace, qtbot: QtBot) -> None:
    sentence = "没有找到“tnq”。可以试试编号后四位、地点或单位拼音首字母。"
    look_for(place, "tnq", qtbot, shows=sentence)
    assert [row.part for row in rows(place)] == [Part.NOTE]


def test_esc_closes_and_gives_the_cursor_back(place: Workplace, qtbot: QtBot) -> None:
    before = place.desk.rail.user
    before.setFocus()
    look_for(place, "锁屏", qtbot, shows="锁屏")
    press(box(place), Qt.Key.Key_Escape)
    assert before.hasFocus()
    assert place.pages.searching.panel.isHidden()
    assert place.desk.current is place.pages.workbench


def test_keys_of_the_input_method_stay_with_it(place: Workplace, store: Store, qtbot: QtBot) -> None:
    raise_one(store)
    look_for(place, "常焦路", qtbot, shows="常焦路与丰北路路口东南角工地")
    first = place.pages.searching.panel.current
    compose(box(place), "gongdi")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        press(box(place), key)
    assert place.pages.searching.panel.isVisible()
    assert place.pages.searching.panel.current == first
    assert place.desk.current is place.pages.workbench
    write(box(place), "口东南")
    assert box(place).text() == "常焦路口东南"


def test_an_answer_that_nobody_waits_for_is_dropped(
    place: Workplace, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding, slow, real = raise_one(store), Event(), models_find

    def find(asked: Store, text: str) -> tuple[LedgerRow, ...]:
        if text == "常":
            slow.wait(20)
        return real(asked, text)

    monkeypatch.setattr("gui.searching.searching.find", find)
    open_box(place, qtbot)
    box(place).insert("常")
    box(place).asked.emit("常")
    qtbot.waitUntil(place.pages.searching._slow.isActive)
    box(place).setText("没有的字")
    box(place).asked.emit("没有的字")
    qtbot.waitUntil(lambda: any("没有找到“没有的字”" in row for row in words(place)))
    slow.set()
    qtbot.waitUntil(lambda: place.pages.searching._bridge._background.is_idle)
    assert not any(row.target == OpenFinding(finding) for row in rows(place))


def test_names_do_not_wait_for_findings(
    place: Workplace, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding, slow = raise_one(store, description="东青涂装厂西门有刺鼻气味，喷漆房门没有关。"), Event()

    def find(asked: Store, text: str) -> tuple[LedgerRow, ...]:
        slow.wait(20)
        return models_find(asked, text)

    monkeypatch.setattr("gui.searching.searching.find", find)
    look_for(place, "东青涂装厂", qtbot, shows="东青涂装厂")
    assert words(place) == ["问题", "正在找问题…", "企业与点位", "东青涂装厂"]
    slow.set()
    qtbot.waitUntil(lambda: "在台账里看全部 1 条" in words(place))
    assert place.pages.searching.panel.current == OpenFinding(finding), "nobody has moved: the first is chosen"


def test_enter_before_the_answer_takes_the_first_of_that_answer(place: Workplace, store: Store, qtbot: QtBot) -> None:
    finding = raise_one(store)
    open_box(place, qtbot)
    write(box(place), "常焦路")
    press(box(place), Qt.Key.Key_Return)
    assert place.desk.current is place.pages.workbench, "not what stood there before: the first function"
    qtbot.waitUntil(lambda: place.desk.current is place.pages.case_file)
    qtbot.waitUntil(lambda: place.pages.case_file.shown is not None and place.pages.case_file.shown.id == finding)


def test_tab_only_comes_past_and_arrow_down_drops_the_panel(place: Workplace, qtbot: QtBot) -> None:
    box(place).setFocus(Qt.FocusReason.TabFocusReason)
    assert place.pages.searching.panel.isHidden()
    press(box(place), Qt.Key.Key_Down)
    qtbot.waitUntil(place.pages.searching.panel.isVisible)


def test_the_panel_goes_with_the_cursor(place: Workplace, qtbot: QtBot) -> None:
    open_box(place, qtbot)
    place.desk.rail.user.setFocus(Qt.FocusReason.MouseFocusReason)
    assert place.pages.searching.panel.isHidden()


@pytest.mark.parametrize("size", [(1366, 697), (1093, 558), (911, 465), (900, 460)])
def test_the_panel_stays_inside_the_window(place: Workplace, qtbot: QtBot, size: tuple[int, int]) -> None:
    open_box(place, qtbot)
    place.desk.window().resize(*size)
    panel = place.pages.searching.panel
    qtbot.waitUntil(lambda: place.desk.rect().contains(panel.geometry()))
    assert (panel.width(), panel.height()) == (560, min(420, size[1] - panel.y() - 8))


def test_a_file_that_is_read_late_leaves_the_cursor_in_the_box(place: Workplace, store: Store, qtbot: QtBot) -> None:
    place.pages.open_finding(raise_one(store))
    there = child(place.desk, SearchBox, "searchBox")
    press(place.desk, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: place.pages.case_file.shown is not None)
    qtbot.waitUntil(place.pages.searching.panel.isVisible)
    assert there.hasFocus()
