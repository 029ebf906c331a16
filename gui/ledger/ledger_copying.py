"""Ctrl+C and 「复制到微信」: rows of the ledger as text."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from gui.journal_bridge import JournalBridge
from gui.labels import number
from gui.ledger.ledger_card import LedgerCard
from gui.ledger.wechat_text import MOST_ROWS, wechat_text
from gui.page import News
from models.clock import day_of
from models.ledger_row import LedgerRow
from resources.words import _, ngettext


class LedgerCopying(QObject):
    """What is marked, else the chosen row."""

    news = Signal(object)
    """A News for the toast."""

    def __init__(self, bridge: JournalBridge, card: LedgerCard) -> None:
        """Listens to the table and to the bar of what is marked."""
        super().__init__(card)
        self._bridge, self._card = bridge, card
        card.table.copy_wanted.connect(self._on_copy)
        card.marks.copy_wanted.connect(self._copy_marked)

    @Slot()
    def _on_copy(self) -> None:
        model = self._card.list.model
        if len(model.marks):
            self._copy_marked()
            return
        rows = self._card.table.selectionModel().selectedRows()
        words = model.data(rows[0], Qt.ItemDataRole.AccessibleTextRole) if rows else None
        if words:
            QGuiApplication.clipboard().setText(str(words))
            self.news.emit(News(_("The row is copied")))

    @Slot()
    def _copy_marked(self) -> None:
        model = self._card.list.model
        keys = model.marks.of(model.held.keys)
        self._card.list.rows(keys[:MOST_ROWS], partial(self._put, len(keys)))

    def _put(self, of: int, rows: tuple[LedgerRow, ...]) -> None:
        text, told = wechat_text(rows, self._bridge.names, day_of(self._bridge.clock.now()), of=of)
        QGuiApplication.clipboard().setText(text)
        if told == of:
            words = ngettext(
                "{n} finding copied, paste it into WeChat", "{n} findings copied, paste them into WeChat", of
            )
            self.news.emit(News(words.format(n=number(of))))
            return
        words = _("The first {told} of {n} are copied: a longer message would be cut")
        self.news.emit(News(words.format(told=number(told), n=number(of))))
