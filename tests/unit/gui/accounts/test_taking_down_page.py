"""带下来: looking at how much there is keeps nobody waiting."""

from threading import Barrier, Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import sync.contents
from gui.accounts.taking_down_page import TakingDownPage
from gui.background import Background
from gui.journal_bridge import JournalBridge
from gui.syncing.exchanger import Exchanger
from models.store import Store
from sync.outcome import Outcome


def test_a_bureau_that_is_slow_to_say_keeps_no_question_to_the_store_waiting(
    dressed: QApplication, bridge: JournalBridge, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a bureau that does not answer yet
    asked, answered = Event(), Event()

    def slow(_store: Store) -> None:
        asked.set()
        answered.wait(10)

    monkeypatch.setattr(sync.contents, "ask_contents", slow)
    exchanger = Exchanger(bridge, background, lambda *_given: Outcome(), lambda: False)
    page = TakingDownPage(bridge, exchanger, may_practise=False)
    qtbot.addWidget(page)
    page.activated()
    qtbot.waitUntil(asked.is_set)
    # WHEN as much is asked of the store as is ever answered at once
    both, here = Barrier(2), list[int]()
    for _one in range(2):
        bridge.ask(lambda _store: both.wait(3), done=here.append, failed=lambda _failure: here.append(-1))
    # THEN
    qtbot.waitUntil(lambda: len(here) == 2)
    answered.set()
    assert sorted(here) == [0, 1]
