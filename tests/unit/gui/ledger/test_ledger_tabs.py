"""The tabs: what each role has, what stands behind 「更多」 where there is little room, and never a wider list."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.ledger.ledger_tabs import LedgerTabs
from models.findings import Tab
from models.people import Role
from tests.hands import child

pytestmark = pytest.mark.usefixtures("dressed")


Make = Callable[..., LedgerTabs]


@pytest.fixture
def made(qtbot: QtBot) -> Make:
    """Shown in a card of some width, which nothing in it may widen."""
    cards = []

    def make(role: Role = Role.STATION, width: int = 764) -> LedgerTabs:
        card, tabs = QWidget(), LedgerTabs(role)
        cards.append(card)
        qtbot.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(tabs)
        card.resize(width, 40)
        with qtbot.waitExposed(card):
            card.show()
        return tabs

    return make


def seen(tabs: LedgerTabs) -> list[str]:
    """The words of the tabs that are seen."""
    buttons = tabs.findChildren(QPushButton)
    return [button.text() for button in buttons if button.isVisible() and button.objectName() != "moreTabsButton"]


def test_a_wide_list_has_room_for_all(made: Make) -> None:
    words = "待我办 全部 待核实 待交办 整改中 待验收 销号中 已办结 退回补正 没到局里"
    assert " ".join(seen(made())) == words


def test_a_unit_has_no_tabs_for_what_it_never_sees(made: Make) -> None:
    assert " ".join(seen(made(Role.UNIT))) == "待我办 全部 整改中 待验收 销号中 已办结 没到局里"


def test_counts_stand_where_they_ask_for_something(made: Make) -> None:
    tabs = made()
    tabs.show_counts({Tab.MINE: 14, Tab.TO_VERIFY: 0, Tab.RECTIFYING: 12_486})
    assert seen(tabs)[:5] == ["待我办 14", "全部", "待核实", "待交办", "整改中"]


@pytest.mark.parametrize("width", [360, 500, 651])
def test_what_has_no_room_stands_behind_more(made: Make, qtbot: QtBot, width: int) -> None:
    tabs = made(width=width)
    right = max(button.geometry().right() for button in tabs.findChildren(QPushButton) if button.isVisible())
    assert right < width
    assert tabs.width() == width
    hidden = [tab for tab in Tab if not child(tabs, QPushButton, f"tab_{tab.value}").isVisible()]
    assert hidden
    child(tabs, QPushButton, "moreTabsButton").click()
    menu = child(tabs, QMenu, "moreTabsMenu")
    assert len(menu.actions()) == len(hidden)
    with qtbot.waitSignal(tabs.chosen) as chosen:
        menu.actions()[-1].trigger()
    menu.hide()
    assert chosen.args == [Tab.UNSENT]
    assert child(tabs, QPushButton, "tab_unsent").isVisible(), "the tab that is on is always seen"
    assert child(tabs, QPushButton, "tab_unsent").isChecked()
