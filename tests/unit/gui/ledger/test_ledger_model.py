"""The ledger's model holds pages, asks for what is looked at, and passes Qt's own checks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.ledger.ledger_columns import COLUMNS, Column, cell, tags
from gui.ledger.ledger_model import PAGE, LedgerModel
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
    """Rows that tell their place by their number."""
    return tuple(a_row(f"320402-2026-{start + n:06d}") for n in range(count))


def test_qt_finds_nothing_wrong(qtmodeltester: Callable[..., None]) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin(page(0))
    model.take_count(3 * PAGE)
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_cells() -> None:
    words = {column: cell(a_row(), column, NAMES, TODAY) for column in COLUMNS}
    assert words == {
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


def test_rows_that_are_looked_at_are_asked_for_once(qtbot: QtBot) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin(page(0))
    model.take_count(100_000)
    asked: list[int] = []
    model.page_wanted.connect(asked.append)
    far = model.index(99_999, 1)
    assert (model.data(far), model.data(far)) == ("…", "…")
    assert asked == [499]
    model.take_page(499, page(99_800))
    assert model.data(far) == "2026-099999"


def test_memory_does_not_grow_with_the_list(qtbot: QtBot) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin(page(0))
    model.take_count(100 * PAGE)
    for number in range(1, 100):
        model.take_page(number, page(number * PAGE))
    assert len(model._pages) <= 12


def test_a_changed_row_stays_where_it_is(qtbot: QtBot) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    rows = page(0, 3)
    model.begin(rows)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.replace([replace(rows[1], state=State.VERIFIED)])
    assert told.args is not None
    assert told.args[0].row() == told.args[1].row() == 1
    assert [model.data(model.index(row, 2)) for row in range(3)] == ["待核实", "已核实", "待核实"]
    assert (model.row_of(rows[2].id), model.row_of("gone")) == (2, -1)


@pytest.mark.parametrize("role", [Qt.ItemDataRole.AccessibleTextRole])
def test_a_row_is_read_aloud_whole(role: Qt.ItemDataRole) -> None:
    model = LedgerModel(NAMES, lambda: TODAY)
    model.begin((a_row(),))
    assert model.data(model.index(0, 0), role) == "320402-2026-001286，待核实，施工扬尘，常焦路，第12网格"
