"""What is chosen in the search opens: a file, the ledger narrowed to it, a page, a function."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.searching.panel_rows import OpenEnterprise
from gui.workplace import Workplace
from models.findings import Filter
from models.store import Store
from tests.builders import GRID, raise_one, raised
from tests.hands import press
from tests.unit.gui.searching.box import box, look_for, rows, words


@pytest.mark.parametrize("text", ["常焦路", "暂-1122-01", "绿网只盖了"])
def test_enter_opens_the_whole_file(place: Workplace, store: Store, qtbot: QtBot, text: str) -> None:
    finding = raise_one(store)
    look_for(place, text, qtbot, shows="常焦路与丰北路路口东南角工地")
    press(box(place), Qt.Key.Key_Return)
    assert place.desk.current is place.pages.case_file
    assert place.pages.searching.panel.isHidden()
    assert box(place).text() == ""
    assert not box(place).hasFocus()
    qtbot.waitUntil(lambda: place.pages.case_file.shown is not None and place.pages.case_file.shown.id == finding)


def test_how_many_there_are_comes_after_the_first_rows(place: Workplace, store: Store, qtbot: QtBot) -> None:
    for colour in ("red", "blue"):
        raise_one(store, colour)
    look_for(place, "常焦路", qtbot, shows="在台账里看全部 2 条")
    asked: list[Filter] = []
    place.pages.searching.ledger_wanted.disconnect(place.pages.open_ledger)
    place.pages.searching.ledger_wanted.connect(asked.append)
    press(box(place), Qt.Key.Key_Down)
    press(box(place), Qt.Key.Key_Down)
    press(box(place), Qt.Key.Key_Down)
    press(box(place), Qt.Key.Key_Return)
    assert asked == [Filter(text="常焦路")]


def test_words_that_are_mistaken_for_each_other(place: Workplace, store: Store, qtbot: QtBot) -> None:
    raise_one(store, description="督查时看到工地东侧土方没有盖网，约有一千平方米。")
    look_for(place, "督察", qtbot, shows="是不是找：督查（1）、巡察（0）？")
    press(box(place), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "在台账里看全部 1 条" in words(place))
    assert box(place).text() == "督查"


@pytest.mark.parametrize(("text", "name"), [("dqtz", "东青涂装厂"), ("老街", "郑陆老街小胖饭店")])
def test_an_enterprise_with_a_clean_sheet_says_so(place: Workplace, qtbot: QtBot, text: str, name: str) -> None:
    look_for(place, text, qtbot, shows=name)
    press(box(place), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: f"“{name}”还没有问题。" in words(place))
    assert place.desk.current is place.pages.workbench


def test_an_enterprise_opens_its_findings(place: Workplace, store: Store, qtbot: QtBot) -> None:
    raise_one(store, description="东青涂装厂西门有刺鼻气味，喷漆房门没有关。")
    look_for(place, "dqtz", qtbot, shows="东青涂装厂")
    place.pages.searching.ledger_wanted.disconnect(place.pages.open_ledger)
    row = next(row for row in rows(place) if row.target == OpenEnterprise("东青涂装厂"))
    with qtbot.waitSignal(place.pages.searching.ledger_wanted) as asked:
        place.pages.searching.panel.chosen.emit(row.target)
    assert asked.args == [Filter(text="东青涂装厂")]


def test_a_grid_opens_its_findings(place: Workplace, store: Store, qtbot: QtBot) -> None:
    raise_one(store)
    look_for(place, "郑陆镇第12", qtbot, shows="郑陆镇第12网格")
    place.pages.searching.ledger_wanted.disconnect(place.pages.open_ledger)
    with qtbot.waitSignal(place.pages.searching.ledger_wanted) as asked:
        press(box(place), Qt.Key.Key_Return)
    assert asked.args == [Filter(grids=frozenset({GRID}))]


def test_the_ledger_shows_what_was_found(place: Workplace, store: Store, qtbot: QtBot) -> None:
    raise_one(store)
    raise_one(store, "blue", location=replace(raised().location, place="丰北花苑二期西门"))
    look_for(place, "丰北花苑", qtbot, shows="在台账里看全部 1 条")
    press(box(place), Qt.Key.Key_Down)
    press(box(place), Qt.Key.Key_Return)
    assert place.desk.current is place.pages.ledger
    listed = place.pages.ledger.card.list
    assert listed.filter == Filter(text="丰北花苑")
    qtbot.waitUntil(lambda: listed.model.rowCount() == 1)


def test_a_unit_opens_what_it_rectifies(place: Workplace, store: Store, qtbot: QtBot) -> None:
    store.reference.replace("units", 1, [{"code": "U1", "name": "三河口村委会", "kind": "村社"}])
    look_for(place, "shkcwh", qtbot, shows="三河口村委会")
    press(box(place), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "“三河口村委会”还没有问题。" in words(place))


def test_a_function_is_done(place: Workplace, qtbot: QtBot) -> None:
    look_for(place, "sp", qtbot, shows="锁屏")
    with qtbot.waitSignal(place.desk.lock_requested):
        press(box(place), Qt.Key.Key_Return)


def test_a_setting_is_found_by_its_name(place: Workplace, qtbot: QtBot) -> None:
    look_for(place, "gmm", qtbot, shows="改密码")
    press(box(place), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: place.desk.current is place.pages.settings)
    assert place.pages.settings.tab.objectName() == "mineSettings"
