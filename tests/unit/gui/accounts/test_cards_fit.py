"""Every card of the first minute can be read and reached in every class of window and at every type size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.accounts.sign_in_page import SignInPage
from gui.main_window import MainWindow
from gui.theme import TypeSize
from models.profile_file import KnownPerson
from tests.unit.gui.cut_off import complaints
from tests.unit.gui.house import SIZES

WORDS = "这个网络要先登录网页。没送的都在本机，没有丢。请先用浏览器登录，再试一次。"


def _people(page: SignInPage) -> None:
    known = KnownPerson("~1", "欧阳建国", "郑陆镇第12网格", waiting_records=12)
    page.sign_in.show_people([known, KnownPerson("wangjg", "王建国", "郑陆镇第12网格")])
    page.sign_in.show_message(WORDS)
    page.show_card(page.sign_in)


def _address(page: SignInPage) -> None:
    page.address.show_address("https://gewu.tianning.gov.cn", may_go_back=True, may_begin=True)
    page.address.show_refused(WORDS)
    page.show_card(page.address)


def _account(page: SignInPage) -> None:
    page.connecting.show_server("https://gewu.tianning.gov.cn", "常州市天宁区生态环境局", login="wangjg")
    page.connecting.offer_old_password(offered=True)
    page.connecting.show_refused(WORDS)
    page.show_card(page.connecting)


def _new_password(page: SignInPage) -> None:
    page.new_password.clear()
    page.new_password.show_refused(WORDS)
    page.show_card(page.new_password)


def _local(page: SignInPage) -> None:
    page.local.show_begun("王建国", "郑陆镇第12网格")
    page.local.show_refused(WORDS)
    page.show_card(page.local)


@pytest.fixture(params=list(TypeSize), ids=lambda size: size.value)
def sized(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Type of this size; the usual one afterwards."""
    theme.apply_to(qapp, request.param)
    yield
    theme.apply_to(qapp, TypeSize.STANDARD)


@pytest.mark.usefixtures("sized")
@pytest.mark.parametrize("show", [_people, _address, _account, _new_password, _local])
def test_a_card_can_be_read_and_reached(show: Callable[[SignInPage], None], qtbot: QtBot) -> None:
    page, window = SignInPage(), MainWindow()
    qtbot.addWidget(window)
    window.show_face(page)
    show(page)
    window.show()
    for name, size in SIZES.items():
        _resize(window, size)
        assert not complaints(window), (name, complaints(window))


def _resize(window: MainWindow, size: QSize) -> None:
    window.resize(size)
    for _round in range(4):
        QApplication.processEvents()
