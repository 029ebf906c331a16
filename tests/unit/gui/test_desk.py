"""Moving between pages: rail, digits, Esc, and a page that asks to stay."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from gui.desk import Desk, Place
from gui.icons import Glyph
from gui.main_window import MainWindow
from gui.page import News, Page
from gui.rail import RailItem
from gui.room import Room

pytestmark = pytest.mark.usefixtures("dressed")


class Sheet(Page):
    """A page that notes what happens to it."""

    def __init__(self, name: str, place: str = "ledger") -> None:
        super().__init__()
        self.place = place
        self.name, self.activations, self.stays, self.takes_escape = name, 0, False, False
        self.room: Room | None = None
        self.focuses: QLineEdit | None = None
        self.line = ""

        self.first, self.second = QLineEdit(self), QLineEdit(self)
        column = QVBoxLayout(self)
        column.addWidget(self.first)
        column.addWidget(self.second)

    @property
    def title(self) -> str:
        return self.name

    @property
    def context(self) -> str:
        return self.line

    def activated(self) -> None:
        self.activations += 1
        if self.focuses is not None:
            self.focuses.setFocus()

    def may_leave(self) -> bool:
        return not self.stays

    def handles_escape(self) -> bool:
        return self.takes_escape

    def fit(self, room: Room) -> None:
        self.room = room


@pytest.fixture
def sheets() -> dict[str, Sheet]:
    places = {"工作台": "workbench", "问题台账": "ledger", "同步": "exchange", "登记": "ledger"}
    return {name: Sheet(name, place) for name, place in places.items()}


@pytest.fixture
def desk(sheets: dict[str, Sheet], qtbot: QtBot) -> Desk:
    items = [("workbench", "工作台", 1), ("ledger", "问题台账", 2), ("exchange", "同步", 7)]
    places = [
        Place(RailItem(code, Glyph.LEDGER, name, digit), partial(sheets.__getitem__, name))
        for code, name, digit in items
    ]
    shown = Desk(places, may_raise=True)
    qtbot.addWidget(shown)
    for sheet in sheets.values():
        shown.add_page(sheet)
    shown.resize(1366, 697)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.open_home()
    return shown


def title(desk: Desk) -> str:
    label = desk.findChild(QLabel, "pageTitle")
    assert isinstance(label, QLabel)
    return label.text()


def test_home_is_the_first_place(desk: Desk, sheets: dict[str, Sheet]) -> None:
    assert desk.current is sheets["工作台"]
    assert title(desk) == "工作台"
    assert sheets["工作台"].activations == 1


def test_a_long_reason_in_the_heading_never_widens_the_window(
    desk: Desk, sheets: dict[str, Sheet], qtbot: QtBot
) -> None:
    sheets["登记"].line = "退回原因：" + "照片太暗看不清，" * 60
    desk.open(sheets["登记"])
    assert desk.minimumSizeHint().width() <= 900
    context = desk.findChild(QLabel, "pageContext")
    assert isinstance(context, QLabel)
    qtbot.waitUntil(lambda: context.toolTip() == sheets["登记"].line)


def test_rail_and_digits(desk: Desk, sheets: dict[str, Sheet], qtbot: QtBot) -> None:
    button = desk.findChild(QPushButton, "ledgerRailButton")
    assert isinstance(button, QPushButton)
    button.click()
    assert desk.current is sheets["问题台账"]
    QTest.keyClick(desk, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    assert desk.current is sheets["同步"]
    assert title(desk) == "同步"


def test_escape_goes_back_one_level(desk: Desk, sheets: dict[str, Sheet], qtbot: QtBot) -> None:
    desk.open(sheets["问题台账"])
    desk.open(sheets["登记"])
    sheets["登记"].takes_escape = True
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert desk.current is sheets["登记"]
    sheets["登记"].takes_escape = False
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert desk.current is sheets["问题台账"]
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert desk.current is sheets["工作台"]
    QTest.keyClick(desk, Qt.Key.Key_Escape)
    assert desk.current is sheets["工作台"]


def test_the_cursor_stands_where_it_stood(desk: Desk, sheets: dict[str, Sheet]) -> None:
    desk.open(sheets["登记"])
    sheets["登记"].second.setFocus()
    desk.open(sheets["问题台账"])
    desk.open(sheets["登记"])
    assert desk.focusWidget() is sheets["登记"].second


def test_a_page_says_where_its_work_begins(desk: Desk, sheets: dict[str, Sheet]) -> None:
    sheets["同步"].focuses = sheets["同步"].second
    desk.open(sheets["同步"])
    assert desk.focusWidget() is sheets["同步"].second


def test_what_covers_the_desk_gives_the_cursor_back(qtbot: QtBot) -> None:
    window, desk, cover = MainWindow(), Sheet("台账"), Sheet("锁屏")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.show_face(cover)
    window.show_face(desk)
    desk.second.setFocus()
    cover.second.setFocus()
    window.show_face(cover)
    assert window.focusWidget() is cover.second
    window.show_face(desk)
    assert window.focusWidget() is desk.second


def test_a_page_may_ask_to_stay(desk: Desk, sheets: dict[str, Sheet]) -> None:
    desk.open(sheets["登记"])
    sheets["登记"].stays = True
    desk.open(sheets["同步"])
    assert desk.current is sheets["登记"]


def test_a_page_that_is_done_leaves(desk: Desk, sheets: dict[str, Sheet]) -> None:
    desk.open(sheets["登记"])
    sheets["登记"].left.emit()
    assert desk.current is sheets["工作台"]


@pytest.mark.parametrize(
    ("keys", "modifier", "signal"),
    [
        (Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier, "raise_requested"),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier, "lock_requested"),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, "exchange_requested"),
    ],
)
def test_keys(desk: Desk, keys: Qt.Key, modifier: Qt.KeyboardModifier, signal: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(getattr(desk, signal)):
        QTest.keyClick(desk, keys, modifier)


def test_who_may_not_raise_has_no_button(qtbot: QtBot) -> None:
    shown = Desk([Place(RailItem("a", Glyph.LEDGER, "台账", 1), lambda: Sheet("台账"))], may_raise=False)
    qtbot.addWidget(shown)
    assert shown.findChild(QPushButton, "raiseButton") is None


@pytest.mark.parametrize(
    ("width", "room", "rail"), [(1366, Room.WIDE, 184), (1093, Room.MIDDLE, 56), (911, Room.NARROW, 56)]
)
def test_room(desk: Desk, sheets: dict[str, Sheet], width: int, room: Room, rail: int) -> None:
    desk.resize(width, 465)
    assert sheets["同步"].room is room
    assert desk.rail.width() == rail
    button = desk.findChild(QPushButton, "exchangeRailButton")
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "同步", "named also where only the icon is left"


def test_answers(desk: Desk) -> None:
    desk.answer("连不上局里。", good=False)
    assert desk.notices.text == "连不上局里。"
    desk.answer("已送出 3 条。", good=True)
    assert desk.notices.text == ""
    assert desk.toast.isVisible()


def test_news_can_be_followed(desk: Desk, sheets: dict[str, Sheet]) -> None:
    taken: list[int] = []
    sheets["工作台"].news.emit(News("已保存", "更正", lambda: taken.append(1)))
    step = desk.toast.findChild(QPushButton, "toastStep")
    assert isinstance(step, QPushButton)
    step.click()
    assert taken == [1]
    assert desk.toast.isHidden()


def test_closing_says_what_is_on_its_way_and_closes(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.expect_farewell("还有 16 张没传完，下次开机会接着传。")
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible(), "said first"
    qtbot.waitUntil(lambda: not window.isVisible())
