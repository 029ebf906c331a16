"""Cards are made without a window of their own: it would flash, and what is typed in that moment would go nowhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.accounts.account_button import AccountButton
from gui.accounts.sign_in_page import SignInPage
from models.profile_file import KnownPerson


class _Watch(QObject):
    """Remembers every window that came up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[_Watch]:
    watching = _Watch()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


def test_the_cards_before_the_desk(watch: _Watch, qtbot: QtBot) -> None:
    qtbot.addWidget(SignInPage())
    assert watch.seen == []


@pytest.mark.parametrize("place", ["郑陆镇第12网格", ""])
def test_somebody_who_signed_in_here(watch: _Watch, qtbot: QtBot, place: str) -> None:
    known = KnownPerson(login="wangjg", name="王建国", place=place)
    qtbot.addWidget(AccountButton(known))
    assert watch.seen == []
