"""The rows of the search panel, in their groups and order."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.icons import Glyph
from gui.names import Names
from gui.searching.functions import Function, Functions
from gui.searching.panel_model import PanelModel
from gui.searching.panel_rows import LookFor, OpenLedger, OpenUnit, PanelRow, Part, Take, rows_before, rows_of
from models.facts import Unit
from models.findings import Filter
from models.reference import Area, Enterprise
from models.searching import Counts, Hits
from models.store import Store
from tests.builders import raise_one


def function(code: str, words: str = "立即同步") -> Function:
    return Function(code, words, Glyph.REFRESH, lambda: None, "F9")


def shown(rows: tuple[PanelRow, ...]) -> list[tuple[Part, str]]:
    return [(row.part, row.words) for row in rows]


def test_groups_in_their_order(store: Store) -> None:
    raise_one(store)
    found = store.findings.page()
    units, places = (Unit("U", "三河口村委会"),), (Area("320402104", "郑陆镇"),)
    hits = Hits("a", found, (Enterprise("东青涂装厂"),), units, places, ("f",))
    rows = rows_of(hits, None, (function("f"),), Names())
    assert shown(rows) == [
        (Part.HEADER, "问题"),
        (Part.FINDING, "常焦路与丰北路路口东南角工地"),
        (Part.LINE, "在台账里看全部"),
        (Part.HEADER, "企业与点位"),
        (Part.LINE, "东青涂装厂"),
        (Part.LINE, "三河口村委会"),
        (Part.HEADER, "地点"),
        (Part.LINE, "郑陆镇"),
        (Part.HEADER, "功能"),
        (Part.LINE, "立即同步"),
    ]
    assert rows[2].target == OpenLedger(Filter(text="a"))
    assert (rows[5].aside, rows[5].target) == ("责任单位", OpenUnit(units[0]))
    assert (rows[9].aside, rows[9].target) == ("F9", Take("f"))


def test_counts_with_separators(store: Store) -> None:
    raise_one(store)
    hits = Hits("a", store.findings.page())
    assert (Part.LINE, "在台账里看全部 12,486 条") in shown(rows_of(hits, Counts("a", 12_486), (), Names()))


def test_no_word_is_offered_that_finds_nothing_either() -> None:
    rows = rows_of(Hits("督察"), Counts("督察", 0, (("督查", 0), ("巡察", 0))), (), Names())
    assert not [row for row in rows if isinstance(row.target, LookFor)]


def test_what_was_mistaken_is_a_sentence_and_choices() -> None:
    rows = rows_of(Hits("督察"), Counts("督察", 0, (("督查", 12), ("巡察", 0))), (), Names())
    assert shown(rows)[0] == (Part.HEADER, "是不是找：督查（12）、巡察（0）？")
    assert [row.target for row in rows[1:3]] == [LookFor("督查"), LookFor("巡察")]


def test_only_a_function_is_something() -> None:
    assert not any(row.part is Part.NOTE for row in rows_of(Hits("tb"), None, (function("f"),), Names()))


def test_nothing_opened_yet() -> None:
    assert shown(rows_before((), (function("f"),))) == [(Part.HEADER, "功能"), (Part.LINE, "立即同步")]


@pytest.fixture
def model(store: Store, qtbot: QtBot) -> PanelModel:
    raise_one(store)
    made = PanelModel(lambda: date(2026, 11, 22))
    made.show_rows(rows_of(Hits("a", store.findings.page()), None, (function("f"),), Names()))
    return made


def test_the_model_keeps_the_rules(model: PanelModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_headers_are_passed_over(model: PanelModel) -> None:
    assert model.next_choice(-1, 1) == 1
    assert model.next_choice(2, 1) == 4
    assert model.next_choice(4, 1) == 4
    assert model.next_choice(1, -1) == 1
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_row_is_read_aloud_whole(model: PanelModel) -> None:
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "暂-1122-01，常焦路与丰北路路口东南角工地，施工扬尘，待核实"
    assert model.index(4).data(Qt.ItemDataRole.AccessibleTextRole) == "立即同步，F9"


def test_functions_are_added_and_replaced() -> None:
    taken: list[str] = []
    functions = Functions()
    functions.add(function("a"), function("b"))
    functions.add(Function("b", "现在备份", Glyph.REFRESH, lambda: taken.append("b")))
    assert [each.words for each in functions.all()] == ["立即同步", "现在备份"]
    assert functions.of(("b", "gone"))[0].words == "现在备份"
    functions.take("b")
    assert taken == ["b"]
