"""How old the bureau's part of the ledger is, said in the context line while the bureau cannot be reached."""

from datetime import timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.background import Background
from gui.connection import Connection
from gui.journal_bridge import JournalBridge
from gui.ledger.ledger_page import LedgerPage
from gui.photos.picture_source import PictureSource
from gui.syncing.exchanger import Exchanger
from sync.outcome import Outcome
from tests.builders import NOON


def test_it_is_said_only_while_apart(
    dressed: QApplication, bridge: JournalBridge, background: Background, qtbot: QtBot
) -> None:
    def never(*_args: object) -> Outcome:
        raise AssertionError("nobody asked for an exchange")

    exchanger = Exchanger(bridge, background, never, lambda: False)
    page = LedgerPage(bridge, PictureSource(bridge), exchanger)
    qtbot.addWidget(page)
    assert "局里的最新情况" not in page.context
    exchanger.last_at = NOON - timedelta(days=1, hours=-5, minutes=-42)
    exchanger._known = Connection.OFFLINE
    with qtbot.waitSignal(page.heading_changed):
        exchanger.changed.emit()
    assert page.context.endswith(" · 局里的最新情况截至 昨天 17:42")
    exchanger._known = Connection.CONNECTED
    assert "局里的最新情况" not in page.context
