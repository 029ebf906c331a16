"""Between the cards of the first minute: a late answer finds only whoever still waits for it."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.accounts.connect_card import Asking
from gui.accounts.connecting import Connecting, Met, Ways
from gui.accounts.local_card import Beginning
from gui.accounts.sign_in_page import SignInPage
from gui.background import Background
from models.profile import Profile, Unlocked
from tests.builders import KEY, person
from tests.hands import child

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.mark.parametrize("goes_back", [True, False])
def test_a_late_answer_pulls_nobody_to_a_desk_who_went_back(
    tmp_path: Path, background: Background, qtbot: QtBot, *, goes_back: bool
) -> None:
    # GIVEN a bureau that takes its time
    answers, unlocked = Event(), []

    def connect(_asking: Asking, _new: str | None, _local: Unlocked | None) -> Unlocked:
        assert answers.wait(20)
        return Unlocked(KEY, person())

    def never(_beginning: Beginning) -> Unlocked:
        raise AssertionError

    page = SignInPage()
    qtbot.addWidget(page)
    connecting = Connecting(page, Profile(tmp_path), background, Ways(lambda url: Met(url, ""), connect, never))
    connecting.unlocked.connect(lambda *told: unlocked.append(told))
    page.address.put_address("https://gewu.example")
    connecting.show_account()
    page.show()
    for name, text in (("loginField", "wangjg"), ("connectPasswordField", "Own-Words-2027")):
        child(page.connecting, QLineEdit, name).setText(text)
    child(page.connecting, QPushButton, "connectButton").click()
    # WHEN somebody goes back, or waits
    if goes_back:
        QTest.keyClick(child(page.connecting, QLineEdit, "loginField"), Qt.Key.Key_Escape)
    answers.set()
    qtbot.waitUntil(lambda: background.is_idle)
    # THEN only who waits is at work
    assert len(unlocked) == (not goes_back)
    assert (page.card is page.address) is goes_back
