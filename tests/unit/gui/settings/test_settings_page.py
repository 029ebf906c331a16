"""设置 as a whole: its tabs by keyboard, in every class and type size, and none that is not there yet."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui import theme
from gui.background import Background
from gui.settings.settings_page import SettingsPage
from gui.theme import TypeSize
from gui.workplace import Workplace
from models.people import Role
from models.preferences import Companions, Network, PhotoTravel, Preferences, When
from tests.builders import NOON, person
from tests.hands import CTRL, child, press
from tests.unit.gui.cut_off import complaints
from tests.unit.gui.settings.conftest import At

TABS = ("display", "mine", "photoTravel", "selfCheck", "about")
SIZES = {"wide": QSize(1366, 697), "middle": QSize(1093, 558), "narrow": QSize(911, 465), "least": QSize(900, 460)}


def page_of(place: Workplace) -> SettingsPage:
    return place.pages.settings


def in_front(page: SettingsPage) -> str:
    return page.tab.objectName().removesuffix("Settings")


def test_ctrl_8_opens_it(place: Workplace) -> None:
    place.desk.open_home()
    press(place.desk, Qt.Key.Key_8, CTRL)
    assert place.desk.current is page_of(place)
    assert place.desk.top_bar.findChild(QPushButton) is not None
    assert page_of(place).title == "设置"


def test_arrows_go_along_the_tabs_and_tab_goes_in(place: Workplace, qtbot: QtBot) -> None:
    page = page_of(place)
    page.row.focus_shown()
    seen = []
    for _ in TABS:
        seen.append(in_front(page))
        press(child(page, QPushButton, f"{in_front(page)}Tab"), Qt.Key.Key_Right)
    assert tuple(seen) == TABS
    assert in_front(page) == "display", "round"
    first = child(page, QPushButton, "displayTab")
    assert first.hasFocus()
    press(first, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.tab.isAncestorOf(focus)


def test_only_what_is_there_has_a_tab(place: Workplace) -> None:
    words = [child(page_of(place), QPushButton, f"{name}Tab").text() for name in TABS]
    assert words == ["显示", "我的", "同步", "自检", "关于"]


@pytest.fixture
def sized(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[TypeSize]:
    """Another type size for one test."""
    theme.apply_to(qapp, request.param)
    yield request.param
    theme.apply_to(qapp, TypeSize.STANDARD)


@pytest.mark.parametrize("sized", list(TypeSize), ids=lambda size: size.value, indirect=True)
@pytest.mark.parametrize("role", [Role.INSPECTOR, Role.ADMIN], ids=lambda role: role.value)
def test_everything_can_be_read_and_reached(
    sized: TypeSize, role: Role, at_work: At, background: Background, qtbot: QtBot
) -> None:
    place = at_work(person(role))
    kept = Preferences(place.opened.store.settings)
    kept.keep_phrases(
        ["沿河〔数量〕米有垃圾。", "已拍照留证，请〔部门〕处理，并于〔日期〕前反馈，逾期未反馈的由环保站上门督促。"]
    )
    kept.keep_companions(Companions(("周敏", "陈立"), frozenset({"周敏"})), NOON.date())
    wrong = []
    for when in (When.OFFICE, When.HOURS):
        kept.keep_photo_travel(PhotoTravel(when, (Network("10.20.3.0/24 aa", "10.20.3.x"),)))
        for name, size in SIZES.items():
            place.desk.window().resize(size)
            for tab in TABS:
                page_of(place).open_tab(tab)
                qtbot.waitUntil(lambda: background.is_idle)
                for _round in range(3):
                    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
                    QApplication.processEvents()
                wrong += [f"{name} {tab}: {complaint}" for complaint in complaints(place.desk.window())]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
