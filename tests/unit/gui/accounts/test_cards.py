"""The cards of signing in: what they show before any password, and what they ask for."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.accounts.account_button import waiting_words
from gui.accounts.connect_card import Asking, ConnectCard
from gui.accounts.idle_watch import IdleWatch
from gui.accounts.new_password_card import NewPasswordCard
from gui.accounts.password_field import PasswordField
from gui.accounts.sign_in_card import SignInCard
from gui.accounts.sign_in_page import SignInPage
from models.profile_file import KnownPerson

PEOPLE = (
    KnownPerson("wangjg", "王建国", "郑陆镇第12网格"),
    KnownPerson("zhoumin", "周敏", "郑陆镇环保站", waiting_records=3, waiting_photos=12),
)
pytestmark = pytest.mark.usefixtures("dressed")


def button(card: QWidget, name: str) -> QPushButton:
    found = card.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def field(card: QWidget, name: str) -> QLineEdit:
    found = card.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def message(card: QWidget) -> str:
    label = card.findChild(QLabel, f"{card.objectName()}Message")
    assert isinstance(label, QLabel)
    return label.text()


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (KnownPerson("a"), ""),
        (KnownPerson("a", waiting_records=3, waiting_photos=5), "3 条没到局里"),
        (KnownPerson("a", waiting_photos=5), "5 张没到局里"),
    ],
)
def test_waiting_words(known: KnownPerson, words: str) -> None:
    assert waiting_words(known) == words


def test_people_and_what_waits_are_seen_before_any_password(qtbot: QtBot) -> None:
    card = SignInCard()
    qtbot.addWidget(card)
    card.show_people(PEOPLE)
    assert card.login == "wangjg"
    assert button(card, "account-zhoumin").accessibleName() == "周敏 郑陆镇环保站 3 条没到局里"
    button(card, "account-zhoumin").click()
    assert card.login == "zhoumin"


@pytest.mark.parametrize("size", [(1366, 697), (900, 460)])
@pytest.mark.parametrize("remark", ["", "已锁屏。写到一半的内容都在。"])
def test_nothing_on_the_card_overlaps(qtbot: QtBot, size: tuple[int, int], remark: str) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.sign_in.show_people([KnownPerson(f"p{n}", "王建国", "郑陆镇第12网格") for n in range(6)])
    page.sign_in.show_remark(remark)
    last = page.sign_in.findChildren(QScrollArea)[-1]
    label = next(text for text in page.sign_in.findChildren(QLabel) if text.text() == "密码")
    least = (4 if size[1] > 600 else 3 if not remark else 2) * 52
    qtbot.waitUntil(lambda: last.height() >= least)
    bottom = last.mapTo(page.sign_in, last.rect().bottomLeft()).y()
    assert bottom < label.mapTo(page.sign_in, label.rect().topLeft()).y()


def test_only_what_can_be_used_is_a_stop_for_tab(qtbot: QtBot) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    assert [area.focusPolicy() for area in page.findChildren(QScrollArea)] == [Qt.FocusPolicy.NoFocus] * 6


def test_enter_signs_in_once(qtbot: QtBot) -> None:
    card, asked = SignInCard(), []
    qtbot.addWidget(card)
    card.show_people(PEOPLE)
    card.sign_in_requested.connect(lambda *given: asked.append(given))
    QTest.keyClicks(field(card, "passwordField"), "secret")
    for _ in range(2):
        QTest.keyClick(field(card, "passwordField"), Qt.Key.Key_Return)
    assert asked == [("wangjg", "secret")]
    card.show_refused("密码不对，还可以试 3 次。")
    assert (message(card), field(card, "passwordField").selectedText() != "") == ("密码不对，还可以试 3 次。", True)
    QTest.keyClick(field(card, "passwordField"), Qt.Key.Key_Return)
    assert len(asked) == 2


def test_empty_password_is_not_sent(qtbot: QtBot) -> None:
    card = SignInCard()
    qtbot.addWidget(card)
    card.show_people(PEOPLE)
    with qtbot.assertNotEmitted(card.sign_in_requested):
        button(card, "signInButton").click()
    assert message(card)


@pytest.mark.parametrize(
    ("typed", "hint"), [("abc", ""), ("A", "大写锁定开着。"), ("ａ", "里面有全角字符，请把输入法切到半角。")]
)
def test_password_hints(typed: str, hint: str, qtbot: QtBot) -> None:
    shown, hints = PasswordField("x"), list[str]()
    qtbot.addWidget(shown)
    shown.hinted.connect(hints.append)
    for letter in typed:  # as the keyboard sends it: no Shift is held
        shown.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    assert hints[-1] == hint


def test_connecting_needs_all_three(qtbot: QtBot) -> None:
    card = ConnectCard()
    qtbot.addWidget(card)
    card.show_server("http://127.0.0.1:8000", "", login="")
    with qtbot.assertNotEmitted(card.connect_requested):
        button(card, "connectButton").click()
    field(card, "loginField").setText(" wangjg ")
    with qtbot.assertNotEmitted(card.connect_requested):
        button(card, "connectButton").click()
    assert field(card, "loginField").text(), "nothing is emptied by an error"
    field(card, "connectPasswordField").setText("secret")
    with qtbot.waitSignal(card.connect_requested) as asked:
        button(card, "connectButton").click()
    assert asked.args == [Asking("http://127.0.0.1:8000", "wangjg", "secret")]
    assert not button(card, "connectButton").isEnabled()


def test_new_password_is_asked_for_twice(qtbot: QtBot) -> None:
    card = NewPasswordCard()
    qtbot.addWidget(card)
    field(card, "newPasswordField").setText("long enough")
    field(card, "newPasswordAgainField").setText("another one")
    with qtbot.assertNotEmitted(card.chosen):
        button(card, "newPasswordButton").click()
    field(card, "newPasswordAgainField").setText("long enough")
    with qtbot.waitSignal(card.chosen) as chosen:
        button(card, "newPasswordButton").click()
    assert chosen.args == ["long enough"]


def test_idle_is_noticed_and_touch_postpones_it(qtbot: QtBot, qapp: object) -> None:
    from PySide6.QtWidgets import QApplication

    assert isinstance(qapp, QApplication)
    watch = IdleWatch(qapp, after_ms=60)
    with qtbot.waitSignal(watch.idle):
        pass
    watch.stop()


@pytest.mark.parametrize(
    ("name", "typed_into"),
    [
        ("address", "serverField"),
        ("connecting", "connectPasswordField"),
        ("new_password", "newPasswordField"),
        ("local", "localNameField"),
    ],
)
def test_esc_goes_back_one_card_wherever_the_cursor_is(name: str, typed_into: str, qtbot: QtBot) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    page.address.show_address("", may_go_back=True, may_begin=True)
    card = getattr(page, name)
    page.show_card(card)
    page.show()
    with qtbot.waitSignal(card.back_requested):
        QTest.keyClick(field(card, typed_into), Qt.Key.Key_Escape)


def test_esc_leads_nowhere_where_there_is_nobody_to_go_back_to(qtbot: QtBot) -> None:
    page = SignInPage()
    qtbot.addWidget(page)
    page.address.show_address("", may_go_back=False, may_begin=True)
    page.show_card(page.address)
    page.show()
    with qtbot.assertNotEmitted(page.address.back_requested):
        QTest.keyClick(field(page.address, "serverField"), Qt.Key.Key_Escape)
