"""The cards of the first minute: the address, beginning without a network, and what has come down."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.accounts.address_card import AddressCard
from gui.accounts.begun import Begun, keep_begun, read_begun
from gui.accounts.first_steps import FirstStep, FirstSteps
from gui.accounts.local_card import Beginning, LocalCard
from gui.accounts.sign_in_card import SignInCard
from gui.accounts.taken import Here, headline, share, taken_lines
from gui.check_lines import Health
from models.profile import Profile
from models.profile_file import KnownPerson
from sync.contents import Contents
from tests.hands import child

pytestmark = pytest.mark.usefixtures("dressed")
ALL = Contents(findings=1240, entries=9000, photos=3720, photo_bytes=64_000_000, register_rows=100)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        (" https://gewu.example ", "https://gewu.example"),
        ("ｈｔｔｐｓ：／／ｇｅｗｕ。example", "https://gewu.example"),
        ("gewu.example", "gewu.example"),
    ],
)
def test_the_address_as_it_is_asked(typed: str, asked: str, qtbot: QtBot) -> None:
    card = AddressCard()
    qtbot.addWidget(card)
    card.show_address("", may_go_back=False, may_begin=True)
    child(card, QLineEdit, "serverField").setText(typed)
    with qtbot.waitSignal(card.meet_requested) as met:
        QTest.keyClick(child(card, QLineEdit, "serverField"), Qt.Key.Key_Return)
    assert met.args == [asked]
    with qtbot.assertNotEmitted(card.meet_requested):
        QTest.keyClick(child(card, QLineEdit, "serverField"), Qt.Key.Key_Return)
    card.show_refused("连不上局里。")
    assert child(card, QLineEdit, "serverField").text() == typed, "nothing is emptied by an error"


def test_no_address_is_not_asked(qtbot: QtBot) -> None:
    card = AddressCard()
    qtbot.addWidget(card)
    with qtbot.assertNotEmitted(card.meet_requested):
        child(card, QPushButton, "addressButton").click()
    assert child(card, QLabel, "addressCardMessage").text() == "先填局里的地址。"


def test_steps_go_both_ways_and_the_last_one_waits_for_the_sign_in(qtbot: QtBot) -> None:
    steps = FirstSteps(FirstStep.CONNECT)
    qtbot.addWidget(steps)
    with qtbot.waitSignal(steps.chosen) as chosen:
        child(steps, QPushButton, "step1to2").click()
    assert chosen.args == [FirstStep.SIGN_IN]
    assert child(steps, QPushButton, "step1to1").isChecked()
    assert not child(steps, QPushButton, "step1to3").isEnabled()


def local(qtbot: QtBot, name: str, grid: str, password: str, again: str) -> LocalCard:
    card = LocalCard()
    qtbot.addWidget(card)
    values = (name, grid, password, again)
    fields = ("localNameField", "localGridField", "localPasswordField", "localPasswordAgainField")
    for field, value in zip(fields, values, strict=True):
        child(card, QLineEdit, field).setText(value)
    return card


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("", "第12网格", "password-1", "password-1"), "姓名、网格、密码都要填。"),
        (("王建国", " ", "password-1", "password-1"), "姓名、网格、密码都要填。"),
        (("王建国", "第12网格", "password-1", "password-2"), "两遍不一样，请都再输一遍。"),
    ],
)
def test_beginning_needs_everything(given: tuple[str, str, str, str], said: str, qtbot: QtBot) -> None:
    card = local(qtbot, *given)
    with qtbot.assertNotEmitted(card.begin_requested):
        child(card, QPushButton, "localButton").click()
    assert child(card, QLabel, "localCardMessage").text() == said


def test_beginning(qtbot: QtBot) -> None:
    card = local(qtbot, " 王建国 ", "第12网格", "password-1", "password-1")
    with qtbot.waitSignal(card.begin_requested) as begun:
        child(card, QPushButton, "localButton").click()
    assert begun.args == [Beginning("王建国", "第12网格", "password-1")]


def test_who_has_no_account_can_be_connected_from_the_sign_in(qtbot: QtBot) -> None:
    card = SignInCard()
    qtbot.addWidget(card)
    card.show_people([KnownPerson("wangjg", "王建国"), KnownPerson("~1", "周敏", waiting_records=3)])
    connect = child(card, QPushButton, "connectLocalButton")
    assert connect.isHidden()
    child(card, QPushButton, "account-~1").click()
    assert not connect.isHidden()
    connect.click()
    assert child(card, QLabel, "signInCardMessage").text() == "请先输入密码。"
    child(card, QLineEdit, "passwordField").setText("password-1")
    with qtbot.waitSignal(card.connect_requested) as wanted:
        connect.click()
    assert wanted.args == ["~1", "password-1"]
    card.show_busy(busy=False)
    child(card, QPushButton, "forgottenButton").click()
    assert "只有自己的密码能打开" in child(card, QLabel, "signInCardMessage").text()


def test_what_was_typed_is_kept_for_the_laptop_and_forgotten_again(tmp_path: object) -> None:
    file = Profile(tmp_path).file  # type: ignore[arg-type]
    assert read_begun(file) == Begun()
    begun = Begun("account", "https://gewu.example", "wangjg", "王建国", "第12网格")
    keep_begun(file, begun)
    assert read_begun(file) == begun
    keep_begun(file, Begun())
    assert read_begun(file) == Begun()


def test_how_much_there_is() -> None:
    assert headline(ALL) == "共 1,240 条问题、3,720 张照片，照片 64.0 MB"
    assert headline(Contents(0, 0, 0, 0, 100)) == "还没有和你有关的问题，先把名册带下来。"
    assert headline(None)


def test_what_is_here_and_what_is_to_come() -> None:
    lines = taken_lines(ALL, Here(findings=1000, photos=0, register_rows=100), done=False, rest="约 2 分钟")
    assert [line.found for line in lines] == ["100 条已带下来", "还有 240 条", "还有 3,720 张，约 2 分钟"]
    assert [line.health for line in lines] == [Health.GOOD, Health.UNKNOWN, Health.UNKNOWN]


def test_an_end_with_photos_missing_is_not_called_whole() -> None:
    lines = taken_lines(ALL, Here(1240, 3700, 98), done=True, rest="")
    assert [line.found for line in lines] == ["98 条已带下来", "1,240 条已带下来", "还有 20 张"]


def test_an_older_server_does_not_say_how_much_there_is() -> None:
    lines = taken_lines(None, Here(12, 3, 5), done=False, rest="")
    assert [line.found for line in lines] == ["已有 5 条", "已有 12 条", "已有 3 张"]
    assert {line.health for line in taken_lines(None, Here(12, 3, 5), done=True, rest="")} == {Health.GOOD}


def test_the_share_is_never_more_than_all() -> None:
    assert share(ALL, Here()) == 0
    assert share(ALL, Here(9999, 9999, 9999)) == 1
    assert share(None, Here(1, 1, 1)) == 0
