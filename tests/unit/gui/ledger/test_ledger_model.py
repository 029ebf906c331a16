"""The ledger's model holds keys and pages, asks for what is looked at, and passes Qt's own checks."""

from array import array
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.ledger.held_rows import PAGE
from gui.ledger.ledger_columns import COLUMNS, PLACES, Column, cell, tags
from gui.ledger.ledger_model import LedgerModel
from gui.names import Names
from models.ids import FindingId, PersonId, new_id
from models.ledger_row import LedgerRow
from models.state import State
from tests.builders import GRID, NOON

TODAY = NOON.date()
NAMES = Names({"p": "王建国"}, {GRID: "第12网格"})


def a_row(number: str = "320402-2026-001286", **changes: object) -> LedgerRow:
    """A finding that the bureau has numbered."""
    row = LedgerRow(
        id=FindingId(new_id()),
        number=number,
        numbered=True,
        state=State.REPORTED,
        category="A01",
        place="常焦路",
        grid=GRID,
        raiser=PersonId("p"),
        recorded_at=NOON,
        changed_at=NOON,
        unit="",
        timing=None,
        notice_until=None,
        pending=False,
        odd=False,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def page(start: int, count: int = PAGE) -> tuple[LedgerRow, ...]:
    """Rows that tell their place by their number and key."""
    return tuple(a_row(f"320402-2026-{start + n:06d}", key=start + n) for n in range(count))


def keys(count: int) -> "array[int]":
    """The keys of a whole list of such rows."""
    return array("q", range(count))


def long_model(count: int) -> LedgerModel:
    """The first page of a list of this length is held."""
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin(page(0))
    model.take_keys(keys(count))
    return model


def read(model: LedgerModel, number: int) -> None:
    """Another page has been read."""
    model.take_page(number, model.held.keys_of(number), page(number * PAGE))


def test_qt_finds_nothing_wrong(qtmodeltester: Callable[..., None]) -> None:
    qtmodeltester.check(long_model(3 * PAGE))  # type: ignore[attr-defined]


def test_cells() -> None:
    words = {column: cell(a_row(), column, NAMES, TODAY) for column in COLUMNS}
    assert words == {
        Column.MARK: "",
        Column.LIGHT: "—",
        Column.NUMBER: "2026-001286",
        Column.STATE: "待核实",
        Column.CATEGORY: "施工扬尘",
        Column.PLACE: "常焦路",
        Column.GRID: "第12网格",
        Column.UNIT: "—",
    }
    local = a_row("暂-1122-04", numbered=False, pending=True, odd=True)
    assert (cell(local, Column.NUMBER, NAMES, TODAY), tags(local)) == ("暂-1122-04", ("仅本机", "有两种说法"))


def test_rows_that_are_looked_at_are_asked_for(qtbot: QtBot) -> None:
    model = long_model(100_000)
    far = model.index(99_999, PLACES[Column.NUMBER])
    with qtbot.waitSignal(model.rows_wanted):
        assert model.data(far) == "…"
    assert model.held.missing(99_990, 99_999) == (99_999 // PAGE,)
    read(model, 99_999 // PAGE)
    assert model.data(far) == "2026-099999"
    assert model.held.missing(99_990, 99_999) == ()


def test_memory_does_not_grow_with_what_was_looked_at() -> None:
    model = long_model(100 * PAGE)
    for number in range(1, 100):
        read(model, number)
    assert len(model.held._pages) <= 24
    assert model.held.is_read(99 * PAGE)
    assert not model.held.is_read(PAGE)


def test_what_is_in_view_is_never_let_go_of() -> None:
    model = long_model(100 * PAGE)
    for number in range(1, 60):
        assert 0 not in model.held.missing(0, 10)
        read(model, number)
    assert model.held.is_read(0)


def test_a_page_of_another_list_is_not_taken() -> None:
    model = long_model(3 * PAGE)
    model.take_page(1, array("q", range(7, 7 + PAGE)), page(7))
    assert not model.held.is_read(PAGE)


def test_a_list_that_changed_between_the_two_readings_is_read_anew(qtbot: QtBot) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin(page(0))
    with qtbot.waitSignal(model.modelReset):
        model.take_keys(array("q", [-1, *range(3 * PAGE)]))
    assert model.rowCount() == 3 * PAGE + 1
    assert not model.held.is_read(0)


def test_a_changed_row_stays_where_it_is(qtbot: QtBot) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    rows = page(0, 3)
    model.begin(rows)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.replace({rows[1].key: replace(rows[1], state=State.VERIFIED)})
    assert told.args is not None
    assert told.args[0].row() == told.args[1].row() == 1
    state = PLACES[Column.STATE]
    assert [model.data(model.index(row, state)) for row in range(3)] == ["待核实", "已核实", "待核实"]
    assert (model.held.row_of(rows[2].id), model.held.row_of("gone"), model.held.place_of(rows[2].id, 2)) == (2, -1, 2)
    assert model.held.place_of(rows[0].id, 2) == 0, "a key that another row has by now"


def test_a_row_that_is_gone_stays_until_the_list_is_read_anew() -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    rows = page(0, 3)
    model.begin(rows)
    model.replace({rows[1].key: None})
    assert model.rowCount() == 3
    assert model.data(model.index(1, PLACES[Column.PLACE])) == "已不在台账里，刷新后就没有这一行"
    assert model.data(model.index(1, PLACES[Column.NUMBER])) == ""
    assert model.data(model.index(2, PLACES[Column.NUMBER])) == "2026-000002"


def test_a_key_that_another_finding_has_by_now_is_not_the_marked_row() -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    rows = page(0, 3)
    model.begin(rows)
    model.marks.toggle(1)
    model.replace({1: a_row("320402-2026-009999", key=1)})
    assert model.held.row(1) is None
    assert len(model.marks) == 0


def test_a_mark_stays_with_its_row_whatever_is_read_anew() -> None:
    model = long_model(3 * PAGE)
    model.marks.toggle(5)
    model.begin(page(0)[::-1])
    model.take_keys(array("q", reversed(range(PAGE))))
    box = model.data(model.index(PAGE - 1 - 5, 0), Qt.ItemDataRole.CheckStateRole)
    assert box is Qt.CheckState.Checked
    assert len(model.marks) == 1


def test_what_is_not_listed_any_more_is_not_marked_either() -> None:
    model = long_model(3 * PAGE)
    model.marks.put([1, 2, 299], on=True)
    model.marks.keep(keys(PAGE))
    assert model.marks.of(keys(PAGE)) == (1, 2)


@pytest.mark.parametrize("role", [Qt.ItemDataRole.AccessibleTextRole])
def test_a_row_is_read_aloud_whole(role: Qt.ItemDataRole) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin((a_row(),))
    assert model.data(model.index(0, 0), role) == "320402-2026-001286，待核实，施工扬尘，常焦路，第12网格"
